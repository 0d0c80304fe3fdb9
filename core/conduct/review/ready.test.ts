import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { nobody, type Participant } from '#core/conduct/participant.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { type ParticipantEvent, participantStream } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import { whyNotReady } from './ready.ts';
import { casebookHash } from './signed-matter.ts';

const why = (...people: readonly Participant[]) => whyNotReady(() => r.study, people);
const signed = (...events: readonly ParticipantEvent[]): ParticipantEvent => ({
  type: 'casebook signed',
  meaning: 'author',
  hash: casebookHash(r.study, r.personAfter(...events)),
});
const book = signed(...r.tookPart);
const notReady = { refused: 'data not ready', queries: 0, unsigned: 0, void: 0, uncoded: 0 } as const;

test('each kind that is open is counted', () => {
  const settled = [r.raised(), r.answered(), r.closed()];
  const rows: readonly (readonly [readonly ParticipantEvent[], object])[] = [
    [[...r.tookPart], { unsigned: 1, uncoded: 1 }],
    [[...r.tookPart, book], { uncoded: 1 }],
    [[...r.tookPart, r.coded()], { unsigned: 1 }],
    [[...r.tookPart, r.coded(), book, r.raised()], { queries: 1 }],
    [[...r.tookPart, r.coded(), book, r.raised(), r.answered(), r.raised('Q2')], { queries: 2 }],
    [[...r.tookPart, r.coded(), book, ...settled, r.corrected(r.upcr, 'UPCR 3 g/g')], { void: 1 }],
    [[...r.tookPart, r.coded(), book, r.raised(), r.withdrawn()], {}],
  ];
  for (const [events, counts] of rows) {
    const expected = Object.keys(counts).length === 0 ? undefined : { ...notReady, ...counts };
    assert.deepEqual(why(r.personAfter(...events)), expected);
  }
});

test('of those who never took part only queries count', () => {
  assert.equal(why(r.personAfter()), undefined);
  assert.deepEqual(why(r.personAfter(r.raised())), { ...notReady, queries: 1 });
  assert.equal(why(nobody), undefined);
});

test('everybody is counted', () => {
  const one = r.personAfter(...r.tookPart);
  assert.deepEqual(why(one, r.personAfter(...r.tookPart, r.coded(), book), one), {
    ...notReady,
    unsigned: 2,
    uncoded: 2,
  });
});

test('at the desk the data are not locked before, and locked then', () => {
  const { desk, log, act } = g.openedDesk(r.study, g.listOf('msc'));
  const stream = participantStream(g.id);
  const events = [...g.screened(r.study), ...r.tookPart].map((event) => ({ stream, event }));
  log.append({ reads: [{ stream, version: 0 }], events, ...act(), study: r.study.hash });
  const lock = () => desk.actOnStudy({ type: 'lock data', on: '2027-06-01' }, act('sponsor'));
  assert.deepEqual(lock(), { ...notReady, unsigned: 1 });
  const sign = desk.actOnParticipant(g.id, { type: 'sign casebook', meaning: 'author' }, act());
  assert.ok(!isRefusal(sign), JSON.stringify(sign));
  assert.ok(!isRefusal(lock()));
});
