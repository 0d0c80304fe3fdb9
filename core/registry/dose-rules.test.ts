import assert from 'node:assert/strict';
import test from 'node:test';
import { doseRules } from './dose-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

const arm = (text: string | undefined, described?: string, type: 'drug' | 'behavioural' = 'drug'): RecordChanges => ({
  arms: [{ id: 'a', intervention: 'X', participants: 40, ...(text === undefined ? {} : { text }) }],
  interventions: [{ name: 'X', type, ...(described === undefined ? {} : { text: described }) }],
});
const copied = (text: string, own: RecordChanges): RecordChanges => ({
  ...own,
  copies: [{ where: 'a', kind: 'copy', interventions: [{ name: 'x', text }] }],
});
const twoDoses: RecordChanges = {
  arms: ['1×10^6 cells/kg once', '2×10^6 cells/kg once'].map((text, index) => ({
    id: `${index}`,
    intervention: 'X',
    text,
  })),
  interventions: [{ name: 'X', type: 'biological', text: '1×10^6 or 2×10^6 cells/kg' }],
};

test('doses: which, how much, how often', () =>
  expectRules(doseRules, [
    [
      'doses-disagree',
      arm('2×10^6 cells/kg once', '1×10^6 cells/kg once'),
      arm('2×10^6 cells/kg once', '2 million cells per kg'),
    ],
    ['doses-disagree', copied('1 × 10\\^6 cells / kg', arm('2×10^6 cells/kg once')), twoDoses],
    ['doses-disagree', arm('1×10^6 IU daily', '2×10^6 IU'), arm('1×10^6 IU daily', '2×10^6 cells/kg')],
    ['dose-not-stated', arm('X for lupus'), arm('X for lupus', '5 mg daily')],
    ['dose-not-stated', arm(undefined), arm('exercise', undefined, 'behavioural')],
    [
      'dose-not-stated',
      arm('X'),
      { arms: [{ id: 'Placebo', intervention: 'Placebo', text: 'an infusion', participants: 40 }] },
    ],
    ['number-of-doses-not-stated', arm('5 mg of X in 30 ml'), arm('5 mg of X in 30 ml, once')],
    ['number-of-doses-not-stated', arm('5 mg of X'), arm('5 mg of X', 'injected twice')],
    [
      'number-of-cycles-not-stated',
      arm('5 mg daily for 2 weeks, with an interval of 2 weeks'),
      arm('5 mg daily for 2 weeks, with an interval of 2 weeks, three cycles'),
    ],
    ['number-of-cycles-not-stated', arm('5 mg daily, 2 weeks off'), arm('5 mg daily')],
    ['month-as-interval', arm('5 mg once every month'), arm('5 mg once every 28 days')],
    [
      'course-does-not-add-up',
      arm('5 mg every other day for 2 weeks (6 times)'),
      arm('5 mg every other day for 2 weeks (7 times)'),
    ],
    [
      'course-does-not-add-up',
      arm('5 mg every 3 days for 12 days (7 times)'),
      arm('5 mg every 3 days for 12 days (5 times)'),
    ],
    [
      'course-does-not-add-up',
      arm('5 mg every week for 4 weeks (7 times)'),
      arm('5 mg every week for 4 weeks (4 times)'),
    ],
  ]));

test('the reading is the copy that says it, or what was published', () => {
  const cycles = arm('5 mg daily with an interval of 2 weeks');
  assert.equal(
    firstFinding(copied('three cycles make 12 weeks', cycles), 'number-of-cycles-not-stated').reading,
    'as copies[1].interventions[1].text has it',
  );
  const published: RecordChanges = {
    copies: [{ where: 'p', kind: 'publication', arms: [{ id: 'b', text: '1 mg/kg' }] }],
  };
  assert.equal(
    firstFinding({ ...arm('X'), ...published }, 'dose-not-stated').reading,
    'as copies[1].arms[1].text has it',
  );
  assert.equal(firstFinding(arm('X'), 'dose-not-stated').reading, undefined);
});

test('an arm without a text is a place without words', () => {
  assert.deepEqual(firstFinding(arm(undefined), 'dose-not-stated').places, [
    { place: 'arms[1].text', quote: undefined },
  ]);
});
