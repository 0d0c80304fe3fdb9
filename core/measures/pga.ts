import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { exactly } from '#core/quantities/range.ts';
import { compare, rational, zero } from '#core/quantities/rational.ts';
import { missingItem, notEvaluable } from './laboratory.ts';
import type { Measure } from './measure.ts';
import { sayNumber } from './say.ts';

const id = 'PGA';
const most = 3;
const title = "Physician's global assessment, 0 to 3";

/**
 * Physician's global assessment of disease activity on a visual analogue scale, 0 none to 3 severe, in steps of 0.1.
 * A scale of 0–100 mm or 0–10 is another item: the scale is stored and never guessed from the number.
 *
 * @source furie2009, no worsening: a rise of less than 0.3 points
 * @returns 0–3, as written; a number outside is unreadable
 */
export const pga: Measure = {
  id,
  title,
  value: { kind: 'score', least: 0, most },
  instrument: {
    id,
    title,
    items: [{ id, label: title, answer: { type: 'decimal', least: '0', most: String(most), places: 1 } }],
  },
  source: 'furie2009',
  rule: 'pga/1',
  compute: (sitting) => {
    const answer = sitting.answer(id);
    if (answer === undefined || answer.written === 'not done') return notEvaluable([missingItem(id, sitting, answer)]);
    const decimal = readDecimal(answer.written);
    const value = decimal && rationalOf(decimal);
    const isOnScale = value !== undefined && compare(value, zero) >= 0 && compare(value, rational(most)) <= 0;
    if (!isOnScale)
      return notEvaluable([{ kind: 'unreadable', item: id, point: sitting.point, why: 'no number from 0 to 3' }]);
    const evidence = [{ record: answer.record, what: id, written: answer.written, date: answer.date }];
    return { kind: 'number', status: 'ok', range: exactly(value), evidence, missing: [] };
  },
  explain: (measured) => `PGA ${sayNumber(measured)}`,
};
