// Starts the backend with the provider that is named and adds two numbers; sends the sum or the error.
import { add } from '@tensorflow/tfjs-core';
import { useOnnxRuntime } from '../../src/index.ts';
import type { Provider } from '../../src/index.ts';

/** What is sent. */
export interface Started {
  readonly sum?: number;
  readonly error?: { readonly name: string; readonly message: string };
}

const send = (started: Started): void => void process.send!(started, () => process.exit());
try {
  await useOnnxRuntime({ provider: process.argv[2] as Provider });
  const [sum] = await add(1, 2).data();
  send({ sum });
} catch (error) {
  const { name, message } = error as Error;
  send({ error: { name, message } });
}
