import { checkMethod, type ListMethod, type MethodRefused } from './allocation-method.ts';
import { type BiasedCoinMethod, drawBiasedCoin, efronChance } from './biased-coin.ts';
import { type BigStickMethod, drawBigStick } from './big-stick.ts';
import type { ListSlot } from './list-slot.ts';
import { type AllocationList, drawBlocks } from './permuted-blocks.ts';
import { drawSimple, type SimpleMethod } from './simple.ts';
import { sortUploadedList, type UploadedListMethod } from './uploaded-list.ts';

type ListOf<M> = Omit<M, 'strata' | 'slotsPerStratum' | 'rows'> & { readonly slots: readonly ListSlot[] };

/** A list with the method that it was drawn by: every slot of every stratum in order. */
export type DrawnList =
  | ListOf<SimpleMethod>
  | AllocationList
  | ListOf<BigStickMethod>
  | ListOf<BiasedCoinMethod>
  | ListOf<UploadedListMethod>;

const drawn = (method: ListMethod, secret: Uint8Array): DrawnList => {
  const { arms } = method;
  switch (method.algorithm) {
    case 'simple/1':
      return { algorithm: method.algorithm, arms, slots: drawSimple(method, secret) };
    case 'permuted-blocks/1':
      return { algorithm: method.algorithm, arms, blockSizes: method.blockSizes, slots: drawBlocks(method, secret) };
    case 'big-stick/1':
      return { algorithm: method.algorithm, arms, limit: method.limit, slots: drawBigStick(method, secret) };
    case 'biased-coin/1': {
      const { algorithm, chance = efronChance } = method;
      return { algorithm, arms, chance, slots: drawBiasedCoin(method, secret) };
    }
    case 'uploaded-list/1':
      return { algorithm: method.algorithm, arms, slots: sortUploadedList(method) };
    default:
      return method satisfies never;
  }
};

/**
 * The list of a method, whole, before the first participant comes. The same method and secret give the same list; each
 * stratum has a stream of its own, so that adding one changes no other; a longer list begins like a shorter one. An
 * uploaded list is put in order, and draws nothing. Refuses what `checkMethod` refuses; throws on a secret shorter than 16 bytes.
 */
export const drawList = (method: ListMethod, secret: Uint8Array): DrawnList | MethodRefused =>
  checkMethod(method) ?? drawn(method, secret);
