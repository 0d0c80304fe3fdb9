import { isSameUnit } from '#core/conduct/accept-item.ts';
import { siteOn } from '#core/conduct/decide-transfer.ts';
import { implausibleResults } from '#core/measures/implausible.ts';
import type { Sitting } from '#core/measures/measure.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { oncePer } from '#core/measures/once-per.ts';
import { compareRanges, exactly, type Range, scaleRange } from '#core/quantities/range.ts';
import { divide, multiply, rational, zero } from '#core/quantities/rational.ts';
import type { Study } from '#core/study/study.ts';
import {
  aboutItem,
  asWritten,
  type CheckedData,
  type CheckedItem,
  type EditCheck,
  type ProposedQuery,
} from './checked-data.ts';

/** What was entered at one visit, for computations that read nothing else. */
const sittingOf = (items: readonly CheckedItem[]): Sitting => ({
  point: items[0]?.visit ?? '',
  date: undefined,
  answer: (name) => {
    const found = items.find(({ item }) => item === name);
    return found && { written: found.value, unit: found.unit, date: undefined, record: found.record };
  },
  earlier: [],
  birth: undefined,
  sex: undefined,
  normalRange: () => undefined,
  medication: { courses: [], completeThrough: undefined },
});

const askImplausible = (items: CheckedData['items'], entered: readonly CheckedItem[]): readonly ProposedQuery[] =>
  implausibleResults(
    entered.flatMap(({ item }) => items.get(item) ?? []),
    sittingOf(entered),
  ).flatMap(({ item, plausible }): readonly ProposedQuery[] => {
    const found = entered.find((each) => each.item === item);
    if (found === undefined) return [];
    const text = `${item} at ${found.visit} is ${asWritten(found)}; plausible are ${plausible}. Please check it against the source.`;
    return [{ rule: 'value not plausible', about: aboutItem(found), text }];
  });

/** It hangs on the items of one visit alone: what was entered elsewhere asks nothing anew. */
const askedOf = oncePer((items: CheckedData['items']) =>
  oncePer((entered: readonly CheckedItem[]) => askImplausible(items, entered)),
);

/** Results that no laboratory is likely to report. */
export const checkPlausibility: EditCheck = ({ items, entered }) => entered.flatMap(askedOf(items));

const numberOf = ({ dossier }: CheckedData, { item, visit }: CheckedItem): Range | undefined => {
  const measure = dossier.study.lexicon.measures.get(item);
  if (measure === undefined || !measure.instrument?.items.some(({ id }) => id === item)) return undefined;
  const measured = dossier.chart.measure(item, visit);
  return measured.kind === 'number' && measured.status === 'ok' ? measured.range : undefined;
};

const isAboveZero = (range: Range): boolean => compareRanges(range, '>', exactly(zero)) === 'true';

/** Whether one is certainly more than so many times the other; of nothing that may be zero. */
const isFar = (now: Range, before: Range, times: number): boolean => {
  if (!isAboveZero(now) || !isAboveZero(before)) return false;
  const factor = rational(times);
  return (
    compareRanges(now, '>', scaleRange(before, factor)) === 'true' ||
    compareRanges(before, '>', scaleRange(now, factor)) === 'true'
  );
};

const isSameText = (a: CheckedItem, b: CheckedItem): boolean => a.value === b.value && a.unit === b.unit;

/** What was found of an item beside the one before: both are the same objects until one of them changes. */
interface ComparedItems {
  readonly before: CheckedItem;
  readonly times: number;
  readonly isFar: boolean;
}

const comparedOf = oncePer((_: Study) => new WeakMap<CheckedItem, ComparedItems>());

/** Whether two results of one measure are far apart; what was compared already is not computed again. */
const isFarFromBefore = (data: CheckedData, found: CheckedItem, before: CheckedItem): boolean => {
  if (isSameText(before, found)) return false;
  const compared = comparedOf(data.dossier.study);
  const times = data.limits.timesOfBefore;
  const known = compared.get(found);
  if (known?.before === before && known.times === times) return known.isFar;
  const [now, then] = [numberOf(data, found), numberOf(data, before)];
  const isFarNow = now !== undefined && then !== undefined && isFar(now, then, times);
  compared.set(found, { before, times, isFar: isFarNow });
  return isFarNow;
};

/** Numbers that differ from those of the visit before by more than a disease is likely to bring about. */
export const checkAgainstBefore: EditCheck = (data) =>
  data.entered.flat().flatMap((found): readonly ProposedQuery[] => {
    const before = found.unit === undefined ? undefined : data.before.get(found);
    if (before === undefined || !isFarFromBefore(data, found, before)) return [];
    const text = `${found.item} is ${asWritten(found)} at ${found.visit} and was ${asWritten(before)} at ${before.visit}: more than ${data.limits.timesOfBefore} times apart. Please check it against the source.`;
    return [{ rule: 'value far from the visit before', about: aboutItem(found), text }];
  });

/** The unit in which the laboratory of the site gives its normal range. */
const unitOfRange = (data: CheckedData, found: CheckedItem): string | undefined => {
  const { study, participant } = data.dossier;
  const { sites, laboratories = [] } = study.definition;
  const site = siteOn(participant, participant.visits.get(found.visit)?.on ?? '');
  const laboratory = sites.find(({ id }) => id === site)?.laboratory;
  const ranges = laboratories.find(({ id }) => id === laboratory)?.ranges ?? [];
  return ranges.find(({ measure }) => measure === found.item)?.unit;
};

/** Whether a number lies so many times beyond a normal range that its unit is likely to be a slip. */
const isFarFromNormal = (now: Range, { low, high }: NormalRange, times: number): boolean => {
  const factor = rational(times);
  const from = low ?? (high && divide(high, factor));
  const to = high ?? (low && multiply(low, factor));
  const isBelow = from !== undefined && compareRanges(scaleRange(now, factor), '<', exactly(from)) === 'true';
  return isBelow || (to !== undefined && compareRanges(now, '>', exactly(multiply(to, factor))) === 'true');
};

/** Written in another unit than the normal range, and converted to its unit still not far from it: no slip. */
const fitsNormal = (data: CheckedData, found: CheckedItem): boolean => {
  const range = data.dossier.chart.normalRange(found.item, found.visit);
  const now = numberOf(data, found);
  return range !== undefined && now !== undefined && !isFarFromNormal(now, range, data.limits.timesOfBefore);
};

/** What is asked of a unit: that of the visit before; of what was not measured before, that of the normal range. */
const usualUnit = (data: CheckedData, found: CheckedItem): string | undefined => {
  const before = data.before.get(found)?.unit;
  if (before !== undefined) return before;
  const unit = unitOfRange(data, found);
  const isOther = unit !== undefined && unit !== found.unit;
  return isOther && fitsNormal(data, found) ? undefined : unit;
};

/**
 * Units other than those in which results usually come: accepted, and often a slip. A first result in another unit than
 * the normal range of the laboratory is converted before the two are compared, and is no slip where it is near it.
 */
export const checkUnits: EditCheck = (data) =>
  data.entered.flat().flatMap((found): readonly ProposedQuery[] => {
    const usual = found.unit === undefined ? undefined : usualUnit(data, found);
    if (found.unit === undefined || usual === undefined || usual === found.unit || isSameUnit(usual, found.unit))
      return [];
    const text = `${found.item} at ${found.visit} is in ${found.unit}; usual is ${usual}. Please check the unit.`;
    return [{ rule: 'unit other than usual', about: aboutItem(found), text }];
  });
