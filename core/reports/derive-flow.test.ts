import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { edited } from '#core/study/given.ts';
import { deriveFlow } from './derive-flow.ts';
import type { FlowArm, FlowPart } from './flow-counts.ts';
import { checkFlow } from './flow-sums.ts';
import { armFlow, screeningFlow } from './participant-flow.ts';

const study = g.shipped('nct05631717');
const masked = g.shipped('nct03673748');
const unlike = g.shipped('nct03580291');
const grouped = g.shipped('nct04318600');

const failed = (...criteria: readonly string[]): ParticipantEvent => ({
  type: 'eligibility assessed',
  on: '2026-05-20',
  verdict: 'not eligible',
  found: criteria.map((criterion) => ({ criterion, result: 'fails', because: [] })),
});
const declined: ParticipantEvent = { type: 'participant declined', on: '2026-05-11' };
const ends = (how: 'completed' | 'withdrawn' | 'lost to follow-up' | 'died'): ParticipantEvent => ({
  type: 'participation ended',
  on: '2026-06-30',
  how,
});
const begun = [g.identified, g.consented] as const;
const people = [
  ...sixPeople(study),
  ...[
    [g.identified, declined],
    [...begun, failed('I3')],
    [...begun, failed('I3', 'E1a')],
    [...begun, ends('died')],
    [...begun, ends('withdrawn')],
    [...begun, ends('withdrawn')],
    begun,
    [...begun, g.assessedEligible, g.enrolled],
  ].map(g.participantAfter),
];

const say = ({ place, people: count, reasons }: FlowPart): string =>
  `${count} ${place}${reasons === undefined ? '' : ` (${reasons.map((each) => `${each.people} ${each.reason}`).join(', ')})`}`;

test('everyone who was screened stands in one place, with reasons', () => {
  const flow = deriveFlow(study, people);
  assert.equal(checkFlow(flow), undefined);
  assert.deepEqual([flow.trial, flow.how, flow.screened, flow.allocated], ['nct05631717', 'randomised', 14, 6]);
  assert.deepEqual(flow.notAllocated.map(say), [
    '1 declined',
    '2 not eligible (2 I3 Active disease, 1 E1a B-cell depletion)',
    '3 left during screening (2 withdrew, 1 died)',
    '1 in screening',
    '1 enrolled, not randomised',
  ]);
});

const saidOf = ({ arm, allocated, received, notReceived, discontinued, ended, analysed }: FlowArm) => [
  arm,
  allocated,
  received,
  notReceived && say(notReceived),
  discontinued && say(discontinued),
  (ended ?? []).filter((part) => part.people > 0).map(say),
  analysed,
];

test('the arms of the six: treated, stopped, ended, analysed', () => {
  assert.deepEqual(deriveFlow(study, people).arms.map(saidOf), [
    [
      'msc',
      3,
      2,
      '1 not treated (1 not yet treated)',
      '0 discontinued treatment',
      ['1 completed the study', '2 still followed'],
      undefined,
    ],
    [
      'il-2',
      3,
      0,
      '3 not treated (1 own wish, 1 withdrew, 1 not yet treated)',
      '1 discontinued treatment (1 own wish)',
      ['1 withdrew', '2 still followed'],
      undefined,
    ],
  ]);
});

test('why somebody was not treated: a dose that was missed says it where nothing was stopped', () => {
  const missed: ParticipantEvent = {
    type: 'dose missed',
    dose: 'msc-infusion',
    number: 1,
    on: '2026-06-01',
    why: 'fever',
  };
  const [msc] = deriveFlow(study, [g.participantAfter(g.randomisedTo(study, 'msc', missed))]).arms;
  assert.equal(msc?.notReceived && say(msc.notReceived), '1 not treated (1 fever)');
});

test('the analysed are those of the population of the first analysis, once nobody is followed any more', () => {
  const dose = { dose: 'msc-infusion', number: 1, planned: '2026-06-01', amount: '1', unit: '{cells}' } as const;
  const treated = g.randomisedTo(study, 'msc', { type: 'dose given', on: '2026-06-01', ...dose }, ends('died'));
  const both = [treated, g.randomisedTo(study, 'msc', ends('withdrawn'))].map(g.participantAfter);
  const analysedIn = (population: string, people: readonly Participant[]) => {
    const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
    const [msc] = deriveFlow(
      g.studyIn(edited(text, 'population: randomised', `population: ${population}`)),
      people,
    ).arms;
    return [msc?.analysed, msc?.notAnalysed && say(msc.notAnalysed)];
  };
  assert.deepEqual(analysedIn('randomised', both), [2, undefined]);
  assert.deepEqual(analysedIn('treated', both), [1, '1 not analysed (1 never treated)']);
  assert.deepEqual(analysedIn('per protocol', both), [undefined, undefined]);
  const followed = g.participantAfter(g.randomisedTo(study, 'msc'));
  assert.deepEqual(analysedIn('randomised', [...both, followed]), [undefined, undefined]);
});

test('an arm without doses has nothing to receive', () => {
  const assigned = (arm: string): Participant =>
    g.participantAfter([
      ...begun,
      g.enrolled,
      { type: 'participant assigned', on: '2026-06-01' },
      { type: 'assignment disclosed', arm },
    ]);
  const flow = deriveFlow(grouped, [assigned('cells'), assigned('control')]);
  assert.equal(flow.how, 'assigned');
  assert.deepEqual(
    flow.arms.map(({ arm, allocated, received, notReceived }) => [arm, allocated, received, notReceived?.people]),
    [
      ['cells', 1, 0, 1],
      ['control', 1, undefined, undefined],
    ],
  );
});

test('before the arms are told there is one column, which counts doses only where they do not tell', () => {
  const secret = g.participantAfter(g.maskedPast());
  const told = g.participantAfter(g.maskedPast({ type: 'assignment disclosed', arm: 'placebo' }));
  assert.deepEqual(
    deriveFlow(masked, [secret, secret]).arms.map(({ arm, allocated, received }) => [arm, allocated, received]),
    [['arm not told', 2, 0]],
  );
  // A code break of one must not part them from the others.
  assert.deepEqual(
    deriveFlow(masked, [secret, told]).arms.map(({ arm, allocated }) => [arm, allocated]),
    [['arm not told', 2]],
  );
  assert.equal(deriveFlow(unlike, [secret]).arms.length, 1);
});

test('without anybody there are arms, and zeros that close', () => {
  const flow = deriveFlow(study, []);
  assert.deepEqual([flow.screened, flow.allocated, flow.arms.map(({ allocated }) => allocated)], [0, 0, [0, 0]]);
  assert.equal(checkFlow(flow), undefined);
});

const event = fc.constantFrom<ParticipantEvent>(
  declined,
  failed('I3'),
  g.assessedEligible,
  g.enrolled,
  g.consented,
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  { type: 'assignment disclosed', arm: 'msc' },
  { type: 'assignment disclosed', arm: 'il-2' },
  { type: 'dose missed', dose: 'msc-infusion', number: 1, on: '2026-06-01', why: 'fever' },
  { type: 'treatment discontinued', on: '2026-06-10', why: 'x' },
  { type: 'medicine dispensed', dose: 'il-2-injection', visit: 'baseline', on: '2026-06-01', units: 7 },
  ends('completed'),
  ends('died'),
  ends('withdrawn'),
  ends('lost to follow-up'),
);
const anyone = fc.array(event, { maxLength: 9 }).map((events) => g.participantAfter([g.identified, ...events]));

test('whatever happened to whom: every sum closes, and the tables of the report say the same', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 12 }), (some) => {
      const flow = deriveFlow(study, some);
      assert.equal(checkFlow(flow), undefined);
      const rows = new Map(screeningFlow(study, some).rows.map(({ label, cells }) => [label, Number(cells[0]?.value)]));
      assert.equal(rows.get('randomised'), flow.allocated);
      for (const { place, people: count } of flow.notAllocated) assert.equal(rows.get(place), count, place);
      const treated = armFlow(study, some).rows[1]?.cells.map(({ value }) => Number(value));
      if (flow.arms.length === 2)
        assert.deepEqual(
          flow.arms.map(({ received }) => received),
          treated,
        );
    }),
    { seed: 7 },
  );
});
