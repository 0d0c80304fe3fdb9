import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { edit, lineOf, mustBeCalm, openScratch, readTrialFile, type Told, tell, trial } from './given.ts';

const scratch = openScratch('screen');
after(scratch.remove);
const person = (name: string): string => `${trial}/people/${name}.yaml`;
const screen = (path: string, ...more: readonly string[]): Promise<Told> =>
  tell(['screen', 'nct05631717', path, ...more]);
const rituximab = readTrialFile('people/rituximab.yaml');
const screenText = (text: string, ...more: readonly string[]): Promise<Told> =>
  screen(scratch.write('person.yaml', text), ...more);

/** The person, the exit code, the verdict line; from the three files that come with the trial. */
const shipped: readonly (readonly [string, number, string])[] = [
  ['eligible', 0, 'P-001: Eligible.'],
  ['rituximab', 1, 'P-002: Not eligible by E1a. Would be eligible from 2026-08-18, all else staying as it is.'],
  ['creatinine-missing', 3, 'P-003: Needs information for I8.'],
];

for (const [name, code, verdict] of shipped)
  test(`the shipped person ${name}`, async () => {
    const told = await screen(person(name));
    assert.deepEqual([told.code, told.out.split('\n')[0], told.err], [code, verdict, '']);
    mustBeCalm(told);
    assert.equal(told.out.match(/^ {2}(passes|fails|not known) +[IE]\d/gm)?.length, 18, 'each criterion has its line');
  });

test('rituximab: the criterion, the record and the day are named', async () => {
  // 2026-03-02 + 24 weeks = 2026-08-17, the last day inside the window, which counts its ends.
  const told = await screen(person('rituximab'));
  const [, reason = '', from = ''] = told.out.slice(told.out.indexOf('  fails ')).split('\n');
  assert.match(reason, /received B-cell-depletion within 24 weeks before screening holds \(rituximab 2026-03-02/);
  assert.equal(from.trim(), 'would pass from 2026-08-18');
  assert.equal(told.out.match(/ fails {2}/g)?.length, 1);
});

test('creatinine missing: the item is named with its visit', async () => {
  const told = await screen(person('creatinine-missing'));
  assert.match(told.out, /not known +I8 .*\n +needs creatinine at screening \(not recorded\)\n/);
});

/** The day of the rituximab, the day of screening, and what follows; 24 weeks before 2026-08-20 is 2026-03-05. */
const days: readonly (readonly [string, string, number, RegExp])[] = [
  ['2026-03-02', '2026-08-17', 1, /would pass from 2026-08-18/],
  ['2026-03-02', '2026-08-18', 0, /Eligible\./],
  ['2026-03-04', '2026-08-20', 0, /Eligible\./],
  ['2026-03-05', '2026-08-20', 1, /would pass from 2026-08-21/],
  ['2026-03', '2026-08-20', 3, /not known +E1a .*\n +needs the exact date of rituximab of 2026-03$/m],
  ['2026-02', '2026-08-20', 0, /Eligible\./],
  ['2026-04', '2026-08-20', 1, /Not eligible by E1a/],
  ['2026', '2026-08-20', 3, /needs the exact date of rituximab of 2026/],
];

for (const [on, screening, code, said] of days)
  test(`rituximab on ${on}, screened on ${screening}`, async () => {
    const dated = rituximab.replaceAll('2026-05-18', screening).replace('on: 2026-03-02', `on: ${on}`);
    const told = await screenText(dated);
    assert.equal(told.code, code, told.out);
    assert.match(told.out, said);
  });

/** What is wrong, the text that is replaced, by what, a marker of the word that is meant, and what is said. */
const bad: readonly (readonly [string, string, string, string, RegExp])[] = [
  ['an unknown item', 'creatinine: 0.92', 'creatnine: 0.92', 'creatnine', /did you mean creatinine\?/],
  [
    'an unknown item of a score',
    'proteinuria: present',
    'proteinura: present',
    'proteinura',
    /is no item; did you mean SLEDAI-2K\.proteinuria\?/,
  ],
  [
    'an unknown unit',
    '0.92 mg/dL',
    '0.92 mgdL',
    '0.92 mgdL',
    /the unit "mgdL" is not accepted for creatinine; expected mg\/dL, umol\/L/,
  ],
  ['no unit', '0.92 mg/dL', '0.92', '0.92', /no unit for creatinine; expected mg\/dL/],
  ['a text in a number', '0.92 mg/dL', 'high mg/dL', 'high', /"high" is not accepted for creatinine/],
  ['a number below zero', '0.92 mg/dL', '-1 mg/dL', '-1 mg/dL', /"-1" is not accepted/],
  [
    'a unit on a word',
    'urine-hCG: negative',
    'urine-hCG: negative today',
    'negative today',
    /"negative today" is not accepted for urine-hCG/,
  ],
  ['a score out of range', 'PGA: 1.8', 'PGA: 3.1', '3.1', /from 0 to 3/],
  ['an unknown grade', 'renal: A', 'renal: F', 'renal: F', /"F" is not accepted for BILAG-2004\.renal/],
  ['a future date', 'on: 2026-03-02', 'on: 2026-06-02', '2026-06-02', /2026-06-02 is in the future/],
  ['an impossible date', 'on: 2026-03-02', 'on: 2026-02-30', '2026-02-30', /"2026-02-30" is no date/],
  ['a consent after today', 'consent: 2026-05-18', 'consent: 2026-05-19', '2026-05-19', /in the future/],
  ['an unknown concept', 'concept: rituximab', 'concept: rituximb', 'rituximb', /did you mean rituximab\?/],
  ['a concept of another source', 'concept: rituximab', 'concept: pneumonia', 'pneumonia', /"pneumonia" is no concept/],
  [
    'a field of a record misspelt',
    'on: 2026-03-02',
    'on: 2026-03-02, doze: 3 mg',
    'doze',
    /"doze" is not a field here.*did you mean dose\?/,
  ],
  ['a source misspelt', '  procedure:', '  procedures:', 'procedures', /did you mean procedure\?/],
  [
    'a day and a course at once',
    'on: 2026-03-02',
    'on: 2026-03-02, from: 2026-03-02',
    '{ concept: rituximab',
    /either on \(one day\) or from \(a course\)/,
  ],
  ['neither a day nor a course', ', on: 2026-03-02', '', '{ concept: rituximab', /either on \(one day\) or from/],
  ['an end of a day', 'on: 2026-03-02', 'on: 2026-03-02, to: 2026-03-04', 'to: 2026-03-04', /to goes with from/],
  [
    'a course that ends before it starts',
    'on: 2026-03-02',
    'from: 2026-03-02, to: 2026-03-01',
    '2026-03-01',
    /2026-03-01 is before start/,
  ],
  ['half a dose', 'dose: 30 mg', 'dose: 30', 'dose: 30', /an amount, one blank and a unit/],
  ['more than a dose', 'dose: 30 mg', 'dose: 30 mg twice', 'dose: 30', /"30 mg twice" cannot stand here/],
  [
    'a rhythm without a dose',
    'concept: rituximab, on: 2026-03-02',
    'concept: rituximab, from: 2026-03-02, times a day: 2',
    '{ concept: rituximab',
    /without the dose/,
  ],
  [
    'a word for a word',
    'sex: female',
    'sex: femal',
    'sex:',
    /"femal" cannot stand here; expected female, male; did you mean female\?/,
  ],
  ['a field missing', 'sex: female\n', '', 'participant:', /"sex" is missing; expected female, male/],
  ['a field twice', 'sex: female', 'sex: female\nsex: male', 'sex: male', /unique/],
  [
    'a participant that YAML reads as a number',
    'participant: P-002',
    'participant: 007',
    'participant:',
    /in quotes, so that 007 stays 007/,
  ],
  ['a list for a map', 'judged:\n', 'judged: []\nold:\n', 'judged', /cannot stand here; expected a map/],
  [
    'an unknown judgement',
    'comply with the study',
    'comply with a study',
    'able and',
    /did you mean able and willing to comply with the study\?/,
  ],
  [
    'an answer that is none',
    'able and willing to comply with the study: "yes"',
    'able and willing to comply with the study: maybe',
    'able and',
    /"maybe" cannot stand here; expected yes, no/,
  ],
  ['a day beyond our time', 'screening: 2026-05-18', 'screening: 9999-12-31', 'screening: 9999', /from 1900 to 2199/],
  [
    'today that is no day',
    'screening: 2026-05-18',
    'screening: 2026-05-18\ntoday: 2026-02-30',
    'today:',
    /"2026-02-30" cannot stand here/,
  ],
  ['a prototype', 'items:\n', '__proto__: { x: 1 }\nitems:\n', '__proto__', /"__proto__" is not a field here/],
  [
    'a name of every object',
    '  PGA: 1.8',
    '  constructor: 1.8',
    'constructor',
    /"constructor" is not asked at screening/,
  ],
];

for (const [what, from, to, marker, said] of bad)
  test(`a person's file with ${what}: position, sentence, exit 2`, async () => {
    const text = edit(rituximab, from, to);
    const told = await screenText(text);
    assert.deepEqual([told.code, told.out], [2, ''], told.out);
    mustBeCalm(told);
    assert.match(told.err, said);
    const line = lineOf(text, marker);
    assert.match(told.err, new RegExp(`person\\.yaml:${line}:\\d+ error: `));
    const value = JSON.parse((await screenText(text, '--json')).out);
    assert.ok(value.findings.some((each: { line: number }) => each.line === line));
  });

test('the column is that of the word', async () => {
  const text = edit(rituximab, 'on: 2026-03-02', 'on: 2026-06-02');
  const line = text.split('\n')[lineOf(text, '2026-06-02') - 1] ?? '';
  assert.match((await screenText(text)).err, new RegExp(`:${line.indexOf('2026-06-02') + 1} error`));
});

test('files that are no person', async () => {
  for (const [content, said] of [
    ['', /:1:1 error/],
    ['- P-001\n', /:1:1 error/],
    [`${rituximab}# ${'x'.repeat(2_000_000)}\n`, /nothing of it was read/],
    ['['.repeat(50_000), /nested too deeply/],
    [edit(rituximab, 'P-002', 'P-\u0007'), /control character \(code 7\)/],
  ] as const) {
    const told = await screenText(content);
    assert.equal(told.code, 2);
    mustBeCalm(told);
    assert.match(told.err, said);
  }
  const missing = await screen(scratch.at('missing.yaml'));
  assert.deepEqual([missing.code, /there is no such file/.test(missing.err)], [2, true]);
});

test('--json: verdict, each criterion with result and reasons, evidence that leads to a record', async () => {
  const value = JSON.parse((await screen(person('rituximab'), '--json')).out);
  assert.deepEqual([value.participant, value.verdict, value.eligibleFrom], ['P-002', 'not eligible', '2026-08-18']);
  assert.equal(value.criteria.length, 18);
  const failed = value.criteria.filter((each: { result: string }) => each.result === 'fails');
  assert.deepEqual([failed.length, failed[0].criterion, failed[0].passesFrom], [1, 'E1a', '2026-08-18']);
  assert.match(JSON.stringify(failed[0].evidence), /rituximab/);
});

test('a study that does not compile screens nobody', async () => {
  const study = scratch.write('bad.yaml', edit(readTrialFile('study.yaml'), 'masking: open', 'masking: opn'));
  const told = await tell(['screen', study, person('eligible')]);
  assert.deepEqual([told.code, told.out], [1, '']);
  assert.match(told.err, /"opn" cannot stand here/);
});

/** One change of an eligible person, and what it comes to: no value that is missing lets anybody in. */
const changes: readonly (readonly [string, string, number])[] = [
  ['creatinine: 0.92 mg/dL', 'creatinine: not done', 3],
  ['UPCR: 2.31 g/g', 'UPCR: 1.0 g/g', 1],
  ['UPCR: 2.31 g/g', 'UPCR: 1.01 g/g', 0],
  ['UPCR: 2.31 g/g', 'UPCR: not done', 3],
  ['born: 1992-06-14', 'born: 2007-05-18', 0],
  ['born: 1992-06-14', 'born: 2007-05-19', 1],
  ['born: 1992-06-14', 'born: 2007-05', 3],
  ['pregnant: "no"', 'pregnant: "yes"', 1],
  ['  vaccination: { complete through: 2026-05-18 }', '  vaccination: { complete through: 2026-05-01 }', 3],
];

for (const [from, to, code] of changes)
  test(`the eligible person with ${to.trim()} ends with ${code}`, async () => {
    const told = await screenText(edit(readTrialFile('people/eligible.yaml'), from, to));
    assert.equal(told.code, code, told.out + told.err);
  });
