import type { TopLevelSpec } from 'vega-lite';

type Of<Spec, Key extends string> = Extract<Spec, Record<Key, unknown>>;

/** One panel of several: layers over each other. */
export type LayerSpec = Of<Of<TopLevelSpec, 'hconcat'>['hconcat'][number], 'layer'>;
