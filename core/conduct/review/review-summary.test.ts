import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { publicItems } from './decide-verification.ts';
import * as r from './given.ts';
import { reviewSummary } from './review-summary.ts';
import { casebookHash, visitHash } from './signed-matter.ts';

const taking = r.personAfter(...r.tookPart);
const signed: ParticipantEvent = {
  type: 'visit signed',
  visit: 'screening',
  meaning: 'author',
  hash: visitHash(r.study, taking, 'screening'),
};
const book: ParticipantEvent = { type: 'casebook signed', meaning: 'author', hash: casebookHash(r.study, taking) };
const verified: ParticipantEvent = { type: 'items verified', visit: 'screening', records: [r.upcr, r.creatinine] };
const total = publicItems(taking, 'screening').length;
const none = { open: 0, answered: 0, closed: 0, withdrawn: 0 };

test('nothing reviewed', () => {
  assert.deepEqual(reviewSummary(r.study, [taking]), {
    queries: none,
    items: { verified: 0, total },
    visits: { held: 1, frozen: 0, signed: 0, void: 0 },
    casebooks: { signed: 0, void: 0, total: 1 },
    uncoded: 1,
  });
  assert.deepEqual(reviewSummary(r.study, []), {
    queries: none,
    items: { verified: 0, total: 0 },
    visits: { held: 0, frozen: 0, signed: 0, void: 0 },
    casebooks: { signed: 0, void: 0, total: 0 },
    uncoded: 0,
  });
});

test('everything reviewed, and a correction after it', () => {
  const all = [...r.tookPart, verified, signed, book, r.coded(), r.frozen];
  const done = {
    queries: none,
    items: { verified: 2, total },
    visits: { held: 1, frozen: 1, signed: 1, void: 0 },
    casebooks: { signed: 1, void: 0, total: 1 },
    uncoded: 0,
  };
  assert.deepEqual(reviewSummary(r.study, [r.personAfter(...all)]), done);
  assert.deepEqual(reviewSummary(r.study, [r.personAfter(...all, r.corrected(r.upcr, 'UPCR 3 g/g'))]), {
    ...done,
    items: { verified: 1, total },
    visits: { held: 1, frozen: 1, signed: 0, void: 1 },
    casebooks: { signed: 0, void: 1, total: 1 },
  });
});

test('queries of everybody by how they stand; casebooks of those who took part alone', () => {
  const [one, other] = [
    r.personAfter(r.raised(), r.raised('Q2'), r.answered('Q2')),
    r.personAfter(...r.tookPart, r.raised(), r.withdrawn(), r.raised('Q2'), r.answered('Q2'), r.closed('Q2')),
  ];
  const { queries, casebooks } = reviewSummary(r.study, [one, other]);
  assert.deepEqual(queries, { open: 1, answered: 1, closed: 1, withdrawn: 1 });
  assert.equal(casebooks.total, 1);
});
