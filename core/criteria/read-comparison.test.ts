import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable, withoutSpans } from './given.ts';

const here = { kind: 'here' };
const measure = (name: string, point: object = here) => ({ kind: 'measure', measure: name, point });
const number = (written: string, unit?: string) => ({ kind: 'number', written, unit });
const baseline = { kind: 'named', name: 'baseline' };

const rows: readonly (readonly [string, object])[] = [
  ...(['<', '<=', '>', '>=', '=', '!='] as const).map(
    (comparator) =>
      [`PGA ${comparator} 2`, { kind: 'comparison', left: measure('PGA'), comparator, right: number('2') }] as const,
  ),
  ['2 < PGA', { kind: 'comparison', left: number('2'), comparator: '<', right: measure('PGA') }],
  ['PGA between 1 and 2', { kind: 'between', value: measure('PGA'), low: number('1'), high: number('2') }],
  [
    '(PGA + 1) between 1 and 2',
    {
      kind: 'between',
      value: { kind: 'sum', operator: '+', left: measure('PGA'), right: number('1') },
      low: number('1'),
      high: number('2'),
    },
  ],
  ['2 between PGA and 3', { kind: 'between', value: number('2'), low: measure('PGA'), high: number('3') }],
  [
    'UPCR within 15% of UPCR at baseline',
    { kind: 'tolerance', value: measure('UPCR'), percent: '15', of: measure('UPCR', baseline) },
  ],
  [
    'UPCR falls by > 30% from baseline',
    {
      kind: 'trend',
      value: measure('UPCR'),
      direction: 'falls',
      comparator: '>',
      by: { kind: 'percent', percent: '30' },
      from: baseline,
    },
  ],
  [
    'creatinine rises by >= 0.3 mg/dL from baseline',
    {
      kind: 'trend',
      value: measure('creatinine'),
      direction: 'rises',
      comparator: '>=',
      by: { kind: 'amount', amount: number('0.3', 'mg/dL') },
      from: baseline,
    },
  ],
  [
    'PGA falls by > 30% of PGA at screening from baseline',
    {
      kind: 'trend',
      value: measure('PGA'),
      direction: 'falls',
      comparator: '>',
      by: {
        kind: 'amount',
        amount: { kind: 'percent-of', percent: '30', of: measure('PGA', { kind: 'named', name: 'screening' }) },
      },
      from: baseline,
    },
  ],
  ['pregnant', { kind: 'level', value: measure('pregnant'), levels: ['yes'], negated: false }],
  ['pregnant = no', { kind: 'level', value: measure('pregnant'), levels: ['no'], negated: false }],
  ['urine-hCG != positive', { kind: 'level', value: measure('urine-hCG'), levels: ['positive'], negated: true }],
  [
    'urine-hCG at baseline in (negative, positive)',
    { kind: 'level', value: measure('urine-hCG', baseline), levels: ['negative', 'positive'], negated: false },
  ],
];
for (const [sentence, expected] of rows)
  test(sentence, () => assert.deepEqual(withoutSpans(conditionOf(sentence)), expected));

test('the span of a comparison is the comparison', () => {
  const sentence = 'PGA > 1 and  UPCR at week 4 <= 0.5 g/g ';
  const read = conditionOf(sentence);
  assert(read.kind === 'and');
  assert.deepEqual(
    read.terms.map(({ span }) => sentence.slice(span.start, span.end)),
    ['PGA > 1', 'UPCR at week 4 <= 0.5 g/g'],
  );
});

/** Sentence, what stands at the place, what was expected there, nearest. */
const errors: readonly (readonly [string, string, string, string | undefined])[] = [
  ['urine-hCG = negtive', 'negtive', 'negative', 'negative'],
  ['urine-hCG', '', '=', undefined],
  ['urine-hCG at baseline and pregnant', 'and', 'in (…)', undefined],
  ['urine-hCG = "negative"', '"negative"', 'negative', undefined],
  ['urine-hCG < positive', '<', '!=', undefined],
  ['urine-hCG in negative', 'negative', '(', undefined],
  ['urine-hCG in (negative; positive)', ';', ')', undefined],
  ['pregnant = maybe', 'maybe', 'yes', undefined],
  ['not UPCR', '', 'between', undefined],
  ['UPCR at baseline low', 'low', 'falls by', undefined],
  ['UPCR falls > 30% from baseline', '>', 'by', undefined],
  ['UPCR falls by 30% from baseline', '30%', '>=', '> or >= before it'],
  ['UPCR falls by < 30% from baseline', '<', '>', undefined],
  ['UPCR falls by > 30%', '', 'from', undefined],
  ['UPCR falls by > 30% from week 3', 'week', 'a visit or milestone', 'week 4'],
  ['PGA + 1 falls by > 1 from baseline', '', 'a comparator', undefined],
  ['UPCR within 4 weeks before screening', '4', 'a percentage', undefined],
  ['UPCR between 1 g/g or 2 g/g', 'or', 'and', undefined],
  ['PGA < 1 < 2', '<', 'the end of the sentence', undefined],
];
for (const [sentence, place, expected, nearest] of errors)
  test(`${sentence}: at "${place}" expects ${expected}`, () => {
    const found = unreadable(sentence);
    if (place !== '' || found.span.start === sentence.length)
      assert.equal(sentence.slice(found.span.start, found.span.end), place);
    assert(found.expected.includes(expected), found.expected.join('; '));
    assert.equal(found.nearest, nearest);
  });
