import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from '#core/record/canonical.ts';
import type { DrawnList } from './draw-list.ts';
import type { MinimisationMethod } from './minimisation.ts';

/** A slot that was given to somebody, or was voided. */
export interface TakenSlot {
  readonly stratum: string;
  readonly slot: number;
}

export interface NoSlot {
  readonly refused: 'unknown stratum' | 'list exhausted';
}

/**
 * The slot that the next participant of a stratum takes: the first not yet taken. A taken slot is never given again.
 * Refuses a stratum that is not on the list, and a stratum whose slots are all taken.
 * Throws when a slot was taken twice or is not on the list: then list and record do not belong together.
 */
export const nextSlot = <S extends TakenSlot>(
  list: { readonly slots: readonly S[] },
  stratum: string,
  taken: readonly TakenSlot[],
): S | NoSlot => {
  const slots = list.slots.filter((slot) => slot.stratum === stratum);
  if (slots.length === 0) return { refused: 'unknown stratum' };
  const gone = taken.filter((slot) => slot.stratum === stratum).map(({ slot }) => slot);
  const used = new Set(gone);
  if (used.size < gone.length) throw new Error(`allocation: a slot of stratum ${stratum} was taken twice`);
  const strange = gone.find((slot) => slots[slot - 1]?.slot !== slot);
  if (strange !== undefined) throw new Error(`allocation: slot ${strange} of stratum ${stratum} is not on the list`);
  return slots.find(({ slot }) => !used.has(slot)) ?? { refused: 'list exhausted' };
};

/** HMAC-SHA-256, in hex, of the canonical text of what is committed to, under a key of this label derived from the secret. */
export const commit = (label: string, secret: Uint8Array, committed: unknown): string => {
  const key = hmac(sha256, secret, utf8ToBytes(label));
  return bytesToHex(hmac(sha256, key, utf8ToBytes(canonicalText(committed))));
};

/**
 * Commitment to a list, in hex: HMAC-SHA-256 of its canonical text under a key derived from the secret. May be published:
 * it shows later that the list was not exchanged, and without the secret no guess can be tried against it.
 */
export const listCommitment = (list: DrawnList, secret: Uint8Array): string =>
  commit('allocation list commitment/1', secret, list);

/**
 * Commitment to minimisation, which has no list, in the same way: to the method, and to the secret that with the past
 * decides every draw. A default that the method leaves out is committed to by the version of its algorithm.
 */
export const minimisationCommitment = (method: MinimisationMethod, secret: Uint8Array): string =>
  commit('minimisation commitment/1', secret, method);
