export { mt2, lastSteps } from './mt2/mt2.ts';
