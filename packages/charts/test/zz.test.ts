import { writeFileSync } from 'node:fs';
import { paintPng } from '@deelema/plots';
import { expect, it } from 'vitest';
import { chartOf } from '../src/chart.ts';
import { draw, settingsOf, smallTable, history, tableOf, member } from './support.ts';
it('look', async () => {
  const histories = {
    'toy-deelema': history('a', 30),
    'toy-paper': history('a', 40, 50),
    'toy-ec20-paper': history('train', 20, -30),
    'toy-ec20-deelema': history('train', 20, -80),
  };
  const numbered = tableOf(
    ['500', '600', '680', '700', '720', '800', '900'].map((mC, i) =>
      member(
        { mC },
        { 'auxiliary.mA': [Number(mC) + 300, 5], 'deviation.mA': [0.002 * (i - 3), 0.001] }
      )
    )
  );
  const source = { table: smallTable(), histories, width: 880 };
  const all = {
    dev: [
      settingsOf('deviations', {
        methods: ['auxiliary', 'likelihood', 'endpoint.m2cc'],
        band: 0.2,
      }),
      source,
    ],
    devn: [
      settingsOf('deviations', {
        methods: ['auxiliary', 'likelihood', 'endpoint.m2cc'],
        band: 0.2,
        range: 2,
      }),
      source,
    ],
    cat: [
      settingsOf('curve', {
        x: 'spectrum',
        split: 'recipe',
        quantities: ['auxiliary.mA', 'auxiliary.mB', 'deviation.mA'],
      }),
      source,
    ],
    num: [
      settingsOf('curve', {
        x: 'mC',
        xTitle: '*m*_{C} [GeV]',
        quantities: ['auxiliary.mA', 'deviation.mA'],
      }),
      { ...source, table: numbered },
    ],
    train: [settingsOf('training', { panels: 'spectrum', split: 'recipe' }), source],
  } as const;
  for (const [name, [settings, src]] of Object.entries(all)) {
    const d = await draw(chartOf(settings as never, src));
    console.log(name, d.width, d.height);
    writeFileSync(`/tmp/charts-look/${name}.png`, paintPng(d.svg, 1));
  }
  expect(1).toBe(1);
});
