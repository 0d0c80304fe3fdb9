import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { studyIn } from '#core/conduct/given.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { edited } from '#core/study/given.ts';
import { analyseTime, isTimeToEvent } from './analyse-time.ts';
import type { AnalysisValue } from './analysis-value.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const asked = (test: string) => {
  const written = `  - { id: time, kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: ${test}, experimental: msc, control: il-2 }\n\n`;
  const study = studyIn(edited(text, 'assumptions:\n', `${written}assumptions:\n`));
  const [analysis] = study.definition.analyses.filter(isTimeToEvent);
  return { study, analysis: analysis ?? assert.fail() };
};
const valueFor = (
  participant: string,
  arm: string,
  reached: Truth,
  day?: number,
  censored?: number,
): AnalysisValue => ({
  endpoint: 'time-to-response',
  participant,
  arm,
  at: undefined,
  outcome: {
    kind: 'time',
    reached,
    visit: undefined,
    day,
    by: undefined,
    ...(censored === undefined
      ? {}
      : { censored: { day: censored, why: 'end of the plan' as const, record: undefined } }),
  },
  reported: reached,
  policy: 'observed',
  because: [],
  records: [],
  missing: [],
});
const values = [
  valueFor('P-1', 'msc', 'true', 28),
  valueFor('P-2', 'msc', 'true', 56),
  valueFor('P-3', 'msc', 'false', undefined, 168),
  valueFor('P-4', 'il-2', 'true', 84),
  valueFor('P-5', 'il-2', 'false', undefined, 168),
  valueFor('P-6', 'il-2', 'unknown'),
];
const found = (test = 'log-rank', stratumOf?: (participant: string) => string) => {
  const { study, analysis } = asked(test);
  return analyseTime(analysis, study, () => values, stratumOf);
};

/** By hand: of three with cells 2/3 are without it after day 28 and 1/3 after day 56, which is the median (day 57 counted from 1). */
test('events, censorings and the median; who is not known is counted apart', () => {
  const [cells, control] = found().arms;
  assert.ok(cells && control && 'steps' in cells.curve && 'steps' in control.curve);
  assert.deepEqual(
    cells.curve.steps.map(({ time, survival }) => [time, Math.round(survival * 300) / 100]),
    [
      [29, 2],
      [57, 1],
      [169, 1],
    ],
  );
  assert.equal(cells.median?.estimate, 57);
  assert.deepEqual([cells.unknown, control.unknown, control.curve.participants], [0, 1, 2]);
});

/** By hand: expected with cells 3/5 at day 28, 2/4 at 56, 1/3 at 84: 43/30 against 2 observed. */
test('the log-rank test, by strata where there are any, or none', () => {
  const { test } = found();
  assert.ok(test !== undefined && 'arm1' in test);
  assert.ok(Math.abs(test.arm1.expected - 43 / 30) < 1e-12 && test.arm1.observed === 2);
  const strata = found('log-rank', (id) => (['P-1', 'P-4'].includes(id) ? 'a' : 'b')).test;
  assert.ok(strata !== undefined && 'conventions' in strata);
  assert.equal(strata.conventions.strata, 2);
  assert.equal(found('none').test, undefined);
});
