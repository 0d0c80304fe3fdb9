import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { writeRational } from '#core/quantities/decimal.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { findNormalRange, type NormalRangeAsked } from './find-normal-range.ts';
import { laboratoryMeasure } from './laboratory.ts';
import type { MeasureKind } from './measure.ts';
import type { NormalRange, NormalRangeRow } from './normal-range.ts';

type Person = readonly [sex: NormalRangeAsked['sex'], born: string | undefined, on: string | undefined];

const find = (rows: readonly NormalRangeRow[], [sex, born, on]: Person, measure = 'creatinine') => {
  const [birth, date] = [born, on].map((text) => (text === undefined ? undefined : readDate(text)));
  return findNormalRange(rows, { laboratory: 'nanjing', measure, sex, birth, date }, laboratoryMeasure(measure).value);
};

const said = (range: NormalRange | undefined): string => {
  if (range === undefined) return 'none';
  const end = (value: NormalRange['low']): string => (value === undefined ? '' : writeRational(value, 6));
  return `${end(range.low)}..${end(range.high)}`;
};

const row = (limits: string, more: Partial<NormalRangeRow> = {}): NormalRangeRow => {
  const [low = '', high = ''] = limits.split('..');
  const ends = { ...(low === '' ? {} : { low }), ...(high === '' ? {} : { high }) };
  return { laboratory: 'nanjing', measure: 'creatinine', unit: 'mg/dL', ...ends, ...more };
};
const women = row('0.5..1.0', { sex: 'female' });
const men = row('0.6..1.2', { sex: 'male' });
const she: Person = ['female', '1990-05-18', '2026-05-18'];
const he: Person = ['male', '1990-05-18', '2026-05-18'];
const they: Person = [undefined, '1990-05-18', '2026-05-18'];

/** Limits of our own invention; conversions are those of ucum with 113.12 g/mol of creatinine. */
test('the row that fits, by sex, age and date; none where it is not certain which', () => {
  const adults = row('0.5..1.0', { 'from age': 18 });
  const minors = row('0.3..0.7', { 'to age': 18 });
  const before = row('0.5..1.0', { to: '2026-06-30' });
  const since = row('0.6..1.1', { from: '2026-07-01' });
  const rows: readonly (readonly [string, readonly NormalRangeRow[], Person, string])[] = [
    ['by sex', [women, men], she, '0.5..1'],
    ['by sex', [women, men], he, '0.6..1.2'],
    ['sex not known, limits differ', [women, men], they, 'none'],
    ['sex not known, limits agree', [women, { ...women, sex: 'male' }], they, '0.5..1'],
    ['sex not known, a row for one only', [women], they, 'none'],
    ['a row for the other', [women], he, 'none'],
    ['no row', [], she, 'none'],
    ['the 18th birthday', [adults, minors], ['female', '2008-05-18', '2026-05-18'], '0.5..1'],
    ['the day before', [adults, minors], ['female', '2008-05-19', '2026-05-18'], '0.3..0.7'],
    ['a year of birth on both sides', [adults, minors], ['female', '2008', '2026-05-18'], 'none'],
    ['a year of birth on one', [adults, minors], ['female', '1990', '2026-05-18'], '0.5..1'],
    ['birth not known', [adults, minors], ['female', undefined, '2026-05-18'], 'none'],
    [
      'birth not known, all ages agree',
      [adults, { ...adults, 'from age': 0, 'to age': 18 }],
      ['female', undefined, '2026-05-18'],
      '0.5..1',
    ],
    ['birth not known, no age asked', [women], ['female', undefined, '2026-05-18'], '0.5..1'],
    ['the last day of a row', [before, since], ['female', '1990', '2026-06-30'], '0.5..1'],
    ['the first day of the next', [before, since], ['female', '1990', '2026-07-01'], '0.6..1.1'],
    ['a year with both', [before, since], ['female', '1990', '2026'], 'none'],
    [
      'a month that a row covers in part',
      [row('0.5..1.0', { to: '2026-06-15' })],
      ['female', '1990', '2026-06'],
      'none',
    ],
    [
      'a day between two rows that agree',
      [row('0.5..1.0', { to: '2026-06-15' }), row('0.5..1.0', { from: '2026-06-17' })],
      ['female', '1990', '2026-06'],
      'none',
    ],
    [
      'two rows that agree and meet',
      [row('0.5..1.0', { to: '2026-06-15' }), row('0.5..1.0', { from: '2026-06-16' })],
      ['female', '1990', '2026-06'],
      '0.5..1',
    ],
    [
      'birth not known, another row below one year',
      [row('0.1..0.4', { 'to age': 1 }), row('0.5..1.0', { 'from age': 1 })],
      ['female', undefined, '2026-06-01'],
      'none',
    ],
    ['date not known', [before, since], ['female', '1990', undefined], 'none'],
    ['date not known, nothing depends on it', [women], ['female', undefined, undefined], '0.5..1'],
    ['two rows that disagree', [row('0.5..1.0'), row('0.5..1.1')], she, 'none'],
    ['two rows that agree', [row('0.5..1.0'), row('0.50..1')], she, '0.5..1'],
    ['one with a high limit, one without', [row('0.5..'), row('0.5..1.0')], she, 'none'],
    ['one with a low limit, one without', [row('..1.0'), row('0.5..1.0')], she, 'none'],
    ['a range of one value', [row('1.0..1.0')], she, '1..1'],
    ['another laboratory', [row('0.5..1.0', { laboratory: 'beijing' })], she, 'none'],
    ['another measure', [row('0.5..1.0', { measure: 'UPCR' })], she, 'none'],
    ['a low limit alone', [row('0.5..')], she, '0.5..'],
    ['a high limit alone', [row('..1.0')], she, '..1'],
    ['no limit', [row('..')], she, 'none'],
    ['limits the wrong way round', [row('1.0..0.5')], she, 'none'],
    ['a limit that is no number', [row('0.5..x')], she, 'none'],
    ['a date that is none', [row('0.5..1.0', { from: '2026-02-30' })], she, 'none'],
    ['a last day that is none', [row('0.5..1.0', { to: '2026-02-30' })], she, 'none'],
    ['a row that fits beside one with a date that is none', [women, row('0.5..1.0', { from: 'x' })], she, 'none'],
    ['a row that fits beside one that cannot be read', [women, row('0.5..x')], she, 'none'],
    ['one without a high limit after one with', [row('0.5..1.0'), row('0.5..')], she, 'none'],
    ['a unit of another kind', [row('0.5..1.0', { unit: 'g/g' })], she, 'none'],
    ['a unit that is none', [row('0.5..1.0', { unit: 'mgdl' })], she, 'none'],
  ];
  for (const [what, given, who, expected] of rows) assert.equal(said(find(given, who)), expected, what);
});

test('limits convert exactly to the unit of the measure, also by its molar mass', () => {
  const rows = [
    ['creatinine', '50..100', 'umol/L', '0.5656..1.1312'],
    ['creatinine', '0.5..1.0', 'mg/dl', '0.5..1'],
    ['albumin', '3.5..5.2', 'g/dL', '35..52'],
    ['BUN', '5..10', 'mmol/L', '14.007..28.014'],
    ['C3', '90..', 'mg/dL', '0.9..'],
    ['platelets', '125000..350000', '/uL', '125..350'],
  ] as const;
  for (const [measure, limits, unit, expected] of rows)
    assert.equal(said(find([row(limits, { measure, unit })], she, measure)), expected, `${measure} ${unit}`);
});

test('rows in two units agree when their limits are the same amount', () => {
  const inMicromoles = row('50..100', { sex: 'male', unit: 'umol/L' });
  const inMilligrams = row('0.5656..1.1312', { sex: 'female' });
  assert.equal(said(find([inMicromoles, inMilligrams], they)), '0.5656..1.1312');
});

test('it says whose range it is, and the limits as the laboratory writes them', () => {
  const rows = [
    [
      row('44..80', { sex: 'female', 'from age': 18, unit: 'umol/L' }),
      'nanjing laboratory, women from 18',
      '44 to 80 umol/L',
    ],
    [row('..97', { unit: 'umol/L' }), 'nanjing laboratory', 'up to 97 umol/L'],
    [row('0.50..', { 'from age': 18, 'to age': 60 }), 'nanjing laboratory, from 18 below 60', 'from 0.50 mg/dL'],
  ] as const;
  for (const [given, of, written] of rows) {
    const range = find([given], she);
    assert.deepEqual([range?.of, range?.written], [of, written]);
  }
  assert.equal(find([women, { ...women, sex: 'male' }], they)?.of, 'nanjing laboratory');
  assert.equal(find([men], he)?.of, 'nanjing laboratory, men');
});

test('a measure without a unit has no normal range', () => {
  const kinds: readonly MeasureKind[] = [
    { kind: 'score', least: 0, most: 105 },
    { kind: 'level', levels: ['yes', 'no'], ordered: false },
  ];
  for (const kind of kinds) {
    const asked = {
      laboratory: 'nanjing',
      measure: 'creatinine',
      sex: 'female',
      birth: undefined,
      date: undefined,
    } as const;
    assert.equal(findNormalRange([row('0.5..1.0')], asked, kind), undefined);
  }
});

test('what is found of a person known in part is what is found of every person it may be', () => {
  const limits = fc.constantFrom('0.5..1.0', '0.6..1.2');
  const years = fc.constantFrom(undefined, 17, 18, 35, 36);
  const anyRow = fc.record({ limits, sex: fc.constantFrom(undefined, 'female', 'male'), from: years, to: years });
  const built = anyRow.map((each) =>
    row(each.limits, {
      ...(each.sex === undefined ? {} : { sex: each.sex === 'female' ? 'female' : 'male' }),
      ...(each.from === undefined ? {} : { 'from age': each.from }),
      ...(each.to === undefined ? {} : { 'to age': each.to }),
    }),
  );
  const born = fc.tuple(fc.integer({ min: 1988, max: 1992 }), fc.integer({ min: 10, max: 12 }));
  fc.assert(
    fc.property(
      fc.array(built, { maxLength: 4 }),
      born,
      fc.constantFrom('female', 'male'),
      (rows, [year, month], sex) => {
        const known = said(find(rows, [undefined, String(year), '2026-05-18']));
        const whole: Person = [sex === 'female' ? 'female' : 'male', `${year}-${month}-01`, '2026-05-18'];
        if (known !== 'none') assert.equal(said(find(rows, whole)), known);
        assert.equal(said(find(rows.toReversed(), whole)), said(find(rows, whole)), 'the order of rows is irrelevant');
      },
    ),
  );
});
