import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isScheduledIn } from './check-schedule.ts';
import { readStudy } from './compile-study.ts';
import { edited, expectFindings, type PlantedFault, placeOf } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { lexiconOf } from './study-lexicon.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('a measure that is not scheduled where an endpoint asks for it, also through definitions', () => {
  const without24 = (activity: string): readonly [string, string] => {
    const start = text.slice(text.indexOf(`- id: ${activity}`));
    const whole = start.slice(0, start.indexOf('week 24]') + 'week 24]'.length);
    return [whole, whole.replace(', week 24]', ']')];
  };
  const [kidney, lessKidney] = without24('kidney');
  const [activity, lessActivity] = without24('disease activity');
  const rows: readonly PlantedFault[] = [
    [
      kidney,
      lessKidney,
      ...['response', 'complete-response'].flatMap((id, index) =>
        ['creatinine', 'UPCR', 'protein-24h'].map(
          (measure) =>
            `endpoints[${index}].at: ${measure} is not scheduled at week 24, where ${id} asks for it; an activity with it there`,
        ),
      ),
      ...['creatinine', 'UPCR', 'protein-24h'].map(
        (measure) =>
          `endpoints[2].rule: ${measure} is not scheduled at week 24, where time-to-response asks for it; an activity with it there`,
      ),
    ],
    [
      activity,
      lessActivity,
      'endpoints[3].at: SLEDAI-2K is not scheduled at week 24, where sri-4 asks for it; an activity with it there',
      'endpoints[3].at: BILAG-2004 is not scheduled at week 24, where sri-4 asks for it; an activity with it there',
      'endpoints[3].at: PGA is not scheduled at week 24, where sri-4 asks for it; an activity with it there',
      'endpoints[4].at: SLEDAI-2K is not scheduled at week 24, where sledai-change asks for it; an activity with it there',
      'endpoints[5].at: BILAG-2004-total is not scheduled at week 24, where bilag-change asks for it; an activity with it there',
    ],
  ];
  expectFindings(text, rows);
});

test('what a measure needs beside its own form is scheduled with it', () => {
  const change = 'rule: change of SLEDAI-2K from baseline';
  expectFindings(text, [
    [
      change,
      'rule: change of eGFR-by-age from baseline',
      'endpoints[4].rule: height is not scheduled at baseline, which eGFR-by-age needs; an activity with height at baseline',
      'endpoints[4].at: height is not scheduled at week 24, where sledai-change asks for eGFR-by-age, which needs it; an activity with it there',
    ],
  ]);
});

test('a definition at a named point asks there what it leaves open', () => {
  const rule = 'rule: had significant-vital-sign-change from first dose to week 24';
  const kidney = 'visits: [screening, baseline, week 4, week 8, week 12, week 16, week 20, week 24]';
  const atWeek4 = edited(text, kidney, kidney.replace('week 4, ', ''));
  const gone = (at: string): readonly string[] =>
    ['creatinine', 'UPCR', 'protein-24h'].map(
      (measure) => `${measure} is not scheduled at ${at}, where CR asks for it`,
    );
  const rows: readonly (readonly [study: string, from: string, to: string, at: string, ...found: readonly string[]])[] =
    [
      [text, rule, 'rule: CR at week 4', 'CR at week 4'],
      [atWeek4, rule, 'rule: pregnant or CR at week 4', 'pregnant or ▸CR', ...gone('week 4')],
      [atWeek4, rule, 'rule: CR at week 8', 'CR at week 8'],
      [atWeek4, 'rule: creatinine at baseline > 1.2 mg/dL', 'rule: CR at week 4', 'CR at week 4', ...gone('week 4')],
      [atWeek4, 'SLEDAI-2K at screening >= 6', 'CR at week 4', 'CR at week 4', ...gone('week 4')],
      [
        text,
        'SLEDAI-2K at screening >= 6',
        'CR at consent',
        'CR at consent',
        'nothing is measured at consent, where CR asks for it',
      ],
      [
        text,
        'SLEDAI-2K at screening >= 6',
        'PR at first dose',
        'PR at first dose',
        'nothing is measured at first dose, where PR asks for it',
        'nothing is judged at first dose, where PR asks for it',
      ],
      [text, 'SLEDAI-2K at screening >= 6', 'urine-abnormal-at-baseline at consent', 'baseline at consent'],
    ];
  for (const [study, from, to, at, ...expected] of rows) {
    const changed = edited(study, from, to);
    const found = readStudy(changed).findings.filter(
      ({ severity, what }) => severity === 'error' && !what.startsWith('pregnant'),
    );
    assert.deepEqual(
      found.map(({ what }) => what),
      expected,
      to,
    );
    for (const { line, column } of found) assert.deepEqual({ line, column }, placeOf(changed, at), to);
  }
});

test('a total is scheduled where its instrument is, other measures where they are named', () => {
  const read = readDefinition(text);
  assert.ok(isDefinition(read));
  const isScheduled = isScheduledIn(read.definition, lexiconOf(read.definition));
  const rows = [
    ['BILAG-2004-total', 'week 4', true],
    ['BILAG-2004', 'week 4', true],
    ['weight', 'baseline', true],
    ['weight', 'week 4', false],
    ['weight', 'week 99', false],
  ] as const;
  for (const [measure, visit, expected] of rows) assert.equal(isScheduled(measure, visit), expected, measure);
});

test('a time that asks at a visit without the measure is a warning: the study runs, that visit stays open', () => {
  const kidney = 'visits: [screening, baseline, week 4, week 8, week 12, week 16, week 20, week 24]';
  const { study, findings } = readStudy(edited(text, kidney, kidney.replace('week 12, ', '')));
  assert.ok(study);
  assert.deepEqual(
    findings.map(({ severity, path }) => [severity, path]),
    [
      ['warning', 'endpoints[2].rule'],
      ['warning', 'endpoints[2].rule'],
      ['warning', 'endpoints[2].rule'],
    ],
  );
});
