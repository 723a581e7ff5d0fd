import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  ConfigError,
  backendCommand,
  digest,
  externalDigests,
  externalFiles,
  readConfig,
  stageDir,
  stageEntry,
  swapDigest,
  type Config,
  type Kind,
  type Section,
} from '@deelema/workflow';
import { codeDigest } from './code-digest.ts';
import {
  makingDigests,
  manifestDigests,
  memberFolders,
  toldFolders,
  upstreamFolders,
  type MemberFolders,
} from './upstream-folders.ts';

/** Which stage of which project to run. */
export interface StageRequest {
  /** The workspace folder, absolute. */
  readonly root: string;
  readonly kind: Kind;
  /** Name of the dataset, pipeline or study. */
  readonly name: string;
  readonly stage: string;
}

/** Everything that is settled before a stage starts. */
export interface StagePlan extends StageRequest {
  readonly config: Config;
  readonly section: Section;
  /** Folder of the YAML file, absolute. */
  readonly base: string;
  /** The output folder, absolute. */
  readonly dir: string;
  /** Upstream output folders, absolute, by stage. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The folders of the stages whose making it tells of, absolute, by stage. */
  readonly makings: Readonly<Record<string, string>>;
  /** The same of every member of a study, for a stage that collects them. */
  readonly members: readonly MemberFolders[];
  /** What the result depends on; equal parts mean an equal result. */
  readonly dependsOn: Readonly<Record<string, unknown>>;
  /** Digest of `dependsOn`. */
  readonly key: string;
}

/**
 * Settles what a stage reads, where it writes and what its result depends on.
 *
 * @throws ConfigError if the YAML is wrong, an upstream stage has not run, or the output folder leaves the workspace.
 */
export async function planStage(request: StageRequest): Promise<StagePlan> {
  const { root, kind, name, stage } = request;
  if (stageEntry(stage).kind !== kind) throw new ConfigError(`A ${kind} has no stage "${stage}".`);
  const config = await readConfig(root, kind, name);
  const section = sectionOf(config, stage);
  const dir = join(root, stageDir(kind, name, stage));
  checkInside(root, dir);
  const inputs = upstreamFolders(root, config, stage);
  const makings = toldFolders(root, config, stage);
  const members = memberFolders(root, config, stage);
  const dependsOn = {
    stage,
    project: name,
    config: section.config,
    swap: section.swap ? swapDigest(root, config.base, section.swap) : null,
    node: process.versions.node.split('.')[0],
    code: codeDigest(root, stage, section.swap),
    inputs: manifestDigests(inputs),
    ...(Object.keys(makings).length > 0 && { making: makingDigests(makings) }),
    ...(kind === 'study' && { members: members.map(describeMember) }),
    ...(await outsideWorld(root, config, stage)),
  };
  return {
    ...request,
    config,
    section,
    base: join(root, config.base),
    dir,
    inputs,
    makings,
    members,
    dependsOn,
    key: digest(dependsOn),
  };
}

/** What a few stages depend on besides settings, code and upstream stages. */
async function outsideWorld(
  root: string,
  config: Config,
  stage: string
): Promise<Record<string, unknown>> {
  const files = externalFiles(root, config.base, stage, config.sections[stage].config);
  if (!config.sections[stage].swap) Object.values(files).forEach(checkFile);
  const backend = backendCommand(config, stage);
  const options = { cwd: root, encoding: 'utf8' } as const;
  return {
    ...(Object.keys(files).length === 0 ? {} : { files: await externalDigests(root, files) }),
    ...(backend && { backend: execFileSync(process.execPath, backend, options).trim() }),
  };
}

function checkFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) throw new ConfigError(`${path} is a folder, expected a file.`);
}

/** The section of a stage; an optional one may have none. */
function sectionOf({ sections, file, name, kind }: Config, stage: string): Section {
  if (Object.hasOwn(sections, stage)) return sections[stage];
  throw new ConfigError(
    `${file} has no section "${stage}": the ${kind} ${name} has this stage only with one.`
  );
}

function describeMember({ name, labels, inputs }: MemberFolders): object {
  return { name, labels, inputs: manifestDigests(inputs) };
}

/** Refuses an output folder that a symbolic link has moved out of the workspace: Nx would not cache it. */
function checkInside(root: string, dir: string): void {
  let existing = dir;
  while (!existsSync(existing)) existing = dirname(existing);
  const real = resolve(realpathSync(existing), relative(existing, dir));
  if (relative(realpathSync(root), real).startsWith('..')) {
    throw new ConfigError(
      `${relative(root, dir)} leaves the workspace: it leads to ${real}. Remove the symbolic link; keep the whole workspace on that disk instead.`
    );
  }
}
