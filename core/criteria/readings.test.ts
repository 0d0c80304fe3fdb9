import assert from 'node:assert/strict';
import test from 'node:test';
import { sayRange } from '#core/measures/say.ts';
import { type ChartFacts, chartFrom, explained, formulaOf, lexicon, truthOf } from './given.ts';
import { readingsIn } from './readings.ts';
import { daysOf, isNoDate } from './window-days.ts';

const held = { screening: '2026-05-18', randomisation: '2026-06-01', baseline: '2026-06-01', 'week 4': '2026-06-29' };

/** Each reading as `date value`, or `date ?` while it is open; `perhaps` where it may lie outside. */
const found = (text: string, facts: ChartFacts): readonly string[] => {
  const value = formulaOf(text);
  assert(value.kind === 'reading', text);
  const chart = chartFrom({ dates: held, ...facts });
  const days = daysOf(value.window, chart, 'week 24');
  assert(!isNoDate(days), text);
  return readingsIn(value.measure, value.window, lexicon)(chart, 'week 24', days).map(
    ({ date, worth, isRead, mayBeOutside }) =>
      `${date?.written ?? 'no date'} ${isRead ? sayRange(worth.range) : '?'}${mayBeOutside ? ' perhaps' : ''}`,
  );
};

const heldBut = (visit: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(held).filter(([each]) => each !== visit));

const upcr = (at: Readonly<Record<string, string>>): ChartFacts => ({
  items: Object.fromEntries(Object.entries(at).map(([point, value]) => [`UPCR at ${point}`, value])),
});
const all = { screening: '3 g/g', baseline: '2 g/g', 'week 4': '1 g/g' };

/** What was recorded, the window, its readings. */
const rows: readonly (readonly [string, ChartFacts, readonly string[]])[] = [
  ['within 4 weeks before randomisation', upcr(all), ['2026-05-18 3', '2026-06-01 2']],
  ['within 13 days before randomisation', upcr(all), ['2026-06-01 2']],
  // A visit that is still to come is open where it may lie in the window: week 24 not after a later week 4.
  ['within 30 weeks after randomisation', upcr(all), ['2026-06-01 2', '2026-06-29 1', 'no date ?']],
  ['within 4 weeks after randomisation', upcr(all), ['2026-06-01 2', '2026-06-29 1', 'no date ?']],
  ['within 27 days after randomisation', upcr(all), ['2026-06-01 2']],
  ['within 1 to 4 weeks after randomisation', upcr(all), ['2026-06-29 1', 'no date ?']],
  ['at least 1 day after randomisation', upcr(all), ['2026-06-29 1', 'no date ?']],
  ['within 8 weeks around randomisation', upcr(all), ['2026-05-18 3', '2026-06-01 2', '2026-06-29 1', 'no date ?']],
  ['within 27 days around randomisation', upcr(all), ['2026-05-18 3', '2026-06-01 2']],
  [
    'within 30 weeks after randomisation',
    { ...upcr(all), dates: { ...held, 'week 24': 'missed' } },
    ['2026-06-01 2', '2026-06-29 1'],
  ],
  // A week 4 of which nothing is recorded lies between the visits around it, and is open until it is missed or held.
  [
    'within 12 weeks after randomisation',
    { ...upcr(all), dates: { ...heldBut('week 4'), 'week 24': '2026-11-16' } },
    ['2026-06-01 2', 'no date ?'],
  ],
  ['within 27 days after randomisation', { ...upcr(all), dates: heldBut('screening') }, ['no date ?', '2026-06-01 2']],
  ['within 1 day after week 4', { ...upcr(all), dates: heldBut('screening') }, ['2026-06-29 1', 'no date ?']],
  // A window before a point: a screening that was not recorded lies no later than baseline.
  [
    'within 8 weeks before week 4',
    { ...upcr(all), dates: heldBut('screening') },
    ['no date ?', '2026-06-01 2', '2026-06-29 1'],
  ],
  ['within 2 weeks before week 4', { ...upcr(all), dates: heldBut('screening') }, ['2026-06-29 1']],
  // Ever reaches up to what is recorded.
  ['ever', upcr(all), ['2026-05-18 3', '2026-06-01 2', '2026-06-29 1']],
  // Not recorded is open; not done is no reading.
  ['within 4 weeks before randomisation', upcr({ screening: '3 g/g' }), ['2026-05-18 3', '2026-06-01 ?']],
  ['within 4 weeks before randomisation', upcr({ ...all, baseline: 'not done' }), ['2026-05-18 3']],
  // A visit that may still come before the end of the window is open; one that was missed is not.
  ['since baseline', upcr(all), ['2026-06-01 2', '2026-06-29 1', 'no date ?']],
  ['since baseline', { ...upcr(all), dates: { ...held, 'week 24': 'missed', 'week 4': '2026-06-29' } }, []],
  ['ever', { ...upcr(all), dates: { ...held, 'week 4': 'missed' } }, ['2026-05-18 3', '2026-06-01 2']],
  // A date known in part may lie outside.
  [
    'within 1 week before randomisation',
    { ...upcr(all), dates: { ...held, screening: '2026-05' } },
    ['2026-05 3 perhaps', '2026-06-01 2'],
  ],
  [
    'within 1 week before randomisation',
    { items: { 'UPCR at baseline': '2 g/g' }, dates: { ...held, screening: '2026-05' } },
    ['2026-05 ? perhaps', '2026-06-01 2'],
  ],
];
for (const [window, facts, expected] of rows)
  test(`UPCR ${window}: ${expected.join(', ') || 'nothing to ask'}`, () => {
    if (expected.length > 0) assert.deepEqual(found(`latest UPCR ${window}`, facts), expected);
    else assert.throws(() => found(`latest UPCR ${window}`, facts), /latest UPCR/);
  });

test('of a daily rate every day is a reading', () => {
  const history = [{ concept: 'prednisone', start: '2026-05-30', end: 'ongoing', dose: '20 mg' }];
  const facts = { history, complete: { medication: '2026-06-01' } };
  assert.deepEqual(found('highest prednisone-equivalent within 3 days before randomisation', facts), [
    '2026-05-29 0',
    '2026-05-30 20',
    '2026-05-31 20',
    '2026-06-01 20',
  ]);
});

test('a window without an end, or of years, is too long to follow day by day', () => {
  const [only, ...others] = found('highest prednisone-equivalent ever', {});
  assert.deepEqual([only, others.length], ['no date ?', 0]);
});

/** SLEDAI-2K, renal: 4 points for each of four items (Gladman 2002); a letter an item: present, absent, not done, open. */
const renal = (at: Readonly<Record<string, string>>): ChartFacts => {
  const items = ['urinary-casts', 'haematuria', 'proteinuria', 'pyuria'];
  const answers: Readonly<Record<string, string>> = { p: 'present', a: 'absent', n: 'not done' };
  const given = Object.entries(at).flatMap(([point, letters]) =>
    items.flatMap((item, index) => {
      const answer = answers[letters[index] ?? ''];
      return answer === undefined ? [] : [[`SLEDAI-2K.${item} at ${point}`, answer] as const];
    }),
  );
  return { dates: held, items: Object.fromEntries(given) };
};

/** What was assessed at screening and at baseline, and the readings within 4 weeks before randomisation. */
const scores: readonly (readonly [string, string, readonly string[]])[] = [
  ['pppa', 'paaa', ['2026-05-18 12', '2026-06-01 4']],
  ['pppn', 'paaa', ['2026-05-18 12 to 16', '2026-06-01 4']],
  ['ppp?', 'paaa', ['2026-05-18 12 to 16', '2026-06-01 4']],
  ['nnnn', 'paaa', ['2026-06-01 4']],
  ['????', 'paaa', ['2026-05-18 ?', '2026-06-01 4']],
  ['nnn?', 'paaa', ['2026-05-18 ?', '2026-06-01 4']],
];
for (const [screening, baseline, expected] of scores)
  test(`a score of ${screening}, then ${baseline}: ${expected.join(', ')}`, () => {
    const facts = renal({ screening, baseline });
    assert.deepEqual(found('highest SLEDAI-2K-renal within 4 weeks before randomisation', facts), expected);
  });

/** What a comparison of the readings comes to; the items at each visit as above, or creatinine in mg/dL. */
const creatinine = (at: Readonly<Record<string, string>>, dates: ChartFacts['dates'] = held): ChartFacts => ({
  dates,
  items: Object.fromEntries(Object.entries(at).map(([point, value]) => [`creatinine at ${point}`, `${value} mg/dL`])),
});
const inMay = { ...held, screening: '2026-05' };
const [oneThenOne, week24] = [
  { baseline: '1', 'week 4': '1' },
  { ...held, 'week 24': '2026-11-16' },
];
const truths: readonly (readonly [string, ChartFacts, string])[] = [
  [
    'highest SLEDAI-2K-renal within 4 weeks before randomisation <= 4',
    renal({ screening: 'pppn', baseline: 'paaa' }),
    'false',
  ],
  [
    'highest SLEDAI-2K-renal within 4 weeks before randomisation > 12',
    renal({ screening: 'pppn', baseline: 'paaa' }),
    'unknown',
  ],
  [
    'latest SLEDAI-2K-renal within 4 weeks before randomisation <= 4',
    renal({ screening: 'paaa', baseline: 'pppn' }),
    'false',
  ],
  [
    'highest creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '3', baseline: '1' }, inMay),
    'unknown',
  ],
  [
    'highest creatinine within 2 weeks before randomisation > 3 mg/dL',
    creatinine({ screening: '3', baseline: '1' }, inMay),
    'false',
  ],
  [
    'highest creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '1', baseline: '3' }, inMay),
    'true',
  ],
  [
    'lowest creatinine within 2 weeks before randomisation < 2 mg/dL',
    creatinine({ screening: '1', baseline: '3' }, inMay),
    'unknown',
  ],
  [
    'mean creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '3', baseline: '3' }, inMay),
    'true',
  ],
  [
    'mean creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '2', baseline: '3' }, inMay),
    'true',
  ],
  [
    'mean creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '1', baseline: '3' }, inMay),
    'unknown',
  ],
  [
    'latest creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '3', baseline: '1' }, inMay),
    'false',
  ],
  [
    'first creatinine within 2 weeks before randomisation > 2 mg/dL',
    creatinine({ screening: '3', baseline: '1' }, inMay),
    'unknown',
  ],
  [
    'latest creatinine within 1 week before screening > 2 mg/dL',
    creatinine({ screening: '3' }, { screening: '2026-05' }),
    'unknown',
  ],
  ['highest creatinine within 30 weeks after baseline <= 2 mg/dL', creatinine(oneThenOne), 'unknown'],
  ['highest creatinine within 30 weeks after baseline > 0.5 mg/dL', creatinine(oneThenOne), 'true'],
  [
    'highest creatinine within 30 weeks after baseline <= 2 mg/dL',
    creatinine({ ...oneThenOne, 'week 24': '3' }, week24),
    'false',
  ],
  ['latest creatinine within 30 weeks after baseline <= 2 mg/dL', creatinine(oneThenOne), 'unknown'],
  ['latest creatinine at least 1 week after baseline <= 2 mg/dL', creatinine(oneThenOne), 'unknown'],
  ['mean creatinine within 8 weeks around baseline <= 2 mg/dL', creatinine(oneThenOne), 'unknown'],
  ['mean creatinine within 2 weeks around baseline <= 2 mg/dL', creatinine({ screening: '1', ...oneThenOne }), 'true'],
  ['mean creatinine ever <= 2 mg/dL', creatinine({ screening: '1', ...oneThenOne }), 'true'],
];
for (const [sentence, facts, expected] of truths)
  test(`${sentence}, with ${JSON.stringify(facts.items)}: ${expected}`, () =>
    assert.equal(truthOf(sentence, facts), expected));

test('a reading that may lie outside the window is named in the reason', () => {
  const facts = creatinine({ screening: '3', baseline: '1' }, inMay);
  assert.deepEqual(explained('highest creatinine within 2 weeks before randomisation > 2 mg/dL', facts), [
    'highest creatinine within 2 weeks before randomisation > 2 mg/dL is not known (creatinine 3 mg/dL on 2026-05; creatinine 1 mg/dL on 2026-06-01; missing: the exact date of screening)',
  ]);
});
