export { fitEndpoint } from './endpoint/fit-endpoint.ts';
export type { EndpointFit, EndpointSettings } from './endpoint/fit-endpoint.ts';
export { Spectrum, spectrumOf } from './endpoint/spectrum.ts';
