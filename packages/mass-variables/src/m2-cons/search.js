import { descend, refine } from "./descent.js";
import { balanceRapidities } from "./balance.js";
/** Steps of the scan: some, and some for each unit of rapidity. */
const STEPS = 24;
const STEPS_PER_RAPIDITY = 16;
const MOST_STEPS = 512;
/** Steps of the second scan, around a minimum of the first: decay products of boosted particles make narrow ones. */
const CLOSER_STEPS = 24;
/**
 * The rapidity with the lowest of all minima that a scan meets.
 *
 * The scan takes even steps in θ, η = −reach·cos θ: there the level is smooth up to both ends, where the
 * relative momentum of k₁ and k₂ goes to 0 like the square root of the distance in η. Around its
 * minima it is made again with smaller steps. Where both masses have to be equal, the rapidities
 * that allow it may be a sliver between two steps: it lies around a zero of A₁ − A₂, from which
 * descents start.
 */
export class RapidityScan {
    levels = new Float64Array(MOST_STEPS + 1);
    closer = new Float64Array(CLOSER_STEPS + 1);
    balance = new Float64Array(2);
    best = Infinity;
    theta = 0;
    /** @returns η of the lowest level. */
    lowest(splitting) {
        const { reach } = splitting.event;
        this.best = Infinity;
        this.theta = Math.PI / 2;
        const steps = Math.min(MOST_STEPS, Math.ceil(STEPS + STEPS_PER_RAPIDITY * reach));
        this.scan(splitting, 0, Math.PI, steps, this.levels);
        const { balance } = this;
        const zeros = balanceRapidities(splitting, balance);
        for (let j = 0; j < zeros; ++j) {
            const theta = Math.acos(-balance[j] / reach);
            this.take(splitting, descend(splitting, theta, 1));
            this.take(splitting, descend(splitting, theta, -1));
        }
        return -reach * Math.cos(this.theta);
    }
    scan(splitting, from, to, steps, levels) {
        const { reach } = splitting.event;
        const step = (to - from) / steps;
        for (let j = 0; j <= steps; ++j)
            levels[j] = splitting.at(-reach * Math.cos(from + j * step));
        for (let j = 0; j <= steps; ++j) {
            const left = j > 0 ? levels[j - 1] : Infinity;
            const right = j < steps ? levels[j + 1] : Infinity;
            if (levels[j] > left || levels[j] > right)
                continue;
            const low = from + Math.max(j - 1, 0) * step;
            const high = from + Math.min(j + 1, steps) * step;
            if (levels === this.closer)
                this.take(splitting, refine(splitting, low, high));
            else
                this.scan(splitting, low, high, CLOSER_STEPS, this.closer);
        }
    }
    take(splitting, theta) {
        const level = splitting.at(-splitting.event.reach * Math.cos(theta));
        if (level < this.best) {
            this.best = level;
            this.theta = theta;
        }
    }
}
