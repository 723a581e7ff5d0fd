/** Files of a model's directory. */
export const MODEL_FILES = {
  model: 'model.json',
  weights: 'weights.bin',
  onnx: 'model.onnx',
} as const;
