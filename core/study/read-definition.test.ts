import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, lineOf, placeOf } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** Each row: a passage, what is written instead, the passage at which the one finding points, and the finding. */
const rows: readonly (readonly [from: string, to: string, at: string, expected: string])[] = [
  [
    '        times: 1\n',
    '        times: 1\n        tmes: 2\n',
    'tmes',
    'arms[0].doses[0].tmes: "tmes" is not a field here; id | product | route | amount | weight at | volume | suspended in | on days | first day | times | every days | last day | per day | cycles | cycle days | self administered | placebo for | from | assumes (times)',
  ],
  [
    '  masking: open',
    '  masking: opne',
    'masking: ▸opne',
    'design.masking: "opne" cannot stand here; open | assessor | single | double | double dummy (open)',
  ],
  [
    'participants: 40',
    'participants: many',
    'participants: ▸many',
    'design.participants: "many" cannot stand here; a value of type number',
  ],
  [
    'participants: 40',
    'participants: 40.5',
    'participants: ▸40.5',
    'design.participants: 40.5 cannot stand here; a value of type int',
  ],
  [
    'participants: 40',
    'participants: 0',
    'participants: ▸0\n  rec',
    'design.participants: 0 cannot stand here; at least 1',
  ],
  [
    'participants: 40',
    'participants: 100001',
    'participants: ▸100001',
    'design.participants: 100001 cannot stand here; at most 100000',
  ],
  [
    'phase: 3',
    'phase: [3]',
    'phase: ▸[3]',
    'design.phase: [3] cannot stand here; a whole number from 1 to 4 | early 1 | 1a | 1b | 1/2 | 2a | 2b | 2/3 | 3a | 3b | not applicable',
  ],
  ['version: "0.1"', 'version: 0.1', '0.1', 'version: 0.1 cannot stand here; a value of type string'],
  ['trialwright: 1', 'trialwright: 2', 'trialwright: ▸2', 'trialwright: 2 cannot stand here; 1'],
  [
    'alpha: "0.05"',
    'alpha: "5%"',
    '"5%"',
    'analyses[0].alpha: "5%" cannot stand here; Invalid string: must match pattern /^0\\.\\d{1,6}$/',
  ],
  [
    '- id: I3\n',
    '- id: I_3\n',
    'I_3',
    'eligibility.include[2].id: "I_3" cannot stand here; letters and digits joined by blanks or hyphens',
  ],
  [
    '      title: Active disease\n',
    '',
    '- ▸id: I3',
    'eligibility.include[2].title: "title" is missing; a value of type string',
  ],
  [
    'conventions:\n  age: completed years        # A-08\n',
    '',
    'trialwright: 1',
    'conventions: "conventions" is missing; a value of type object',
  ],
  [
    '    kind: time\n',
    '    kind: tiem\n',
    'kind: ▸tiem',
    'endpoints[2].kind: "tiem" cannot stand here; response | condition | value | class | time (time)',
  ],
  [
    '    kind: time\n',
    '',
    '- ▸id: time-to-response',
    'endpoints[2].kind: "kind" is missing; response | condition | value | class | time',
  ],
  [
    'recruitment: one centre',
    'recruitment: "one \\udc00centre"',
    '▸\\udc00centre',
    'design.recruitment: half of a surrogate pair (code 56320); plain text on one line',
  ],
  [
    'recruitment: one centre',
    'recruitment: "one \\u001b[31mcentre"',
    '▸\\u001b[31m',
    'design.recruitment: a control character (code 27); plain text on one line',
  ],
  [
    'rule: SLEDAI-2K at screening >= 6',
    'rule: "SLEDAI-2K at screening >= \u202e6"',
    '▸\u202e6"',
    'eligibility.include[2].rule: a mark that turns the direction of text (code 8238); plain text',
  ],
  [
    'recruitment: one centre',
    '"recru\\u202eitment": one centre',
    '▸"recru\\',
    'design.recru\\u{202e}itment: a mark that turns the direction of text (code 8238); plain text on one line',
  ],
  [
    '    kind: time\n',
    '    kind: time\n    at: week 24\n    levels: [CR]\n',
    '▸levels: [CR]\n',
    'endpoints[2].levels: "levels" is not a field here; id | title | role | from | assumes | missing | estimand | kind | response | at least | at | also at | rule | summarised | worse',
  ],
];

test('each planted fault is found at its line and column, with what to write instead', () => {
  for (const [from, to, at, expected] of rows) {
    const changed = edited(text, from, to);
    const found = readDefinition(changed);
    assert.ok(!isDefinition(found), `${to} was read`);
    const { line, column } = placeOf(changed, at);
    assert.ok(
      found.map(lineOf).includes(`${line}:${column} ${expected}`),
      `${found.map(lineOf).join('\n')}\nexpected ${line}:${column} ${expected}`,
    );
  }
});

test('all faults of a file are told at once', () => {
  const changed = edited(edited(text, 'masking: open', 'masking: opne'), 'participants: 40', 'participants: 0');
  const found = readDefinition(changed);
  assert.ok(!isDefinition(found));
  assert.deepEqual(
    found.map(({ path }) => path),
    ['design.masking', 'design.participants'],
  );
});

test('a name that would be a trap of the language is an unknown field like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const found = readDefinition(edited(text, 'trialwright: 1\n', `trialwright: 1\n${name}: { a: 1 }\n`));
    assert.ok(!isDefinition(found), name);
    assert.deepEqual(
      found.map(({ path, line, column }) => `${line}:${column} ${path}`),
      [`3:1 ${name}`],
    );
  }
});

test('a definition is what the file says, with the source to place findings by', () => {
  const found = readDefinition(text);
  assert.ok(isDefinition(found));
  assert.equal(found.definition.design.participants, 40);
  assert.deepEqual(found.source.placeOf(['design', 'participants']), placeOf(text, '40\n  recruitment'));
});
