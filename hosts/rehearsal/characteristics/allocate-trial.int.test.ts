import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { compileTrial } from '../given.ts';
import { openAllocation } from './allocate-trial.ts';
import { isNotAsked } from './trial-question.ts';

const secret = secretFromSeed(7);

test('blocks: another list for each trial, the same for the same, in the ratio at the end of every block', () => {
  const allocate = openAllocation(
    compileTrial('nct05631717', ['block sizes: [2, 4, 6]', 'block sizes: [2]']),
    40,
    secret,
  );
  assert.ok(!isNotAsked(allocate));
  const people = Array.from({ length: 40 }, () => ({}));
  const lists = [0, 1, 0].map((trial) => [...allocate(trial, people)]);
  assert.deepEqual(lists[0], lists[2]);
  assert.notDeepEqual(lists[0], lists[1]);
  for (let slot = 0; slot < 40; slot += 2) assert.equal((lists[0]?.[slot] ?? 0) + (lists[0]?.[slot + 1] ?? 0), 1);
});

test('in strata each has its own list', () => {
  const allocate = openAllocation(compileTrial('nct03580291'), 24, secret);
  assert.ok(!isNotAsked(allocate));
  const level = (site: string) => ({ site, 'class-v-only': 'no', 'heavy-proteinuria': 'yes' });
  const alone = [
    ...allocate(
      5,
      Array.from({ length: 12 }, () => level('nanjing')),
    ),
  ];
  const mixed = [
    ...allocate(
      5,
      Array.from({ length: 24 }, (_, index) => level(index % 2 === 0 ? 'nanjing' : 'centre-2')),
    ),
  ];
  assert.deepEqual(
    mixed.filter((_, index) => index % 2 === 0),
    alone,
  );
});

test('whoever is not allocated by chance is not simulated', () => {
  for (const trial of ['nct04318600', 'nct01741857']) {
    const refused = openAllocation(compileTrial(trial), 10, secret);
    assert.ok(isNotAsked(refused) && /allocated by chance/.test(refused.why));
  }
});
