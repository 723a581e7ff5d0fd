import { parseNumbers } from '../disk/parse-number.ts';

/** One process of an LHE file; cross-sections in pb. */
export interface LheProcess {
  readonly crossSection: number;
  readonly error: number;
  readonly maximumWeight: number;
  /** Number of the process, LPRUP. */
  readonly id: number;
}

/** What an LHE file says in front of its events. */
export interface LheInit {
  /** Version of the format, e.g. `3.0`. */
  readonly version: string;
  /** PDG ids of the beams. */
  readonly beams: readonly [number, number];
  /** Beam energies, GeV. */
  readonly beamEnergies: readonly [number, number];
  readonly processes: readonly LheProcess[];
  /** The `<generator>` entries, name and version first; without that of {@link LheInit.sample}. */
  readonly generators: readonly string[];
  /** What the events are, in files that were written here. */
  readonly sample: string | undefined;
}

/**
 * Cross-section of all processes of a file together, in pb; their errors are added in quadrature.
 *
 * @param init What the file says in front of its events.
 */
export function totalCrossSection(init: LheInit): { value: number; error: number } {
  const value = init.processes.reduce((sum, process) => sum + process.crossSection, 0);
  const error = Math.hypot(...init.processes.map((process) => process.error));
  return { value, error };
}

/** The entry of a sample line, as `initText` writes it. */
const OWN_GENERATOR = /^<generator name='deelema'>(.+)<\/generator>$/;

/** Collects the lines between `<init>` and `</init>`. */
export class InitBuilder {
  private beams: LheInit | undefined;
  private announced = 0;
  private readonly processes: LheProcess[] = [];
  private readonly generators: string[] = [];
  private sample: string | undefined;

  /**
   * Takes one line.
   *
   * @returns What is wrong with it, as a clause; undefined if it is well.
   */
  add(line: string, version: string): string | undefined {
    const text = line.trim();
    if (text.startsWith('<generator')) this.addGenerator(text);
    if (text === '' || text.startsWith('<') || text.startsWith('#')) return undefined;
    if (this.beams === undefined) return this.addBeams(text, version);
    return this.processes.length < this.announced ? this.addProcess(text) : undefined;
  }

  /** The finished init, or as a clause what it lacks. */
  finish(): LheInit | string {
    if (this.beams === undefined) return 'the init block is empty, expected a line on the beams';
    if (this.processes.length < this.announced) {
      return `the init block has ${this.processes.length} processes, expected ${this.announced}`;
    }
    return { ...this.beams, sample: this.sample };
  }

  /** The entry that the writer makes of a sample line is one again, or each conversion would add another. */
  private addGenerator(text: string): void {
    const sample = OWN_GENERATOR.exec(text)?.[1];
    if (sample === undefined) this.generators.push(generatorText(text));
    else this.sample = sample;
  }

  private addBeams(text: string, version: string): string | undefined {
    const v = new Float64Array(10);
    const fields = parseNumbers(text, v);
    if (fields !== v.length || !v.every(Number.isFinite)) {
      return `the line on the beams has ${fields} fields, expected 10 numbers`;
    }
    const { processes, generators } = this;
    this.announced = v[9]!;
    const beamEnergies = [v[2], v[3]] as const;
    const beams = [v[0], v[1]] as const;
    this.beams = { version, beams, beamEnergies, processes, generators, sample: undefined };
    return undefined;
  }

  private addProcess(text: string): string | undefined {
    const v = new Float64Array(4);
    const fields = parseNumbers(text, v);
    if (fields !== v.length || !v.every(Number.isFinite)) {
      return `the line on a process has ${fields} fields, expected 4 numbers`;
    }
    this.processes.push({ crossSection: v[0], error: v[1], maximumWeight: v[2], id: v[3] });
    return undefined;
  }
}

/** `<generator name='X' version='1'>text</generator>` becomes `X 1 text`. */
function generatorText(tag: string): string {
  const attributes = /^<generator\b([^>]*)>/.exec(tag)?.[1] ?? '';
  const values = [...attributes.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => m[1] ?? m[2]);
  const text = tag.replace(/<[^>]*>/g, '').trim();
  return [...values, text].filter((part) => part !== '').join(' ');
}
