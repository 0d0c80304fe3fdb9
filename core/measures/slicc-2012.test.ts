import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sittingWith, type Written } from './given.ts';
import { notEvaluable } from './laboratory.ts';
import { slicc2012 } from './slicc-2012.ts';

/** The criteria of petri2012, written down a second time: the biopsy, eleven clinical, six immunologic. */
const biopsy = 'biopsy-proven-nephritis';
const clinical = [
  'acute-cutaneous',
  'chronic-cutaneous',
  'oral-ulcers',
  'alopecia',
  'synovitis',
  'serositis',
  'renal',
  'neurologic',
  'haemolytic-anaemia',
  'leucopenia',
  'thrombocytopenia',
];
const immunologic = ['ana', 'anti-dsDNA', 'anti-Sm', 'antiphospholipid', 'low-complement', 'direct-coombs'];
const all = [biopsy, ...clinical, ...immunologic];

const form = (present: readonly string[], open: readonly string[] = []): Written =>
  Object.fromEntries(
    all
      .filter((each) => !open.includes(each))
      .map((each) => [`SLICC-2012.${each}`, present.includes(each) ? 'present' : 'absent']),
  );
const classified = (present: readonly string[], open: readonly string[] = []): string => {
  const measured = slicc2012.compute(sittingWith(form(present, open)));
  assert.ok(measured.kind === 'level');
  return measured.possible.join(' or ');
};

test('the form asks the biopsy and the seventeen criteria', () => {
  assert.deepEqual(
    slicc2012.instrument?.items.map(({ id }) => id),
    all.map((each) => `SLICC-2012.${each}`),
  );
});

test('worked examples K4, K5, K6, and what is left open', () => {
  const rows = [
    [[biopsy, 'ana'], [], 'yes'],
    [['oral-ulcers', 'synovitis', 'serositis', 'leucopenia'], [], 'no'],
    [['leucopenia', 'ana', 'anti-dsDNA', 'low-complement'], [], 'yes'],
    [['ana', 'anti-dsDNA', 'anti-Sm', 'low-complement'], [], 'no'],
    [[biopsy, 'anti-dsDNA'], [], 'yes'],
    [[biopsy, 'low-complement'], [], 'no'],
    [[biopsy], ['ana'], 'yes or no'],
    [['ana'], [biopsy], 'yes or no'],
    [['synovitis', 'ana'], ['renal'], 'no'],
    [['synovitis', 'ana', 'anti-Sm'], ['renal'], 'yes or no'],
    [['leucopenia', 'ana', 'anti-dsDNA', 'low-complement'], ['renal', biopsy], 'yes'],
    [[], [], 'no'],
    [[], all, 'yes or no'],
  ] as const;
  for (const [present, open, expected] of rows)
    assert.equal(classified(present, open), expected, `${present} open ${open}`);
});

test('what is missing is named only while it may decide', () => {
  const missing = (present: readonly string[], open: readonly string[]) =>
    slicc2012
      .compute(sittingWith(form(present, open)))
      .missing.map((each) => (each.kind === 'item' ? each.item : each.kind));
  assert.deepEqual(missing([biopsy], ['ana']), ['SLICC-2012.ana']);
  assert.deepEqual(missing([biopsy, 'anti-dsDNA'], ['ana']), []);
  assert.deepEqual(missing([], all), ['SLICC-2012']);
});

test('undecided exactly where two completions differ', () => {
  const some = fc.subarray(all);
  fc.assert(
    fc.property(some, fc.subarray(all, { maxLength: 6 }), (present, open) => {
      const seen = new Set<string>();
      for (let mask = 0; mask < 2 ** open.length; mask += 1) {
        const filled = open.filter((_, bit) => (mask >> bit) % 2 === 1);
        const rest = present.filter((each) => !open.includes(each));
        seen.add(classified([...rest, ...filled]));
      }
      assert.equal(classified(present, open), seen.size === 2 ? 'yes or no' : [...seen].join());
    }),
  );
});

test('it says what is present', () => {
  const said = (present: readonly string[]) => slicc2012.explain(slicc2012.compute(sittingWith(form(present))));
  assert.equal(said([biopsy, 'ana']), 'SLICC-2012 yes: biopsy-proven-nephritis, ana');
  assert.equal(said([]), 'SLICC-2012 no: nothing present');
  const open = slicc2012.compute(sittingWith(form([biopsy], ['ana'])));
  assert.equal(slicc2012.explain(open), 'SLICC-2012 yes or no: biopsy-proven-nephritis');
  assert.deepEqual([open.status, slicc2012.compute(sittingWith(form([]))).status], ['not evaluable', 'ok']);
  assert.equal(slicc2012.explain(notEvaluable([])), 'SLICC-2012 : nothing present');
});
