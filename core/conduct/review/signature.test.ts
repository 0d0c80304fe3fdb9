import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import { casebookState, type SignatureState, signatureState } from './signature.ts';
import { casebookHash, visitHash } from './signed-matter.ts';

const signVisit = (person: Participant): ParticipantEvent => ({
  type: 'visit signed',
  visit: 'screening',
  meaning: 'author',
  hash: visitHash(r.study, person, 'screening'),
});
const signBook = (person: Participant): ParticipantEvent => ({
  type: 'casebook signed',
  meaning: 'author',
  hash: casebookHash(r.study, person),
});
const signing = { type: 'sign visit', visit: 'screening', meaning: 'author' } as const;
const closing = { type: 'sign casebook', meaning: 'author' } as const;

const said = (state: SignatureState): string => (state.state === 'void' ? `void since ${state.since}` : state.state);
const screening = (...events: readonly ParticipantEvent[]): string =>
  said(signatureState(r.study, r.personAfter(...events), 'screening'));

test('a visit is signed over what stands there, and signed again once that has changed', () => {
  const signed = signVisit(r.personAfter());
  r.past('investigator').when(signing).then(signed);
  r.past('investigator', signed).when(signing).refuses('done already');
  r.past('investigator', signed)
    .when({ ...signing, meaning: 'approver' })
    .then({ ...signVisit(r.personAfter()), meaning: 'approver' } as ParticipantEvent);
  const correction = r.corrected(r.upcr, 'UPCR 3 g/g');
  const anew = signVisit(r.personAfter(signed, correction));
  assert.notDeepEqual(anew, signed);
  r.past('investigator', signed, correction).when(signing).then(anew);
});

test('what may not be signed, and by whom', () => {
  r.past('investigator')
    .when({ ...signing, visit: 'week 4' })
    .refuses('visit not held');
  for (const role of ['coordinator', 'monitor', 'data manager', 'sponsor'])
    for (const command of [signing, closing]) r.past(role).when(command).refuses('role may not');
  const followed = r.tookPart.slice(0, -1);
  r.past('investigator', ...followed)
    .when(closing)
    .refuses('participants still followed');
});

test('none, valid, void since what changed it, and valid again', () => {
  const signed = signVisit(r.personAfter());
  const correction = r.corrected(r.upcr, 'UPCR 3 g/g');
  const second = r.corrected(r.recordOf(r.next + 1, 'UPCR'), 'UPCR 2.0 g/g');
  const since = `void since ${r.recordOf(r.next + 1, 'UPCR')}`;
  assert.equal(screening(), 'none');
  assert.equal(screening(signed), 'valid');
  assert.equal(screening(signed, correction), since);
  // The value is the old one again, and the record another: what was signed no longer stands.
  assert.equal(screening(signed, correction, second), since);
  assert.equal(screening(signed, correction, signVisit(r.personAfter(signed, correction))), 'valid');
});

test('a casebook is signed at the end, and holds over everything', () => {
  const signed = signBook(r.personAfter(...r.tookPart));
  r.past('investigator', ...r.tookPart)
    .when(closing)
    .then(signed);
  r.past('investigator', ...r.tookPart, signed)
    .when(closing)
    .refuses('done already');
  const later: readonly (readonly [ParticipantEvent, string])[] = [
    [r.corrected(r.upcr, 'UPCR 3 g/g'), 'UPCR'],
    [{ type: 'course ended', record: r.reaction, end: '2026-05-20' }, 'course ended'],
    [{ type: 'history struck', record: r.reaction }, 'history struck'],
    [{ type: 'visit missed', visit: 'week 4' }, 'visit missed'],
  ];
  for (const [event, item] of later) {
    const person = r.personAfter(...r.tookPart, signed, event);
    const version = r.next + r.tookPart.length + 1;
    assert.equal(said(casebookState(r.study, person)), `void since ${r.recordOf(version, item)}`);
  }
});

/** What may come after a signature, and whether it changes what was signed of the visit and of the casebook. */
const after: readonly (readonly [ParticipantEvent, isOfVisit: boolean, isOfBook: boolean])[] = [
  [r.corrected(r.upcr, 'UPCR 3 g/g'), true, true],
  [r.corrected(r.creatinine, 'creatinine 1.1 mg/dL'), true, true],
  [{ type: 'judgements recorded', visit: 'screening', answers: [{ text: 'well', answer: 'yes' }] }, true, true],
  [g.section('screening', 'body', g.entries('weight 60 kg')), true, true],
  [g.section('week 4', 'body', g.entries('weight 60 kg')), false, true],
  [{ type: 'visit missed', visit: 'week 8' }, false, true],
  [{ type: 'history struck', record: r.reaction }, false, true],
  [{ type: 'history completed', source: 'medication', through: '2026-06-09' }, false, true],
  [{ type: 'code broken', on: '2026-06-09' }, false, false],
  [r.raised(), false, false],
  [r.frozen, false, false],
  [r.coded(), false, false],
  [{ type: 'items verified', visit: 'screening', records: [r.upcr] }, false, false],
];

test('a signature is void exactly if something of what was signed changed', () => {
  const [visit, book] = [signVisit(r.personAfter(...r.tookPart)), signBook(r.personAfter(...r.tookPart))];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...after)), (chosen) => {
      const person = r.personAfter(...r.tookPart, visit, book, ...chosen.map(([event]) => event));
      const isVoid = (state: SignatureState): boolean => state.state === 'void';
      assert.equal(
        isVoid(signatureState(r.study, person, 'screening')),
        chosen.some(([, of]) => of),
      );
      assert.equal(
        isVoid(casebookState(r.study, person)),
        chosen.some(([, , of]) => of),
      );
    }),
  );
});
