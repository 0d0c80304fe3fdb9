import { exactly } from '#core/quantities/range.ts';
import { add, divide, rational } from '#core/quantities/rational.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, MeasuredNumber, Missing } from './measured.ts';
import { readWholeNumber } from './read-whole-number.ts';
import { sayNumber } from './say.ts';
import { sf36Instrument, sf36ItemId } from './sf-36.ts';
import { sf36Answers, sf36Scales } from './sf-36-scales.ts';
import { wholeForm } from './weighted-score.ts';

const id = 'RAND-36';

/** Items of which the first answer is the best health. */
const bestFirst: readonly number[] = [1, 2, 20, 21, 22, 23, 26, 27, 30, 34, 36];

/**
 * An answer as a share of the way from the worst to the best: the answers of an item stand at equal distances.
 *
 * @source hays1993
 */
const scoreOf = (item: number, answer: number) => {
  const steps = sf36Answers(item) - 1;
  return rational(100 * (bestFirst.includes(item) ? steps + 1 - answer : answer - 1), steps);
};

const computeOf =
  (items: readonly number[]) =>
  (sitting: Sitting): MeasuredNumber => {
    const [evidence, missing]: [Evidence[], Missing[]] = [[], []];
    let sum = rational(0);
    for (const item of items) {
      const read = readWholeNumber(sf36ItemId(item), 1, sf36Answers(item), sitting);
      if (read.value === undefined) missing.push(read.missing);
      else {
        evidence.push(read.evidence);
        sum = add(sum, scoreOf(item, read.value));
      }
    }
    if (evidence.length === 0) return notEvaluable([wholeForm(sf36Instrument.id, sitting, missing)]);
    return {
      kind: 'number',
      status: 'ok',
      range: exactly(divide(sum, rational(evidence.length))),
      evidence,
      missing: [],
    };
  };

/**
 * RAND-36: the eight scales of the same 36 items, each the mean of the items answered, from 0 to 100; higher is better.
 * It differs from SF-36 version 1 in bodily pain, general health, and in what is done about items left out.
 *
 * @source hays1993
 * @returns exact, where at least one item of the scale was answered
 */
export const rand36: readonly Measure[] = sf36Scales.map(({ id: name, title, items }) => ({
  id: `${id}-${name}`,
  title: `${id} ${title}`,
  value: { kind: 'score', least: 0, most: 100 },
  instrument: sf36Instrument,
  source: 'hays1993',
  rule: `rand-36-${name.toLowerCase()}/1`,
  compute: computeOf(items),
  explain: (measured) => `${id}-${name} ${sayNumber(measured)}`,
}));
