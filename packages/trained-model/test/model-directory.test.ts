import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { env, getBackend, memory, setBackend, variable, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { readModelDirectory, writeModelDirectory } from '../src/index.ts';
import type { ModelDescription } from '../src/index.ts';
import { densityDescription, JETS, paperDescription, weightsOf } from './support.ts';

beforeAll(async () => {
  env().set('PROD', true);
  await setBackend('cpu');
});

const FILES = ['model.json', 'model.onnx', 'weights.bin'];

/** Stores a model in a new folder. */
async function stored(description: ModelDescription = paperDescription()): Promise<string> {
  const dir = join(temporaryFolder(), 'train', 'model');
  await writeModelDirectory(dir, description, weightsOf(description));
  return dir;
}

interface Json {
  schemaVersion: unknown;
  topology: { exchanges: string[][] };
  auxiliary: Record<string, number>;
  architecture: { inputs: number; width: number };
  weights: { arrays: { name: string; shape: number[]; offset: number }[] };
  files: { onnx: unknown };
}

/** Changes `model.json` by hand. */
function edit(dir: string, change: (json: Json) => void): void {
  const path = join(dir, 'model.json');
  const json = JSON.parse(readFileSync(path, 'utf8')) as Json;
  change(json);
  writeFileSync(path, JSON.stringify(json));
}

const failure = async (dir: string): Promise<{ message: string; exitCode: number }> =>
  (await readModelDirectory(dir).catch((error: unknown) => error)) as never;

describe('the directory of a model', () => {
  it.each([
    ['paper', paperDescription()],
    ['paper, normalised', normalised()],
    ['deelema', densityDescription()],
    ['deelema, smeared', densityDescription({ resolution: { a1: JETS, a2: JETS } })],
  ])('gives back what was stored: %s', async (_, description) => {
    const weights = weightsOf(description);
    const dir = await stored(description);
    expect(readdirSync(dir).sort()).toEqual(FILES);
    const back = await readModelDirectory(dir);
    const { architecture, ...rest } = description;
    expect(back.record).toMatchObject({ schemaVersion: 1, ...rest });
    expect(back.record.architecture).toMatchObject(architecture);
    expect(back.weights).toEqual(weights);
  });

  it('holds weights that anyone can read: little-endian float32 at the offsets of model.json', async () => {
    const description = paperDescription();
    const dir = await stored(description);
    const { record } = await readModelDirectory(dir);
    const bytes = readFileSync(join(dir, 'weights.bin'));
    // 17 · 8 + 9 · 8 + 9 · 4 numbers.
    expect(bytes.length).toBe(4 * 244);
    const [first] = weightsOf(description);
    expect(bytes.readFloatLE(record.weights.arrays[0].offset)).toBe(first.values[0]);
    expect(bytes.readFloatLE(4)).toBe(first.values[1]);
    expect(record.weights.arrays.map(({ name }) => name).slice(0, 2)).toEqual([
      'hidden1/weights',
      'hidden1/bias',
    ]);
  });

  it('is the same bytes every time, whatever was computed before', async () => {
    const bytes = (dir: string) => FILES.map((name) => readFileSync(join(dir, name), 'base64'));
    const first = bytes(await stored(densityDescription()));
    const others = [variable(zeros([2])), variable(zeros([3]))];
    expect(bytes(await stored(densityDescription()))).toEqual(first);
    others.forEach((other) => other.dispose());
  });

  it('replaces an earlier model', async () => {
    const dir = await stored(paperDescription({ auxiliary: { A: 1001, B: 800 } }));
    const description = densityDescription();
    await writeModelDirectory(dir, description, weightsOf(description));
    expect((await readModelDirectory(dir)).record.recipe).toBe('deelema');
    expect(readdirSync(dir).sort()).toEqual(FILES);
  });

  it('leaves the backend, its tensors and variables as they were', async () => {
    const before = memory().numTensors;
    await stored(densityDescription());
    expect(getBackend()).toBe('cpu');
    expect(memory().numTensors).toBe(before);
  });

  it('refuses weights of another network, before anything is written', async () => {
    const dir = join(temporaryFolder(), 'model');
    const description = paperDescription();
    const [first, ...others] = weightsOf(description);
    await expect(writeModelDirectory(dir, description, others)).rejects.toThrow(
      'Weight array 0 is hidden1/bias [8] with 8 values, expected hidden1/weights [16,8] with 128.'
    );
    await expect(
      writeModelDirectory(dir, description, [first, ...others.slice(0, -1)])
    ).rejects.toThrow('Weight array 5 is nothing, expected output/bias [4] with 4.');
    expect(() => statSync(dir)).toThrow('ENOENT');
  });

  it.each<[string, ModelDescription, RegExp]>([
    ['a mass that decays to a heavier one', masses({ A: 790, B: 800 }), /A has 790 GeV, expected/],
    ['a mass too few', masses({ A: 1000 }), /auxiliary has A, expected A, B of the topology/],
    [
      'a resolution of an unknown particle',
      {
        ...densityDescription(),
        density: { ...densityDescription().density, resolution: { x: JETS } },
      },
      /x has a resolution, expected roles of a1, a2, b1, b2/,
    ],
    [
      'a network of other outputs',
      { ...paperDescription(), completion: 'pt_mc' },
      /the network has 16 inputs and 4 outputs, expected 16 or 18 and 8/,
    ],
  ])('refuses %s', async (_, description, expected) => {
    const dir = join(temporaryFolder(), 'model');
    const write = writeModelDirectory(dir, description, weightsOf(description));
    await expect(write).rejects.toThrow(expected);
    expect(() => statSync(dir)).toThrow('ENOENT');
  });
});

describe('a directory that is no model', () => {
  it('is refused as wrong usage where there is none', async () => {
    const dir = temporaryFolder();
    const gone = await failure(join(dir, 'gone'));
    expect(gone.message).toBe(
      `${join(dir, 'gone')} does not exist, expected the directory of a model with model.json, weights.bin, model.onnx.`
    );
    writeFileSync(join(dir, 'file'), '');
    const file = await failure(join(dir, 'file'));
    expect(file.message).toMatch(/file is a file, expected the directory of a model/);
    expect([gone.exitCode, file.exitCode]).toEqual([2, 2]);
  });

  it.each(FILES)('is refused without %s', async (name) => {
    const dir = await stored();
    rmSync(join(dir, name));
    const { message, exitCode } = await failure(dir);
    expect(message).toBe(
      `${dir} has no ${name}: the model is not whole; copy the whole directory again, or run train again.`
    );
    expect(exitCode).toBe(1);
  });

  it.each(['weights.bin', 'model.onnx'])('is refused with one altered bit in %s', async (name) => {
    const dir = await stored();
    const bytes = readFileSync(join(dir, name));
    bytes[100] ^= 1;
    writeFileSync(join(dir, name), bytes);
    const { message } = await failure(dir);
    expect(message).toMatch(
      /has the SHA-256 [0-9a-f]{64}, expected [0-9a-f]{64}: it was altered; copy/
    );
    expect(message).toContain(join(dir, name));
  });

  it('is refused if a file is longer or shorter', async () => {
    const dir = await stored();
    appendFileSync(join(dir, 'weights.bin'), 'x');
    expect((await failure(dir)).message).toMatch(/weights\.bin has 977 bytes, expected 976: /);
    writeFileSync(join(dir, 'weights.bin'), '');
    expect((await failure(dir)).message).toMatch(/weights\.bin has 0 bytes, expected 976: /);
  });

  it.each<[string, (json: Json) => void, RegExp]>([
    [
      'of another version',
      (json) => (json.schemaVersion = 7),
      /model\.json is of version 7, expected 1; update deelema, or train the model again\.$/,
    ],
    [
      'with arrays of another shape',
      (json) => (json.weights.arrays[0].shape = [16, 9]),
      /does not hang together: array 0 of the weights is .*\[16,9\].*, expected .*\[16,8\].* of the arch/,
    ],
    [
      'with an array too many',
      (json) => json.weights.arrays.push({ name: 'more', shape: [1], offset: 976 }),
      /array 6 of the weights is .*more.*, expected null of the architecture/,
    ],
    [
      'of a network of another width',
      (json) => (json.architecture.width = 9),
      /array 0 of the weights is .*\[16,8\].*, expected .*\[16,9\]/,
    ],
    [
      'of a network of other inputs',
      (json) => (json.architecture.inputs = 17),
      /the network has 17 inputs and 4 outputs, expected 16 or 18 and 4/,
    ],
    [
      'with masses of other names',
      (json) => (json.auxiliary = { A: 1000, X: 800 }),
      /auxiliary has A, X, expected A, B of the topology/,
    ],
    [
      'of decays that do not hang together',
      (json) => (json.topology.exchanges = [['b1', 'x']]),
      /does not hang together: Topology antler: the exchange of x/,
    ],
    ['with a key too many', (json) => Object.assign(json, { more: 1 }), /is not what train writes/],
    ['without a key', (json) => Object.assign(json, { files: {} }), /is not what train writes/],
  ])('is refused %s', async (_, change, expected) => {
    const dir = await stored();
    edit(dir, change);
    const { message, exitCode } = await failure(dir);
    expect(message).toMatch(expected);
    expect(exitCode).toBe(1);
  });

  it.each(['', '{"schemaVersion": 1', 'null', '[]', '3'])('is refused with "%s"', async (text) => {
    const dir = await stored();
    writeFileSync(join(dir, 'model.json'), text);
    expect((await failure(dir)).message).toMatch(/model\.json is not what train writes; copy/);
  });

  it('may lack the ONNX file where none could be made', async () => {
    const dir = await stored();
    rmSync(join(dir, 'model.onnx'));
    edit(dir, (json) => (json.files.onnx = null));
    expect((await readModelDirectory(dir)).record.files.onnx).toBeNull();
  });
});

function normalised() {
  const description = paperDescription();
  const architecture = { ...description.architecture, batchNormalisation: true };
  return { ...description, architecture };
}

function masses(auxiliary: Record<string, number>): ModelDescription {
  return { ...densityDescription(), auxiliary };
}
