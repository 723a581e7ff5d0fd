import { registerKernel } from '@tensorflow/tfjs-core';
import { BACKEND_NAME } from '../backend.ts';

/** Kernels by the reason for which they are not there: one clause each. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  'complex numbers have no ONNX operators': [
    'Complex',
    'ComplexAbs',
    'FFT',
    'IFFT',
    'Imag',
    'Real',
  ],
  'the backend has no tensors of strings': [
    'StaticRegexReplace',
    'StringNGrams',
    'StringSplit',
    'StringToHashBucketFast',
  ],
  'the shape of its result depends on values, which are not known while operations are recorded': [
    'NonMaxSuppressionV3',
    'NonMaxSuppressionV4',
    'NonMaxSuppressionV5',
    'RaggedGather',
    'RaggedRange',
    'RaggedTensorToTensor',
    'SparseFillEmptyRows',
    'SparseReshape',
    'Unique',
  ],
  'images are not resampled by this backend': [
    'CropAndResize',
    'ResizeBilinear',
    'ResizeBilinearGrad',
    'ResizeNearestNeighbor',
    'ResizeNearestNeighborGrad',
    'RotateWithOffset',
    'Transform',
  ],
  'it draws on a canvas': ['Draw'],
  'morphology of images has no ONNX operators': [
    'Dilation2D',
    'Dilation2DBackpropFilter',
    'Dilation2DBackpropInput',
  ],
  'convolutions and pooling of volumes are not written yet': [
    'AvgPool3D',
    'AvgPool3DGrad',
    'Conv3D',
    'Conv3DBackpropFilterV2',
    'Conv3DBackpropInputV2',
    'MaxPool3D',
    'MaxPool3DGrad',
  ],
};

const reasons = Object.entries(REASONS)
  .flatMap(([reason, kernels]) => kernels.map((kernel): [string, string] => [kernel, reason]))
  .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The kernels of TensorFlow.js's `cpu` backend that this backend lacks.
 *
 * @returns For each, in alphabetical order, why: one clause.
 */
export function unsupportedKernels(): Readonly<Record<string, string>> {
  return Object.fromEntries(reasons);
}

// Registered, so that the error says why, and not only that there is none.
for (const [kernelName, reason] of reasons) {
  registerKernel({
    kernelName,
    backendName: BACKEND_NAME,
    kernelFunc() {
      throw new Error(
        `The kernel ${kernelName} is not supported by the onnxruntime backend: ${reason}; compute it on another backend (tf.setBackend('cpu')).`
      );
    },
  });
}
