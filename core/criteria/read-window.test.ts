import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable } from './given.ts';

const windowOf = (text: string) => {
  const read = conditionOf(`received rituximab ${text}`);
  assert(read.kind === 'records');
  return read.window;
};
const named = (name: string) => ({ kind: 'named', name }) as const;
const within = (count: number, unit: string, direction: string, point: string) => ({
  kind: 'within',
  least: undefined,
  most: { count, unit },
  direction,
  point: named(point),
});

const stretch = (least: number, most: number, unit: string, direction: string, point: string) => ({
  ...within(most, unit, direction, point),
  least: { count: least, unit },
});
const beyond = (count: number, unit: string, direction: string, point: string) => ({
  kind: 'beyond',
  least: { count, unit },
  direction,
  point: named(point),
});

const rows: readonly (readonly [string, object])[] = [
  ['since first dose', { kind: 'from-to', from: named('first dose'), to: { kind: 'here' } }],
  ['at baseline', { kind: 'on', point: named('baseline') }],
  ['within 2 to 6 months before screening', stretch(2, 6, 'month', 'before', 'screening')],
  ['within 1 to 2 weeks after first dose', stretch(1, 2, 'week', 'after', 'first dose')],
  ['at least 24 weeks before screening', beyond(24, 'week', 'before', 'screening')],
  ['at least 1 day after first dose', beyond(1, 'day', 'after', 'first dose')],
  ['ever', { kind: 'ever' }],
  ['from first dose to week 24', { kind: 'from-to', from: named('first dose'), to: named('week 24') }],
  ['within 24 weeks before screening', within(24, 'week', 'before', 'screening')],
  ['within 1 week after first dose', within(1, 'week', 'after', 'first dose')],
  ['within 1 weeks around week 4', within(1, 'week', 'around', 'week 4')],
  ['within 0 days before screening', within(0, 'day', 'before', 'screening')],
  ['within 6 months before consent', within(6, 'month', 'before', 'consent')],
  ['within 1 month before consent', within(1, 'month', 'before', 'consent')],
  ['within 200 years before consent', within(200, 'year', 'before', 'consent')],
  ['within 2400 months before consent', within(2400, 'month', 'before', 'consent')],
  ['within 1 year before consent', within(1, 'year', 'before', 'consent')],
  ['within 007 days before consent', within(7, 'day', 'before', 'consent')],
];
for (const [text, expected] of rows) test(text, () => assert.deepEqual(windowOf(text), expected));

/** Window, what stands at the place, what was expected there. */
const errors: readonly (readonly [string, string, string])[] = [
  ['', '', 'within'],
  ['sometimes', 'sometimes', 'ever'],
  ['within screening', 'screening', 'a whole number of days, weeks, months or years'],
  ['within 1.5 weeks before screening', '1.5', 'a whole number of days, weeks, months or years'],
  ['within 123456 days before screening', '123456', 'a whole number of days, weeks, months or years'],
  ['within 24 before screening', 'before', 'weeks'],
  ['within 24 wk before screening', 'wk', 'months'],
  ['within 24 weeks of screening', 'of', 'around'],
  ['within 24 weeks screening', 'screening', 'before'],
  ['within 24 weeks before', '', 'a visit or milestone'],
  ['within 24 weeks before dinner', 'dinner', 'a visit or milestone'],
  ['within 201 years before screening', 'years', 'at most 200 years'],
  ['within 10401 weeks before screening', 'weeks', 'at most 10400 weeks'],
  ['from screening until week 24', 'until', 'to'],
  ['since', '', 'a visit or milestone'],
  ['lately', 'lately', 'from … to …'],
  ['within 6 to 2 months before screening', 'before', 'more than 6 months'],
  ['within 6 to 6 months before screening', 'before', 'more than 6 months'],
  ['within 2 weeks to 6 months before screening', 'to', 'around'],
  ['within 2 to 6 months around screening', 'around', 'before'],
  ['at least 6 screening', 'screening', 'months'],
  ['at least 6 months around screening', 'around', 'after'],
  ['at dinner', 'dinner', 'a visit or milestone'],
];
for (const [text, place, expected] of errors)
  test(`"${text}": at "${place}" expects ${expected}`, () => {
    const sentence = `received rituximab ${text}`;
    const found = unreadable(sentence);
    assert.equal(sentence.slice(found.span.start, found.span.end), place);
    assert(found.expected.includes(expected), found.expected.join('; '));
  });
