import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, isFile, stagePackage } from '@deelema/workflow';
import type { Stage } from './contract.ts';

/**
 * Loads the module that implements a stage.
 *
 * @param root The workspace.
 * @param base Folder of the YAML file, absolute.
 * @param stage The stage.
 * @param use What the YAML names instead of our package: a package or a file.
 * @throws ConfigError if it cannot be loaded or does not export `stage`.
 */
export async function loadStage(
  root: string,
  base: string,
  stage: string,
  use: string | undefined
): Promise<Stage> {
  const name = use ?? stagePackage(stage);
  const file = isFile(name)
    ? isAbsolute(name)
      ? name
      : resolve(base, name)
    : resolvePackage(root, name);
  const exported = await importModule(name, file);
  if (!isStage(exported.stage)) {
    throw new ConfigError(
      `${stage}: ${name} exports no stage: expected \`export const stage = defineStage({ name, config, run })\`, received ${describeExports(exported)}.`
    );
  }
  return exported.stage;
}

function resolvePackage(root: string, name: string): string {
  try {
    return createRequire(join(root, 'package.json')).resolve(name);
  } catch (cause) {
    throw new ConfigError(`${name} cannot be found as a package: ${firstLine(cause)}.`, { cause });
  }
}

async function importModule(name: string, file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (cause) {
    const hint = firstLine(cause).includes('Unknown file extension ".ts"')
      ? ' (this Node does not load TypeScript; 22.18 and later do)'
      : '';
    throw new ConfigError(`${name} cannot be loaded: ${firstLine(cause)}${hint}.`, { cause });
  }
}

function isStage(value: unknown): value is Stage {
  const stage = value as Partial<Stage> | undefined;
  return typeof stage?.run === 'function' && typeof stage.config?.safeParse === 'function';
}

function describeExports(exported: Record<string, unknown>): string {
  const names = Object.keys(exported);
  return names.length > 0 ? `the exports ${names.join(', ')}` : 'no exports';
}

function firstLine(error: unknown): string {
  return (error as Error).message.split('\n')[0] ?? '';
}
