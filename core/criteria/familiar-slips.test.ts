import assert from 'node:assert/strict';
import test from 'node:test';
import { unreadable } from './given.ts';

/** What is written out of habit, and what the reader is told to write instead; none where nothing is known. */
const rows: readonly (readonly [sentence: string, instead: string | undefined])[] = [
  ['creatinine at screening <= 1,2 mg/dL', 'a point before the decimals'],
  ['platelets at screening < 100,000 /uL', 'the number without a comma between its thousands'],
  ['platelets at screening < 100 000 /uL', 'the number without blanks between its thousands'],
  ['creatinine at screening => 1.2 mg/dL', '>='],
  ['creatinine at screening =< 1.2 mg/dL', '<='],
  ['creatinine at screening == 1.2 mg/dL', '='],
  ['UPCR falls by = 50% from baseline', '> or >= before it'],
  ['UPCR falls by 50% from baseline', '> or >= before it'],
  ['ALT at screening > 3 × ULN', 'x'],
  ['ALT at screening > 3 x uln', 'ULN'],
  ['ALT at screening > 3 ULN', '1 x ULN, or 3 x ULN'],
  ['ALT at screening > ULN', '1 x ULN, or 3 x ULN'],
  ['ALT at screening > 3 times LLN', 'x LLN'],
  ['ALT at screening > 3 xULN', 'x ULN'],
  ['change of SLEDAI-2K from baseline <= -4', 'a fall, such as falls by >= 4 from baseline: no number is below zero'],
  ['received rituximab within 6 months before 2026-05-18', 'a visit or milestone: no date stands in a sentence'],
  ['judged “able and willing” at screening', 'straight double quotes'],
  ['creatinine at screening less than 1.2 mg/dL', '<'],
  ['creatinine at screening less than or equal to 1.2 mg/dL', '<='],
  ['creatinine at screening is above 1.2 mg/dL', '>'],
  ['creatinine at screening greater than or equal to 1.2 mg/dL', '>='],
  ['creatinine at screening at most 1.2 mg/dL', '<='],
  ['pregnant at screening is yes', '= or no word at all'],
  ['urine-hCG at screening equals negative', '='],
  ['received rituximab within 6 months prior to screening', 'before'],
  ['received rituximab in the last 6 months', 'within 6 months before screening'],
  ['UPCR decreases by > 50% from baseline', 'falls by'],
  ['UPCR increases by > 50% from baseline', 'rises by'],
  ['pregnant at screening and/or lactating at screening', 'or'],
  ['pregnant at screening AND lactating at screening', 'small letters'],
  [
    'if pregnant at screening then lactating at screening else fertile at screening',
    '(if … then … else …), in parentheses',
  ],
  ['received prednisone where (lasting 6 months) ever', 'lasting at least'],
  ['pregnant at screening xor lactating at screening', undefined],
];
for (const [sentence, instead] of rows)
  test(`${sentence}: ${instead ?? 'no slip that is known'}`, () => assert.equal(unreadable(sentence).nearest, instead));
