import { InputError } from '@deelema/events';

/**
 * Makes ONNX Runtime the engine of TensorFlow.js.
 *
 * @param threads Number of threads.
 * @throws InputError if it does not load here.
 */
export async function startEngine(threads: number): Promise<void> {
  const { useOnnxRuntime } = await import('@deelema/tfjs-onnxruntime');
  try {
    await useOnnxRuntime({ threads });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new InputError(
      `ONNX Runtime, which computes, does not load here: ${reason.replace(/\.$/, '')}; install it with "npm install onnxruntime-node".`,
      { cause: error }
    );
  }
}
