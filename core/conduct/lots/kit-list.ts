import { realDose } from '#core/conduct/visible-doses.ts';
import { commit } from '#core/randomisation/allocation.ts';
import { openStream } from '#core/randomisation/stream.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { Lot } from './lot.ts';
import type { SealedKit } from './lot-event.ts';
import { kitsInStock } from './lot-stock.ts';

/** How many kits each arm gets of each dose, named as everybody knows it, and the first number of their common range. */
export interface KitPlan {
  readonly ofEachArm: Readonly<Record<string, number>>;
  readonly first: number;
}

/** Kit numbers have so many digits at least. */
const digits = 5;

/**
 * Lists kits in the order in which those of an arm are handed out. Every arm gets as many of each dose, and their numbers
 * are one range in random order (Fisher–Yates, by a stream of the secret): whatever is handed out to whom, the numbers
 * are a random sample without replacement, so that neither a number nor its order tells the arm. Handing out the lowest
 * number of an arm first would tell it: the numbers left out would be of the others. In a design whose arms do not look
 * alike the label tells the arm, and numbers hide nothing. Throws for a first number below 1.
 */
export const kitsFor = (
  definition: StudyDefinition,
  { ofEachArm, first }: KitPlan,
  secret: Uint8Array,
): readonly SealedKit[] => {
  if (!(Number.isSafeInteger(first) && first >= 1)) throw new Error(`kits cannot be numbered from ${first}`);
  const kits = Object.entries(ofEachArm).flatMap(([dose, count]) =>
    definition.arms.flatMap(({ id: arm }) => {
      const product = realDose(definition, arm, dose)?.product;
      return product === undefined ? [] : Array.from({ length: count }, () => ({ dose, arm, product }));
    }),
  );
  const numbers = openStream(secret, 'kits', String(first)).shuffle(kits.map((_, index) => first + index));
  return kits.map((kit, index) => ({ kit: String(numbers[index]).padStart(digits, '0'), ...kit }));
};

/** Commitment to a list of kits, in hex, as that to an allocation list: published, it shows later that none was exchanged. */
export const kitCommitment = (kits: readonly SealedKit[], secret: Uint8Array): string =>
  commit('kit list commitment/1', secret, kits);

/** The kit of a lot that is handed out next: the first of its papers that nobody has; undefined where none is left. */
export const nextKit = (lot: Lot): string | undefined => kitsInStock(lot)[0];
