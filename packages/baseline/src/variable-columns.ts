import { minimumColumns, type Column } from '@deelema/events';
import {
  emptyMinima,
  VARIABLES,
  type AntlerEvents,
  type Minima,
  type TrialMasses,
  type Variable,
  type VariableName,
} from '@deelema/mass-variables';

/**
 * The columns of a variable in an event file.
 *
 * @param name The variable.
 * @returns Its own name first; with momenta, `_status`, `_residual` and `_k1_E` … `_k2_pz` after it.
 */
export function columnsOf(name: VariableName): string[] {
  return VARIABLES[name].momenta ? minimumColumns(name) : [name];
}

/**
 * A variable of n events, column by column.
 *
 * @param name The variable.
 * @param events The measured momenta: n events, GeV.
 * @param masses Trial masses.
 * @returns What {@link columnsOf} names, n events each.
 */
export function computeColumns(
  name: VariableName,
  events: AntlerEvents,
  masses: TrialMasses
): Record<string, Column> {
  const variable: Variable = VARIABLES[name];
  const { length } = events.ptmissX;
  if (!variable.momenta) {
    const values = new Float64Array(length);
    variable.compute(events, masses, values);
    return { [name]: values };
  }
  const minima = emptyMinima(length);
  variable.compute(events, masses, minima);
  const columns = columnsInOrder(minima);
  return Object.fromEntries(minimumColumns(name).map((column, k) => [column, columns[k]]));
}

function columnsInOrder({ value, status, residual, k1, k2 }: Minima): Column[] {
  const momenta = [k1, k2].flatMap(({ e, px, py, pz }) => [e, px, py, pz]);
  return [value, status, residual, ...momenta];
}
