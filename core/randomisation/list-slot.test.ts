import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { goldenSecret, lettersOf, planOf } from './given.ts';
import { drawStrata } from './list-slot.ts';
import { openStream, type Stream, secretFromSeed } from './stream.ts';

const plan = { ...planOf(5), strata: ['x', 'y'] };
const picking = (stream: Stream) => stream.pick(plan.arms);

test('slots are numbered from 1 in each stratum, and nothing else stands in them', () => {
  const slots = drawStrata({ ...plan, slotsPerStratum: 2 }, goldenSecret, 'test/1', () => picking);
  const places = slots.map(({ stratum, slot, ...more }) => [stratum, slot, Object.keys(more).join()]);
  assert.deepEqual(places, [
    ['x', 1, 'arm'],
    ['x', 2, 'arm'],
    ['y', 1, 'arm'],
    ['y', 2, 'arm'],
  ]);
});

test('the stream of a stratum is that of the secret, the algorithm and the stratum', () => {
  const stream = openStream(goldenSecret, 'test/1', 'y');
  const expected = Array.from({ length: 5 }, () => picking(stream).id).join('');
  assert.equal(lettersOf(drawStrata(plan, goldenSecret, 'test/1', () => picking))[1], expected);
});

test('each stratum begins anew', () => {
  const begun: number[] = [];
  const counting = () => {
    begun.push(begun.length);
    let drawn = 0;
    return () => {
      drawn += 1;
      return { id: String(drawn), ratio: 1 };
    };
  };
  assert.deepEqual(lettersOf(drawStrata(plan, goldenSecret, 'test/1', counting)), ['12345', '12345']);
  assert.equal(begun.length, 2);
});

test('another algorithm, another version, another secret: another list', () => {
  const long = { ...plan, slotsPerStratum: 64 };
  const of = (secret: Uint8Array, name: string) => lettersOf(drawStrata(long, secret, name, () => picking)).join();
  const lists = [
    of(goldenSecret, 'a/1'),
    of(goldenSecret, 'a/2'),
    of(goldenSecret, 'b/1'),
    of(secretFromSeed(8), 'a/1'),
  ];
  assert.equal(new Set(lists).size, 4);
});

test('a longer list begins like the shorter one, and other strata change nothing', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.uniqueArray(fc.string()), (shorter, more, others) => {
      const short = drawStrata(
        { ...plan, strata: ['own'], slotsPerStratum: shorter },
        goldenSecret,
        'test/1',
        () => picking,
      );
      const strata = [...others.filter((other) => other !== 'own'), 'own'];
      const long = drawStrata(
        { ...plan, strata, slotsPerStratum: shorter + more },
        goldenSecret,
        'test/1',
        () => picking,
      );
      assert.deepEqual(long.filter(({ stratum }) => stratum === 'own').slice(0, shorter), short);
    }),
  );
});
