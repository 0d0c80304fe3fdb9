import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { isVerified, publicItems } from './decide-verification.ts';
import * as r from './given.ts';

const verified = (...records: readonly string[]): ParticipantEvent => ({
  type: 'items verified',
  visit: 'screening',
  records,
});
const withdrawn = (...records: readonly string[]): ParticipantEvent => ({
  type: 'verification withdrawn',
  visit: 'screening',
  records,
});
const verify = (items: 'all' | readonly string[], visit = 'screening') =>
  ({ type: 'verify items', visit, items }) as const;
const unverify = (items: 'all' | readonly string[], reason = 'another page of the source') =>
  ({ type: 'unverify items', visit: 'screening', items, reason }) as const;

test('items by name, or all that are not verified yet', () => {
  r.past('monitor')
    .when(verify(['UPCR', 'creatinine']))
    .then(verified(r.creatinine, r.upcr));
  const all = publicItems(r.personAfter(), 'screening').map(({ record }) => record);
  r.past('monitor')
    .when(verify('all'))
    .then(verified(...all));
  const rest = all.filter((record) => record !== r.upcr);
  r.past('monitor', verified(r.upcr))
    .when(verify('all'))
    .then(verified(...rest));
});

test('what cannot be verified', () => {
  r.past('monitor').when(verify('all', 'week 4')).refuses('visit not held');
  r.past('monitor')
    .when(verify(['UPCR', 'weight']))
    .refuses('value not found');
  r.past('monitor', verified(r.upcr))
    .when(verify(['UPCR']))
    .refuses('done already');
  for (const role of ['data manager', 'investigator', 'edit check'])
    r.past(role).when(verify('all')).refuses('role may not');
});

test('a verification is taken back with a reason', () => {
  r.past('monitor', verified(r.upcr)).when(unverify('all')).then(withdrawn(r.upcr));
  r.past('monitor', verified(r.upcr))
    .when(unverify(['UPCR'], ''))
    .refuses('reason missing');
  r.past('monitor').when(unverify('all')).refuses('value not found');
  r.past('monitor', verified(r.upcr), withdrawn(r.upcr))
    .when(verify(['UPCR']))
    .then(verified(r.upcr));
});

const names = ['creatinine', 'UPCR', 'protein-24h'] as const;

test('whatever is corrected, verification falls for exactly that, and for nothing else', () => {
  const all = publicItems(r.personAfter(), 'screening');
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...names)), (chosen) => {
      const corrections = chosen.map((item) => r.corrected(`participant/P-001#7/${item}`, `${item} not done`));
      const person = r.personAfter(verified(...all.map(({ record }) => record)), ...corrections);
      const fallen = publicItems(person, 'screening').filter((item) => !isVerified(person, item));
      assert.deepEqual(fallen.map(({ item }) => item).toSorted(), chosen.toSorted());
    }),
  );
});
