import type { TopLevelSpec } from 'vega-lite';
import { vegaConfig } from '../theme.ts';
import { significant } from './significant.ts';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

/**
 * A specification that draws the same figure anywhere: with the look of the figures, its data, and numbers of ten
 * significant digits. Labels keep their markup, which other programs show as it is written.
 *
 * @param spec The figure's specification, with its data inline.
 */
export function wholeSpecification(spec: TopLevelSpec): TopLevelSpec {
  const whole = { $schema: SCHEMA, config: vegaConfig, ...spec };
  return JSON.parse(
    JSON.stringify(whole, (_, value: unknown) =>
      typeof value === 'number' ? significant(value) : value
    )
  ) as TopLevelSpec;
}
