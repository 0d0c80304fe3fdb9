import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { printCondition } from '#core/criteria/print.ts';
import { readStudy } from './compile-study.ts';
import { edited, withSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** Findings as `severity path: what`. */
const found = (study: string): readonly string[] =>
  readStudy(study).findings.map(({ severity, path, what }) => `${severity} ${path}: ${what}`);

const included = (...rows: readonly string[]): string => `library:\n${rows.map((row) => `  - ${row}`).join('\n')}\n`;

test('a definition of the library is one of the study, in its points and under its name', () => {
  const study = withSections(text, included('{ use: flare-A-or-2B, as: flare, points: { reference: screening } }'));
  const { study: compiled, findings } = readStudy(
    edited(study, 'rule: change of SLEDAI-2K from baseline', 'rule: change of SLEDAI-2K from baseline # flare'),
  );
  assert.deepEqual(findings, []);
  assert.match(printCondition(compiled?.definitions.get('flare') ?? assert.fail()), /from screening >= 1 or/);
});

test('what it uses comes with it', () => {
  const { study } = readStudy(
    withSections(text, included('{ use: steroid-reduction, points: { reference: screening } }')),
  );
  assert.deepEqual(
    ['steroid-reduction', 'flare-A-or-2B'].map((id) => study?.definitions.has(id)),
    [true, true],
  );
});

test('the hash of a version covers the rules that it includes', () => {
  const one = readStudy(withSections(text, included('{ use: KDIGO-2024-CR, as: remission }'))).study;
  const other = readStudy(withSections(text, included('{ use: BELONG-CR, as: remission }'))).study;
  assert.notEqual(one?.hash, other?.hash);
  assert.notEqual(one?.hash, readStudy(text).study?.hash);
});

/** A row of the library, what is found. */
const faults: readonly (readonly [string, readonly string[]])[] = [
  ['{ use: KDIGO-2024-XR }', ['error library[0].use: "KDIGO-2024-XR" is no definition of the library']],
  ['{ use: CR }', ['error library[0].use: "CR" is no definition of the library']],
  [
    '{ use: flare-A-or-2B }',
    ['error library[0].points: flare-A-or-2B asks at reference, and "reference" is no visit of this study'],
  ],
  [
    '{ use: flare-A-or-2B, points: { reference: week 99 } }',
    ['error library[0].points: flare-A-or-2B asks at reference, and "week 99" is no visit of this study'],
  ],
  [
    '{ use: BELONG-CR, points: { reference: baseline } }',
    ['error library[0].points.reference: "reference" is no point of BELONG-CR'],
  ],
  ['{ use: BELONG-CR, as: CR }', ['error library[0]: "CR" stands twice, with other points or another rule']],
];
for (const [row, expected] of faults)
  test(`${row}: ${expected.join(' | ')}`, () => assert.deepEqual(found(withSections(text, included(row))), expected));

test('one name with two sets of points is refused', () => {
  const rows = [
    'steroid-reduction, as: a, points: { reference: screening }',
    'steroid-reduction, as: b, points: { reference: baseline }',
  ];
  const findings = found(withSections(text, included(...rows.map((row) => `{ use: ${row} }`))));
  assert.deepEqual(findings, ['error library[1]: "flare-A-or-2B" stands twice, with other points or another rule']);
});

test('an endpoint may ask it, and a measure that it asks must be scheduled there', () => {
  const study = withSections(text, included('{ use: KDIGO-2024-CR }'));
  const asking = edited(study, 'rule: had adverse-event from first dose to week 24', 'rule: KDIGO-2024-CR');
  assert.deepEqual(found(asking), []);
  const unscheduled = withSections(text, included('{ use: inactive-sediment }'));
  assert.match(
    found(edited(unscheduled, 'rule: had adverse-event from first dose to week 24', 'rule: inactive-sediment')).join(
      '\n',
    ),
    /urine-RBC is not scheduled at week 24/,
  );
});
