import { WINDOW_WIDTHS } from '../decay/breit-wigner.ts';
import { MARGIN, MOST_WIDTH, narrowing } from '../simulation/narrowing.ts';
import type { FullBranch, FullCascades } from './cascade-defaults.ts';

/**
 * Settings with widths for which every mass of the windows m ± 15 Γ can be produced and can decay.
 *
 *     15 (Γ_M + Γ_next) < M − m_next,   Γ < 4 % M and 135 (Γ₁ + Γ₂) < √s − M₁ − M₂ of the first parents
 *
 * Where one of these fails, all widths are reduced by the factor that fulfils it.
 *
 * @param settings The settings, with room for the decays.
 * @returns The same settings, perhaps with smaller widths.
 * @see `withFittedWidths`, the same for the antler
 */
export function withFittedCascadeWidths(settings: FullCascades): FullCascades {
  const { branches, beamEnergy } = settings;
  const firsts = branches.map(({ steps }) => steps[0]);
  const width = firsts[0].width + firsts[1].width;
  const free = beamEnergy - firsts[0].mass - firsts[1].mass;
  const factor = narrowing([
    free / (MARGIN * WINDOW_WIDTHS * width),
    ...firsts.map((step) => (MOST_WIDTH * step.mass) / step.width),
    ...branches.flatMap(roomsOfSteps),
  ]);
  const [one, two] = branches.map(({ steps, ...branch }) => ({
    ...branch,
    steps: steps.map((step) => ({ ...step, width: factor * step.width })),
  }));
  return { ...settings, branches: [one, two] };
}

/** Rooms in units of what the widths ask for; infinite for widths of 0. */
function roomsOfSteps({ steps, invisibleMass }: FullBranch): number[] {
  return steps.map(({ mass, width }, k) => {
    const next = steps[k + 1] ?? { mass: invisibleMass, width: 0 };
    return (mass - next.mass) / (WINDOW_WIDTHS * (width + next.width));
  });
}
