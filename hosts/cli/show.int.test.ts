import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { readStudy } from '#core/study/compile-study.ts';
import { edit, mustBeCalm, openScratch, readTrialFile, type Told, tell } from './given.ts';

const scratch = openScratch('show');
after(scratch.remove);
const { study } = readStudy(readTrialFile('study.yaml'));
const { definition } = study ?? assert.fail('the shipped trial compiles');
const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');
let told: Told = { code: -1, out: '', err: '' };
before(async () => {
  told = await tell(['show', 'nct05631717']);
});

test('the synopsis is calm and fits 110 columns', () => {
  assert.equal(told.code, 0);
  mustBeCalm(told);
  const long = told.out.split('\n').filter((line) => line.length > 110 && !/^ {2}\w|^nct/.test(line));
  assert.deepEqual(long, []);
});

test('every criterion, definition, endpoint, analysis, assumption and open question stands in it', () => {
  const { include, exclude } = definition.eligibility;
  for (const { id, title } of [...include, ...exclude]) assert.ok(told.out.includes(`\n  ${id}  ${title}`), id);
  for (const { id, title } of definition.definitions) assert.ok(told.out.includes(`\n  ${id}  ${title}\n`), id);
  for (const { id, role, title } of definition.endpoints)
    assert.ok(told.out.includes(`\n  ${id} (${role})  ${title};`), id);
  for (const { id, text } of definition.assumptions) assert.ok(unwrapped(told.out).includes(`${id} ${text}`), id);
  for (const { id, severity, ask } of definition.questions)
    assert.ok(unwrapped(told.out).includes(`${id} (${severity}) ${ask}`), id);
  assert.equal(definition.endpoints.length + definition.assumptions.length + definition.questions.length, 57);
});

test('every visit is a column, with its day and window; every activity a row', () => {
  const lines = told.out.split('\n');
  const at = lines.indexOf('Schedule');
  const [head = '', days = '', windows = ''] = lines.slice(at + 1, at + 4);
  assert.deepEqual(head.trim().split(/\s+/), ['screening', 'baseline', 'w4', 'w8', 'w12', 'w16', 'w20', 'w24']);
  assert.deepEqual(days.trim().split(/\s+/), ['day', '-14', '0', '28', '56', '84', '112', '140', '168']);
  assert.deepEqual(windows.trim().split(/\s+/), ['window', '-28..-1', '±3', '±3', '±3', '±3', '±3', '±3']);
  // The four visits of the registry record between baseline and week 24 lie under their own heads, to the right.
  for (const [name, day] of [
    ['w12', '84'],
    ['w24', '168'],
  ] as const)
    assert.equal(head.indexOf(name) + name.length, days.lastIndexOf(day) + day.length, name);
  for (const { title } of definition.activities)
    assert.ok(
      lines.some((line) => line.startsWith(`  ${title}  `)),
      title,
    );
  assert.match(lines.find((line) => line.startsWith('  Weight')) ?? '', /^ {2}Weight +x +x( +·){6}$/);
});

test('arms with their doses on their days, and the allocation', () => {
  assert.match(told.out, /2000000 \{cells\}\/kg intravenous in 30 mL saline, on day 0$/m);
  // 3 cycles of 28 days, each with 7 injections every other day: the record's days 1, 3, 5, 7, 9, 11, 13.
  assert.match(told.out, /1000000 IU subcutaneous, on day 0, 2, 4, 6, 8, 10, 12, 28, … \(21 in all\)$/m);
  assert.match(told.out, /permuted blocks, msc 1 : il-2 1, blocks of 2, 4, 6$/m);
});

test('--json holds the definition, its hash and the judgements asked for', async () => {
  const value = JSON.parse((await tell(['show', 'nct05631717', '--json'])).out);
  assert.deepEqual(Object.keys(value).sort(), ['definition', 'hash', 'judgements']);
  assert.match(value.hash, /^[0-9a-f]{64}$/);
  assert.deepEqual(value.definition, JSON.parse(JSON.stringify(definition)));
  assert.ok(value.judgements.length >= 4);
});

test('a study with an error is not shown; its findings are, on the error stream or as JSON', async () => {
  const path = scratch.write('bad.yaml', edit(readTrialFile('study.yaml'), 'masking: open', 'masking: opn'));
  const answer = await tell(['show', path]);
  assert.deepEqual([answer.code, answer.out], [1, '']);
  assert.match(answer.err, /bad\.yaml:11:\d+ error: "opn" cannot stand here.*did you mean open\?/);
  const value = JSON.parse((await tell(['show', path, '--json'])).out);
  assert.equal(value.findings[0].line, 11);
});

test('a terminal gets colour, and the same words', async () => {
  const coloured = await tell(['show', 'nct05631717'], true);
  assert.ok(coloured.out.includes('\u001b[1mArms\u001b[0m'));
  assert.equal(stripVTControlCharacters(coloured.out), told.out);
});

test('what a study says beyond the first trial stands in it too', async () => {
  const sections = `consent: { of age: 18, assent from: 14 }
safety:
  rules: [{ id: S1, title: Kidney, rule: creatinine > 3 mg/dL, at: [week 4], action: stop treatment }]
`;
  const at = '    at: week 24\n    from: secondary[4]\n';
  const text = edit(
    edit(readTrialFile('study.yaml'), 'visits:\n', `${sections}visits:\n`),
    at,
    `${at}    also at: [week 4]\n`,
  );
  const answer = await tell(['show', scratch.write('more.yaml', text)]);
  assert.equal(answer.code, 0);
  mustBeCalm(answer);
  assert.match(
    answer.out,
    /^Consent\n {2}of age at 18\n {2}assent from 14\n\nSafety\n {2}S1 Kidney: creatinine > 3 mg\/dL/m,
  );
  assert.match(answer.out, /change of SLEDAI-2K from baseline; at week 24, also at week 4$/m);
  assert.ok(!told.out.includes('\nSafety\n'), 'a study that says nothing of it has no heading');
});
