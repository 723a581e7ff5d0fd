import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputFolder, outputFolder } from '../src/folders.ts';

describe('what a stage reads and writes', () => {
  const out = outputFolder('contaminate', join('/', 'out'));

  it('declared outputs by their names, further files inside the folder', () => {
    expect(out.path('events')).toBe(join('/', 'out', 'events.arrow'));
    expect(out.file('sub/mass.svg')).toBe(join('/', 'out', 'sub', 'mass.svg'));
    expect(inputFolder('train', 'in').path('training')).toBe(join('in', 'training.json'));
  });

  it.each(['../elsewhere.svg', '/etc/elsewhere', 'sub/../../elsewhere'])(
    'refuses %s, which leaves the folder',
    (name) => {
      expect(() => out.file(name)).toThrow(
        `contaminate: the output "${name}" leaves its folder: expected a name inside it.`
      );
    }
  );

  it('refuses an output that is not declared, and says which are', () => {
    expect(() => out.path('event')).toThrow(
      'contaminate has no output "event": expected one of events.'
    );
  });
});
