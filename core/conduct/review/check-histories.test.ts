import assert from 'node:assert/strict';
import test from 'node:test';
import { added, adverseEvent, asked, day, type Edit, ended, recorded, until } from '#core/deviations/given.ts';
import { foundAfter, textsAfter } from './given.ts';

const reaction = (start: string, end?: string): Edit =>
  added(40, adverseEvent('infusion-reaction', start, end === undefined ? {} : { end }));
const drug = (start: string, end?: string): Edit => added(40, recorded('medication', 'prednisone', start, end));
const name = 'infusion-reaction.1';

/** Consent is of 2026-05-18, day 0 is 2026-06-01. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['an event of one day', [reaction('2026-06-10')], []],
  [
    'an event of which the day of the start is not known',
    [reaction('2026-06', '2026-06-12')],
    [`day not known: ${name}`],
  ],
  ['an event of which that of the end is not', [reaction('2026-06-10', '2026-07')], [`day not known: ${name}`]],
  [
    'an end that may lie before the start',
    [reaction('2026-06-10', '2026-06')],
    [`end before start: ${name}`, `day not known: ${name}`],
  ],
  [
    'an end in the month of a start of which the day is not known',
    [reaction('2026-06', '2026-06')],
    [`day not known: ${name}`],
  ],
  ['a course long before the consent', [drug('2024-03', '2025')], []],
  ['a course that ended in the month of the consent', [drug('2024-03', '2026-05')], ['day not known: prednisone.1']],
  ['a course that began in the trial', [drug('2026-07', 'ongoing')], ['day not known: prednisone.1']],
  ['a course from a known day on', [drug('2026-07-01', 'ongoing')], []],
];

for (const [what, edits, expected] of rows) test(what, () => assert.deepEqual(foundAfter('cells', ...edits), expected));

test('an event that goes on is asked about 8 days after the participation ended, and not before', () => {
  const going = [until(60), reaction('2026-06-10', 'ongoing')];
  const left = added(61, ended(61, 'withdrawn'));
  assert.deepEqual(foundAfter('cells', ...going, asked(200)), []);
  assert.deepEqual(foundAfter('cells', ...going, left, asked(68)), []);
  assert.deepEqual(foundAfter('cells', ...going, left, asked(69)), [`event without end: ${name}`]);
  assert.deepEqual(textsAfter('cells', ...going, left, asked(69)), [
    'infusion-reaction from 2026-06-10 was going on when the participation ended. Please enter its end, or that it is not known.',
  ]);
});

test('a medicine may go on, and so may a condition', () => {
  assert.deepEqual(foundAfter('cells', drug(day(10), 'ongoing')), []);
});
