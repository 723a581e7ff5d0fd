import { count, panelWidth } from '@deelema/plots';
import type { DataRow, Figure, SkippedFigure } from '@deelema/plots';
import type { Evaluation, HistoryEntry } from '@deelema/records';
import { listed, recipeLine, sampleSentence } from './caption.ts';
import {
  auxiliaryMasses,
  hasResolutions,
  losses,
  massStyles,
  resolutions,
} from './training-contents.ts';
import type { Content } from './training-contents.ts';
import { trainingPanel } from './training-panels.ts';

/** One phase of a training. */
interface Phase {
  readonly name: string;
  readonly entries: readonly HistoryEntry[];
}

const ABOUT = { id: 'training', title: 'Loss and auxiliary masses during the training' } as const;

/** Of a single phase, and of each of several, px. */
const HEIGHT = { single: 240, several: 150 } as const;

/**
 * The course of the training: loss, auxiliary masses and, where the loss has them, their resolutions from left to
 * right; its phases from top to bottom.
 *
 * @param evaluation The evaluation.
 * @param width Width of the figure, px.
 */
export function trainingFigure(evaluation: Evaluation, width: number): Figure | SkippedFigure {
  const phases = phasesOf(evaluation.training.history);
  if (phases.length === 0) return { ...ABOUT, reason: 'The training left no history.' };
  const contents = [
    ({ entries }: Phase) => losses(entries, evaluation),
    ({ entries }: Phase) => auxiliaryMasses(entries, evaluation),
    ...(hasResolutions(evaluation) ? [({ entries }: Phase) => resolutions(entries)] : []),
  ];
  const size = {
    width: panelWidth(width, contents.length),
    height: phases.length === 1 ? HEIGHT.single : HEIGHT.several,
  };
  const panels = phases.flatMap((phase, row) => {
    const xTitle = phases.length === 1 ? 'Epoch' : `Epoch of “${phase.name}”`;
    const legend = row === 0;
    return contents.map((content) => trainingPanel({ ...content(phase), ...size, xTitle, legend }));
  });
  return {
    ...ABOUT,
    caption: caption(evaluation, phases),
    data: phases.flatMap((phase) => contents.flatMap((content) => rows(phase, content(phase)))),
    spec: {
      concat: panels,
      columns: contents.length,
      resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
    },
  };
}

/** The points of a panel, and behind them its horizontal lines, which have no epoch. */
function rows({ name: phase }: Phase, { yTitle: panel, points, rules = [] }: Content): DataRow[] {
  return [...points, ...rules.map((rule) => ({ epoch: null, ...rule }))].map(
    ({ series, epoch, y }) => ({ panel, phase, series, epoch, value: y })
  );
}

function phasesOf(history: readonly HistoryEntry[]): Phase[] {
  const names = [...new Set(history.map(({ phase }) => phase))];
  return names.map((name) => ({ name, entries: history.filter(({ phase }) => phase === name) }));
}

function caption(evaluation: Evaluation, phases: readonly Phase[]): string {
  const { training, truth, sample } = evaluation;
  const last = hasResolutions(evaluation) ? 'Middle' : 'Right';
  const right = hasResolutions(evaluation)
    ? ' Right: their resolutions τ, which the loss is smeared with, in the same colours.'
    : '';
  const several =
    phases.length === 1 ? '' : ` From top to bottom: ${phases.map(({ name }) => name).join(', ')}.`;
  const lines = truth === null ? '' : ' Red, dotted: true masses (median).';
  const names = listed(Object.keys(evaluation.auxiliary));
  const { train, validation } = training.events;
  return (
    'Left: loss on the training split, averaged over each epoch while the network learns (blue), and on ' +
    `the validation split after it (orange, dashed). ${last}: the auxiliary masses of ${names} after ` +
    `each epoch (${massStyles(phases.flatMap(({ entries }) => entries))}).${right}${several}${lines}` +
    `${sampleSentence(sample)} ${count(train, 'event')} of the training split and ` +
    `${count(validation, 'event')} of the validation split; the network was ${recipeLine(training)}.`
  );
}
