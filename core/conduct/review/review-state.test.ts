import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import { evolveReview, isUnsettled, noReview } from './review-state.ts';

const stateAfter = (...events: readonly ParticipantEvent[]) => r.personAfter(...events).review;

test('nothing was reviewed of somebody whose data were only entered', () => {
  assert.deepEqual(stateAfter(), noReview);
  assert.deepEqual(stateAfter(r.corrected(r.upcr, 'UPCR 3 g/g')), noReview);
});

test('a query stands as its last event says, with its answer and the record that raised it', () => {
  const raised = [r.raised('Q1', r.aboutUpcr, 'item missing')];
  const rows: readonly (readonly [readonly ParticipantEvent[], string, string | undefined, boolean])[] = [
    [raised, 'open', undefined, true],
    [[...raised, r.answered()], 'answered', 'It is.', true],
    [[...raised, r.answered(), r.closed()], 'closed', 'It is.', false],
    [[...raised, r.answered(), r.closed(), r.reopened()], 'open', 'It is.', true],
    [[...raised, r.withdrawn()], 'withdrawn', undefined, false],
  ];
  for (const [events, status, answer, unsettled] of rows) {
    const [query = assert.fail()] = stateAfter(...events).queries;
    assert.deepEqual(query, {
      id: 'Q1',
      about: r.aboutUpcr,
      text: 'Is this so?',
      rule: 'item missing',
      status,
      answer,
      record: r.recordOf(r.next, 'Q1'),
    });
    assert.equal(isUnsettled(query), unsettled);
  }
});

test('an event on one query leaves the others as they are', () => {
  const { queries } = stateAfter(r.raised(), r.raised('Q2', r.aboutScreening), r.answered('Q2'));
  assert.deepEqual(
    queries.map(({ id, status, rule }) => [id, status, rule]),
    [
      ['Q1', 'open', undefined],
      ['Q2', 'answered', undefined],
    ],
  );
});

test('records verified and no longer, visits frozen and no longer, codes by record', () => {
  const verified: ParticipantEvent = { type: 'items verified', visit: 'screening', records: ['a', 'b'] };
  const fallen: ParticipantEvent = { type: 'verification withdrawn', visit: 'screening', records: ['a'] };
  assert.deepEqual([...stateAfter(verified, fallen).verified], ['b']);
  assert.deepEqual([...stateAfter(r.frozen).frozen], ['screening']);
  assert.deepEqual([...stateAfter(r.frozen, r.unfrozen).frozen], []);
  const { codes } = stateAfter(r.coded(), r.coded(r.reaction, 'Anemia'));
  assert.deepEqual(
    [...codes].map(([record, { term }]) => [record, term]),
    [[r.reaction, 'Anemia']],
  );
});

test('of each visit and of the casebook the latest signature is kept', () => {
  const sign = (meaning: 'author' | 'approver', hash: string) => ({ meaning, hash });
  const state = [
    { type: 'visit signed', visit: 'screening', ...sign('author', 'a') },
    { type: 'visit signed', visit: 'week 4', ...sign('author', 'b') },
    { type: 'visit signed', visit: 'screening', ...sign('approver', 'c') },
    { type: 'casebook signed', ...sign('author', 'd') },
  ].reduce((now, event, index) => evolveReview(now, event as never, (item) => `p#${index + 1}/${item}`), noReview);
  assert.deepEqual(
    [...state.signatures].map(([visit, { hash, record }]) => [visit, hash, record]),
    [
      ['screening', 'c', 'p#3/screening'],
      ['week 4', 'b', 'p#2/week 4'],
    ],
  );
  assert.deepEqual(state.casebook, { ...sign('author', 'd'), record: 'p#4/casebook', changedBy: undefined });
});

test('the review leaves what was entered, and the acts, as they are', () => {
  const { review: _, version, ...before } = r.personAfter();
  const { review, version: now, ...after } = r.personAfter(r.raised(), r.frozen, r.coded());
  assert.deepEqual(after, before);
  assert.equal(now, version + 3);
  assert.notDeepEqual(review, noReview);
});
