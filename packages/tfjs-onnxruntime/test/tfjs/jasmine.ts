/** What is used of Jasmine, which has no types of its own. */
export interface Jasmine {
  DEFAULT_TIMEOUT_INTERVAL: number;
  getEnv: () => {
    configure: (settings: object) => void;
    addReporter: (reporter: { specDone: (result: SpecResult) => void }) => void;
    execute: () => Promise<unknown>;
  };
}

/** What Jasmine says of a spec. */
export interface SpecResult {
  readonly fullName: string;
  readonly status: string;
  readonly failedExpectations: readonly { readonly message: string }[];
}

/** What became of a spec. */
export interface SpecOutcome {
  /** The outer names of the spec, e.g. `matmul`. */
  readonly suite: string;
  readonly spec: string;
  /** `passed`, `failed` or `pending`. */
  readonly status: string;
  readonly messages: readonly string[];
}
