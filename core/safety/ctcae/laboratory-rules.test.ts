import assert from 'node:assert/strict';
import test from 'node:test';
import { rulesOf } from './laboratory-rules.ts';
import { laboratoryTerms, subjectOf } from './laboratory-term.ts';

const versions = ['v5.0', 'v4.03'] as const;

test('every term is graded in one version at least', () => {
  assert.ok(laboratoryTerms.length > 40);
  for (const term of laboratoryTerms)
    assert.ok(
      versions.some((version) => rulesOf(term, version).length > 0),
      term,
    );
});

test('only these terms have numbers in one version alone', () => {
  const only = (version: (typeof versions)[number]) =>
    laboratoryTerms.filter((term) => rulesOf(term, version === 'v5.0' ? 'v4.03' : 'v5.0').length === 0);
  assert.deepEqual(only('v4.03'), ['hyperglycemia, fasting', 'hypophosphatemia']);
  assert.deepEqual(only('v5.0'), [
    'blood bicarbonate decreased',
    'blood lactate dehydrogenase increased',
    'electrocardiogram QT corrected interval prolonged',
    'eosinophilia',
    'proteinuria',
    'proteinuria by dipstick',
  ]);
});

test('a printed limit has one entry for each kind of unit, one of them in that of the term', () => {
  for (const term of laboratoryTerms)
    for (const { value } of versions.flatMap((version) => rulesOf(term, version)))
      for (const { than } of value) {
        if (than.kind !== 'printed') continue;
        const kinds = than.limits.map(({ unit }) => unit.dimension);
        assert.equal(new Set(kinds).size, kinds.length, term);
        assert.ok(kinds.includes(subjectOf(term).unit.dimension), term);
      }
});

test('all rules of a term look the same way', () => {
  for (const term of laboratoryTerms) {
    const signs = versions
      .flatMap((version) => rulesOf(term, version))
      .flatMap(({ value }) => value.map(({ is }) => is.slice(0, 1)));
    assert.equal(new Set(signs).size, 1, term);
  }
});
