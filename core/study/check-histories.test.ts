import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited, withSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** Findings as `severity path: what`. */
const found = (study: string): readonly string[] =>
  readStudy(study).findings.map(({ severity, path, what }) => `${severity} ${path}: ${what}`);

const histories = (...rows: readonly string[]): string =>
  `histories:\n${rows.map((row) => `  - { ${row} }`).join('\n')}\n`;

test('a window longer than the history asked for is found where it stands', () =>
  assert.deepEqual(found(withSections(text, histories('source: medication, back: 12 weeks, before: screening'))), [
    'warning eligibility.exclude[0].rule: reaches back 24 weeks, and the medication history is asked for 12 weeks before screening',
  ]));

test('a window just as long is none, in other units too', () => {
  for (const back of ['24 weeks', '168 days', '6 months', '1 year'])
    assert.deepEqual(found(withSections(text, histories(`source: medication, back: ${back}, before: screening`))), []);
});

test('"ever" asks for more than any span', () =>
  assert.deepEqual(found(withSections(text, histories('source: condition, back: 5 years, before: screening'))), [
    'warning eligibility.exclude[8].rule: asks for the condition history of all time, of which 5 years before screening is asked for',
  ]));

/** A row of histories, the finding. */
const faults: readonly (readonly [string, string])[] = [
  ['source: medication, back: long, before: screening', 'error histories[0].back: "long" is no span of time'],
  ['source: medication, back: 1 year, before: dinner', 'error histories[0].before: "dinner" is no point'],
];
for (const [row, finding] of faults)
  test(`${row}: ${finding}`, () => assert.deepEqual(found(withSections(text, histories(row))), [finding]));

test('a source stands once', () => {
  const row = 'source: medication, back: 1 year, before: screening';
  assert.deepEqual(found(withSections(text, histories(row, row))), [
    'error histories[1].source: "medication" stands twice',
  ]);
});

test('a counted record is looked at too', () => {
  const counted = 'number of infection within 2 years before screening < 3';
  const study = edited(text, 'rule: SLEDAI-2K at screening >= 6', `rule: ${counted}`);
  const [finding] = found(
    withSections(study, histories('source: condition, back: 30 years, before: screening')),
  ).filter((each) => each.includes('include'));
  assert.equal(finding, undefined);
  assert.match(
    found(withSections(study, histories('source: condition, back: 1 year, before: screening'))).join('\n'),
    /eligibility.include\[2\].rule: reaches back 2 years/,
  );
});

/** NCT05631717 asks within 24 weeks before screening, which lies 14 days before randomisation. */
const anchors = [
  ['24 weeks', 'randomisation', 1],
  ['25 weeks', 'randomisation', 1],
  ['26 weeks', 'randomisation', 0],
  ['22 weeks', 'week 4', 1],
] as const;
for (const [back, before, count] of anchors)
  test(`a history of ${back} before ${before} leaves ${count} window of E1a too long`, () => {
    const asked = found(withSections(text, histories(`source: medication, back: ${back}, before: ${before}`)));
    assert.equal(asked.filter((each) => each.includes('exclude[0]')).length, count, asked.join('\n'));
  });
