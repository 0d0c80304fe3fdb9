import type { Missing } from '#core/measures/measured.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { isAvailable, type Proof } from './proof.ts';

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
  all.reduce<readonly NeedSet[]>(
    (sets, next) => minimal(sets.flatMap((set) => next.map((other) => united(set, other)))),
    [[]],
  );

type Wanted = Exclude<Truth, 'unknown'>;
const other = (wanted: Wanted): Wanted => (wanted === 'true' ? 'false' : 'true');

/** Everything that is missing anywhere below. */
const missingIn = (proof: Proof): NeedSet =>
  proof.parts.reduce<NeedSet>((all, part) => united(all, missingIn(part)), proof.missing);

/** Nobody can supply a rule that was never written, nor a result below the limit of its assay. */
const ofLeaf = ({ missing }: Proof): readonly NeedSet[] =>
  missing.length === 0 || missing.some(({ kind }) => kind === 'no rule') ? [] : [missing];

const choices = (count: number, of: number): readonly (readonly number[])[] => {
  if (count === 0) return [[]];
  if (of < count) return [];
  return [...choices(count - 1, of - 1).map((set) => [...set, of - 1]), ...choices(count, of - 1)];
};

const mostTerms = 12;

const ofAtLeast = (proof: Proof, count: number, wanted: Wanted): readonly NeedSet[] => {
  const sets = proof.parts.map((part) => setsFor(part, wanted));
  // So many choices are no help to anyone: all of it is asked for.
  if (sets.length > mostTerms) return [missingIn(proof)];
  const needed = wanted === 'true' ? count : sets.length - count + 1;
  return choices(needed, sets.length).flatMap((chosen) => product(chosen.map((index) => sets[index] ?? [])));
};

/** Either branch, with what makes the test choose it; or both branches, whatever the test comes to. */
const ofIf = (parts: readonly Proof[], wanted: Wanted): readonly NeedSet[] => {
  const [test, then, otherwise] = parts;
  if (test === undefined || then === undefined) return [];
  // A test that is decided leaves the branch that it chose.
  if (otherwise === undefined) return setsFor(then, wanted);
  const [ifTrue, ifFalse] = [setsFor(then, wanted), setsFor(otherwise, wanted)];
  return [
    ...product([setsFor(test, 'true'), ifTrue]),
    ...product([setsFor(test, 'false'), ifFalse]),
    ...product([ifTrue, ifFalse]),
  ];
};

/** An available term that is undecided (a censored result) stays so, and only another term that holds can help. */
const ofAnyAvailable = (parts: readonly Proof[], wanted: Wanted): readonly NeedSet[] => {
  const stuck = parts.some((part) => part.truth === 'unknown' && isAvailable(part));
  return stuck && wanted === 'false' ? [] : parts.flatMap((part) => setsFor(part, wanted));
};

const firstAvailable = (parts: readonly Proof[]): number => {
  const index = parts.findIndex(isAvailable);
  return index < 0 ? parts.length : index;
};

const setsFor = (proof: Proof, wanted: Wanted): readonly NeedSet[] => {
  const { condition, parts } = proof;
  // What is decided is not asked for again, although another alternative, once available, might decide it otherwise.
  if (proof.truth !== 'unknown') return proof.truth === wanted ? [[]] : [];
  if (parts.length === 0) return ofLeaf(proof);
  const each = (truth: Wanted) => parts.map((part) => setsFor(part, truth));
  switch (condition.kind) {
    case 'and':
    case 'every-point':
      return minimal(wanted === 'true' ? product(each('true')) : each('false').flat());
    case 'or':
    case 'any-point':
      return minimal(wanted === 'true' ? each('true').flat() : product(each('false')));
    case 'not':
      return minimal(each(other(wanted)).flat());
    case 'at-least':
      return minimal(ofAtLeast(proof, condition.count, wanted));
    case 'if':
      return minimal(ofIf(parts, wanted));
    case 'any-available':
      return minimal(ofAnyAvailable(parts, wanted));
    case 'first-available':
      // What is asked after the first available term decides nothing.
      return minimal(parts.slice(0, firstAvailable(parts)).flatMap((part) => setsFor(part, wanted)));
    default:
      // A reference has one part, and means what it means.
      return minimal(each(wanted).flat());
  }
};

/**
 * The smallest sets of missing items with which an unknown could become `wanted` ("needs information, and which").
 * Empty when it cannot; the first set is the shortest.
 */
export const minimalNeeds = (proof: Proof, wanted: Wanted): readonly NeedSet[] =>
  proof.truth === 'unknown' ? setsFor(proof, wanted) : [];
