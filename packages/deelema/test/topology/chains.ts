import { topologyFromConfig, type DecayStep } from '../../src/topology/topology.ts';

/** Steps written as `A:a1 B:b1,l1`. */
export function steps(text: string): DecayStep[] {
  return text.split(' ').map((step) => {
    const [mass, visibles] = step.split(':');
    return { mass, visibles: visibles === '' ? [] : visibles.split(',') };
  });
}

/** Three decays in each branch, the first with two particles. */
export const CHAIN = topologyFromConfig({
  branches: [steps('G:j1,j3 A:a1 B:b1'), steps('G:j2,j4 A:a2 B:b2')],
  exchanges: [
    ['j1', 'j3'],
    ['j2', 'j4'],
    ['b1', 'b2'],
  ],
});

/** Two decays in one branch and one in the other, which starts with the second mass. */
export const LOPSIDED = topologyFromConfig({
  branches: [steps('A:a1 B:b1'), steps('B:b2')],
  exchanges: [],
});
