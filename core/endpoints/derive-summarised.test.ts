import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { sayRange } from '#core/measures/say.ts';
import { deriveValue } from './derive-value.ts';
import { type Course, courses, endpointOf, person, studyEdited } from './given.ts';

const change =
  '    rule: change of SLEDAI-2K from baseline\n    at: week 24\n    from: secondary[4]\n    missing: unknown\n';
const summarised = (how: string): readonly [string, string] => [
  change,
  `    rule: SLEDAI-2K\n    at: week 24\n    summarised: ${how}\n    missing: unknown\n`,
];

const derived = (how: string, course: Course) => {
  const study = studyEdited(summarised(how));
  const value = deriveValue(endpointOf(study, 'sledai-change'), study, person(study, 'P-001', 'msc', course));
  return { ...value, said: value.outcome.kind === 'number' ? sayRange(value.outcome.range) : '?' };
};
const scoreAt = (visit: string, on: string, ...present: readonly string[]) => [
  g.held(visit, on),
  g.section(visit, 'disease activity', g.sledai(...present)),
];
// SLEDAI-2K 10 on day 0, 8 on day 84 where it was measured, 4 on day 168.
const ends: Course = { ...courses.complete, sledai: [['proteinuria', 'haematuria', 'rash'], ['proteinuria']] };
const three: Course = { ...ends, more: scoreAt('week 12', '2026-08-24', 'proteinuria', 'haematuria') };
const late: Course = { ...ends, more: scoreAt('week 12', '2026-08-26', 'proteinuria', 'haematuria') };
const open: Course = { ...courses.missed, sledai: [['proteinuria', 'haematuria', 'rash'], []] };

// By hand: (10+4)/2·168; (10+8)/2·84 + (8+4)/2·84; with the middle on day 86: 9·86 + 6·82.
// biome-ignore format: one row a line
const rows: readonly (readonly [how: string, Course, said: string])[] = [
  ['{ as: area, since: baseline }', ends, '1176'],
  ['{ as: area, since: baseline }', three, '1260'],
  ['{ as: area, since: baseline }', late, '1266'],
  ['{ as: average over time, since: baseline }', three, '7.5'],
  ['{ as: percent change, since: baseline }', three, '-60'],
  ['{ as: percent change, since: baseline }', open, 'not known'],
  ['{ as: area, since: baseline }', open, 'not known'],
  // Week 24 was missed and lies on its planned day: between 0 and 105, the scale of the score.
  ['{ as: area, since: baseline, least: "0", most: "105" }', open, '840 to 9660'],
  ['{ as: average over time, since: baseline, least: "0", most: "105" }', open, '5 to 57.5'],
];

for (const [how, course, said] of rows) test(`${how}: ${said}`, () => assert.equal(derived(how, course).said, said));

test('it rests on the records of all its visits, says how many there were, and what is missing', () => {
  const { records, because, missing } = derived('{ as: area, since: baseline }', three);
  assert.deepEqual(because, ['area over 168 days with values on 3']);
  assert.equal(
    new Set(records.map((record) => record.split('/').slice(0, 2).join('/'))).size,
    3,
    'events of three visits',
  );
  assert.deepEqual(missing, []);
  assert.ok(derived('{ as: area, since: baseline }', open).missing.length > 0);
});

test('one day alone is no area', () => {
  const study = studyEdited(summarised('{ as: area, since: week 20 }'));
  const value = deriveValue(endpointOf(study, 'sledai-change'), study, person(study, 'P-001', 'msc', open));
  assert.equal(value.outcome.kind === 'number' && sayRange(value.outcome.range), 'not known');
});
