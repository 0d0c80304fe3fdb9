import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as r from './given.ts';
import { noteChange } from './note-change.ts';
import { noReview, type ReviewState, type Signature } from './review-state.ts';

const signature: Signature = { meaning: 'author', hash: 'h', record: 'p#1/x', changedBy: undefined };
const signed: ReviewState = { ...noReview, casebook: signature, signatures: new Map([['screening', signature]]) };

const noted = (state: ReviewState, event: Parameters<typeof noteChange>[1], version = 2, stream = 'participant/P') => {
  const now = noteChange(state, event, (item) => `${stream}#${version}/${item}`);
  return [now.signatures.get('screening')?.changedBy, now.casebook?.changedBy];
};
const correction = {
  type: 'item corrected',
  visit: 'screening',
  replaces: '',
  entry: { item: 'UPCR', value: '3' },
} as const;

test('the first event after a signature is kept, by visit and for the casebook', () => {
  const rows: readonly (readonly [Parameters<typeof noteChange>[1], string | undefined, string])[] = [
    [correction, 'participant/P#2/UPCR', 'participant/P#2/UPCR'],
    [{ ...correction, visit: 'week 4' }, undefined, 'participant/P#2/UPCR'],
    [
      { type: 'section recorded', visit: 'screening', section: 'kidney', items: [] },
      'participant/P#2/kidney',
      'participant/P#2/kidney',
    ],
    [
      { type: 'judgements recorded', visit: 'screening', answers: [{ text: 'well', answer: 'yes' }] },
      'participant/P#2/well',
      'participant/P#2/well',
    ],
    [{ type: 'history struck', record: 'x' }, undefined, 'participant/P#2/history struck'],
  ];
  for (const [event, visit, casebook] of rows) assert.deepEqual(noted(signed, event), [visit, casebook]);
});

test('a later one does not take its place, and a new signature begins anew', () => {
  const once = noteChange(signed, correction, (item) => `participant/P#2/${item}`);
  assert.deepEqual(noted(once, correction, 3), ['participant/P#2/UPCR', 'participant/P#2/UPCR']);
  const sign: ParticipantEvent = { type: 'casebook signed', meaning: 'author', hash: 'h' };
  const person = r.personAfter(sign, r.corrected(r.upcr, 'UPCR 3 g/g'), sign);
  assert.equal(person.review.casebook?.changedBy, undefined);
});

test('what is sealed, and what tells an arm, changes nothing that was signed', () => {
  assert.deepEqual(noted(signed, correction, 2, 'sealed/P'), [undefined, undefined]);
  for (const event of [
    { type: 'code broken', on: '2026-06-01' },
    { type: 'assignment disclosed', arm: 'msc' },
  ] as const)
    assert.deepEqual(noted(signed, event), [undefined, undefined], event.type);
});

test('without a signature nothing is noted, and where a corrected record went always is', () => {
  assert.equal(
    noteChange(noReview, correction, (item) => `participant/P#2/${item}`),
    noReview,
  );
  const entry = { source: 'condition', concept: 'infection', start: '2026-05-01' } as const;
  const corrected = noteChange(noReview, { type: 'history corrected', replaces: 'a', entry }, (item) => `p#5/${item}`);
  assert.deepEqual([...corrected.replaced], [['a', 'p#5/infection.1']]);
});

test('review itself changes nothing that was signed', () => {
  const sign: ParticipantEvent = { type: 'casebook signed', meaning: 'author', hash: 'h' };
  assert.equal(r.personAfter(sign, r.raised(), r.frozen, r.coded()).review.casebook?.changedBy, undefined);
  assert.equal(g.participantAfter([g.identified, sign]).acts.has('casebook signed'), false);
});
