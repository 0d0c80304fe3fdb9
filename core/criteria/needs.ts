import type { Missing } from '#core/measures/measured.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Proof } from './proof.ts';

/** Items that together could settle the question. */
export type NeedSet = readonly Missing[];

const mostSets = 64;
const key = (missing: Missing): string => JSON.stringify(missing);
const keysOf = (set: NeedSet): ReadonlySet<string> => new Set(set.map(key));

const united = (left: NeedSet, right: NeedSet): NeedSet => {
  const known = keysOf(left);
  return [...left, ...right.filter((missing) => !known.has(key(missing)))];
};

/** Keeps the sets that contain no other; capped, since a form has few questions and a cross product may have many. */
const minimal = (sets: readonly NeedSet[]): readonly NeedSet[] => {
  const ordered = sets.toSorted((a, b) => a.length - b.length);
  const kept: NeedSet[] = [];
  for (const set of ordered) {
    const keys = keysOf(set);
    if (!kept.some((smaller) => smaller.every((missing) => keys.has(key(missing))))) kept.push(set);
    if (kept.length === mostSets) break;
  }
  return kept;
};

const product = (all: readonly (readonly NeedSet[])[]): readonly NeedSet[] =>
  all.reduce<readonly NeedSet[]>((sets, next) => minimal(sets.flatMap((set) => next.map((other) => united(set, other)))), [[]]);

type Wanted = Exclude<Truth, 'unknown'>;
const other = (wanted: Wanted): Wanted => (wanted === 'true' ? 'false' : 'true');

const ofLeaf = (proof: Proof, wanted: Wanted): readonly NeedSet[] => {
  if (proof.truth === wanted) return [[]];
  return proof.truth === 'unknown' && proof.missing.length > 0 ? [proof.missing] : [];
};

const choices = (count: number, of: number): readonly (readonly number[])[] => {
  if (count === 0) return [[]];
  if (of < count) return [];
  return [...choices(count - 1, of - 1).map((set) => [...set, of - 1]), ...choices(count, of - 1)];
};

const mostTerms = 12;

const ofAtLeast = (proof: Proof, count: number, wanted: Wanted): readonly NeedSet[] => {
  const sets = proof.parts.map((part) => setsFor(part, wanted));
  if (sets.length > mostTerms) return [proof.parts.flatMap((part) => part.missing)];
  const needed = wanted === 'true' ? count : sets.length - count + 1;
  return choices(needed, sets.length).flatMap((chosen) => product(chosen.map((index) => sets[index] ?? [])));
};

const setsFor = (proof: Proof, wanted: Wanted): readonly NeedSet[] => {
  const { condition, parts } = proof;
  if (parts.length === 0) return ofLeaf(proof, wanted);
  const each = (truth: Wanted) => parts.map((part) => setsFor(part, truth));
  switch (condition.kind) {
    case 'and':
      return minimal(wanted === 'true' ? product(each('true')) : each('false').flat());
    case 'or':
      return minimal(wanted === 'true' ? each('true').flat() : product(each('false')));
    case 'not':
      return minimal(each(other(wanted)).flat());
    case 'at-least':
      return minimal(ofAtLeast(proof, condition.count, wanted));
    case 'if': {
      const [test, ...branches] = parts;
      const opening = test === undefined || test.truth !== 'unknown' ? [[]] : minimal([...setsFor(test, 'true'), ...setsFor(test, 'false')]);
      return minimal(branches.flatMap((taken) => product([opening, setsFor(taken, wanted)])));
    }
    default:
      // Alternatives and references: any one part that is settled settles the whole.
      return minimal(each(wanted).flat());
  }
};

/**
 * The smallest sets of missing items with which an unknown could become `wanted` ("needs information, and which").
 * Empty when it cannot; the first set is the shortest.
 */
export const minimalNeeds = (proof: Proof, wanted: Wanted): readonly NeedSet[] => (proof.truth === 'unknown' ? setsFor(proof, wanted) : []);
