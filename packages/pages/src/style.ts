/** The page's style: dark on white, one column, wide things scroll, prints without waste. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem;
  color: #1a1a1a; background: #fff;
  font: 1rem/1.55 system-ui, 'DejaVu Sans', Verdana, sans-serif;
}
.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.4rem 0.8rem; background: #fff; }
.skip:focus { top: 0.5rem; }
a { color: #005a9c; }
:focus-visible { outline: 2px solid #0072b2; outline-offset: 2px; }
main:focus { outline: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 1rem 0 0; padding: 0; list-style: none; font-size: 0.92rem; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1 { font-size: 1.8rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid #ccc; }
h3 { font-size: 1rem; }
p { margin: 0.75rem 0; }
.lead { margin: 0.4rem 0 0; color: #444; overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.cards > div { border: 1px solid #ccc; border-radius: 0.4rem; padding: 0.9rem 1.1rem; }
.cards p { margin: 0; color: #444; }
.cards .mass { font-size: 1.9rem; color: #1a1a1a; font-variant-numeric: tabular-nums; }
.warning { border: 2px solid #d55e00; border-radius: 0.4rem; padding: 0.2rem 1.1rem; margin: 0 0 1rem; background: #fdf1e8; }
.wide { overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline-offset: -2px; }
table { border-collapse: collapse; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
.caption { margin: 1.25rem 0 0.4rem; color: #444; font-size: 0.92rem; }
.caption + .wide { margin-top: 0; }
sub { line-height: 0; }
th, td { padding: 0.3rem 1.2rem 0.3rem 0; text-align: right; white-space: nowrap; }
th:first-child { text-align: left; }
th[scope='row'] { font-weight: normal; }
thead th { border-bottom: 1.5px solid #1a1a1a; vertical-align: bottom; }
tbody tr { border-bottom: 1px solid #e2e2e2; }
figure { margin: 1.5rem 0 2.5rem; }
figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.crosshair { fill: none; stroke: #6a0dad; stroke-width: 1; pointer-events: none; }
output { display: block; min-height: 1.6em; font-size: 0.9rem; color: #444; font-variant-numeric: tabular-nums; }
output[hidden], button[hidden] { display: none; }
.saving { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 1rem; margin: 0.4rem 0 0; font-size: 0.9rem; color: #444; }
.saving span { overflow-wrap: anywhere; }
button { padding: 0 0.6rem; border: 1px solid #005a9c; border-radius: 0.3rem; color: #005a9c; background: #fff; font: inherit; cursor: pointer; }
figcaption { font-size: 0.9rem; color: #333; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.2rem; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl { display: block; } dt { margin-top: 0.5rem; } }
.stage ul { margin: 0; padding: 0; list-style: none; }
.stage .settings { columns: 17rem; column-gap: 1.5rem; }
.stage li { break-inside: avoid; overflow-wrap: anywhere; }
.stage { margin: 1.5rem 0; font-size: 0.92rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.7rem 1rem; border: 1px solid #ccc; border-radius: 0.4rem; }
code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 0.92em; }
footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid #ccc; color: #444; font-size: 0.9rem; }
@media print {
  html { font-size: 10pt; print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  nav, .skip, output, .saving a, .saving button { display: none; }
  figure svg { min-width: 0; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  th { white-space: normal; }
  th, td { padding-right: 0.8em; }
  figure, table, .cards { break-inside: avoid; }
  h2, .caption { break-after: avoid; }
}
`;
