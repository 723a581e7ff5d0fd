// @ts-check
// node explain.mjs <kind> <name>: says what is wrong with a YAML file, and fails.
import { checkedTargets } from './checked-targets.mjs';

const [kind, name] = process.argv.slice(2);
try {
  await checkedTargets(
    process.cwd(),
    /** @type {import('@deelema/workflow').Kind} */ (kind),
    name ?? ''
  );
  console.log(`${kind} ${name} is in order now: run the command again.`);
} catch (error) {
  const { exitCode, message, stack } = /** @type {Error & { exitCode?: number }} */ (error);
  console.error(exitCode === undefined ? stack : message);
}
process.exitCode = 2;
