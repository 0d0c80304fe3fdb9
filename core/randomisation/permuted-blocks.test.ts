import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type AllocationList, type BlockDesign, generateList } from './permuted-blocks.ts';
import { secretFromSeed } from './stream.ts';

const design: BlockDesign = {
  arms: [
    { id: 'A', ratio: 1 },
    { id: 'B', ratio: 1 },
  ],
  blockSizes: [4],
  strata: ['s1', 's2'],
  slotsPerStratum: 40,
  secret: secretFromSeed(7),
};

const listOf = (change: Partial<BlockDesign> = {}): AllocationList => {
  const list = generateList({ ...design, ...change });
  assert.ok('slots' in list);
  return list;
};

const blocksOf = (list: AllocationList, stratum: string): readonly string[] => {
  const blocks: string[] = [];
  for (const { block, arm } of list.slots.filter((slot) => slot.stratum === stratum)) {
    blocks[block - 1] = (blocks[block - 1] ?? '') + arm;
  }
  return blocks;
};

const arms = (...ratios: readonly number[]) => ratios.map((ratio, index) => ({ id: `arm ${index}`, ratio }));

// In order of precedence: each row is wrong in what it names and in everything below it.
const last: Partial<BlockDesign> = { slotsPerStratum: 0 };
const noStrata: Partial<BlockDesign> = { ...last, strata: [] };
const noMultiple: Partial<BlockDesign> = { ...noStrata, blockSizes: [4, 3] };
const refusals: readonly (readonly [change: Partial<BlockDesign>, refused: string])[] = [
  [{ ...noMultiple, arms: [] }, 'no arms'],
  [
    {
      ...noMultiple,
      arms: [
        { id: 'A', ratio: 0 },
        { id: 'A', ratio: 1 },
      ],
    },
    'arm named twice',
  ],
  [{ ...noMultiple, arms: arms(0, 1) }, 'ratio not a whole number above zero'],
  [{ ...noMultiple, arms: arms(1.5, 1) }, 'ratio not a whole number above zero'],
  [{ ...noMultiple, arms: arms(Number.NaN, 1) }, 'ratio not a whole number above zero'],
  [{ ...noStrata, blockSizes: [] }, 'no block sizes'],
  [{ ...noStrata, blockSizes: [0, 0, 3] }, 'block size not a whole number above zero'],
  [{ ...noStrata, blockSizes: [2.5] }, 'block size not a whole number above zero'],
  [{ ...noStrata, blockSizes: [3, 3] }, 'block size named twice'],
  [noMultiple, 'block size no multiple of the ratio sum'],
  [{ ...noStrata, arms: arms(2, 1) }, 'block size no multiple of the ratio sum'],
  [noStrata, 'no strata'],
  [{ ...last, strata: ['s', 's'] }, 'stratum named twice'],
  [last, 'slots not a whole number above zero'],
  [{ slotsPerStratum: 1.5 }, 'slots not a whole number above zero'],
  [{ slotsPerStratum: 500_000 }, 'list too long'],
  [{ blockSizes: [2 ** 40] }, 'list too long'],
];
for (const [change, refused] of refusals) {
  test(`refuses: ${refused}`, () => assert.deepEqual(generateList({ ...design, ...change }), { refused }));
}

test('slots and blocks are numbered from 1 within each stratum', () => {
  const { slots, algorithm } = listOf({ slotsPerStratum: 6 });
  assert.equal(algorithm, 'permuted-blocks/1');
  const places = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => [slot, slot < 5 ? 1 : 2]);
  for (const stratum of design.strata) {
    const own = slots.filter((slot) => slot.stratum === stratum);
    assert.deepEqual(
      own.map(({ slot, block }) => [slot, block]),
      places,
    );
  }
});

test('a list is reproducible from its secret: version 1 of the algorithm stays as it is', () => {
  const list = listOf({ blockSizes: [2, 4, 6], slotsPerStratum: 12 });
  assert.deepEqual(listOf({ blockSizes: [2, 4, 6], slotsPerStratum: 12 }), list);
  assert.deepEqual(blocksOf(list, 's1'), ['ABBAAB', 'BABAAB']);
  assert.notDeepEqual(listOf({ blockSizes: [2, 4, 6], slotsPerStratum: 12, secret: secretFromSeed(8) }), list);
});

test('every block is balanced in the ratio of the arms', () => {
  const ratios = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
  const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(
      ratios,
      sizes,
      fc.integer({ min: 1, max: 60 }),
      fc.string(),
      (some, multiples, slotsPerStratum, seed) => {
        const sum = some.reduce((all, ratio) => all + ratio, 0);
        const shares = some.map((ratio, index) => ({ id: String(index), ratio }));
        const blockSizes = multiples.map((multiple) => multiple * sum);
        const list = listOf({ arms: shares, blockSizes, slotsPerStratum, secret: secretFromSeed(seed) });
        for (const block of blocksOf(list, 's1')) {
          assert.ok(blockSizes.includes(block.length));
          const counts = shares.map(({ id }) => [...block].filter((arm) => arm === id).length);
          assert.deepEqual(
            counts,
            some.map((ratio) => (ratio * block.length) / sum),
          );
        }
        assert.ok(list.slots.filter((slot) => slot.stratum === 's2').length >= slotsPerStratum);
      },
    ),
  );
});

/** Pearson's statistic against equal chances. */
const chiSquare = (values: readonly unknown[], kinds: number): number => {
  const counts = Map.groupBy(values, (value) => value);
  assert.equal(counts.size, kinds);
  const expected = values.length / kinds;
  return [...counts.values()].reduce((sum, { length }) => sum + (length - expected) ** 2 / expected, 0);
};

// Upper 0.001 quantiles of chi-square: 2 and 5 degrees of freedom 13.816 and 20.515 (R 4.2.2, qchisq).
test('all six orders of a block of four are equally likely', () => {
  const blocks = blocksOf(listOf({ strata: ['s1'], slotsPerStratum: 120_000 }), 's1');
  assert.ok(chiSquare(blocks, 6) < 20.515);
});

test('block sizes are drawn with equal chances, and tell nothing of the order within', () => {
  const blocks = blocksOf(listOf({ strata: ['s1'], slotsPerStratum: 120_000, blockSizes: [2, 4, 6] }), 's1');
  assert.ok(
    chiSquare(
      blocks.map(({ length }) => length),
      3,
    ) < 13.816,
  );
  assert.ok(
    chiSquare(
      blocks.filter(({ length }) => length === 4),
      6,
    ) < 20.515,
  );
});

test('strata are independent: adding, removing or moving one changes no other', () => {
  const blocks = blocksOf(listOf(), 's2');
  for (const strata of [['s2'], ['s2', 's1'], ['s0', 's1', 's2', 's3']]) {
    assert.deepEqual(blocksOf(listOf({ strata }), 's2'), blocks);
  }
  assert.notDeepEqual(blocksOf(listOf(), 's1'), blocks);
});

test('a longer list begins like the shorter one', () => {
  const short = blocksOf(listOf(), 's1');
  assert.deepEqual(blocksOf(listOf({ slotsPerStratum: 80 }), 's1').slice(0, short.length), short);
});

// Upper 0.001 quantile of chi-square: 19 degrees of freedom 43.820 (R 4.2.2, qchisq).
test('of a million slots, all twenty orders of a block of six are equally likely', () => {
  const blocks = blocksOf(listOf({ strata: ['s1'], slotsPerStratum: 999_990, blockSizes: [6] }), 's1');
  assert.ok(chiSquare(blocks, 20) < 43.82);
});

test('of a million slots, all six orders of a block of four are equally likely', () => {
  const blocks = blocksOf(listOf({ strata: ['s1'], slotsPerStratum: 999_990 }), 's1');
  assert.ok(chiSquare(blocks, 6) < 20.515);
});
