import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from './given.ts';
import { placeAt } from './place-at.ts';
import { printCondition } from './print.ts';
import { openPoints } from './walk.ts';

/** What a sentence says at week 24. */
const rows: readonly (readonly [string, string])[] = [
  ['UPCR < 0.5 g/g', 'UPCR at week 24 < 0.5 g/g'],
  ['UPCR at baseline < 0.5 g/g', 'UPCR at baseline < 0.5 g/g'],
  ['not pregnant', 'not pregnant at week 24'],
  ['pregnant or lactating', 'pregnant at week 24 or lactating at week 24'],
  ['creatinine <= 125% of creatinine at baseline', 'creatinine at week 24 <= 125% of creatinine at baseline'],
  ['PGA - PGA at baseline < 0.3', 'PGA at week 24 - PGA at baseline < 0.3'],
  ['PGA * 2 between PGA and 3', 'PGA at week 24 * 2 between PGA at week 24 and 3'],
  ['UPCR falls by > 50% from baseline', 'UPCR at week 24 falls by > 50% from baseline'],
  ['PGA rises by >= PGA / 2 from baseline', 'PGA at week 24 rises by >= PGA at week 24 / 2 from baseline'],
  ['creatinine within 15% of creatinine at baseline', 'creatinine at week 24 within 15% of creatinine at baseline'],
  ['change of PGA from baseline > 1', 'change of PGA at week 24 from baseline > 1'],
  [
    'number of new A grades of BILAG-2004 from baseline = 0',
    'number of new A grades of BILAG-2004 at week 24 from baseline = 0',
  ],
  ['(if CR then pregnant else fertile)', '(if CR at week 24 then pregnant at week 24 else fertile at week 24)'],
  ['any available of (pregnant; CR at week 4)', 'any available of (pregnant at week 24; CR at week 4)'],
  ['at least 1 of (pregnant)', 'at least 1 of (pregnant at week 24)'],
  ['judged "worse"', 'judged "worse" at week 24'],
  ['reached consent', 'reached consent'],
  ['undefined "no rule"', 'undefined "no rule"'],
  ['had infection ever', 'had infection ever'],
  ['had infection within 4 weeks before screening', 'had infection within 4 weeks before screening'],
  ['had infection from first dose to week 24', 'had infection from first dose to week 24'],
];
for (const [sentence, expected] of rows)
  test(`${sentence} at week 24`, () => {
    const placed = placeAt(conditionOf(sentence), 'week 24');
    assert.equal(printCondition(placed), expected);
    assert.deepEqual(openPoints(placed), []);
  });

test('a window before the point that is asked about is named too', () => {
  const query = conditionOf('had infection within 4 weeks before screening');
  assert(query.kind === 'records' && query.window.kind === 'within');
  const open = { ...query, window: { ...query.window, point: { kind: 'here' } as const } };
  assert.equal(printCondition(placeAt(open, 'week 4')), 'had infection within 4 weeks before week 4');
  const between = { ...query, window: { kind: 'from-to', from: { kind: 'here' }, to: { kind: 'here' } } as const };
  assert.equal(printCondition(placeAt(between, 'week 4')), 'had infection from week 4 to week 4');
});
