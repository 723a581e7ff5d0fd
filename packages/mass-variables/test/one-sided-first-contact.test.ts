import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { FirstContact } from '../src/m2/one-sided/first-contact.ts';
import { QuadraticForm } from '../src/m2/one-sided/quadratic-form.ts';

/** A form with K = curvature × 1 and nothing else. */
function isotropic(curvature: number): QuadraticForm {
  const form = new QuadraticForm();
  form.constant = 0;
  form.linear = form.square = 0;
  form.w1 = form.w2 = form.w3 = form.u1 = form.u2 = form.u3 = 0;
  form.K11 = form.K22 = form.K33 = curvature;
  form.K12 = form.K13 = form.K23 = 0;
  return form;
}

describe('first contact of concentric spheres', () => {
  it('is where one quadratic in t vanishes', () => {
    // Q = α − λ t (2m + t) on the sphere.
    const form = isotropic(0.5);
    form.constant = 0.3;
    const contact = new FirstContact();
    expect(contact.find(form, 2)).toBe(true);
    expect(contact.t).toBeCloseTo(Math.sqrt(4 + 0.3 / 0.5) - 2, 14);
    const { t, x1, x2, x3 } = contact;
    expect(x1 * x1 + x2 * x2 + x3 * x3).toBeCloseTo(t * (4 + t), 13);
  });

  it('is the first of two, where the outer sphere outgrows the inner one again', () => {
    // Q = 0.1 − 2t + t² + … with zeros at 1 ∓ √0.9 once K has made up for κ² = t² + 2mt.
    const form = isotropic(1);
    form.constant = 0.1;
    form.square = 2;
    form.linear = 0;
    const contact = new FirstContact();
    expect(contact.find(form, 1)).toBe(true);
    expect(contact.t).toBeCloseTo(1 - Math.sqrt(0.9), 14);
  });

  it('is none, proven, where the outer sphere always keeps ahead', () => {
    const form = isotropic(1);
    form.constant = 1.1;
    form.square = 2;
    expect(new FirstContact().find(form, 1)).toBe(false);
  });

  it('is at t = 0 where there is contact already', () => {
    const contact = new FirstContact();
    expect(contact.find(isotropic(1), 1)).toBe(true);
    expect(contact.t).toBe(0);
  });
});

describe('first contact across the largest curvature', () => {
  it('ends on the sphere when no force points along that axis (the hard case)', () => {
    // K = diag(1, 1, 4), w along the first axis: x₃ is free, and its sign does not matter.
    const form = isotropic(1);
    form.K33 = 4;
    form.constant = 1;
    form.w1 = -0.1;
    const contact = new FirstContact();
    expect(contact.find(form, 1)).toBe(true);
    const { t, x1, x2, x3 } = contact;
    const squared = t * (2 + t);
    expect(x1 * x1 + x2 * x2 + x3 * x3).toBeCloseTo(squared, 13);
    // Stationary: (4 − 1) x₁ = −w₁, and Q = 0 is a quadratic equation in κ².
    expect(x1).toBeCloseTo(0.1 / 3, 13);
    expect(1 - 0.2 * x1 - x1 * x1 - 4 * x3 * x3).toBeCloseTo(0, 13);
    expect(squared).toBeCloseTo((1 - 0.2 * x1 + 3 * x1 * x1) / 4, 13);
  });
});

/** Random forms with curvatures over three decades, in turned axes. */
function randomForm(i: number): QuadraticForm {
  const random = stream(1, 'form', i);
  const form = isotropic(0);
  const rows = [0, 1, 2].map(() => {
    const size = 10 ** (1.5 * (2 * random.uniform() - 1));
    return [0, 1, 2].map(() => size * random.normal());
  });
  const K = (a: number, b: number): number => rows.reduce((sum, r) => sum + r[a] * r[b], 0);
  [form.K11, form.K12, form.K13] = [K(0, 0), K(0, 1), K(0, 2)];
  [form.K22, form.K23, form.K33] = [K(1, 1), K(1, 2), K(2, 2)];
  form.constant = random.uniform();
  form.linear = random.normal();
  form.square = 10 * random.normal();
  [form.w1, form.w2, form.w3] = [0, 0, 0].map(() => random.normal());
  [form.u1, form.u2, form.u3] = [0, 0, 0].map(() => 3 * random.normal());
  return form;
}

function valueOf(f: QuadraticForm, t: number, [x, y, z]: readonly number[]): number {
  const force = (f.w1 + t * f.u1) * x + (f.w2 + t * f.u2) * y + (f.w3 + t * f.u3) * z;
  const off = 2 * (f.K12 * x * y + f.K13 * x * z + f.K23 * y * z);
  const bend = f.K11 * x * x + f.K22 * y * y + f.K33 * z * z + off;
  return f.constant + 2 * t * f.linear + t * t * f.square + 2 * force - bend;
}

describe('first contact of random forms', () => {
  it('is a zero, and no sample of the spheres before it is below 0', () => {
    const random = stream(1, 'directions');
    const directions = Array.from({ length: 300 }, () => {
      const n = [0, 0, 0].map(() => random.normal());
      const length = Math.hypot(...n);
      return n.map((k) => k / length);
    });
    const contact = new FirstContact();
    let found = 0;
    for (let i = 0; i < 200; ++i) {
      const form = randomForm(i);
      const m = i % 4 === 0 ? 0 : 1;
      const touches = contact.find(form, m);
      if (touches) ++found;
      const end = touches ? contact.t : 100;
      const { x1, x2, x3 } = contact;
      // Curvatures of up to a thousand times the constant.
      if (touches) expect(Math.abs(valueOf(form, end, [x1, x2, x3]))).toBeLessThan(1e-11);
      for (let k = 1; k <= 20; ++k) {
        const t = (end * k) / 20;
        const kappa = Math.sqrt(t * (2 * m + t));
        const values = directions.map((n) =>
          valueOf(
            form,
            t,
            n.map((c) => kappa * c)
          )
        );
        expect(Math.min(...values)).toBeGreaterThan(-1e-11);
      }
    }
    expect(found).toBeGreaterThan(150);
    expect(found).toBeLessThan(200);
  });
});
