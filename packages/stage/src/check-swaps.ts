import { checkSection, ConfigError, projectYaml } from '@deelema/workflow';
import { loadStage } from './load-stage.ts';
import type { StagePlan } from './plan.ts';

/**
 * Checks the settings of every swapped stage of the project by its own schema, before the first of its stages starts.
 *
 * @throws ConfigError naming everything that is wrong, or a module that cannot be loaded.
 */
export async function checkSwaps({ root, base, kind, name, config }: StagePlan): Promise<void> {
  const problems: string[] = [];
  for (const [stage, { swap, config: settings }] of Object.entries(config.sections)) {
    if (!swap || !('use' in swap)) continue;
    const { config: schema } = await loadStage(root, base, stage, swap.use);
    const yaml = projectYaml(root, kind, name);
    problems.push(...checkSection(yaml, [stage], settings, schema).problems);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
}
