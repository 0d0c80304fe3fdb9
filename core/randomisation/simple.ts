import { drawArm, ratioSum } from './arm-shares.ts';
import type { AssignmentProcess } from './assignment-process.ts';
import type { ListPlan } from './design-checks.ts';
import { drawStrata, type ListSlot } from './list-slot.ts';

/** Every slot is drawn on its own, in the ratio of the arms. */
export interface SimpleMethod extends ListPlan {
  readonly algorithm: 'simple/1';
}

/** The list of simple randomisation: each arm with the chance of its share of the ratio, whatever came before. */
export const drawSimple = (method: SimpleMethod, secret: Uint8Array): readonly ListSlot[] =>
  drawStrata(method, secret, method.algorithm, () => (stream) => drawArm(method.arms, stream));

/** Simple randomisation remembers nothing: one state. */
export const simpleProcess = ({ arms }: SimpleMethod): AssignmentProcess => ({
  start: [{ state: [], chance: 1 }],
  steps: () => arms.map(({ ratio }, arm) => ({ arm, chance: ratio / ratioSum(arms), next: [] })),
});
