import { WINDOW_WIDTHS } from '../decay/breit-wigner.ts';
import type { FullSettings } from './defaults.ts';
import { MARGIN, MOST_WIDTH, narrowing } from './narrowing.ts';

/**
 * Settings with widths for which every mass of the windows m ± 15 Γ can be produced and can decay.
 *
 *     15 Γ_B < m_B − m_C − m_b,   15 (Γ_A + Γ_B) < m_A − m_B − m_a,   Γ_A < 4 % m_A,   135 Γ_A < √s/2 − m_A
 *
 * Where one of these fails, both widths are reduced by the factor that fulfils it, so that any trial with
 * room for its decays has events; settings that fulfil them are returned as they are.
 *
 * @param settings Masses, widths and √s, GeV, with room for the decays.
 * @returns The same settings, perhaps with smaller widths.
 */
export function withFittedWidths<T extends FullSettings>(settings: T): T {
  const { mA, mB, mC, ma, mb, widthA, widthB, beamEnergy } = settings;
  // Rooms in units of what the widths ask for; infinite for a width of 0.
  const rooms = [
    (mB - mC - mb) / (WINDOW_WIDTHS * widthB),
    (mA - mB - ma) / (WINDOW_WIDTHS * (widthA + widthB)),
    (MOST_WIDTH * mA) / widthA,
    (beamEnergy / 2 - mA) / (MARGIN * WINDOW_WIDTHS * widthA),
  ];
  const factor = narrowing(rooms);
  if (factor === 1) return settings;
  return { ...settings, widthA: factor * widthA, widthB: factor * widthB };
}
