import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { exactly } from '#core/quantities/range.ts';
import { compare, divide, multiply, rational, zero } from '#core/quantities/rational.ts';
import { missingItem, notEvaluable } from './laboratory.ts';
import type { Measure } from './measure.ts';
import { sayNumber } from './say.ts';

const title = "Physician's global assessment, 0 to 3";
const severe = rational(3);

/** A scale on which the physician marks it: its end, and the places with which it is read. */
interface PgaScale {
  readonly id: string;
  readonly label: string;
  readonly most: number;
  readonly places: number;
  readonly rule: string;
}

/** Read on a scale of its own and answered from 0 to 3, so that rules such as "less than 0.3 worse" hold for each. */
const pgaOn = ({ id, label, most, places, rule }: PgaScale): Measure => ({
  id,
  title: label,
  value: { kind: 'score', least: 0, most: 3 },
  instrument: {
    id,
    title: label,
    items: [{ id, label, answer: { type: 'decimal', least: '0', most: String(most), places } }],
  },
  source: 'furie2009',
  rule,
  compute: (sitting) => {
    const answer = sitting.answer(id);
    if (answer === undefined || answer.written === 'not done') return notEvaluable([missingItem(id, sitting, answer)]);
    const decimal = readDecimal(answer.written);
    const value = decimal && rationalOf(decimal);
    const isOnScale = value !== undefined && compare(value, zero) >= 0 && compare(value, rational(most)) <= 0;
    if (!isOnScale)
      return notEvaluable([{ kind: 'unreadable', item: id, point: sitting.point, why: `no number from 0 to ${most}` }]);
    const evidence = [{ record: answer.record, what: id, written: answer.written, date: answer.date }];
    const range = exactly(divide(multiply(value, severe), rational(most)));
    return { kind: 'number', status: 'ok', range, evidence, missing: [] };
  },
  explain: (measured) => `PGA ${sayNumber(measured)}`,
});

/**
 * Physician's global assessment of disease activity on a visual analogue scale, 0 none to 3 severe, in steps of 0.1.
 * A scale of 0–100 mm or 0–10 is another measure: the scale is stored and never guessed from the number.
 *
 * @source furie2009, no worsening: a rise of less than 0.3 points
 * @returns 0–3, as written; a number outside is unreadable
 */
export const pga = pgaOn({ id: 'PGA', label: title, most: 3, places: 1, rule: 'pga/1' });

/**
 * The same, marked on a line of 100 mm: 30 mm are 0.9.
 *
 * @source furie2009
 * @returns 0–3, exact; millimetres outside 0–100 are unreadable
 */
export const pgaMillimetres = pgaOn({
  id: 'PGA-100mm',
  label: "Physician's global assessment, marked on 100 mm, as 0 to 3",
  most: 100,
  places: 0,
  rule: 'pga-100mm/1',
});

/**
 * The same, on a scale from 0 to 10: 3 are 0.9.
 *
 * @source furie2009
 * @returns 0–3, exact; a number outside 0–10 is unreadable
 */
export const pgaTen = pgaOn({
  id: 'PGA-10',
  label: "Physician's global assessment, on 0 to 10, as 0 to 3",
  most: 10,
  places: 1,
  rule: 'pga-10/1',
});
