import { VISIBLE } from "./layout.js";
/**
 * Copies one event into a row.
 *
 * @param events The measured momenta: n events, GeV.
 * @param i Number of the event.
 * @param exchanged Whether b₁ and b₂ change places.
 * @param row Receives the event, laid out as `VISIBLE`.
 */
export function loadVisible(events, i, exchanged, row) {
    copy(events.a1, i, row, VISIBLE.a1E);
    copy(exchanged ? events.b2 : events.b1, i, row, VISIBLE.b1E);
    copy(events.a2, i, row, VISIBLE.a2E);
    copy(exchanged ? events.b1 : events.b2, i, row, VISIBLE.b2E);
    row[VISIBLE.ptmissX] = events.ptmissX[i];
    row[VISIBLE.ptmissY] = events.ptmissY[i];
}
function copy(momenta, i, row, at) {
    row[at] = momenta.e[i];
    row[at + 1] = momenta.px[i];
    row[at + 2] = momenta.py[i];
    row[at + 3] = momenta.pz[i];
}
