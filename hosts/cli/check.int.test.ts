import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test, { after } from 'node:test';
import { checkAnswer } from '#contract/check-answer.ts';
import { check } from './check.ts';
import { edit, lineOf, mustBeCalm, openScratch, readTrialFile, tell, trial } from './given.ts';
import { openSession } from './session.ts';

const scratch = openScratch('check');
after(scratch.remove);
const shipped = readTrialFile('study.yaml');

test('the shipped trial has no errors, and says which questions are open', async () => {
  const told = await tell(['check', 'nct05631717']);
  assert.equal(told.code, 0);
  mustBeCalm(told);
  assert.match(told.out, /^nct05631717: 0 errors, 0 warnings\. 18 criteria, 11 endpoints, 23 assumptions\.$/m);
  const asked = [...shipped.matchAll(/id: (S002-\d+), severity: (\w+)/g)];
  assert.equal(asked.length, 23);
  for (const [, id, severity] of asked) assert.ok(told.out.includes(`  ${id} (${severity}) `), `${id} is listed`);
  assert.match(told.out, /cannot be opened for recruitment while 11 questions of severity error are open/);
  assert.equal(shipped.match(/severity: error/g)?.length, 11);
});

test('the same by folder, by file and by name in capitals', async () => {
  const answers = [];
  for (const name of ['nct05631717', 'NCT05631717', trial, `${trial}/study.yaml`])
    answers.push((await tell(['check', name])).out);
  assert.deepEqual(new Set(answers).size, 1);
});

test('--json holds file, validity, findings and open questions', async () => {
  const told = await tell(['check', 'nct05631717', '--json']);
  const value = JSON.parse(told.out);
  assert.deepEqual(Object.keys(value).sort(), ['analysis', 'file', 'findings', 'questions', 'record', 'valid']);
  assert.equal(value.record.findings.length > 20, true);
  assert.deepEqual([value.valid, value.findings, value.questions.length], [true, [], 23]);
  assert.equal(told.err, '');
});

for (const name of readdirSync(new URL('../../trials/', import.meta.url)).filter((each) => each.startsWith('nct')))
  test(`${name}: no error, open questions, and --json as its schema says`, async () => {
    const told = await tell(['check', name, '--json']);
    const read = checkAnswer.safeParse(JSON.parse(told.out));
    assert(read.success, JSON.stringify(read.error?.issues.slice(0, 3)));
    assert.deepEqual(
      read.data.findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.deepEqual([told.code, read.data.valid, read.data.questions.length > 0], [0, true, true]);
  });

test('a place that the record has not is an error of the study', async () => {
  const path = scratch.write('record.yaml', readTrialFile('record.yaml'));
  assert.ok(path.endsWith('record.yaml'));
  const study = scratch.write('study.yaml', edit(shipped, 'from: inclusion[3]', 'from: inclusion[33]'));
  const told = await tell(['check', study]);
  assert.equal(told.code, 1);
  assert.match(told.out, /error: the record has nothing at inclusion\[33\]/);
});

test('a study without open questions can be opened for recruitment', async () => {
  const path = scratch.write('answered.yaml', shipped.replace(/^questions:\n(?: {2}- .*\n?)+/m, 'questions: []\n'));
  const told = await tell(['check', path]);
  assert.equal(told.code, 0);
  assert.match(told.out, /It can be opened for recruitment\./);
});

/** The cells of core/study/analyse-study.test.ts: S002-15 and S002-17 of the record. */
test('what the criteria and the response mean together stands between the summary and the questions', async () => {
  const { out } = await tell(['check', 'nct05631717']);
  const lines = out.split('\n');
  const at = lines.findIndex((line) => line.includes('0 errors, 0 warnings'));
  assert.equal(lines[at + 1], 'No criterion contradicts, repeats or is implied by another.');
  assert.equal(lines[at + 2], 'renal-response at week 24, when everything is known:');
  const table = lines.slice(at + 3, at + 10).map((line) => line.trim().split(/ {2,}/));
  assert.deepEqual(table[0], ['CR', 'PR', 'reported', 'cases']);
  assert.deepEqual(
    table
      .slice(1)
      .map((row) => row.slice(0, 3).join(': '))
      .toSorted(),
    [
      'fails: fails: none',
      'fails: holds: PR',
      'fails: no rule: no rule',
      'holds: fails: CR',
      'holds: holds: CR, which hides PR',
      'holds: no rule: CR',
    ],
  );
  assert.match(lines[at + 10] ?? '', /^ {4}no rule, such as: creatinine at baseline .*, …$/);
  assert.match(
    lines[at + 11] ?? '',
    /^PR: at creatinine at baseline 1\.2 the limit of UPCR at week 24 jumps from 0\.5 to 0\.7/,
  );
  assert.match(lines[at + 13] ?? '', /^record\.yaml: \d+ findings in the registry record\.$/);
  const { analysis } = JSON.parse((await tell(['check', 'nct05631717', '--json'])).out);
  assert.deepEqual(analysis.relations, []);
  const cases: readonly number[] = analysis.responses[0].table.cells.map((cell: { cases: number }) => cell.cases);
  assert.deepEqual(
    table.slice(1).map((row) => Number(row[3])),
    cases,
  );
});

/** What I8 says instead of the shipped sentence, and what is found. */
const related: readonly (readonly [string, string])[] = [
  ['SLEDAI-2K at screening >= 2', 'I8 adds nothing: I3 implies it.'],
  ['SLEDAI-2K at screening < 6', 'Nobody passes I3 and I8 together.'],
  ['SLEDAI-2K at screening >= 0', 'I8 excludes nobody.'],
  ['SLEDAI-2K at screening > 105', 'Nobody passes I8.'],
];

for (const [rule, said] of related)
  test(`I8: ${rule}`, async () => {
    const path = scratch.write('related.yaml', edit(shipped, 'creatinine at screening > 0 mg/dL', rule));
    const told = await tell(['check', path]);
    assert.equal(told.code, 0, 'what is found there is no error');
    assert.ok(told.out.includes(`\n${said}\n`), told.out);
    assert.ok(!told.out.includes('No criterion contradicts'));
  });

/** What is planted, the text that is replaced, by what, a marker of the line where it is found, and what is said. */
const planted: readonly (readonly [string, string, string, string, RegExp])[] = [
  ['an open bracket', 'design:', 'design: [', 'phase: 3', /well-formed YAML/],
  ['a tab as indentation', '  phase: 3', '\tphase: 3', '\tphase: 3', /well-formed YAML/],
  ['a key twice', 'title: Umb', 'version: "0.2"\ntitle: Umb', 'version: "0.1"', /unique.*well-formed YAML/],
  ['an unknown field', 'participants: 40', 'participant: 40', 'participant: 40', /did you mean participants\?/],
  [
    'an unknown field at the top',
    '\nvisits:',
    '\nvists:',
    '\nvists:',
    /"vists" is not a field here.*did you mean visits\?/,
  ],
  ['an unknown word for a field', 'masking: open', 'masking: opn', 'masking: opn', /did you mean open\?/],
  [
    'a text for a number',
    'participants: 40',
    'participants: forty',
    'participants: forty',
    /"forty" cannot stand here/,
  ],
  ['a number below its range', 'participants: 40', 'participants: 0', 'participants: 0', /at least 1/],
  ['an id twice', 'id: I2', 'id: I1', 'id: I1\n      title: Adult', /"I1" stands twice/],
  ['an unknown measure', 'SLEDAI-2K at screening', 'SLEDAI-K2 at screening', 'SLEDAI-K2', /did you mean SLEDAI-2K\?/],
  ['an unknown measure on a form', '[creatinine, UPCR', '[creatinin, UPCR', '[creatinin,', /did you mean creatinine\?/],
  [
    'an unknown drug',
    'received B-cell-depletion',
    'received B-cell-depleton',
    'depleton',
    /did you mean B-cell-depletion\?/,
  ],
  ['an unknown unit', 'screening > 0 mg/dL', 'screening > 0 mgg/dL', 'mgg/dL', /did you mean mg\/dL\?/],
  ['a unit of another dimension', 'screening > 0 mg/dL', 'screening > 0 g/24h', '> 0 g/24h', /g\/24h/],
  ['no unit', 'screening > 0 mg/dL', 'screening > 0', 'screening > 0\n', /unit|mg\/dL/],
  ['an unknown visit of an endpoint', 'at: week 24', 'at: week 42', 'at: week 42', /did you mean week 4\?/],
  [
    'an unknown visit in a sentence',
    'lactating at screening',
    'lactating at screenig',
    'screenig',
    /did you mean screening\?/,
  ],
  ['an unknown assumption', 'assumes: [A-12]', 'assumes: [A-1Z]', 'A-1Z', /"A-1Z" is no assumption/],
  [
    'a window without its day',
    'day: 84, earliest: 81',
    'day: 84, earliest: 85',
    'earliest: 85',
    /does not hold day 84/,
  ],
  ['an arm without a share', 'ratio: { msc: 1, il-2: 1 }', 'ratio: { msc: 1 }', 'ratio: {', /arm "il-2" has no share/],
  [
    'a sentence that stops',
    'pregnant at screening or lactating at screening',
    'pregnant at screening or',
    'pregnant at screening or\n',
    /expected/,
  ],
];

for (const [what, from, to, marker, said] of planted)
  test(`planted: ${what}`, async () => {
    const text = edit(shipped, from, to);
    const path = scratch.write('planted.yaml', text);
    const before = scratch.list();
    const told = await tell(['check', path]);
    assert.equal(told.code, 1, told.out);
    mustBeCalm(told);
    const findings = told.out.split('\n').filter((line) => line.startsWith(path));
    const line = lineOf(text, marker) + (marker.startsWith('\n') ? 1 : 0);
    const here = findings.filter((each) => each.startsWith(`${path}:${line}:`));
    assert.ok(here.length > 0, `a finding in line ${line}, among ${findings.slice(0, 5).join('\n')}`);
    assert.match(here.join('\n'), said);
    assert.match(told.out, /^[1-9]\d* errors?, .*Nothing was compiled\.$/m);
    assert.deepEqual(scratch.list(), before, 'nothing was written');
    const value = JSON.parse((await tell(['check', path, '--json'])).out);
    assert.equal(value.valid, false);
    assert.ok(!('analysis' in value), 'nothing is analysed');
    assert.ok(value.findings.some((each: { line: number; column: number }) => each.line === line && each.column >= 1));
  });

const aliases = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh']
  .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
  .join('\n')}\n`;

/** Whole files that are no study: what is in them, and what is said. The position is always line 1 or given. */
const strange: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['nothing', '', /:1:1 error: /],
  ['a comment alone', '# nothing\n', /:1:1 error: /],
  ['a list', '- 1\n- 2\n', /:1:1 error: /],
  [
    '10 MB of a comment',
    `${shipped}# ${'x'.repeat(10_000_000)}\n`,
    /:1:1 error: the file has 100\d+ characters; nothing of it was read/,
  ],
  ['100,000 open brackets', '['.repeat(100_000), /:1:61 error: nested too deeply/],
  ['100,000 nested maps', `a: ${'{a: '.repeat(100_000)}`, /:1:\d+ error: nested too deeply/],
  [
    'lines ever further to the right',
    Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    /:201:1 error: nested too deeply/,
  ],
  ['a NUL', edit(shipped, 'Adult', 'Ad\u0000ult'), /:\d+:\d+ error: a control character \(code 0\)/],
  ['an escape', edit(shipped, 'Adult', 'Ad\u001b[31mult'), /:\d+:\d+ error: a control character \(code 27\)/],
  ['aliases of aliases', aliases, /:\d+:\d+ error: /],
  ['two documents', `${shipped}---\n${shipped}`, /:\d+:\d+ error: /],
];

for (const [what, content, said] of strange)
  test(`a file that holds ${what} is refused with a position`, async () => {
    const told = await tell(['check', scratch.write('strange.yaml', content)]);
    assert.equal(told.code, 1, told.err);
    mustBeCalm(told);
    assert.match(told.out, said);
  });

const random = Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + 31) % 256);
const places: readonly (readonly [string, () => string, RegExp])[] = [
  ['a missing file', () => scratch.at('missing.yaml'), /missing\.yaml was not read: there is no such file/],
  [
    'a folder without a study',
    () => scratch.makeFolder('empty'),
    /empty.study\.yaml was not read: there is no such file/,
  ],
  ['a folder named study.yaml', () => scratch.makeFolder('odd/study.yaml'), /study\.yaml was not read/],
  ['bytes at random', () => scratch.write('random.yaml', random), /random\.yaml was not read: it is not UTF-8 text/],
  [
    'one byte that is no UTF-8',
    () => scratch.write('latin1.yaml', Buffer.from(edit(shipped, 'Adult', 'Adült'), 'latin1')),
    /not UTF-8/,
  ],
  [
    'a shipped trial misspelt',
    () => 'nct0563171',
    /did you mean nct05631717\?\nName a shipped trial \(.*nct05631717\)/,
  ],
];

for (const [what, place, said] of places)
  test(`${what} cannot be used`, async () => {
    const name = place();
    const told = await tell(['check', name]);
    assert.equal(told.code, 2);
    assert.equal(told.out, '');
    mustBeCalm(told);
    assert.match(told.err, said);
    const value = JSON.parse((await tell(['check', name, '--json'])).out);
    assert.deepEqual(Object.keys(value), ['error', 'todo']);
  });

test('line ends of Windows and a byte order mark change nothing', async () => {
  for (const text of [shipped.replaceAll('\n', '\r\n'), `\ufeff${shipped}`]) {
    const told = await tell(['check', scratch.write('other.yaml', text)]);
    assert.equal(told.code, 0, told.out);
    assert.match(told.out, /0 errors, 0 warnings\. 18 criteria/);
  }
});

test('one error is one error', () => {
  const path = scratch.write('one.yaml', edit(shipped, 'masking: open', 'masking: opn'));
  const printed: string[] = [];
  const streams = { out: { write: (text: string) => printed.push(text) }, error: { write: () => {} } };
  assert.equal(check(path, openSession(false, streams, true)), 1);
  assert.match(printed.join(''), /\n1 error, 0 warnings\. Nothing was compiled\.\n$/);
});
