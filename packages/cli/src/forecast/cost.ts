/** What a task takes. */
export interface Cost {
  readonly seconds: number;
  /** Of its output folder. */
  readonly bytes: number;
}

/** What the cost of a stage depends on besides its settings. */
export interface Load {
  /** Events that the stage reads, of `generate` those that it makes. */
  readonly events: number;
  /** Fractions of training, validation and test events. */
  readonly split: readonly [number, number, number];
  /** Bytes of an event as generated. */
  readonly eventBytes: number;
  /** Members of the study. */
  readonly members: number;
}

/** The cost of a stage with these settings; undefined if they are none of its own. */
export type CostModel = (settings: unknown, load: Load) => Cost | undefined;
