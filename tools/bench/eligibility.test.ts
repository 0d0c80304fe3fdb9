import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { cqlExecution, runElm } from './eligibility-elm.ts';
import { byHand, compilePredicate, makePeople } from './eligibility-people.ts';

const people = makePeople(2000, 'oracle');
const ask = compilePredicate();
const ours = Array.from({ length: people.count }, (_, index) => ask(people, index));

test(`our sentence is true, false and unknown where ${cqlExecution} says true, false and null`, async () => {
  const theirs = await runElm(people, 0, people.count);
  assert.deepEqual(ours, theirs);
  const counts = Object.groupBy(ours, (truth) => truth);
  for (const truth of ['true', 'false', 'unknown'] as const)
    assert((counts[truth]?.length ?? 0) > 100, `${truth}: ${counts[truth]?.length}`);
});

test('the loop written by hand agrees', () => {
  const names = { 1: 'true', 0: 'false', '-1': 'unknown' } as const;
  assert.deepEqual(
    Array.from({ length: people.count }, (_, index) => names[byHand(people, index)]),
    ours,
  );
});

test('the version that is named is the one that runs', () => {
  const manifest: unknown = JSON.parse(readFileSync('node_modules/cql-execution/package.json', 'utf8'));
  assert(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
  assert.equal(`cql-execution ${String(manifest.version)}`, cqlExecution);
});

test('the same seed makes the same people', () => {
  assert.deepEqual(makePeople(50, 'a'), makePeople(50, 'a'));
  assert.notDeepEqual(makePeople(50, 'a'), makePeople(50, 'b'));
});
