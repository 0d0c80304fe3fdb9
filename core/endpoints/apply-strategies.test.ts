import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { sayRange } from '#core/measures/say.ts';
import type { Study } from '#core/study/study.ts';
import type { Outcome } from './analysis-value.ts';
import { applyStrategies, type SettledOutcome } from './apply-strategies.ts';
import { deriveOutcome } from './derive-outcome.ts';
import { deriveValue } from './derive-value.ts';
import { findOccurrences } from './find-occurrences.ts';
import { type Course, courses, endedOn, endpointOf, medicine, person, seenAt, studyWithEvent } from './given.ts';

const settled = (study: Study, id: string, course: Course): SettledOutcome => {
  const participant = person(study, 'P-001', 'msc', course);
  const chart = chartOf(study, participant);
  const endpoint = endpointOf(study, id);
  const at = endpoint.kind === 'time' ? undefined : endpoint.of.at;
  const events = findOccurrences(study, participant, endpoint, chart, at);
  return applyStrategies(deriveOutcome(endpoint, study, participant, chart, at), events, {
    endpoint,
    study,
    participant,
    chart,
    at,
  });
};

const say = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'level':
      return `${outcome.worst}-${outcome.best} ${outcome.reached}`;
    case 'claim':
      return outcome.reached;
    case 'number':
      return sayRange(outcome.range);
    case 'class':
      return outcome.possible.join('|');
    case 'time':
      return `${outcome.reached} day ${outcome.day} after ${outcome.interval?.after} by ${outcome.interval?.by} censored ${outcome.censored?.day} ${outcome.censored?.why}`;
    default:
      return outcome satisfies never;
  }
};

const rescued = medicine('methylprednisolone', '2026-07-01');
const perhaps = medicine('glucocorticoid', '2026-07-01');
const late = medicine('cyclophosphamide', '2026-11-16');
const also = [
  '    at: week 24\n    from: primary[1]\n    assumes: [A-16]',
  '    at: week 24\n    also at: [week 4, week 8]\n    from: primary[1]\n    assumes: [A-16]',
] as const;

/** PR at week 4, CR at week 24. */
const better: Course = { ...courses.complete, more: [...seenAt('week 4', '2026-06-29', '0.9'), rescued] };

// What the estimand says of rescue, the course, and what enters, by which policy. Rescue is on day 30.
// biome-ignore format: one row a line
const rows: readonly (readonly [event: string, Course, expected: string])[] = [
  ['treatment policy', { ...courses.complete, more: [rescued] }, 'CR-CR true observed'],
  ['composite', { ...courses.complete, more: [rescued] }, 'none-none false composite'],
  ['composite, counts as: PR', { ...courses.complete, more: [rescued] }, 'PR-PR true composite'],
  ['composite', courses.complete, 'CR-CR true observed'],
  ['composite', { ...courses.complete, more: [late] }, 'CR-CR true observed'],
  ['hypothetical', { ...courses.complete, more: [rescued] }, 'none-CR unknown hypothetical'],
  ['hypothetical', { ...courses.none, more: [rescued] }, 'none-CR unknown hypothetical'],
  ['while on treatment', better, 'PR-PR true while on treatment'],
  ['while on treatment', { ...courses.complete, more: [rescued] }, 'none-CR unknown while on treatment'],
  // It may have been rescue: with it none, without it what was seen.
  ['composite', { ...courses.complete, more: [perhaps] }, 'none-CR unknown composite'],
  ['composite', { ...courses.none, more: [perhaps] }, 'none-none false observed'],
  ['composite, counts as: PR', { ...courses.complete, more: [perhaps] }, 'PR-CR true composite'],
  ['hypothetical', { ...courses.none, more: [perhaps] }, 'none-CR unknown hypothetical'],
  // The earliest that is certain decides; what may have come before it leaves both open.
  ['hypothetical', { ...courses.missed, more: [rescued, endedOn('2026-09-01', 'died')] }, 'none-CR unknown hypothetical'],
  ['composite', { ...courses.missed, more: [endedOn('2026-09-01', 'died')] }, 'none-none false composite'],
];

for (const [strategy, course, expected] of rows)
  test(`${strategy}, ${JSON.stringify(course.more ?? course.week24)}: ${expected}`, () => {
    const study = studyWithEvent(`kinds: [rescue medicine], strategy: ${strategy}`, also);
    const { outcome, policy } = settled(study, 'response', course);
    assert.equal(`${say(outcome)} ${policy}`, expected);
  });

test('what decided is named, with its records and as a sentence', () => {
  const study = studyWithEvent('kinds: [rescue medicine], strategy: composite');
  const { decidedBy, because, records, missing } = settled(study, 'response', { ...courses.complete, more: [rescued] });
  assert.equal(decidedBy?.what, 'rescue medicine methylprednisolone');
  assert.equal(because.at(-1), 'composite, rescue medicine methylprednisolone on 2026-07-01: counts as no response');
  assert.ok(records.some((record) => record.endsWith('/methylprednisolone.1')));
  assert.deepEqual(missing, []);
  const open = settled(study, 'response', { ...courses.complete, more: [perhaps] });
  assert.match(open.because.at(-1) ?? '', /not known whether it happened before: .*whether it is rescue medicine\)/);
  assert.ok(open.missing.length > 0, 'what would have to be known');
});

const estimand = (id: string, event: string): readonly [string, string] => [
  `  - id: ${id}\n`,
  `  - id: ${id}\n    estimand: { population: a, treatment: b, variable: c, summary: d, intercurrent events: [{ event: e, ${event} }] }\n`,
];
const unused = 'kinds: [code broken], strategy: treatment policy';
const score: Pick<Course, 'sledai'> = { sledai: [['proteinuria', 'haematuria', 'rash'], ['proteinuria']] };

// SLEDAI-2K fell from 10 to 4: a change of -6.
// biome-ignore format: one row a line
const numbers: readonly (readonly [event: string, more: readonly ParticipantEvent[], expected: string])[] = [
  ['kinds: [rescue medicine], strategy: composite, counts as: "28"', [rescued], '28 composite'],
  ['kinds: [rescue medicine], strategy: composite, counts as: "28"', [perhaps], '-6 to 28 composite'],
  ['kinds: [rescue medicine], strategy: composite, counts as: "28"', [], '-6 observed'],
  ['kinds: [rescue medicine], strategy: hypothetical', [rescued], 'not known hypothetical'],
  ['kinds: [rescue medicine], strategy: while on treatment', [rescued], 'not known while on treatment'],
];

for (const [event, more, expected] of numbers)
  test(`a number, ${event}, ${more.length}: ${expected}`, () => {
    const study = studyWithEvent(unused, estimand('sledai-change', event));
    const { outcome, policy } = settled(study, 'sledai-change', { ...courses.complete, ...score, more });
    assert.equal(`${say(outcome)} ${policy}`, expected);
  });

test('a condition counts as what is said', () => {
  const met = 'kinds: [treatment discontinued], strategy: composite, counts as: met';
  const study = studyWithEvent(unused, estimand('any-adverse-event', met));
  const stopped: ParticipantEvent = { type: 'treatment discontinued', on: '2026-08-10', why: 'own wish' };
  const { outcome, policy } = settled(study, 'any-adverse-event', { ...courses.complete, more: [stopped] });
  assert.deepEqual([say(outcome), policy], ['true', 'composite']);
});

const low = [...seenAt('week 4', '2026-06-29', '1.9'), ...seenAt('week 8', '2026-07-27', '0.4')];
const high = [...seenAt('week 4', '2026-06-29', '1.9'), ...seenAt('week 8', '2026-07-27', '1.9')];
const later = medicine('methylprednisolone', '2026-08-01');

// A response at day 56, or none; rescue on day 30 or on day 61.
// biome-ignore format: one row a line
const times: readonly (readonly [strategy: string, more: readonly ParticipantEvent[], expected: string])[] = [
  ['composite', [...low, later], 'true day 56 after 28 by 56 censored undefined undefined observed'],
  ['composite', [...low, medicine('cyclophosphamide', '2026-07-27')], 'true day 56 after 28 by 56 censored undefined undefined observed'],
  ['composite', [...low, rescued], 'false day undefined after 168 by undefined censored 168 intercurrent event composite'],
  ['composite, counts as: met', [...low, rescued], 'true day 30 after 29 by 30 censored undefined undefined composite'],
  ['hypothetical', [...low, rescued], 'unknown day undefined after 28 by undefined censored 28 intercurrent event hypothetical'],
  ['hypothetical', [...low, later], 'true day 56 after 28 by 56 censored undefined undefined observed'],
  ['while on treatment', [...high, later], 'false day undefined after 56 by undefined censored 56 intercurrent event while on treatment'],
];

for (const [strategy, more, expected] of times)
  test(`a time, ${strategy}: ${expected}`, () => {
    const event = `kinds: [rescue medicine], strategy: ${strategy}`;
    const study = studyWithEvent(unused, estimand('time-to-response', event));
    const { outcome, policy } = settled(study, 'time-to-response', { ...courses.unchanged, more });
    assert.equal(`${say(outcome)} ${policy}`, expected);
  });

/** The second line of the estimand is exchanged for another event with another strategy. */
const second = (event: string): readonly [string, string] => [
  '- { event: death before week 24, kinds: [death], strategy: composite }',
  `- { event: second, ${event} }`,
];

test('of several the earliest that happened decides; only what may have come before it leaves the rest open', () => {
  const study = studyWithEvent(
    'kinds: [rescue medicine], strategy: composite, counts as: PR',
    second('kinds: [prohibited medicine], strategy: hypothetical'),
  );
  const certain = medicine('cyclophosphamide', '2026-07-01');
  const entered = (...more: readonly ParticipantEvent[]): string => {
    const { outcome, policy } = settled(study, 'response', { ...courses.complete, more });
    return `${say(outcome)} ${policy}`;
  };
  assert.equal(entered(certain), 'PR-PR true composite');
  // Not coded by its drug, it may have been prohibited: after the rescue it changes nothing, before it everything is open.
  assert.equal(entered(certain, medicine('immunosuppressant', '2026-08-01')), 'PR-PR true composite');
  assert.equal(entered(certain, medicine('immunosuppressant', '2026-06-15')), 'none-CR unknown composite');
  // Certainly prohibited, on either side of the rescue.
  assert.equal(entered(certain, medicine('tacrolimus', '2026-08-01')), 'PR-PR true composite');
  assert.equal(entered(certain, medicine('tacrolimus', '2026-06-15')), 'none-CR unknown hypothetical');
  assert.equal(entered(), 'CR-CR true observed');
});

test('what the strategies leave open is never decided by what is not known', () => {
  const strategies = ['composite', 'hypothetical', 'while on treatment', 'composite, counts as: PR'];
  for (const strategy of strategies)
    for (const course of [courses.complete, courses.partial, courses.none, courses.steroidUnknown, courses.missed]) {
      const study = studyWithEvent(`kinds: [rescue medicine], strategy: ${strategy}`);
      const reached = (...more: readonly ParticipantEvent[]): string => {
        const { outcome } = settled(study, 'response', { ...course, more });
        assert.ok(outcome.kind === 'level');
        return outcome.reached;
      };
      const [open, without, withIt] = [reached(perhaps), reached(), reached(rescued)];
      if (open !== 'unknown')
        assert.deepEqual([without, withIt], [open, open], `${strategy} ${JSON.stringify(course)}`);
    }
});

test('each strategy says what follows from it', () => {
  // biome-ignore format: one row a line
  const rows: readonly (readonly [id: string, event: string, said: string])[] = [
    ['sri-4', 'strategy: composite', 'counts as not met'],
    ['time-to-response', 'strategy: composite', 'counts as never reached'],
    ['sledai-change', 'strategy: composite, counts as: "28"', 'counts as 28'],
    ['sledai-change', 'strategy: hypothetical', 'what was seen after it is set aside'],
    ['sledai-change', 'strategy: while on treatment', 'the last value before it counts'],
  ];
  for (const [id, event, said] of rows) {
    const study = studyWithEvent(unused, estimand(id, `kinds: [rescue medicine], ${event}`));
    const { because } = settled(study, id, { ...courses.unchanged, more: [rescued] });
    assert.ok(because.at(-1)?.endsWith(`rescue medicine methylprednisolone on 2026-07-01: ${said}`), because.at(-1));
  }
});

test('a principal stratum in a trial of one arm leaves out who had the event', () => {
  const single = g.shipped('nct01741857');
  const past: readonly ParticipantEvent[] = [
    ...g.maskedPast(),
    { type: 'assignment disclosed', arm: 'cells' },
    endedOn('2026-09-01', 'died'),
  ];
  const participant = g.participantAfter(past);
  const endpoint = endpointOf(single, 'bilag-change');
  const value = deriveValue(endpoint, single, participant);
  assert.deepEqual([value.policy, value.reported], ['principal stratum', undefined]);
  assert.match(value.because.at(-1) ?? '', /^principal stratum, death on 2026-09-01: left out/);
});
