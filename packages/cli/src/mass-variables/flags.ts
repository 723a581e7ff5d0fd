import {
  type TrialMass,
  VARIABLE_NAMES,
  type VariableName,
  VARIABLES,
  type VariableSettings,
  type VisibleMasses,
} from '@deelema/baseline';
import { ConfigError, suggest } from '@deelema/workflow';
import { listed } from '../event-files/text.ts';

/** The flags that say which mass variables are taken, as text. */
export interface VariableFlags {
  readonly variables: string;
  readonly mC: string;
  readonly mB?: string;
  readonly mY?: string;
  readonly pzY?: string;
  readonly visibleMasses?: string;
}

/**
 * What the flags say.
 *
 * @param flags The flags.
 * @returns The settings.
 * @throws ConfigError naming the flag, what it holds and what was expected.
 */
export function variableSettings(flags: VariableFlags): VariableSettings {
  const { mB, mY, pzY, visibleMasses } = flags;
  const settings: VariableSettings = {
    variables: variableNames(flags.variables),
    mC: trialMass('--m-c', flags.mC),
    mB: mB === undefined ? undefined : trialMass('--m-b', mB),
    mY: mY === undefined ? undefined : number('--m-y', mY, (mass) => mass > 0, 'a mass above 0'),
    pzY: pzY === undefined ? undefined : number('--pz-y', pzY, Number.isFinite, 'a momentum'),
    visibleMasses: visibleMasses === undefined ? undefined : masses(visibleMasses),
  };
  checkNeeds(settings);
  checkUses(settings);
  return settings;
}

/** The flag that gives a mass. */
const FLAG = { mC: '--m-c', mB: '--m-b', mY: '--m-y', pzY: '--pz-y' } as const;

function checkNeeds(settings: VariableSettings): void {
  for (const name of settings.variables) {
    const missing = VARIABLES[name].needs.find((key) => settings[key] === undefined);
    if (missing === undefined) continue;
    throw new ConfigError(
      `${name} needs ${FLAG[missing]}, which is missing: give it, or leave ${name} out.`
    );
  }
}

/** What is given and has no use shows that something else was meant. */
function checkUses(settings: VariableSettings): void {
  const needed = settings.variables.flatMap((name) => VARIABLES[name].needs);
  // The momentum of a resonance belongs to its mass.
  for (const [key, owner] of [
    ['mB', 'mB'],
    ['mY', 'mY'],
    ['pzY', 'mY'],
  ] as const) {
    if (settings[key] === undefined || needed.includes(owner)) continue;
    const users = VARIABLE_NAMES.filter((name) => VARIABLES[name].needs.includes(owner));
    throw new ConfigError(
      `${FLAG[key]} is given, but no variable of --variables needs it: add ${listed(users)}, or leave it out.`
    );
  }
}

function variableNames(text: string): VariableName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isVariable(name));
  if (unknown !== undefined) throw new ConfigError(unknownVariable(unknown));
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) {
    throw new ConfigError(`--variables names ${twice} twice: expected each variable once.`);
  }
  return names as VariableName[];
}

function isVariable(name: string): name is VariableName {
  return (VARIABLE_NAMES as readonly string[]).includes(name);
}

function unknownVariable(name: string): string {
  if (name === '') return `--variables has an empty name: expected names such as mt2_b,m2cc_ab.`;
  const hint = hintFor(name);
  const list = hint.includes('one of') ? '' : ` There are ${VARIABLE_NAMES.join(', ')}.`;
  return `--variables: there is no variable "${name}".${hint}${list}`;
}

/** Who writes M_T2 or M_2CC(ab) as papers do, or the subsystem not at all, shall find it, too. */
function hintFor(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const begun = VARIABLE_NAMES.filter((each) => each.replaceAll('_', '').startsWith(plain));
  if (plain === '' || begun.length === 0) return suggest(name, VARIABLE_NAMES);
  return ` Did you mean ${listed(begun.map((each) => `"${each}"`))}?`;
}

function trialMass(flag: string, text: string): TrialMass {
  const [first, second, ...more] = text.split(',').map(massOf);
  if (more.length > 0 || first === undefined || (second === undefined && text.includes(','))) {
    throw new ConfigError(
      `${flag} is "${text}": expected a mass in GeV, 0 or more, or one for each branch such as 0,80.`
    );
  }
  return second === undefined ? first : [first, second];
}

function masses(text: string): VisibleMasses {
  const entries = text.split(',').map((entry) => {
    const [role, value, ...more] = entry.split('=').map((word) => word.trim());
    const mass = massOf(value ?? '');
    if ((role === 'a' || role === 'b') && mass !== undefined && more.length === 0) {
      return [role, mass] as const;
    }
    throw new ConfigError(
      `--visible-masses has "${entry}": expected masses in GeV, 0 or more, such as a=4.7,b=0.`
    );
  });
  const given = Object.fromEntries(entries);
  if (Object.keys(given).length === entries.length) return given;
  throw new ConfigError(`--visible-masses is "${text}": expected one mass for each of a and b.`);
}

function number(
  flag: string,
  text: string,
  accepts: (value: number) => boolean,
  expected: string
): number {
  const value = Number(text);
  if (text.trim() !== '' && value < Infinity && accepts(value)) return value;
  throw new ConfigError(`${flag} is "${text}": expected ${expected} in GeV.`);
}

function massOf(text: string): number | undefined {
  const mass = Number(text);
  return text.trim() !== '' && mass >= 0 && mass < Infinity ? mass : undefined;
}
