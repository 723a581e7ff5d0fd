import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  collectedStages,
  ConfigError,
  neededStages,
  sha256,
  stageDir,
  stageEntry,
  toldStages,
  type Config,
  type Kind,
  type Member,
} from '@deelema/workflow';
import { MAKING, MANIFEST } from './manifest.ts';

/** Folders by the stage that wrote them. */
export type Folders = Readonly<Record<string, string>>;

/** What the stages of a study's member left behind. */
export interface MemberFolders {
  readonly name: string;
  readonly labels: Member['labels'];
  readonly inputs: Folders;
}

/**
 * The folders that a stage reads, absolute.
 *
 * @returns None for an optional stage that is not there, whatever may lie in its folder.
 * @throws ConfigError if one of them has not been made.
 */
export function upstreamFolders(root: string, config: Config, stage: string): Folders {
  return foldersOf(root, config, stage, neededStages(stage, Object.keys(config.sections)));
}

/**
 * The folders of the stages whose making a stage tells of, absolute.
 *
 * @returns None for an optional stage that is not there.
 * @throws ConfigError if one of them has not been made.
 */
export function toldFolders(root: string, config: Config, stage: string): Folders {
  return foldersOf(root, config, stage, toldStages(stage, Object.keys(config.sections)));
}

function foldersOf(
  root: string,
  config: Config,
  stage: string,
  wanted: readonly string[]
): Folders {
  const folders = wanted.map((upstream) => {
    const { kind } = stageEntry(upstream);
    const owner = kind === config.kind ? config.name : String(config.dataset);
    return [upstream, madeFolder(root, stage, { kind, owner, upstream })];
  });
  return Object.fromEntries(folders) as Folders;
}

/**
 * The folders that a stage reads of every member of its study, absolute.
 *
 * @returns None for a stage that collects nothing.
 * @throws ConfigError if one of them has not been made.
 */
export function memberFolders(root: string, config: Config, stage: string): MemberFolders[] {
  if (stageEntry(stage).collects === undefined) return [];
  return config.members.map(({ name, labels, pipeline, stages }) => {
    const folders = collectedStages(stage, stages).map((upstream) => [
      upstream,
      madeFolder(root, stage, { kind: stageEntry(upstream).kind, owner: pipeline, upstream }),
    ]);
    return { name, labels, inputs: Object.fromEntries(folders) as Folders };
  });
}

/** Whose stage is needed. */
interface Needed {
  readonly kind: Kind;
  readonly owner: string;
  readonly upstream: string;
}

function madeFolder(root: string, stage: string, { kind, owner, upstream }: Needed): string {
  const folder = stageDir(kind, owner, upstream);
  if (existsSync(join(root, folder, MANIFEST))) return join(root, folder);
  throw new ConfigError(
    `${stage} needs ${folder}, which has not been made: run the stage through Nx, or run "${upstream}" first.`
  );
}

/** What upstream folders hold: the digest of each one's manifest. */
export function manifestDigests(folders: Folders): Record<string, string> {
  return digests(folders, [MANIFEST]);
}

/** What upstream folders say of their making: the digest of each one's manifest and `making.json`. */
export function makingDigests(folders: Folders): Record<string, string> {
  return digests(folders, [MANIFEST, MAKING]);
}

function digests(folders: Folders, files: readonly string[]): Record<string, string> {
  const found = Object.entries(folders).map(([stage, folder]) => [
    stage,
    sha256(files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')),
  ]);
  return Object.fromEntries(found) as Record<string, string>;
}
