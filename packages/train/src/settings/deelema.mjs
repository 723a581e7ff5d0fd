// @ts-check
import { selection } from '@deelema/selection/settings';
import { z } from 'zod';
import { backend, beamEnergy, seed } from './common.mjs';
import { resolutionTable } from './resolution.mjs';

const mass = z.number().nonnegative();

const topology = z
  .strictObject({
    name: z.string().min(1).default('custom').describe('What the run calls it.'),
    branches: z
      .tuple([
        z.array(z.strictObject({ mass: z.string().min(1), visibles: z.array(z.string().min(1)) })),
        z.array(z.strictObject({ mass: z.string().min(1), visibles: z.array(z.string().min(1)) })),
      ])
      .describe(
        'The decays of each branch from its first particle down: the name of the decaying particle’s mass and the roles of the visibles it emits; equal names are one mass.'
      ),
    exchanges: z
      .array(z.tuple([z.string(), z.string()]))
      .default([])
      .describe('Pairs of visibles that may have been confused.'),
  })
  .describe('The decays, if they are not those of the antler A → a B, B → b C in both branches.');

const simulation = z.strictObject({
  rounds: z
    .int()
    .min(0)
    .max(5)
    .default(1)
    .describe(
      'How often to correct by what comes out of simulated events before the response to the masses is taken; 0 simulates nothing.'
    ),
  events: z
    .int()
    .min(1000)
    .default(50_000)
    .describe('Most events of a simulation; as many as were measured if these are fewer.'),
  widthA: z.number().nonnegative().optional().describe('Width of A, GeV.'),
  widthB: z.number().nonnegative().optional().describe('Width of B, GeV.'),
  selection: selection
    .optional()
    .describe(
      'Cuts that the measured events have passed before preprocess, whose own are known: simulated events pass the same.'
    ),
  recoilMean: z
    .number()
    .positive()
    .optional()
    .describe('Mean transverse momentum of the pair, GeV, with an exponential spectrum.'),
});

/** The default recipe: one setting for all spectra. */
export const deelema = z.strictObject({
  recipe: z
    .literal('deelema')
    .default('deelema')
    .describe('The default training: the density of solutions beside the distances.'),
  mC: z
    .union([mass, z.tuple([mass, mass])])
    .describe('Conjectured mass of the invisible particle, or one for each branch, in GeV.'),
  seed,
  topology: topology.optional(),
  process: z
    .enum(['gluino-pair', 'top-pair', 'phase-space'])
    .default('gluino-pair')
    .describe(
      'How the pair A₁A₂ is made: like gluinos, like tops, or with |M|² = 1. Like tops, antlers with mC = 0 decay like tops and W, too: V − A.'
    ),
  beamEnergy,
  resolution: z
    .record(z.string(), resolutionTable)
    .default({})
    .describe(
      'Energy resolution of visibles, by role (a1) or by letter (a: a1 and a2); {} is the paper’s table for b jets. Omit what was measured perfectly.'
    ),
  ptmissResolution: z
    .number()
    .positive()
    .optional()
    .describe('Resolution of each component of pTmiss, GeV, beyond what the visibles do to it.'),
  outliers: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.02)
    .describe('Share of events whose masses may lie far off: background, bad measurements.'),
  layers: z.int().min(1).max(64).default(4).describe('Number of hidden layers.'),
  width: z.int().min(1).max(8192).default(128).describe('Nodes of each hidden layer.'),
  draws: z.int().min(1).max(4096).default(32).describe('Draws of the unknowns of an event.'),
  batch: z.int().min(1).default(512).describe('Events per optimiser step.'),
  steps: z.int().min(1).default(1000).describe('Optimiser steps of each measuring network.'),
  learningRate: z
    .number()
    .positive()
    .default(4e-3)
    .describe('Learning rate of the first step; it falls in proportion to the steps left.'),
  events: z
    .int()
    .min(2)
    .default(200_000)
    .describe('Most events to measure and train on: the first ones of the file.'),
  simulation: simulation
    .prefault({})
    .describe('Simulated events at the measured masses, to correct these by.'),
  experiments: z
    .int()
    .min(0)
    .max(1000)
    .default(0)
    .describe(
      'Pseudo-experiments: how often to repeat the whole measurement on simulated samples, to see whether the quoted errors are right.'
    ),
  ...backend,
});
