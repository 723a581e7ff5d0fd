import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from './support/workspace.ts';

/** The list of docs/architecture.md: a package may import those above it; stages stand on one floor. */
const FLOORS: readonly (readonly string[])[] = [
  ['kinematics'],
  ['random'],
  ['events'],
  ['selection'],
  ['records'],
  ['quantities'],
  ['workflow'],
  ['stage'],
  ['plots'],
  ['pages'],
  ['mass-variables'],
  ['parton-distributions'],
  ['pair-production'],
  ['generators'],
  ['mass-measurements'],
  ['tfjs-onnxruntime'],
  ['training-log'],
  ['deelema'],
  ['trained-model'],
  [
    'generate',
    'preprocess',
    'compare',
    'contaminate',
    'train',
    'baseline',
    'evaluate',
    'figures',
    'report',
    'collect',
    'charts',
    'summary',
  ],
  ['nx-pipelines'],
  ['cli'],
];

const packages = readdirSync(join(REPOSITORY, 'packages')).filter((name) =>
  existsSync(join(REPOSITORY, 'packages', name, 'package.json'))
);
const floorOf = (name: string): number => FLOORS.findIndex((floor) => floor.includes(name));

function sources(name: string): string[] {
  const folder = join(REPOSITORY, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?[tj]s$/.test(file))
    .map((file) => join(folder, file));
}

/** What a source file imports: module names as written. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map(([, from, dynamic]) => from ?? dynamic ?? '');
}

describe('imports point up the list of docs/architecture.md only', () => {
  it('every package stands on a floor', () => {
    expect(packages.filter((name) => floorOf(name) < 0)).toEqual([]);
    expect([...packages].sort()).toEqual(FLOORS.flat().sort());
  });

  it.each(packages)('%s', (name) => {
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(
      readFileSync(join(REPOSITORY, 'packages', name, 'package.json'), 'utf8')
    ) as Record<string, Record<string, string>>;
    const named = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
    const below = named
      .filter((other) => other.startsWith('@deelema/'))
      .filter((other) => floorOf(other.slice('@deelema/'.length)) >= floorOf(name));
    expect(below, 'named in package.json, but not on a floor above').toEqual([]);
    const undeclared = sources(name).flatMap((file) =>
      imports(file)
        .filter((from) => !from.startsWith('.') && !from.startsWith('node:'))
        .map((from) =>
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/')
        )
        .filter((from) => !named.includes(from) && from !== 'nx')
        .map((from) => `${file} imports ${from}`)
    );
    expect(undeclared, 'imported, but not named in package.json').toEqual([]);
  });

  it.each(packages)('%s uses every workspace package it names', (name) => {
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(REPOSITORY, 'packages', name, 'package.json'), 'utf8')
    ) as { dependencies?: Record<string, string> };
    const used = new Set(sources(name).flatMap(imports));
    const idle = Object.keys(dependencies).filter(
      (other) => other.startsWith('@deelema/') && ![...used].some((from) => from === other)
    );
    expect(idle).toEqual([]);
  });
});
