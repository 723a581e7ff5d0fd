export { MODEL_FILES } from './disk/file-names.ts';
export { readModelDirectory } from './disk/read-model.ts';
export type { StoredModel } from './disk/read-model.ts';
export { writeModelDirectory } from './disk/write-model.ts';

export { modelSchema, MODEL_VERSION } from './record/model-schema.ts';
export type {
  DensityDescription,
  DensityModelRecord,
  ModelDescription,
  ModelRecord,
  PaperDescription,
  PaperModel,
} from './record/model-schema.ts';
export { densityModelSettings, frameSettings, massParameters } from './record/density-settings.ts';

export { inputColumns, resultColumns } from './solve/columns.ts';
export { massShells } from './solve/mass-shells.ts';
export type { MassShell } from './solve/mass-shells.ts';
export { loadModel, solveEvents } from './solve/solve-events.ts';
export type { LoadedModel, SolveOptions } from './solve/solve-events.ts';
