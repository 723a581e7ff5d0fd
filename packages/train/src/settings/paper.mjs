// @ts-check
import { z } from 'zod';
import { backend, beamEnergy, seed } from './common.mjs';

const auxiliary = z.strictObject({
  deltaA: z
    .number()
    .default(0.3)
    .describe(
      'Start of δ_A: the auxiliary mass of A begins at that of B + scale · (ELU(δ_A) + 1). About −2.5 begins just above B.'
    ),
  deltaB: z
    .number()
    .default(0.3)
    .describe(
      'Start of δ_B: the auxiliary mass of B begins at m_C + scale · (ELU(δ_B) + 1). About −2.5 begins just above m_C.'
    ),
});

/** The published recipe; the defaults are those of PRR 5, 043186, Table II, for the toy, with the depth of the authors' public code. */
export const paper = z.strictObject({
  recipe: z.literal('paper').describe('The published training: the distances of Eq. (1) alone.'),
  mC: z.number().nonnegative().describe('Conjectured mass of the invisible particle C, in GeV.'),
  seed,
  scale: z
    .number()
    .positive()
    .default(1000)
    .describe('Momenta and masses are divided by this many GeV; 100 suits top quarks.'),
  layers: z.int().min(1).max(64).default(6).describe('Number of hidden layers.'),
  width: z.int().min(1).max(8192).default(256).describe('Nodes of each hidden layer.'),
  batchNormalisation: z
    .boolean()
    .default(true)
    .describe(
      'Normalise each hidden layer over the batch: on in the paper, off in the authors’ public code.'
    ),
  completion: z
    .enum(['exact', 'mc', 'pt', 'pt_mc'])
    .default('exact')
    .describe(
      'How the network’s outputs become momenta: "exact" imposes both pTmiss and m_C; "mc" leaves m_C to the loss, "pt" leaves pTmiss, "pt_mc" both.'
    ),
  distance: z
    .enum(['l1', 'l2', 'squaredMasses', 'huber'])
    .default('l1')
    .describe(
      'Distance between two masses in the loss: |x − y|, (x − y)², |x² − y²|, or Huber’s with width scale.'
    ),
  standardise: z
    .boolean()
    .default(false)
    .describe(
      'Shift and scale each network input to mean 0 and standard deviation 1 over the training split.'
    ),
  ptmissInput: z
    .boolean()
    .default(false)
    .describe(
      'Give the network pTmiss as two further inputs: for events in which it is not minus the sum of the visible momenta.'
    ),
  frame: z
    .enum(['laboratory', 'canonical'])
    .default('laboratory')
    .describe(
      'Frame of the network’s inputs and outputs: "laboratory" as published, or "canonical", in which boosts along the beam, rotations about it, reflections and the order of the branches are undone.'
    ),
  pairing: z
    .enum(['given', 'blind'])
    .default('given')
    .describe(
      'Which b belongs to which a: "given" takes the file’s pairing, as published; "blind" takes of each event the pairing with the smaller loss, in training and in what is predicted.'
    ),
  auxiliary: auxiliary.prefault({}).describe('Where the auxiliary masses of A and B begin.'),
  batch: z
    .int()
    .min(1)
    .default(2048)
    .describe(
      'Largest number of events per optimiser step; the events of an epoch are spread evenly over its steps.'
    ),
  epochs: z.int().min(1).default(100).describe('How many times every training event is seen.'),
  learningRate: z.number().positive().default(1e-2).describe('Learning rate of the first epoch.'),
  decay: z
    .number()
    .nonnegative()
    .default(2)
    .describe('The learning rate of an epoch is learningRate · (1 − epoch/epochs)^decay.'),
  beamEnergy,
  ...backend,
});
