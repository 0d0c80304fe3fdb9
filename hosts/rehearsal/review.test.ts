import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { after, dayZero, eventsOf, followedIn, keep, maskedStudy, smallStudy } from './given.ts';
import {
  casebookReview,
  closeCasebook,
  codeEvents,
  freezeVisit,
  runChecks,
  settleQueries,
  visitReview,
} from './review.ts';
import type { ScenarioChanges } from './scenario.ts';

const study = smallStudy();
type Scene = ReturnType<typeof followedIn>;

/** Somebody at a visit of day 7 or 28, with a weight and, where it is said, what was measured of the kidney. */
const seenAt = (visit: 'week 1' | 'week 4', kidney?: string, numbers: ScenarioChanges['numbers'] = {}): Scene => {
  const one = followedIn(study, 'drip', { numbers });
  const day = dayZero + (visit === 'week 1' ? 7 : 28);
  one.clerk.act({ type: 'hold visit', visit, on: after(day - dayZero) }, day);
  one.clerk.fill(visit, { id: 'body', items: [{ item: 'weight', value: '60.0', unit: 'kg' }] }, day);
  if (kidney !== undefined)
    one.clerk.fill(visit, { id: 'kidney', items: [{ item: 'creatinine', value: kidney, unit: 'umol/L' }] }, day);
  return one;
};
const typesOf = (one: Scene, ...types: readonly ParticipantEvent['type'][]): readonly string[] =>
  one.events().flatMap(({ type }) => (types.includes(type) ? [type] : []));
const late = dayZero + 40;

test('the edit checks ask what they find, once; the site answers and the query is closed', () => {
  const one = seenAt('week 1');
  runChecks(one, late);
  runChecks(one, late);
  assert.deepEqual(
    eventsOf(one.events(), 'query raised').map(({ query, rule, about }) => [query, rule, about]),
    [['Q1', 'section missing', { kind: 'visit', visit: 'week 1' }]],
  );
  settleQueries(one, late);
  settleQueries(one, late);
  assert.deepEqual(
    eventsOf(one.events(), 'query answered').map(({ text }) => text),
    ['not done at this visit'],
  );
  assert.deepEqual(typesOf(one, 'query answered', 'query closed'), ['query answered', 'query closed']);
});

test('a value that is as in the source is answered so', () => {
  const one = seenAt('week 1', '5000');
  runChecks(one, late);
  settleQueries(one, late);
  assert.deepEqual(
    eventsOf(one.events(), 'query raised').map(({ rule }) => rule),
    ['value not plausible', 'item missing'],
  );
  assert.deepEqual(
    eventsOf(one.events(), 'query answered').map(({ text }) => text),
    ['as in the source', 'not done at this visit'],
  );
});

/** The primary endpoint is asked at week 4. */
for (const [visit, share, verified] of [
  ['week 4', 1, 1],
  ['week 4', 0, 0],
  ['week 1', 1, 0],
] as const)
  test(`${visit} is frozen once, and verified ${verified} times where ${share} of the visits are`, () => {
    const one = seenAt(visit, '80', { 'source verified': share });
    runChecks(one, late);
    freezeVisit(one, visit, late);
    freezeVisit(one, visit, late + 1);
    assert.equal(typesOf(one, 'items verified').length, verified);
    assert.equal(typesOf(one, 'visit frozen').length, 1);
    assert.deepEqual([...one.clerk.masked().review.frozen], [visit]);
  });

const event = (concept: string, n: number) =>
  ({ source: 'adverse event', concept, start: after(n), end: after(n) }) as const;

test('every adverse event is coded once: by a term of its own where there is one', () => {
  const one = seenAt('week 1', '80');
  const records = [event('infusion-reaction', 1), event('infection-event', 2), event('adverse-event', 3)];
  one.clerk.act({ type: 'record history', records }, late);
  codeEvents(one, late);
  codeEvents(one, late);
  assert.deepEqual(
    eventsOf(one.events(), 'event coded').map(({ term }) => term),
    [
      'Infusion related reaction',
      'Infections and infestations - Other, specify',
      'General disorders and administration site conditions - Other, specify',
    ],
  );
});

test('a visit is reviewed so many days after it, and one that was missed not at all', () => {
  const one = seenAt('week 1', undefined, { 'days to checks': 9, 'days to freeze': 11 });
  const days = visitReview(one, 'week 1', dayZero + 7).map(({ day }) => day - dayZero);
  assert.deepEqual(days, [16, 18]);
  keep(visitReview(one, 'week 1', dayZero + 7));
  keep(visitReview(one, 'week 2', dayZero + 14));
  assert.deepEqual(typesOf(one, 'query raised', 'query closed', 'visit frozen'), [
    'query raised',
    'query closed',
    'visit frozen',
  ]);
});

test('a casebook is signed when all is settled, again only when it has changed', () => {
  const one = seenAt('week 1', '80');
  one.clerk.act({ type: 'end participation', on: after(30), how: 'withdrawn' }, dayZero + 30);
  keep(casebookReview(one, dayZero + 30));
  assert.equal(typesOf(one, 'casebook signed').length, 1);
  assert.ok(one.clerk.masked().review.queries.every(({ status }) => status === 'closed'));
  closeCasebook(one, dayZero + 60);
  assert.equal(typesOf(one, 'casebook signed').length, 1);
  one.clerk.act({ type: 'record history', records: [event('infection-event', 2)] }, dayZero + 60);
  closeCasebook(one, dayZero + 61);
  assert.deepEqual(typesOf(one, 'event coded', 'casebook signed').slice(-2), ['event coded', 'casebook signed']);
  assert.equal(typesOf(one, 'casebook signed').length, 2);
});

test('in a masked trial the review goes by what is public, whatever the arm', () => {
  const reviewed = (arm: string): readonly string[] => {
    const one = followedIn(maskedStudy(), arm);
    keep(visitReview(one, 'baseline', dayZero));
    one.clerk.act({ type: 'end participation', on: after(30), how: 'completed' }, dayZero + 30);
    keep(casebookReview(one, dayZero + 30));
    return one.log.all().map(({ event: { type }, at, actor }) => `${at.instant} ${actor.id} ${type}`);
  };
  assert.deepEqual(reviewed('drip'), reviewed('pill'));
  assert.ok(reviewed('drip').some((line) => line.endsWith('casebook signed')));
});

test('some visits are signed by the investigator once they are frozen', () => {
  const signed = (chance: number): readonly string[] => {
    const one = seenAt('week 1', '80', { 'visit signed': chance });
    freezeVisit(one, 'week 1', late);
    return typesOf(one, 'visit frozen', 'visit signed');
  };
  assert.deepEqual(signed(0), ['visit frozen']);
  assert.deepEqual(signed(1), ['visit frozen', 'visit signed']);
});
