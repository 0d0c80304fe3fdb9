import type { Missing } from '#core/measures/measured.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { minimal, type Need, nothing, numbering, product, productOf } from './need-sets.ts';
import { isAvailable, type Proof } from './proof.ts';
import type { RecordQuery } from './syntax.ts';

/** Items that together could settle the question. */
export type NeedSet = readonly Missing[];

type Wanted = Exclude<Truth, 'unknown'>;
const other = (wanted: Wanted): Wanted => (wanted === 'true' ? 'false' : 'true');

/** Everything that is missing anywhere below. */
const missingIn = (proof: Proof): NeedSet => [...proof.missing, ...proof.parts.flatMap(missingIn)];

const wasNotDone = (missing: Missing): boolean => missing.kind === 'item' && missing.why === 'not done';

/** A measurement that was not done is not there to be supplied: it is named only where nothing else could settle it. */
const withoutNotDone = (sets: readonly NeedSet[]): readonly NeedSet[] => {
  const recorded = sets.filter((set) => !set.some(wasNotDone));
  return recorded.length > 0 ? recorded : sets;
};

/** The record that an item belongs to: `rituximab of 2025: dose` is a detail of rituximab of 2025. */
const recordOf = (missing: Missing): string | undefined => {
  switch (missing.kind) {
    case 'date':
      return missing.of;
    case 'item':
    case 'unreadable':
      return missing.item.split(': ')[0];
    default:
      return undefined;
  }
};

/** A history that is signed, or a window that is over, says that there was no other record: no need of one that fits. */
const closesWindow = (missing: Missing, { window }: RecordQuery): boolean =>
  missing.kind === 'source' ||
  (missing.kind === 'date' && window.kind === 'from-to' && window.to.kind === 'named' && window.to.name === missing.of);

/** One record that fits makes it true, whatever else there was; none fits only when that is known of all. */
const ofRecords = (query: RecordQuery, missing: NeedSet, wanted: Wanted): readonly NeedSet[] => {
  const ofOne = missing.filter((each) => !closesWindow(each, query));
  if (wanted === 'false' || ofOne.length === 0) return [missing];
  return [...Map.groupBy(ofOne, recordOf).values()];
};

/** Nobody can supply a rule that was never written, nor a result below the limit of its assay. */
const ofLeaf = ({ condition, missing }: Proof, wanted: Wanted): readonly NeedSet[] => {
  if (missing.length === 0 || missing.some(({ kind }) => kind === 'no rule')) return [];
  return condition.kind === 'records' ? ofRecords(condition, missing, wanted) : [missing];
};

type SetsFor = (proof: Proof, wanted: Wanted) => readonly Need[];

/** Either branch, with what makes the test choose it; or both branches, whatever the test comes to. */
const ofIf = (parts: readonly Proof[], wanted: Wanted, setsFor: SetsFor): readonly Need[] => {
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
const ofAnyAvailable = (parts: readonly Proof[], wanted: Wanted, setsFor: SetsFor): readonly Need[] => {
  const stuck = parts.some((part) => part.truth === 'unknown' && isAvailable(part));
  return stuck && wanted === 'false' ? [] : parts.flatMap((part) => setsFor(part, wanted));
};

const firstAvailable = (parts: readonly Proof[]): number => {
  const index = parts.findIndex(isAvailable);
  return index < 0 ? parts.length : index;
};

const mostTerms = 12;

/** What the parts of an undecided condition need, before larger sets are left out. */
const ofParts = ({ condition, parts }: Proof, wanted: Wanted, setsFor: SetsFor): readonly Need[] => {
  const each = (truth: Wanted) => parts.map((part) => setsFor(part, truth));
  switch (condition.kind) {
    case 'and':
    case 'every-point':
      return wanted === 'true' ? product(each('true')) : each('false').flat();
    case 'or':
    case 'any-point':
      return wanted === 'true' ? each('true').flat() : product(each('false'));
    case 'not':
      return each(other(wanted)).flat();
    case 'at-least':
      return productOf(wanted === 'true' ? condition.count : parts.length - condition.count + 1, each(wanted));
    case 'if':
      return ofIf(parts, wanted, setsFor);
    case 'any-available':
      return ofAnyAvailable(parts, wanted, setsFor);
    case 'first-available':
      // What is asked after the first available term decides nothing.
      return parts.slice(0, firstAvailable(parts)).flatMap((part) => setsFor(part, wanted));
    default:
      // A reference has one part, and means what it means.
      return each(wanted).flat();
  }
};

/** Each proof is asked once for each truth, however many conditions ask it. */
const solver = () => {
  const { ofAll, itemsIn } = numbering();
  const known = { true: new WeakMap<Proof, readonly Need[]>(), false: new WeakMap<Proof, readonly Need[]>() };
  const find: SetsFor = (proof, wanted) => {
    // What is decided is not asked for again, although another alternative, once available, might decide it otherwise.
    if (proof.truth !== 'unknown') return proof.truth === wanted ? [nothing] : [];
    if (proof.parts.length === 0) return minimal(ofLeaf(proof, wanted).map(ofAll));
    // So many choices are no help to anyone: all of it is asked for.
    if (proof.condition.kind === 'at-least' && proof.parts.length > mostTerms) return [ofAll(missingIn(proof))];
    return minimal(ofParts(proof, wanted, setsFor));
  };
  const setsFor: SetsFor = (proof, wanted) => {
    const before = known[wanted].get(proof);
    if (before !== undefined) return before;
    const sets = find(proof, wanted);
    known[wanted].set(proof, sets);
    return sets;
  };
  return { setsFor, itemsIn };
};

/**
 * The smallest sets of missing items with which an unknown could become `wanted` ("needs information, and which").
 * Empty when it cannot; the first set is the shortest. Where there are more than 64, here or in a part, or more than 12
 * terms of which some are enough, each set still suffices, and a shorter one may be left out.
 */
export const minimalNeeds = (proof: Proof, wanted: Wanted): readonly NeedSet[] => {
  if (proof.truth !== 'unknown') return [];
  const { setsFor, itemsIn } = solver();
  return withoutNotDone(setsFor(proof, wanted).map(itemsIn));
};
