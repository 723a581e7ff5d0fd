/** One line of the training history. */
export interface HistoryEntry {
  /** From 1. */
  readonly epoch: number;
  readonly learningRate: number;
  /** Mean over the steps of the epoch, while the weights were moving; see `lossUnit`. */
  readonly trainLoss: number;
  /** After the epoch; null without validation events. */
  readonly validationLoss: number | null;
  /** m̃_A after the epoch, GeV. */
  readonly mA: number;
  /** m̃_B after the epoch, GeV. */
  readonly mB: number;
}
