import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useOnnxRuntime } from '@deelema/tfjs-onnxruntime';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { writeModelDirectory } from '../src/index.ts';
import { densityDescription, weightsOf } from './support.ts';
it('x', async () => {
  const d = densityDescription();
  const [a, b] = [temporaryFolder(), temporaryFolder()];
  await writeModelDirectory(a, d, weightsOf(d));
  await useOnnxRuntime({ threads: 1 });
  await writeModelDirectory(b, d, weightsOf(d));
  for (const f of ['model.onnx', 'model.json', 'weights.bin']) expect(readFileSync(join(a, f)).equals(readFileSync(join(b, f)))).toBe(true);
  console.log(readFileSync(join(a, 'model.json'), 'utf8'), readFileSync(join(a, 'model.onnx')).length);
});
