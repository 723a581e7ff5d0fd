import { QuantileSketch } from './quantile-sketch.ts';
import { WeightedMoments } from './weighted-moments.ts';

/** Moments and quantiles of one quantity, filled together. */
export class Distribution {
  readonly moments = new WeightedMoments();
  readonly sketch = new QuantileSketch();

  /** Adds one value of weight `w`. */
  add(value: number, w: number): void {
    this.moments.add(value, w);
    this.sketch.add(value, w);
  }
}
