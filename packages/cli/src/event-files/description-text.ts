import {
  type DescribedColumn,
  type EventDescription,
  type ShownEvent,
  topologyText,
} from '@deelema/events';
import { leftOutText, sizeText, table } from './text.ts';

/**
 * A description of an event file for a terminal.
 *
 * @param description What the file holds.
 * @returns Lines of text.
 */
export function descriptionText(description: EventDescription): string {
  return [...facts(description), ...masses(description), ...events(description.firstEvents)].join(
    '\n'
  );
}

function facts(d: EventDescription): string[] {
  const left = leftOutText(d.dropped);
  return [
    `${d.path}: ${d.format}${d.lhe ? ` ${d.lhe.version}` : ''}, ${sizeText(d.bytes)}`,
    `events: ${d.events}${left ? ` (left out: ${left})` : ''}`,
    `sample: ${d.sample}`,
    ...(d.topology ? [`topology: ${topologyText(d.topology)}`] : []),
    ...(d.generators.length > 0 ? [`generators: ${d.generators.join('; ')}`] : []),
    ...d.selections.map((cuts) => `cuts: ${JSON.stringify(cuts)}`),
    ...(d.beamEnergies ? [`beams: ${d.beamEnergies.join(' + ')} GeV`] : []),
    ...(d.crossSection
      ? [`cross-section: ${d.crossSection.value} ± ${d.crossSection.error} pb`]
      : []),
    ...(d.lhe?.processes.map(
      (p) => `process ${p.id}: ${p.crossSection} ± ${p.error} pb, largest weight ${p.maximumWeight}`
    ) ?? []),
    ...(d.sumOfWeights === null
      ? []
      : [`sum of weights: ${short(d.sumOfWeights)}, ${d.negativeWeights} negative`]),
    'columns:',
    ...columns(d.columns),
    ...(d.ignored.length > 0 ? [`passed over: ${d.ignored.join(', ')}`] : []),
  ];
}

/** Columns of one type and unit in one line, as they follow each other. */
function columns(all: readonly DescribedColumn[]): string[] {
  const groups: { kind: string; names: string[] }[] = [];
  for (const { name, type, unit } of all) {
    const kind = unit === null ? type : `${type}, ${unit}`;
    const last = groups.at(-1);
    if (last?.kind === kind) last.names.push(name);
    else groups.push({ kind, names: [name] });
  }
  return groups.flatMap(({ kind, names }) => wrapped([...names, `(${kind})`]));
}

/** Words in indented lines of at most a hundred characters. */
function wrapped(words: readonly string[]): string[] {
  const lines = [' '];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > 100) lines.push(`    ${word}`);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

function masses({ massQuantiles }: EventDescription): string[] {
  const rows = Object.entries(massQuantiles).map(([name, values]) => [name, ...values.map(short)]);
  return rows.length === 0 ? [] : table([['mass, GeV', '16 %', 'median', '84 %'], ...rows]);
}

function events(shown: readonly ShownEvent[]): string[] {
  return shown.flatMap(({ event, weight, momenta, ptmiss }, i) => {
    const named = [
      event === undefined ? `row ${i}` : `event ${event}`,
      ...(weight === undefined ? [] : [`weight ${short(weight)}`]),
    ].join(', ');
    const rows = Object.entries(momenta).map(([role, p]) => [role, ...p.map(short)]);
    if (ptmiss) rows.push(['pTmiss', '', ...ptmiss.map(short)]);
    return table([[named, 'E', 'px', 'py', 'pz'], ...rows]);
  });
}

/** Six digits. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
