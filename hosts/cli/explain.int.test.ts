import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { edit, mustBeCalm, openScratch, readTrialFile, tell } from './given.ts';

const scratch = openScratch('explain');
after(scratch.remove);

const explain = (sentence: string, trial = 'nct05631717') => tell(['explain', trial, sentence]);

test('a sentence is printed in its canonical text, with all that it asks for', async () => {
  const sentence =
    'creatinine<=125% of creatinine at baseline\n  and not judged "worse" and (had infection ever and CR)';
  const told = await explain(sentence);
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.deepEqual(told.out.trimEnd().split('\n'), [
    'creatinine <= 125% of creatinine at baseline and not judged "worse" and (had infection ever and CR)',
    '  a condition: true, false or not known',
    '  measure     creatinine at the visit at which it is asked, at baseline',
    '  measure     UPCR at the visit at which it is asked',
    '  measure     protein-24h at the visit at which it is asked',
    '  measure     prednisone-equivalent at the visit at which it is asked',
    '  judgement   "worse" at the visit at which it is asked',
    '  records     had infection ever',
    '  definition  CR at the visit at which it is asked',
  ]);
});

test('what is printed is read again as the same', async () => {
  for (const sentence of ['change of  SLEDAI-2K from baseline', 'first point from week 4 to week 8 where (CR or PR)']) {
    const first = await explain(sentence);
    const [text = ''] = first.out.split('\n');
    assert.equal((await explain(text)).out, first.out);
  }
});

test('a value and a time are named as such', async () => {
  assert.match((await explain('change of SLEDAI-2K from baseline')).out, /^ {2}a value$/m);
  const time = await explain('first point from week 4 to week 24 where (CR)');
  assert.match(time.out, /^ {2}a time: .*\n[\s\S]*definition {2}CR at each visit from week 4 to week 24$/m);
});

/** The sentence, the text that the caret stands under, and what is said. */
const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['UPCR at screening > 1.0', '1.0', /without a unit beside a measure that has one; expected a unit such as g\/g$/],
  ['age at consent > 18 years and creatinin at screening > 1', 'creatinin', /did you mean creatinine\?$/],
  ['received rituximb ever', 'rituximb', /expected a drug, condition or procedure; did you mean rituximab\?$/],
  ['PGA < 1 and UPCR at week 2 < 1 g/g', 'week 2', /expected a visit or milestone; did you mean week/],
  ['PGA < 1\n\tand SLEDAI2K > 4', 'SLEDAI2K', /did you mean SLEDAI-2K\?$/],
  ['PGA < 1 ; PGA > 2', ';', /^found ";"; expected and, or, the end of the sentence$/],
  ['PGA < 1 and weight at week 4 > 40 kg', 'weight', /^weight is not scheduled at week 4; expected an activity/],
  ['PGA < 1 and CR at consent', 'CR', /^nothing is measured at consent, where CR asks for it; expected screening/],
  ['at least 3 of (CR; PR)', 'at least', /^at least 3 of 2 can never hold/],
  ['judged "ö" at week 4 and PGA <', '', /^found the end of the sentence/],
  ['PGA < 1 or \u0007 PGA > 2', '\u0007', /^cannot read a control character \(code 7\)$/],
  ['', '', /^found the end of the sentence/],
];

for (const [sentence, marker, said] of wrong)
  test(`wrong: ${JSON.stringify(sentence)}`, async () => {
    const told = await explain(sentence);
    assert.deepEqual([told.code, told.err], [1, '']);
    mustBeCalm(told);
    const [shown, caret = '', problem = '', ...more] = told.out.trimEnd().split('\n').slice(-3);
    assert.deepEqual(more, []);
    assert.equal(shown, sentence.replaceAll(/\p{Cc}/gu, ' '));
    const column = marker === '' ? sentence.length : sentence.indexOf(marker);
    assert.equal(caret, `${' '.repeat(column)}^`);
    assert.match(problem, said);
    const value = JSON.parse((await tell(['explain', 'nct05631717', sentence, '--json'])).out);
    assert.deepEqual([value.sentence, value.valid], [sentence, false]);
    assert.equal(value.problems.at(-1).column, column + 1);
  });

test('each of several problems has its place, in the order of the sentence', async () => {
  const told = await explain('CR at consent and weight at week 4 > 40 kg and UPCR at screening > 1');
  const carets = told.out.split('\n').filter((line) => /^ *\^$/.test(line));
  assert.deepEqual(
    carets.map((line) => line.length),
    [1, 19, 68],
  );
});

test('a character outside the first plane takes one column', async () => {
  const { out } = await explain('judged "𝛼" at week 4 and PGAA < 1');
  assert.match(out, new RegExp(`\\n {${[...'judged "𝛼" at week 4 and '].length}}\\^\\n`));
});

test('of a long sentence only what stands around the place is shown', async () => {
  const { out } = await explain(`${'PGA < 1 and '.repeat(50)}PGAA < 1${' and PGA < 1'.repeat(50)}`);
  const [shown = '', caret = ''] = out.split('\n');
  assert.ok(shown.length <= 114 && shown.startsWith('… ') && shown.endsWith(' …'), shown);
  assert.equal(shown.slice(caret.length - 1, caret.length + 3), 'PGAA');
  const endless = await explain('PGA '.repeat(3000));
  assert.equal(endless.code, 1);
  assert.match(endless.out, /longer than 10000 characters; expected named definitions/);
});

test('--json holds the text, the kind and what is asked for', async () => {
  const value = JSON.parse((await tell(['explain', 'nct05631717', 'UPCR  at screening > 1.0 g/g', '--json'])).out);
  assert.deepEqual(value, {
    sentence: 'UPCR  at screening > 1.0 g/g',
    valid: true,
    text: 'UPCR at screening > 1.0 g/g',
    kind: 'condition',
    measures: [{ name: 'UPCR', at: ['screening'] }],
    judgements: [],
    definitions: [],
    records: [],
    moments: [],
  });
});

test('the words are those of the trial; a trial that does not compile has none', async () => {
  assert.equal((await explain('halved', 'docs/your-own-study')).code, 0);
  assert.equal((await explain('halved')).code, 1);
  const broken = scratch.write('broken.yaml', edit(readTrialFile('study.yaml'), 'masking: open', 'masking: opn'));
  const told = await explain('CR', broken);
  assert.deepEqual([told.code, told.out], [1, '']);
  assert.match(told.err, /did you mean open\?/);
  assert.equal((await explain('CR', 'missing')).code, 2);
});
