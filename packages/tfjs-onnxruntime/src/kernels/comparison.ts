import { elementwise } from '../graph/operators.ts';
import { define } from './define.ts';

const COMPARISONS: Readonly<Record<string, string>> = {
  Equal: 'Equal',
  Greater: 'Greater',
  GreaterEqual: 'GreaterOrEqual',
  Less: 'Less',
  LessEqual: 'LessOrEqual',
};

for (const [kernel, operator] of Object.entries(COMPARISONS)) {
  define(kernel, ({ a, b }) => elementwise(operator, [a, b], 'bool'));
}
