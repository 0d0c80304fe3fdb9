import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Instrument, Item } from './instrument.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { MeasuredNumber } from './measured.ts';
import { type ReadLevel, readLevel } from './read-level.ts';
import { sayNumber } from './say.ts';
import { wholeForm } from './weighted-score.ts';

const id = 'LupusQoL';
const notApplicable = 'not applicable';
/** 0 all of the time to 4 never. */
const answers = ['0', '1', '2', '3', '4', notApplicable] as const;
const most = 4;

/** Domain, and its items from the first to the last. */
const domains: readonly (readonly [string, number, number])[] = [
  ['physical-health', 1, 8],
  ['pain', 9, 11],
  ['planning', 12, 14],
  ['intimate-relationships', 15, 16],
  ['burden', 17, 19],
  ['emotional-health', 20, 25],
  ['body-image', 26, 30],
  ['fatigue', 31, 34],
];

const itemId = (item: number): string => `lupusqol.${item}`;
const itemOf = (item: number): Item => ({
  id: itemId(item),
  label: `${id} item ${item}`,
  answer: { type: 'level', levels: answers },
});

/** The questionnaire by the numbers of its items: its wording is licensed and not included. */
const instrument: Instrument = {
  id,
  title: 'LupusQoL',
  items: [itemOf(1), ...Array.from({ length: 33 }, (_, index) => itemOf(index + 2))],
};

const isScored = (read: ReadLevel): read is Extract<ReadLevel, { readonly level: string }> =>
  read.level !== undefined && read.level !== notApplicable;

const computeOf =
  (domain: string, first: number, last: number) =>
  (sitting: Sitting): MeasuredNumber => {
    const reads = Array.from({ length: last - first + 1 }, (_, index) =>
      readLevel<string>(itemId(first + index), answers, sitting),
    );
    const scored = reads.filter(isScored);
    const missing = reads.flatMap((read) => (read.level === undefined ? [read.missing] : []));
    if (2 * scored.length < reads.length) {
      if (missing.length === 0)
        return notEvaluable([{ kind: 'no rule', reason: `fewer than half of the items of ${domain} apply` }]);
      return notEvaluable(missing.length === reads.length ? [wholeForm(id, sitting, missing)] : missing);
    }
    const sum = scored.reduce((total, { level }) => total + Number(level), 0);
    const range = exactly(rational(100 * sum, most * scored.length));
    return { kind: 'number', status: 'ok', range, evidence: scored.map(({ evidence }) => evidence), missing: [] };
  };

/**
 * LupusQoL: eight domains from 0 worst to 100 best, each the mean of the items answered; there is no total. "Not
 * applicable" counts as not answered.
 *
 * @source mcelhone2007
 * @returns exact, where at least half of the items of the domain were answered
 * @unknown fewer than half answered
 */
export const lupusQol: readonly Measure[] = domains.map(([domain, first, last]) => ({
  id: `${id}-${domain}`,
  title: `${id} ${domain.replaceAll('-', ' ')}`,
  value: { kind: 'score', least: 0, most: 100 },
  instrument,
  source: 'mcelhone2007',
  rule: `lupusqol-${domain}/1`,
  compute: computeOf(domain, first, last),
  explain: (measured) => `${id}-${domain} ${sayNumber(measured)}`,
}));
