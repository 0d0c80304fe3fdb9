import assert from 'node:assert/strict';
import test from 'node:test';
import { printFormula } from '#core/criteria/print.ts';
import { isUnreadable } from '#core/criteria/read.ts';
import { readFormulaTree } from '#core/criteria/translate/json-form.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { mustBeCalm, readTrialFile, tell } from './given.ts';

const { study } = readStudy(readTrialFile('study.yaml'));

const translated = (to: string) => tell(['translate', 'nct05631717', '--to', to]);

test('text: a sentence a line, by name', async () => {
  const { code, out } = await translated('text');
  assert.equal(code, 0);
  assert.ok(out.split('\n').includes('I3: SLEDAI-2K at screening >= 6'));
});

test('json: every tree reads back to the sentence that text shows', async () => {
  assert.ok(study);
  const { lexicon } = study;
  const trees: Record<string, unknown> = JSON.parse((await translated('json')).out);
  const lines = Object.entries(trees).map(([name, tree]) => {
    const formula = readFormulaTree(tree, lexicon);
    assert.ok(!isUnreadable(formula), name);
    return `${name}: ${printFormula(formula)}`;
  });
  assert.equal(`${lines.join('\n')}\n`, (await translated('text')).out);
});

test('elm: one library, and what it cannot hold is told beside it', async () => {
  const { code, out, err } = await translated('elm');
  const { library } = JSON.parse(out);
  assert.deepEqual([code, library.identifier.id, library.statements.def.length], [0, 'nct05631717', 27]);
  assert.equal(err.split('\n')[0], 'time-to-response has no counterpart there: time');
});

test('cql: percentages become whole factors', async () => {
  const { out } = await translated('cql');
  assert.ok(out.includes('4 * "creatinine at week 24" <= 5 * "creatinine at baseline"'));
});

for (const [argv, said] of [
  [['translate', 'nct05631717'], 'translate needs --to'],
  [['translate', 'nct05631717', '--to', 'cqll'], 'there is no form "cqll"; did you mean cql?'],
  [['translate', 'nct05631717', '--to', 'constructor'], 'there is no form "constructor"'],
] as const)
  test(`${argv.join(' ')}: ${said}`, async () => {
    const told = await tell(argv);
    mustBeCalm(told);
    assert.deepEqual([told.code, told.err.split('\n')[0]], [2, said]);
  });
