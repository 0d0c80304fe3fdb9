import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { deriveOutcome } from './derive-outcome.ts';
import { deriveValue } from './derive-value.ts';
import { type Course, courses, endpointOf, medicine, person, seenAt, studyEdited, studyWithEvent } from './given.ts';
import { applyMissingPolicy } from './missing-policy.ts';

const asked = '    at: week 24\n    from: primary[1]\n    assumes: [A-16]\n    missing: non-responder\n';
const response = (missing: string): readonly [string, string] => [
  asked,
  `    at: week 24\n    also at: [week 4, week 8, week 12]\n    assumes: [A-16]\n    missing: ${missing}\n`,
];
const at = (visit: string, on: string, ratio: string): readonly ParticipantEvent[] => seenAt(visit, on, ratio);
/** CR at week 4, PR at week 8, not seen since. */
const faded: Course = {
  ...courses.missed,
  more: [...at('week 4', '2026-06-29', '0.4'), ...at('week 8', '2026-07-27', '0.9')],
};

// biome-ignore format: one row a line
const rows: readonly (readonly [missing: string, Course, reported: string, entered: string, policy: string])[] = [
  ['unknown', faded, 'unknown', 'as observed', 'observed'],
  ['non-responder', faded, 'false', 'none', 'non-responder'],
  ['worst observed', faded, 'true', 'PR', 'worst observed'],
  ['last observation', faded, 'true', 'PR', 'last observation'],
  ['worst observed', { ...faded, more: [...(faded.more ?? []), ...at('week 12', '2026-08-24', '1.9')] }, 'false', 'none', 'worst observed'],
  ['last observation', { ...courses.missed, more: at('week 8', '2026-07-27', '0.4') }, 'true', 'CR', 'last observation'],
  ['last observation', courses.missed, 'unknown', 'as observed', 'observed'],
  ['worst observed', courses.missed, 'unknown', 'as observed', 'observed'],
  ['last observation', { ...courses.complete, more: at('week 8', '2026-07-27', '1.9') }, 'true', 'as observed', 'observed'],
];

for (const [missing, course, reported, entered, policy] of rows)
  test(`${missing}: ${reported}, ${entered}`, () => {
    const study = studyEdited(response(missing));
    const value = deriveValue(endpointOf(study, 'response'), study, person(study, 'P-001', 'msc', course));
    const level = value.entered?.kind === 'level' ? value.entered.worst : 'as observed';
    assert.deepEqual([value.reported, level, value.policy], [reported, entered, policy]);
    if (policy.includes('observ') && policy !== 'observed')
      assert.match(value.because.at(-1) ?? '', new RegExp(`^${policy}, that of week \\d+: nothing is known`));
  });

test('of numbers the worst is what the study says', () => {
  for (const [worse, expected] of [
    ['higher', 2],
    ['lower', -4],
  ] as const) {
    const line = '    at: week 24\n    from: secondary[4]\n    missing: unknown\n';
    const to = `    at: week 24\n    also at: [week 4, week 8]\n    worse: ${worse}\n    missing: worst observed\n`;
    const study = studyEdited([line, to]);
    const more = [
      g.held('week 4', '2026-06-29'),
      g.section('week 4', 'disease activity', g.sledai('proteinuria')),
      g.held('week 8', '2026-07-27'),
      g.section('week 8', 'disease activity', g.sledai('proteinuria', 'haematuria', 'rash')),
    ];
    const course = { ...courses.missed, sledai: [['proteinuria', 'haematuria'], []] as const, more };
    const value = deriveValue(endpointOf(study, 'sledai-change'), study, person(study, 'P-001', 'msc', course));
    assert.ok(value.entered?.kind === 'number');
    assert.equal(Number(value.entered.range.low?.numerator), expected);
    assert.equal(value.policy, 'worst observed');
  }
});

test('what a hypothetical strategy sets aside is not taken back; what came before it may be', () => {
  const rescued = medicine('methylprednisolone', '2026-07-10');
  const study = studyWithEvent('kinds: [rescue medicine], strategy: hypothetical', response('last observation'));
  const value = deriveValue(
    endpointOf(study, 'response'),
    study,
    person(study, 'P-001', 'msc', { ...courses.complete, more: [...(faded.more ?? []), rescued] }),
  );
  assert.equal(value.policy, 'last observation');
  assert.equal(value.decidedBy?.of.strategy, 'hypothetical');
  assert.deepEqual(value.entered, { kind: 'level', worst: 'CR', best: 'CR', reached: 'true' }, 'that of week 4');
  const after = studyWithEvent('kinds: [rescue medicine], strategy: hypothetical');
  const failed = deriveValue(
    endpointOf(after, 'response'),
    after,
    person(after, 'P-001', 'msc', { ...courses.complete, more: [rescued] }),
  );
  assert.deepEqual(
    [failed.reported, failed.policy, failed.decidedBy?.of.strategy],
    ['false', 'non-responder', 'hypothetical'],
  );
});

test('who is left out of a principal stratum has nothing to report', () => {
  const study = studyEdited();
  const [endpoint, participant] = [endpointOf(study, 'response'), person(study, 'P-001', 'msc', courses.missed)];
  const chart = chartOf(study, participant);
  const found = deriveOutcome(endpoint, study, participant, chart);
  const asking = { endpoint, study, participant, chart, at: 'week 24' };
  const left = { ...found, policy: 'principal stratum' as const };
  assert.equal(applyMissingPolicy(left, asking), left);
  assert.equal(applyMissingPolicy({ ...found, policy: 'observed' }, asking).policy, 'non-responder');
});
