import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { sayMissing } from '#core/criteria/explain.ts';
import { assessEligibility, foundOf } from './eligibility.ts';
import * as g from './given.ts';
import { chartOf } from './participant-chart.ts';
import type { HistoryEntry } from './trial-event.ts';

const study = g.shipped('nct05631717');

const assess = (options: Parameters<typeof g.screened>[1] = {}, on = '2026-06-01') =>
  assessEligibility(study, chartOf(study, g.participantAfter(g.screened(study, options)), on));
const failed = ({ results }: ReturnType<typeof assess>) =>
  results.filter(({ result }) => result !== 'passes').map(({ criterion, result }) => `${criterion} ${result}`);
const took = (concept: string, start: string, end?: string): HistoryEntry => ({
  source: 'medication',
  concept,
  start,
  ...(end === undefined ? {} : { end }),
});

/** A window that opens may come after another has closed. */
test('a biopsy that grows too old before rituximab is out of its window leaves no day', () => {
  const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
  const asking = (window: string) =>
    g.studyIn(text.replace('creatinine at screening > 0 mg/dL', `had kidney-biopsy within ${window} before screening`));
  const history: readonly HistoryEntry[] = [
    took('rituximab', '2026-03-02'),
    { source: 'procedure', concept: 'kidney-biopsy', start: '2026-05-01' },
  ];
  const from = (window: string) => {
    const trial = asking(window);
    const person = g.participantAfter(g.screened(trial, { history }));
    return assessEligibility(trial, chartOf(trial, person, '2026-06-01')).eligibleFrom;
  };
  assert.equal(from('12 weeks'), undefined);
  assert.equal(from('6 months'), '2026-08-18');
});

test('complete and within every limit: eligible', () => {
  assert.deepEqual(failed(assess()), []);
  assert.equal(assess().verdict, 'eligible');
  assert.equal(assess().eligibleFrom, undefined);
});

test('rituximab on 2026-03-02 and screening on 2026-05-18: not eligible by E1a, from 2026-08-18', () => {
  const assessed = assess({ history: [took('rituximab', '2026-03-02')] });
  assert.equal(assessed.verdict, 'not eligible');
  assert.deepEqual(failed(assessed), ['E1a fails']);
  const e1a = assessed.results.find(({ criterion }) => criterion === 'E1a');
  assert.equal(e1a?.passesFrom, '2026-08-18', '24 weeks after 2 March is 17 August, which the window still holds');
  assert.equal(assessed.eligibleFrom, '2026-08-18');
  assert.match(e1a?.because.join() ?? '', /rituximab 2026-03-02, 11 weeks before screening \(2026-05-18\)/);
  assert.equal(e1a?.proof.evidence[0]?.record, 'participant/P-001#10/rituximab.1');
});

test('the window at its edge: 168 days before screening it excludes, 169 days before it does not', () => {
  assert.deepEqual(failed(assess({ history: [took('rituximab', '2025-12-01')] })), ['E1a fails']);
  assert.deepEqual(failed(assess({ history: [took('rituximab', '2025-11-30')] })), []);
});

test('two windows: eligible from the later day; with a failure that no day heals, from no day', () => {
  const two = assess({ history: [took('rituximab', '2026-03-02'), took('belimumab', '2026-05-10')] });
  assert.deepEqual(failed(two), ['E1a fails', 'E1c fails']);
  assert.equal(two.results.find(({ criterion }) => criterion === 'E1c')?.passesFrom, '2026-06-08');
  assert.equal(two.eligibleFrom, '2026-08-18');
  const never = assess({
    history: [took('rituximab', '2026-03-02')],
    urine: ['creatinine 1.0 mg/dL', 'UPCR 0.5 g/g', 'protein-24h not done'],
  });
  assert.deepEqual(failed(never), ['I4 fails', 'E1a fails']);
  assert.equal(never.eligibleFrom, undefined);
});

test('a partial date that may lie in the window leaves it open, and is asked for', () => {
  const assessed = assess({ history: [took('rituximab', '2025')] });
  assert.equal(assessed.verdict, 'needs information');
  assert.deepEqual(failed(assessed), ['E1a not known']);
  assert.deepEqual(
    assessed.results
      .find(({ criterion }) => criterion === 'E1a')
      ?.needs.flat()
      .map(sayMissing),
    ['the exact date of rituximab of 2025'],
  );
  assert.deepEqual(failed(assess({ history: [took('rituximab', '2024')] })), [], 'all of 2024 lies before the window');
});

test('without either urine measure information is needed, and which: one of the two', () => {
  for (const urine of [['creatinine 1.0 mg/dL'], ['creatinine 1.0 mg/dL', 'UPCR not done', 'protein-24h not done']]) {
    const assessed = assess({ urine });
    assert.equal(assessed.verdict, 'needs information');
    assert.deepEqual(failed(assessed), ['I4 not known']);
    const needs = assessed.results.find(({ criterion }) => criterion === 'I4')?.needs ?? [];
    const why = urine.length === 1 ? 'not recorded' : 'not done';
    assert.deepEqual(
      needs.map((set) => set.map(sayMissing)),
      [[`UPCR at screening (${why})`], [`protein-24h at screening (${why})`]],
    );
  }
});

test('a missing value never satisfies a limit, and one that certainly fails outweighs what is missing', () => {
  const missing = assess({ urine: ['creatinine 1.0 mg/dL', 'UPCR not done', 'protein-24h 0.9 g/24h'] });
  assert.deepEqual(failed(missing), ['I4 fails'], 'the one that is available decides');
  const both = assess({ urine: ['creatinine 1.0 mg/dL'], history: [took('rituximab', '2026-03-02')] });
  assert.equal(both.verdict, 'not eligible');
  assert.deepEqual(failed(both), ['I4 not known', 'E1a fails']);
});

test('silence of a history counts only once it is signed through the window', () => {
  const open = assess({ through: '2026-05-17' });
  assert.equal(open.verdict, 'needs information');
  assert.deepEqual(
    failed(open),
    ['E1a', 'E1b', 'E1c', 'E2', 'E4', 'E5', 'E6'].map((id) => `${id} not known`),
  );
  const screeningOnly = assess({ through: '2026-05-18' });
  assert.deepEqual(failed(screeningOnly), ['E4 not known', 'E6 not known'], 'their windows end at randomisation');
});

test('a person of whom nothing is known needs information on every criterion, and fails none', () => {
  const nothing = assessEligibility(study, chartOf(study, g.participantAfter([g.identified]), '2026-06-01'));
  assert.equal(nothing.verdict, 'needs information');
  assert.ok(
    nothing.results.every(({ result }) => result === 'not known'),
    JSON.stringify(nothing.results.filter(({ result }) => result !== 'not known')),
  );
});

test('the event keeps the sentences and not the proof', () => {
  const [first] = assess().results;
  assert.ok(first);
  assert.deepEqual(foundOf(first), { criterion: 'I1', result: 'passes', because: first.because });
});

test('without creatinine at screening information is needed, and it is named', () => {
  const assessed = assess({ urine: ['UPCR 2.0 g/g', 'protein-24h not done'] });
  assert.equal(assessed.verdict, 'needs information');
  const open = assessed.results.filter(({ result }) => result === 'not known');
  assert.deepEqual(
    open.flatMap(({ needs }) => needs.flat().map(sayMissing)),
    ['creatinine at screening (not recorded)'],
  );
});
