import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import { isThere, queryKey, standingOf, unsettledAt, visitOf } from './query.ts';
import type { QueryAbout } from './review-event.ts';

const standing = (...events: readonly ParticipantEvent[]) => {
  const person = r.personAfter(...events);
  const query = person.review.queries[0] ?? assert.fail();
  return { query, ...standingOf(person, query) };
};

test('a query keeps pointing to its record and says what stands now', () => {
  const before = standing(r.raised());
  assert.deepEqual([before.stands?.record, before.isChanged], [r.upcr, false]);
  const after = standing(r.raised(), r.corrected(r.upcr, 'UPCR 3 g/g'));
  assert.deepEqual(after.query.about, r.aboutUpcr);
  assert.deepEqual(after.stands, { item: 'UPCR', value: '3', unit: 'g/g', record: r.recordOf(r.next + 1, 'UPCR') });
  assert.equal(after.isChanged, true);
});

const entry = { source: 'adverse event', concept: 'infection-event', start: '2026-05-20' } as const;
const changed = (replaces: string): ParticipantEvent => ({ type: 'history corrected', replaces, entry });

test('the same of a record of a history, however often it was corrected, and of one that was struck', () => {
  const about = r.raised('Q1', r.aboutReaction);
  assert.deepEqual([standing(about).stands?.record, standing(about).isChanged], [r.reaction, false]);
  const first = r.recordOf(r.next + 1, 'infection-event.1');
  assert.deepEqual(standing(about, changed(r.reaction)).stands, { ...entry, record: first });
  const second = standing(about, changed(r.reaction), changed(first));
  assert.deepEqual([second.stands?.record, second.isChanged], [r.recordOf(r.next + 2, 'infection-event.1'), true]);
  const struck = standing(about, changed(r.reaction), { type: 'history struck', record: first });
  assert.deepEqual([struck.stands, struck.isChanged], [undefined, true]);
});

test('a visit stands as it is', () => {
  const { stands, isChanged } = standing(r.raised('Q1', r.aboutScreening), r.corrected(r.upcr, 'UPCR 3 g/g'));
  assert.deepEqual([stands, isChanged], [undefined, false]);
});

test('unsettled at a visit is what is open or answered about it or an item of it', () => {
  const rows: readonly (readonly [readonly ParticipantEvent[], readonly string[]])[] = [
    [[], []],
    [[r.raised()], ['Q1']],
    [[r.raised(), r.answered()], ['Q1']],
    [[r.raised(), r.answered(), r.closed()], []],
    [[r.raised(), r.answered(), r.closed(), r.reopened()], ['Q1']],
    [[r.raised(), r.withdrawn()], []],
    [[r.raised('Q1', r.aboutReaction), r.raised('Q2', r.aboutScreening)], ['Q2']],
  ];
  for (const [events, expected] of rows) {
    assert.deepEqual(unsettledAt(r.personAfter(...events), 'screening'), expected);
    assert.deepEqual(unsettledAt(r.personAfter(...events), 'week 4'), []);
  }
});

test('an item belongs to its visit, a history to none; a rule asks once about a record', () => {
  const visits = [r.aboutUpcr, r.aboutScreening, r.aboutReaction].map((about) =>
    visitOf(r.personAfter(r.raised('Q1', about)).review.queries[0] ?? assert.fail()),
  );
  assert.deepEqual(visits, ['screening', 'screening', undefined]);
  const keys = [r.aboutUpcr, r.aboutScreening, r.aboutReaction].map((about) => queryKey('item missing', about));
  assert.equal(new Set([...keys, queryKey('section missing', r.aboutScreening)]).size, 4);
});

test('what is there can be asked about', () => {
  const rows: readonly (readonly [QueryAbout, boolean])[] = [
    [r.aboutUpcr, true],
    [r.aboutReaction, true],
    [r.aboutScreening, true],
    [{ ...r.aboutUpcr, kind: 'item', visit: 'week 4', item: 'UPCR', record: r.upcr }, false],
    [{ kind: 'history', record: r.creatinine }, false],
    [{ kind: 'visit', visit: 'week 4' }, false],
  ];
  for (const [about, expected] of rows) assert.equal(isThere(r.personAfter(), about), expected, JSON.stringify(about));
});
