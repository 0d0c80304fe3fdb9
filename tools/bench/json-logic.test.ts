/** What JSON Logic says of single sentences: right of those who are decided, and something of everyone else. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { compileColumns } from '#core/criteria/columns/compile-columns.ts';
import { isUnreadable, readRule } from '#core/criteria/read.ts';
import { translateToElm } from '#core/criteria/translate/elm.ts';
import { findJsonLogic, jsonData, jsonScreen } from './json-logic.ts';
import type { PlainAnswer } from './read-answer.ts';
import { mustReadStudy, type TrialRules } from './trial-rules.ts';

const study = mustReadStudy('trials/nct05631717/study.yaml');

/** One sentence as the only inclusion of a trial. */
const onlyInclusion = (sentence: string): TrialRules => {
  const formula = readRule(sentence, study.lexicon);
  assert(!isUnreadable(formula), sentence);
  const library = translateToElm({ id: 'one', version: '1' }, [{ name: 'I', formula, here: undefined }], study);
  const criteria = [{ id: 'I', kind: 'include', statement: 'I' }] as const;
  return { study, library, program: compileColumns(library), criteria };
};

const upcr = 'UPCR at screening';
const protein = 'protein-24h at screening';
const either = `(${upcr} > 1 g/g; ${protein} > 1 g/24h)`;
const two = (a: PlainAnswer, b: PlainAnswer) => ({ [upcr]: a, [protein]: b });

/** In ten-thousandths; true where the sentence is met, as JSON Logic reads null: less than any number above zero. */
const rows: readonly (readonly [sentence: string, answers: Readonly<Record<string, PlainAnswer>>, met: boolean])[] = [
  [`${upcr} > 1 g/g`, { [upcr]: 10_001 }, true],
  [`${upcr} > 1 g/g`, { [upcr]: 10_000 }, false],
  [`${upcr} > 1 g/g`, { [upcr]: null }, false],
  [`${upcr} <= 1 g/g`, { [upcr]: null }, true],
  [`not ${upcr} > 1 g/g`, { [upcr]: null }, true],
  [`${upcr} + ${upcr} > 1 g/g`, { [upcr]: 5001 }, true],
  [`${upcr} - ${upcr} = 0 g/g`, { [upcr]: 5001 }, true],
  ['creatinine at screening <= 1.2 mg/dL', { 'creatinine at screening': 12_000 }, true],
  ['urine-hCG at screening = negative', { 'urine-hCG at screening': 'negative' }, true],
  ['urine-hCG at screening = negative', { 'urine-hCG at screening': 'positive' }, false],
  ['reached consent and reached screening', { 'reached consent': true, 'reached screening': true }, true],
  ['reached consent and reached screening', { 'reached consent': true, 'reached screening': null }, false],
  ['reached consent or reached screening', { 'reached consent': null, 'reached screening': true }, true],
  ['(if reached consent then reached screening else reached baseline)', { 'reached baseline': true }, true],
  [`any available of ${either}`, two(20_000, null), true],
  [`any available of ${either}`, two(5000, 20_000), true],
  [`first available of ${either}`, two(5000, 20_000), false],
  [`first available of ${either}`, two(null, 20_000), true],
  [`at least 2 of ${either}`, two(20_000, 20_000), true],
  [`at least 2 of ${either}`, two(20_000, 5000), false],
];

for (const [sentence, answers, met] of rows)
  test(`${sentence}: ${met ? 'passes' : 'fails'} by ${JSON.stringify(Object.values(answers))}`, async () => {
    const apply = await findJsonLogic();
    assert(apply !== undefined, 'json-logic-js is not installed');
    const trial = onlyInclusion(sentence);
    const data = jsonData(trial, (name) => answers[name] ?? null);
    assert.equal(jsonScreen(trial, apply)(data) === -1, met);
  });
