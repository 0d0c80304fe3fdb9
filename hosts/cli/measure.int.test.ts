import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { guideOf } from '#core/measures/guide-of.ts';
import { mustBeCalm, tell } from './given.ts';

const parts = ['What is computed', 'What it is made of', 'At the limits', 'Source', 'Licence', 'Worked examples'];

for (const measure of catalogue)
  test(`measure ${measure.id} says what it is`, async () => {
    const told = await tell(['measure', measure.id]);
    assert.equal(told.code, 0);
    mustBeCalm(told);
    assert.ok(told.out.startsWith(`${measure.id}  ${measure.title}\n`));
    assert.ok(told.out.includes(`rule ${measure.rule}`));
    for (const part of parts) assert.ok(told.out.includes(`\n\n${part}\n`), part);
    assert.equal(told.out.includes('\n\nOptions\n'), guideOf(measure).options.length > 0);
  });

test('items stand with units, what is plausible and codes; options with default and tag; the source in full', async () => {
  const { out } = await tell(['measure', 'creatinine-clearance']);
  assert.match(out, /creatinine: Serum creatinine; mg\/dL or umol\/L; plausible 0\.1 to 20 mg\/dL; LOINC 2160-0/);
  assert.match(out, /weight: Body weight; kg or g/);
  assert.match(out, /\n {2}the date of birth\n {2}the sex\n/);
  assert.match(
    out,
    /rounding before a limit: unrounded \| rounded to a whole number\n {4}default unrounded \(recalled\)/,
  );
  assert.match(out, /Cockcroft, D\. W\.; Gault, M\. H\. Prediction of creatinine clearance/);
  assert.match(
    out,
    /E1: female, born 1996-01-15, on 2026-05-18; creatinine 0\.8 mg\/dL, weight 60 kg\n {4}=> .* 97\.3958 mL\/min/,
  );
});

test('as JSON: everything, as data', async () => {
  const value = JSON.parse((await tell(['measure', 'SLEDAI-2K-renal', '--json'])).out);
  assert.equal(value.rule.id, 'sledai-2k-renal/1');
  assert.equal(value.items.length, 4);
  assert.equal(value.page, 'docs/measures/sledai-2k-renal.md');
  assert.equal(value.source.key, 'gladman2002');
  assert.ok(value.examples.length > 0 && value.options.length > 0 && value.licence !== '');
});

test('an id may be written in small letters', async () => {
  assert.deepEqual(await tell(['measure', 'sledai-2k']), await tell(['measure', 'SLEDAI-2K']));
});

const unknown: readonly (readonly [id: string, said: string])[] = [
  ['SLEDAI2K', 'there is no measure "SLEDAI2K"; did you mean SLEDAI-2K?'],
  ['zzzzzz', 'there is no measure "zzzzzz"'],
  ['__proto__', 'there is no measure "__proto__"'],
];

for (const [id, said] of unknown)
  test(said, async () =>
    assert.deepEqual(await tell(['measure', id]), {
      code: 2,
      out: '',
      err: `${said}\ntrialwright measures lists them.\n`,
    }),
  );
