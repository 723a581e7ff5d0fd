import { beforeEach, describe, expect, it } from 'vitest';
import '../../src/index.ts';
import { completeEvent, unknownsOf } from '../../src/density/completed-event.ts';
import { BACKENDS, relativeError, take, useBackend } from '../backends.ts';
import { anyEvents, anyUnknowns, MEANINGS, nameOf } from './events.ts';
import { complete } from './float64.ts';
import { column, columnsOf, settingsOf } from './tensors.ts';

const N = 50;

/** The mth unknown of all events. */
function unknownColumns(unknowns: readonly (readonly number[])[]) {
  return unknowns[0].map((_, k) => column(unknowns.map((z) => z[k])));
}

describe.each(BACKENDS)('completeEvent on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it.each(MEANINGS)('is what double precision makes of $topology.name', async (meaning) => {
    const events = anyEvents(N, meaning);
    const unknowns = anyUnknowns(N, meaning);
    const found = completeEvent(columnsOf(events), unknownColumns(unknowns), settingsOf(meaning));
    const expected = events.map((event, i) => complete(event, unknowns[i], meaning));
    for (const branch of [0, 1] as const) {
      for (const [c, key] of (['e', 'px', 'py', 'pz'] as const).entries()) {
        const values = expected.map(({ invisible }) => invisible[branch][c]);
        // Sums and differences of a few numbers, float32; 1e-8 of energy squared for a massless one.
        expect(relativeError(await take(found.invisible[branch][key]), values)).toBeLessThan(1e-6);
      }
    }
    for (const [shell, mass] of found.masses.entries()) {
      const values = expected.map(({ masses }) => masses[shell]);
      // E² − p² of energies up to 20 times the mass: 20² · 6e-8.
      expect(relativeError(await take(mass), values)).toBeLessThan(3e-5);
    }
    const resolution = found.logResolution ? await take(found.logResolution) : new Float32Array(N);
    for (let i = 0; i < N; ++i) expect(resolution[i]).toBeCloseTo(expected[i].logResolution, 4);
  });
});

describe('completeEvent', () => {
  beforeEach(() => useBackend('cpu'));

  it.each(MEANINGS)('keeps all momentum across the beams: $topology.name', async (meaning) => {
    const events = anyEvents(N, meaning);
    const unknowns = anyUnknowns(N, meaning);
    const found = completeEvent(columnsOf(events), unknownColumns(unknowns), settingsOf(meaning));
    const particles = [...found.visibles, ...found.invisible];
    const first = 4 + meaning.smeared.length;
    for (const [axis, key] of (['px', 'py'] as const).entries()) {
      const columns = await Promise.all(particles.map((p) => take(p[key])));
      events.forEach(({ visibles, ptmiss, ptmissResolution }, i) => {
        // Of all particles the smearing of energies moves none; that of pTmiss moves the sum by −σw.
        const moved = (ptmissResolution ?? 0) * (unknowns[i][first + axis] || 0);
        const measured = visibles.reduce((sum, p) => sum + p[axis + 1], axis === 0 ? ptmiss : 0);
        const sum = columns.reduce((before, values) => before + values[i], 0);
        // Ten float32 numbers of up to 10.
        expect(sum).toBeCloseTo(measured - moved, 4);
      });
    }
  });

  it('makes no invisible lighter than rounding allows, and none at rest steep', async () => {
    const [meaning] = MEANINGS.filter(({ mC }) => mC[0] === 0);
    const [event] = anyEvents(1, meaning);
    const zero = Array.from({ length: 6 }, () => column([0]));
    const { invisible } = completeEvent(columnsOf([event]), zero, settingsOf(meaning));
    expect((await take(invisible[0].e))[0]).toBeCloseTo(1e-4, 10);
  });

  it('says the density of one smeared energy as the Gaussian of its measurement', () => {
    // Of E′ at E, per d³p/2E at a fixed direction: (1/√2π σE) exp[−(E′/E − 1)²/2σ²] (E dE)/(E′ dE′),
    // here with E = E′/(1 + σu) at E′ = 1.
    const [sigma, u, step] = [0.2, -1.3, 1e-6];
    const energy = (of: number): number => 1 / (1 + sigma * of);
    const slope = Math.abs(energy(u + step) - energy(u - step)) / (2 * step);
    const normal = Math.exp(-0.5 * ((1 / energy(u) - 1) / sigma) ** 2) / (sigma * energy(u));
    const [meaning] = MEANINGS.filter(({ smeared }) => smeared.length === 2);
    const event = { ...anyEvents(1, meaning)[0], resolutions: [sigma, sigma] };
    const { logResolution } = complete(event, [0, 0, 0, 0, u, 0], meaning);
    expect(logResolution).toBeCloseTo(Math.log(normal * energy(u) * slope), 8);
  });

  it('bounds the true energy at ten times the measured one', async () => {
    const [meaning] = MEANINGS.filter(({ smeared }) => smeared.length === 2);
    const event = { ...anyEvents(1, meaning)[0], resolutions: [0.3, 0.3] };
    const unknowns = [0, 0, 1, 1, -10, -100].map((z) => column([z]));
    const { visibles } = completeEvent(columnsOf([event]), unknowns, settingsOf(meaning));
    for (const j of meaning.smeared) {
      // One division in float32.
      expect((await take(visibles[j].e))[0] / event.visibles[j][0]).toBeCloseTo(10, 4);
    }
  });
});

describe('unknownsOf', () => {
  it('counts four momenta, each energy and pTmiss', () => {
    expect(
      MEANINGS.map(({ smeared, ptmissResolution: p }) => unknownsOf(smeared.length, p))
    ).toEqual([4, 6, 6, 9, 5, 10]);
    expect(new Set(MEANINGS.map(nameOf)).size).toBe(MEANINGS.length);
  });
});
