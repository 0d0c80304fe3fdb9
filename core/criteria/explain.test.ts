import assert from 'node:assert/strict';
import test from 'node:test';
import type { Missing } from '#core/measures/measured.ts';
import { decisive, explain, sayLeaf, sayMissing } from './explain.ts';
import { ask, type ChartFacts, explained } from './given.ts';

/** Single capitals stand for judgements; `TFU` answers A, B, C. The decisive leaves, with their truth. */
const reasons = (short: string, given: string): string => {
  const judged: Record<string, 'yes' | 'no'> = {};
  [...given].forEach((letter, index) => {
    if (letter !== 'U') judged[String.fromCharCode(65 + index)] = letter === 'T' ? 'yes' : 'no';
  });
  const sentence = short.replace(/\b[A-Z]\b/g, (letter) => `judged "${letter}"`);
  return decisive(ask(sentence, { judged }, 'week 4'))
    .map(({ condition, truth }) => `${condition.kind === 'judgement' ? condition.text : condition.kind} ${truth}`)
    .join(', ');
};

const rows: readonly (readonly [string, string, string])[] = [
  ['A', 'T', 'A true'],
  ['A and B', 'TT', 'A true, B true'],
  ['A and B', 'FF', 'A false'],
  ['A and B', 'TF', 'B false'],
  ['A and B', 'UF', 'B false'],
  ['A and B', 'TU', 'B unknown'],
  ['A and B', 'UU', 'A unknown, B unknown'],
  ['A or B', 'TT', 'A true'],
  ['A or B', 'UT', 'B true'],
  ['A or B', 'FF', 'A false, B false'],
  ['A or B', 'FU', 'B unknown'],
  ['not A', 'T', 'A true'],
  ['not (A and B)', 'FT', 'A false'],
  ['not (A or B)', 'FF', 'A false, B false'],
  ['(if A then B else C)', 'TTF', 'A true, B true'],
  ['(if A then B else C)', 'FTF', 'A false, C false'],
  ['(if A then B else C)', 'UTF', 'A unknown'],
  ['(if A then B else C)', 'UTT', 'A unknown, B true, C true'],
  ['(if A then B else C)', 'TUF', 'B unknown'],
  ['any available of (A; B)', 'TT', 'A true, B true'],
  ['any available of (A; B)', 'UF', 'B false'],
  ['any available of (A; B)', 'UU', 'A unknown, B unknown'],
  ['first available of (A; B)', 'TF', 'A true'],
  ['first available of (A; B)', 'UT', 'B true'],
  ['first available of (A; B)', 'FT', 'A false'],
  ['at least 2 of (A; B; C)', 'TTF', 'A true, B true'],
  ['at least 2 of (A; B; C)', 'TFF', 'B false, C false'],
  ['at least 2 of (A; B; C)', 'TUU', 'B unknown, C unknown'],
  ['(A or B) and C', 'FFU', 'A false, B false'],
  ['(A or B) and C', 'TUF', 'C false'],
  ['(A and B) or C', 'TTT', 'A true, B true'],
];
for (const [short, given, expected] of rows)
  test(`${short} with ${given} rests on ${expected}`, () => assert.equal(reasons(short, given), expected));

test('a reference is explained by what it stands for', () => {
  const items = { 'UPCR at week 24': '0.6 g/g', 'creatinine at week 24': '1.0 mg/dL' };
  assert.deepEqual(explained('CR at week 24', { items }), ['UPCR < 0.5 g/g does not hold (UPCR 0.6 g/g)']);
});

const screening = { dates: { screening: '2026-05-18' } };
const sentences: readonly (readonly [string, ChartFacts, readonly string[]])[] = [
  [
    'received B-cell-depletion within 24 weeks before screening',
    { ...screening, history: [{ concept: 'rituximab', start: '2026-03-02' }] },
    [
      'received B-cell-depletion within 24 weeks before screening holds (rituximab 2026-03-02, 11 weeks before screening (2026-05-18))',
    ],
  ],
  [
    'received B-cell-depletion within 24 weeks before screening',
    screening,
    [
      'received B-cell-depletion within 24 weeks before screening is not known (missing: the medication history signed as complete through 2026-05-18)',
    ],
  ],
  [
    'creatinine at screening <= 1.2 mg/dL',
    screening,
    ['creatinine at screening <= 1.2 mg/dL is not known (missing: creatinine at screening (not recorded))'],
  ],
  [
    'creatinine at screening <= 1.2 mg/dL and UPCR at screening > 1 g/g',
    { items: { 'creatinine at screening': '1.0 mg/dL', 'UPCR at screening': '<2 g/g' } },
    ['UPCR at screening > 1 g/g is not known (UPCR <2 g/g)'],
  ],
  [
    'judged "stable" at screening',
    { judged: { stable: 'no' } },
    ['judged "stable" at screening does not hold (judged "stable" no)'],
  ],
  [
    'pregnant at screening or pregnant at screening',
    {},
    ['pregnant at screening is not known (missing: pregnant at screening (not recorded))'],
  ],
];
for (const [sentence, facts, expected] of sentences)
  test(`${sentence}: ${expected.join(' ')}`, () => assert.deepEqual(explain(ask(sentence, facts)), expected));

const missing: readonly (readonly [Missing, string])[] = [
  [{ kind: 'item', item: 'UPCR', point: 'week 4', why: 'not done' }, 'UPCR at week 4 (not done)'],
  [
    { kind: 'item', item: 'pneumonia of 2026: details', point: '', why: 'not recorded' },
    'pneumonia of 2026: details (not recorded)',
  ],
  [{ kind: 'unreadable', item: 'UPCR', point: 'week 4', why: 'decimal comma' }, 'UPCR at week 4: decimal comma'],
  [
    { kind: 'unreadable', item: 'infection of 2026', point: '', why: 'which it was' },
    'infection of 2026: which it was',
  ],
  [{ kind: 'judgement', text: 'stable', point: 'week 4' }, 'the investigator\'s judgement "stable" at week 4'],
  [{ kind: 'date', of: 'screening', written: undefined }, 'the date of screening'],
  [{ kind: 'date', of: 'birth', written: '1990' }, 'the exact date of birth'],
  [
    { kind: 'source', source: 'medication', through: '2026-05-18' },
    'the medication history signed as complete through 2026-05-18',
  ],
  [{ kind: 'no rule', reason: 'nobody said' }, 'a rule: nobody said'],
];
for (const [what, expected] of missing) test(expected, () => assert.equal(sayMissing(what), expected));

test('the same evidence twice is said once', () => {
  const proof = ask('UPCR at week 4 <= UPCR at week 4', { items: { 'UPCR at week 4': '1 g/g' } });
  assert.equal(sayLeaf(proof), 'UPCR at week 4 <= UPCR at week 4 holds (UPCR 1 g/g)');
});
