import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  all,
  courses,
  day,
  type Edit,
  ended,
  kindsAfter,
  kindsOf,
  personOf,
  recorded,
  saidAfter,
  until,
} from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const medicine = (concept: string, start: string, end?: string): Edit =>
  added(150, recorded('medication', concept, start, end));

/** NCT03580291 prohibits immunosuppressants, biologics, apheresis and live vaccines; cyclophosphamide is rescue. */
const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['azathioprine on day 0', 'tablets', [medicine('azathioprine', day(0))], ['prohibited medicine begun']],
  ['azathioprine later', 'tablets', [medicine('azathioprine', day(30), day(60))], ['prohibited medicine begun']],
  [
    'azathioprine that went on',
    'tablets',
    [medicine('azathioprine', day(-300), 'ongoing')],
    ['prohibited medicine continued'],
  ],
  [
    'azathioprine that ended on day 1',
    'tablets',
    [medicine('azathioprine', day(-300), day(1))],
    ['prohibited medicine continued'],
  ],
  ['azathioprine that ended on day 0', 'tablets', [medicine('azathioprine', day(-300), day(0))], []],
  ['a drug that is allowed', 'tablets', [medicine('hydroxychloroquine', day(30), 'ongoing')], []],
  ['rescue, though it is an immunosuppressant', 'tablets', [medicine('cyclophosphamide', day(30))], []],
  [
    'the month of which day 0 is the first day',
    'tablets',
    [medicine('azathioprine', '2026-06')],
    ['prohibited medicine begun'],
  ],
  ['the year: not certain', 'tablets', [medicine('methotrexate', '2026', '2026')], []],
  ['apheresis', 'tablets', [added(150, recorded('procedure', 'immunoadsorption', day(100)))], ['prohibited procedure']],
  ['apheresis long before', 'tablets', [added(150, recorded('procedure', 'immunoadsorption', day(-100)))], []],
  [
    'a live vaccine',
    'tablets',
    [added(150, recorded('vaccination', 'live-zoster-vaccine', day(100)))],
    ['prohibited vaccine'],
  ],
  ['a vaccine that is not live', 'tablets', [added(150, recorded('vaccination', 'influenza-vaccine', day(100)))], []],
  ['a condition is no treatment', 'tablets', [added(150, recorded('condition', 'pneumonia', day(100)))], []],
  ['a trial that prohibits nothing', 'cells', [medicine('rituximab', day(100))], []],
  ['another trial: only biologics and the like', 'infusions', [medicine('azathioprine', day(100))], []],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('after the end of participation nothing is prohibited', () => {
  const left: Edit = all(until(160), added(160, ended(160, 'withdrawn')));
  const course = all(left, medicine('anifrolumab', day(161)))(courses.tablets);
  assert.ok(!kindsOf(course).includes('prohibited medicine begun'));
});

test('who was not allocated may take anything', () =>
  assert.deepEqual(
    kindsAfter('tablets', medicine('anifrolumab', day(-5), 'ongoing'), until(-1)).filter((kind) =>
      kind.startsWith('prohibited'),
    ),
    [],
  ));

test('a course that was ended in time is none', () => {
  const ongoing = added(-14, recorded('medication', 'azathioprine', day(-300), 'ongoing'));
  const record = personOf(ongoing(courses.tablets)).history.at(-1)?.record ?? assert.fail();
  const stop = added(-1, { type: 'course ended', record, end: day(-1) });
  assert.deepEqual(kindsAfter('tablets', ongoing), ['prohibited medicine continued']);
  assert.deepEqual(kindsAfter('tablets', ongoing, stop), []);
});

test('the sentence has the concept, the wider one, and since when', () =>
  assert.deepEqual(saidAfter('tablets', medicine('azathioprine', '2025-08', 'ongoing')), [
    'The protocol prohibits azathioprine (immunosuppressant): it is recorded from 2025-08, and goes on; allocation was on 2026-06-01.',
  ]));
