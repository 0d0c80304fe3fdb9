import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from '#core/quantities/partial-date.ts';
import { compareRanges, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { type AgeConvention, ageBy } from './age.ts';
import { rangeText, sittingWith } from './given.ts';

const age = (convention: AgeConvention, born: string | undefined, on: string | undefined) =>
  ageBy(convention).compute(
    sittingWith(
      {},
      {
        point: 'consent',
        date: on === undefined ? undefined : readDate(on),
        birth:
          born === undefined ? undefined : { written: born, unit: undefined, date: undefined, record: 'the birth' },
      },
    ),
  );

/** Counted by hand on the calendar; no number of a paper, so no key of evidence/references.bib. */
test('completed years, from the birthday on', () => {
  const rows = [
    ['1990-06-15', '2026-06-14', '[35'],
    ['1990-06-15', '2026-06-15', '[36'],
    ['2008-02-29', '2026-02-28', '[17'],
    ['2008-02-29', '2026-03-01', '[18'],
    ['2008-02-29', '2028-02-29', '[20'],
    ['1990', '2026-06-14', '[35..[36'],
    ['1990-06', '2026-06-14', '[35..[36'],
    ['1990-06', '2026-06-30', '[36'],
    ['1990-06-UK', '2026-05-31', '[35'],
    ['2026-06-14', '2026-06-14', '[0'],
  ] as const;
  for (const [born, on, expected] of rows)
    assert.equal(rangeText(age('completed years', born, on)), expected, `${born} ${on}`);
});

test('"> 18 years" and "<= 65 years" the day before a birthday and on it, under both conventions', () => {
  const limit = (years: number) => exactly(rational(years));
  const rows = [
    ['completed years', '2007-05-18', '2026-05-17', '>', 18, 'false'],
    ['completed years', '2007-05-18', '2026-05-18', '>', 18, 'true'],
    ['exact', '2008-05-18', '2026-05-18', '>', 18, 'false'],
    ['exact', '2008-05-18', '2026-05-19', '>', 18, 'true'],
    ['completed years', '1960-05-18', '2026-05-17', '<=', 65, 'true'],
    ['completed years', '1960-05-18', '2026-05-18', '<=', 65, 'false'],
    ['exact', '1961-05-18', '2026-05-18', '<=', 65, 'true'],
    ['exact', '1961-05-18', '2026-05-19', '<=', 65, 'false'],
    ['completed years', '2007', '2026-05-18', '>', 18, 'unknown'],
  ] as const;
  for (const [convention, born, on, comparator, years, expected] of rows) {
    const measured = age(convention, born, on);
    assert.ok(measured.kind === 'number');
    assert.equal(compareRanges(measured.range, comparator, limit(years)), expected, `${convention} ${born} ${on}`);
  }
});

test('exact years are completed years and the share of the year that has passed', () => {
  // From 2025-05-18 to 2026-05-18 are 365 days; 73 of them are a fifth.
  assert.equal(rangeText(age('exact', '1990-05-18', '2025-07-30')), '[35.2');
  assert.equal(rangeText(age('exact', '1990-05-18', '2026-05-18')), '[36');
});

test('a date that is missing or partial is named', () => {
  assert.deepEqual(age('completed years', undefined, undefined).missing, [
    { kind: 'date', of: 'birth', written: undefined },
    { kind: 'date', of: 'consent', written: undefined },
  ]);
  const unreadable = age('completed years', 'unknown', '2026-05-18');
  assert.equal(unreadable.status, 'not evaluable');
  assert.deepEqual(unreadable.missing, [{ kind: 'date', of: 'birth', written: 'unknown' }]);
  assert.deepEqual(age('completed years', '1990-06-15', '2026').missing, [
    { kind: 'date', of: 'consent', written: '2026' },
  ]);
  const partial = age('completed years', '1990', '2026-05-18');
  assert.equal(partial.status, 'partial');
  assert.deepEqual(partial.missing, [{ kind: 'date', of: 'birth', written: '1990' }]);
  assert.equal(partial.evidence[0]?.record, 'the birth');
});

test('the title and the rule say which convention; both answer under the same name', () => {
  assert.deepEqual([ageBy('exact').id, ageBy('completed years').id], ['age', 'age']);
  assert.notEqual(ageBy('exact').rule, ageBy('completed years').rule);
  assert.equal(ageBy('exact').explain(age('exact', '1990-05-18', '2026-05-18')), 'age 36 years');
});

test('whole dates are all that is needed, and the birth is the evidence', () => {
  const { status, missing, evidence } = age('exact', '1990-05-18', '2026-05-18');
  assert.deepEqual([status, missing], ['ok', []]);
  assert.deepEqual(evidence, [{ record: 'the birth', what: 'born', written: '1990-05-18', date: '1990-05-18' }]);
  assert.deepEqual(age('exact', '1990-05-18', undefined).missing, [
    { kind: 'date', of: 'consent', written: undefined },
  ]);
});
