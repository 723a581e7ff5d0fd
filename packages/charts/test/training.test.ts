import { describe, expect, it } from 'vitest';
import { coursesOf } from '../src/training/course.ts';
import { trainingChart } from '../src/training/training-chart.ts';
import { draw, drawable, history, settingsOf, smallTable } from './support.ts';

const table = smallTable();
const histories = {
  'toy-deelema': [...history('measure 1', 3), ...history('measure 2', 2, 0)],
  'toy-paper': history('train', 4, 50),
  'toy-ec20-paper': history('train', 2, 30),
};
const source = { table, histories, width: 880 };

describe('the course of a training', () => {
  const [, deelema, paper] = table.members;

  it('is that of its first phase, under the name of the member', () => {
    expect(coursesOf([deelema], histories, 'A', settingsOf('training'))).toEqual([
      { epoch: 1, y: 1100, series: 'toy-deelema' },
      { epoch: 2, y: 1050, series: 'toy-deelema' },
      { epoch: 3, y: 1000 + 100 / 3, series: 'toy-deelema' },
    ]);
  });

  it('is that of the phase that is asked for, under the label of an axis', () => {
    const settings = settingsOf('training', { phase: 'measure 2', split: 'recipe' });
    expect(coursesOf([deelema, paper], histories, 'B', settings)).toEqual([
      { epoch: 1, y: 800, series: 'deelema' },
      { epoch: 2, y: 800, series: 'deelema' },
    ]);
  });
});

describe('the chart of trainings', () => {
  it('has a row for each label, a column for each mass, the truth in each and one legend', async () => {
    const settings = settingsOf('training', {
      panels: 'spectrum',
      split: 'recipe',
      where: { recipe: ['paper'] },
    });
    const chart = drawable(trainingChart(settings, source));
    const { texts, svg } = await draw(chart);
    expect(texts.filter((text) => text === 'Epoch')).toHaveLength(4);
    expect(texts.filter((text) => text === 'm̃A [GeV]')).toHaveLength(2);
    expect(texts.filter((text) => text === 'toy' || text === 'toy-ec20')).toHaveLength(4);
    expect(texts.filter((text) => text === 'paper')).toHaveLength(1);
    expect(texts.filter((text) => text === 'true mass')).toHaveLength(1);
    expect(texts).not.toContain('deelema');
    expect(svg.match(/mark-rule role-mark/g)).toHaveLength(4);
    expect(chart.caption).toBe(
      'Auxiliary masses of A and B after each epoch, a row of panels for each spectrum. Red, dotted: true masses. 2 members of the study made-up.'
    );
  });

  it('has all members in one panel where no axis is named', async () => {
    const settings = settingsOf('training', { masses: ['A'] });
    const { texts } = await draw(trainingChart(settings, source));
    expect(texts.filter((text) => text === 'Epoch')).toHaveLength(1);
    expect(texts).toContain('toy-deelema');
    expect(texts).toContain('toy-paper');
  });

  it('shows as much around the true mass as asked for, and says so', async () => {
    const settings = settingsOf('training', { masses: ['A'], around: 0.05 });
    const chart = drawable(trainingChart(settings, source));
    const { texts } = await draw(chart);
    expect(chart.caption).toContain('true masses; shown is what lies within 5 % of them.');
    // The toy weighs 1000 GeV; its course comes from 1100.
    const ticks = texts.map(Number).filter((tick) => tick > 500);
    expect(Math.max(...ticks)).toBeLessThanOrEqual(1050);
    expect(Math.min(...ticks)).toBeGreaterThanOrEqual(950);
  });

  it('is skipped where no member has such a phase', () => {
    const settings = settingsOf('training', { phase: 'sleep' });
    expect(trainingChart(settings, source)).toMatchObject({ id: 'chart', title: /Auxiliary/ });
    expect(trainingChart(settings, source)).toHaveProperty('reason');
  });
});
