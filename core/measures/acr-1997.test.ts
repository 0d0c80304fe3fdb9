import assert from 'node:assert/strict';
import test from 'node:test';
import { acr1997Count } from './acr-1997.ts';
import { rangeText, sittingWith } from './given.ts';

/** The eleven criteria in the order of hochberg1997: malar rash 1 … antinuclear antibody 11. */
const ids = [
  'malar-rash',
  'discoid-rash',
  'photosensitivity',
  'oral-ulcers',
  'arthritis',
  'serositis',
  'renal',
  'neurologic',
  'haematologic',
  'immunologic',
  'ana',
] as const;

const count = (met: readonly number[], notDone: readonly number[] = [], without: readonly number[] = []) =>
  acr1997Count.compute(
    sittingWith(
      Object.fromEntries(
        ids.flatMap((id, index) => {
          const place = index + 1;
          if (without.includes(place)) return [];
          const answer = notDone.includes(place) ? 'not done' : met.includes(place) ? 'present' : 'absent';
          return [[`ACR-1997-count.${id}`, answer]];
        }),
      ),
    ),
  );

test('the form asks the eleven criteria in their order', () => {
  assert.deepEqual(
    acr1997Count.instrument?.items.map(({ id }) => id),
    ids.map((id) => `ACR-1997-count.${id}`),
  );
});

test('worked examples K1, K2, K3: four criteria; three with one open; three', () => {
  const rows = [
    [count([7, 9, 10, 11]), '[4', 'ok'],
    [count([1, 4, 11], [5]), '[3..[4', 'partial'],
    [count([3, 7, 11]), '[3', 'ok'],
    [count([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), '[11', 'ok'],
    [count([], []), '[0', 'ok'],
    [count([1], [], [2, 3]), '[1..[3', 'partial'],
  ] as const;
  for (const [measured, range, status] of rows) {
    assert.equal(rangeText(measured), range);
    assert.equal(measured.status, status, range);
  }
});

test('it says how many of the eleven', () => {
  assert.equal(acr1997Count.explain(count([1, 4, 11], [5])), '3 to 4 of the 11 ACR 1997 criteria');
});
