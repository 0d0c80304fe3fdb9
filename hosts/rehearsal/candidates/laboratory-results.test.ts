import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { laboratoryRatios, laboratoryValues, people } from './assumed-numbers.ts';
import { openDraws } from './draws.ts';
import { type Body, openResults, reportedForm, reportedUnit } from './laboratory-results.ts';

const drawsOf = openDraws(secretFromSeed(3));
const body = (number: number, more: Partial<Body> = {}): Body => ({
  draws: drawsOf(number),
  sex: 'female',
  classes: 'III',
  ...more,
});
const numbers = Array.from({ length: 1500 }, (_, index) => index + 1);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const exactOf = (id: string, made: Body): number => openResults(made)(id)?.exact ?? Number.NaN;

/** Every value of the table: its median among many lies near the one that is assumed, on the scale of logarithms. */
for (const [id, , , assumed, spread] of laboratoryValues)
  test(`${id} lies about ${assumed}`, () => {
    const found = median(numbers.map((number) => exactOf(id, body(number))));
    // The median of n lognormal numbers errs by about 1.2533 spread / sqrt(n); five of these.
    const room = (5 * 1.2533 * spread) / Math.sqrt(numbers.length);
    assert.ok(Math.abs(Math.log(found / assumed)) <= room + 1e-9, `${found}`);
  });

/** Every ratio follows the number that it is taken of. */
for (const [id, , , of, times, spread] of laboratoryRatios)
  test(`${id} is ${times} times ${of}${spread === 0 ? '' : ', about'}`, () => {
    const shares = numbers.slice(0, 300).map((number) => exactOf(id, body(number)) / exactOf(of, body(number)) / times);
    if (spread === 0) for (const share of shares) assert.ok(Math.abs(share - 1) < 1e-12);
    else assert.ok(Math.abs(Math.log(median(shares))) < (5 * 1.2533 * spread) / Math.sqrt(shares.length));
  });

test('a result is written to the places of its table, in its unit', () => {
  for (const [id, unit, places] of laboratoryValues) {
    const result = openResults(body(5))(id);
    assert.equal(result?.unit, unit, id);
    assert.deepEqual(reportedForm(id), { unit, places });
    assert.equal(reportedUnit(id), unit);
    const written = result?.written.replace('<', '') ?? '';
    assert.equal(written.split('.')[1]?.length ?? 0, result?.written.startsWith('<') ? 0 : places, `${id} ${written}`);
  }
});

test('what is written is what was rounded, and the number before it is kept', () => {
  for (const number of numbers.slice(0, 200)) {
    const result = openResults(body(number))('creatinine');
    assert.ok(result !== undefined);
    assert.equal(Number(result.written), result.value);
    assert.ok(Math.abs(result.value - result.exact) <= 0.5 * 10 ** -(reportedForm('creatinine')?.places ?? 0) + 1e-12);
  }
});

test('below the limit of the assay antibodies are reported as below it', () => {
  const limit = people.dnaCutOff.value;
  const seen = numbers.map((number) => openResults(body(number))('anti-dsDNA'));
  const below = seen.filter((result) => result?.written.startsWith('<'));
  assert.ok(below.length > 0 && below.length < seen.length);
  for (const result of seen)
    assert.equal(result?.written.startsWith('<'), (result?.value ?? 0) < limit, result?.written);
});

test('men have more creatinine and haemoglobin, by the factors that are assumed', () => {
  for (const [id, factor] of [
    ['creatinine', people.creatinineOfMen.value],
    ['haemoglobin', people.haemoglobinOfMen.value],
    ['platelets', 1],
  ] as const)
    for (const number of [1, 2, 3]) {
      const share = exactOf(id, body(number, { sex: 'male' })) / exactOf(id, body(number));
      assert.ok(Math.abs(share - factor) < 1e-12, `${id}: ${share}`);
    }
});

test('classes IV and VI raise creatinine, alone and together; V does not', () => {
  const { IV, VI } = people.creatinineOfClass.value;
  for (const [classes, factor] of [
    ['IV', IV],
    ['VI', VI],
    ['IV, VI', IV * VI],
    ['V', 1],
    ['III, V', 1],
  ] as const) {
    const share = exactOf('creatinine', body(9, { classes })) / exactOf('creatinine', body(9));
    assert.ok(Math.abs(share - factor) < 1e-12, `${classes}: ${share}`);
  }
});

test('what has changed since is a factor, and what is a ratio of it changes along', () => {
  const changed = (id: string): number => (id === 'creatinine' ? 2 : 1);
  const [before, after] = [body(4), body(4, { changed })];
  assert.ok(Math.abs(exactOf('creatinine', after) / exactOf('creatinine', before) - 2) < 1e-12);
  assert.equal(exactOf('haemoglobin', after), exactOf('haemoglobin', before));
  for (const [id, , , of] of laboratoryRatios)
    if (of === 'creatinine') assert.ok(Math.abs(exactOf(id, after) / exactOf(id, before) - 2) < 1e-12, id);
});

test('no share is above a hundred', () => {
  for (const [id, unit] of laboratoryValues)
    if (unit === '%')
      for (const number of numbers.slice(0, 300))
        assert.ok((openResults(body(number, { changed: () => 50 }))(id)?.value ?? 0) <= 100, id);
});

test('no result hangs on which others were asked before', () => {
  const [first, second] = [openResults(body(8)), openResults(body(8))];
  const ids = laboratoryValues.map(([id]) => id);
  const forwards = ids.map((id) => first(id)?.exact);
  const backwards = ids.toReversed().map((id) => second(id)?.exact);
  assert.deepEqual(backwards.toReversed(), forwards);
});

test('what no table says is not made up', () => {
  assert.equal(openResults(body(1))('moon-phase'), undefined);
  assert.deepEqual([reportedForm('moon-phase'), reportedUnit('moon-phase')], [undefined, undefined]);
});
