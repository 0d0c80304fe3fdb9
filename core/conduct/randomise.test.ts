import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { wholeStudy } from '#core/randomisation/newcomer.ts';
import type { AllocationDecided } from './allocated.ts';
import { evolveAllocation, noAllocation } from './allocation-state.ts';
import type { ParticipantCommand } from './command.ts';
import { decideParticipant } from './decide-participant.ts';
import { evolveParticipant } from './evolve-participant.ts';
import * as g from './given.ts';
import { nobody, type Participant } from './participant.ts';
import { decideRandomisation } from './randomise.ts';
import { isRefusal } from './refusal.ts';
import type { ParticipantEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.shipped('nct05631717');

const ready = g.participantAfter([...g.screened(study), g.assessedEligible, g.enrolled]);
const allocated = (...arms: readonly string[]) =>
  evolveAllocation(noAllocation, { type: 'allocation list generated', list: g.listOf(...arms) });
const randomised = (of = study, allocation = allocated('il-2', 'msc'), person = ready): AllocationDecided => {
  const answer = decideRandomisation('2026-06-01', person, g.openTrial, allocation, g.settingOf(of));
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
};

test('the first free slot is taken; in an open trial the arm is disclosed with it', () => {
  assert.deepEqual(randomised(), {
    open: [
      { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: wholeStudy },
      { type: 'assignment disclosed', arm: 'il-2' },
    ],
    allocation: [{ type: 'slot taken', slot: 1, stratum: wholeStudy, arm: 'il-2', participant: 'P-001' }],
    sealed: [],
  });
});

test('in a masked trial no public event names an arm', () => {
  const { definition, ...compiled } = g.studyIn(text);
  for (const masking of ['assessor', 'single', 'double', 'double dummy'] as const) {
    const masked = { ...compiled, definition: { ...definition, design: { ...definition.design, masking } } };
    const { open, allocation, sealed } = randomised(masked);
    assert.deepEqual(
      open,
      [{ type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: wholeStudy }],
      masking,
    );
    assert.doesNotMatch(JSON.stringify(open), /il-2|msc/, masking);
    assert.equal(allocation[0]?.type === 'slot taken' && allocation[0].arm, 'il-2', masking);
    assert.deepEqual(sealed, [{ type: 'assignment disclosed', arm: 'il-2' }], masking);
  }
});

test('a slot is never given again, and an exhausted list refuses', () => {
  const arms = ['il-2', 'msc', 'msc', 'il-2'];
  let allocation = allocated(...arms);
  const slots: number[] = [];
  for (const [index, arm] of arms.entries()) {
    // Each is somebody else: the same person would be given the same slot again.
    const person = { ...ready, id: `Q-${index}` };
    const [taken] = randomised(study, allocation, person).allocation;
    assert.ok(taken?.type === 'slot taken');
    assert.equal(taken.arm, arm);
    slots.push(taken.slot);
    allocation = evolveAllocation(allocation, taken);
  }
  assert.deepEqual(slots, [1, 2, 3, 4]);
  assert.deepEqual(decideRandomisation('2026-06-01', ready, g.openTrial, allocation, g.settingOf(study)), {
    refused: 'list exhausted',
    stratum: 'all',
  });
});

test('eligibility is asked again as of the day of randomisation', () => {
  const answer = (history: Parameters<typeof g.screened>[1], on: string) =>
    decideRandomisation(
      on,
      g.participantAfter([...g.screened(study, history), g.assessedEligible, g.enrolled]),
      g.openTrial,
      allocated('msc'),
      g.settingOf(study),
    );
  const vaccine = { source: 'vaccination', concept: 'yellow-fever-vaccine', start: '2026-03-10' } as const;
  assert.deepEqual(
    answer({ history: [vaccine] }, '2026-06-01'),
    { refused: 'not eligible', criteria: ['E6'] },
    'within 12 weeks before',
  );
  assert.ok(!isRefusal(answer({ history: [vaccine], through: '2026-06-30' }, '2026-06-03')), '12 weeks and a day');
  assert.deepEqual(answer({ through: '2026-05-20' }, '2026-06-01'), {
    refused: 'information missing',
    criteria: ['E4', 'E6'],
  });
});

const acts = fc.constantFrom<ParticipantCommand | 'randomise'>(
  { type: 'identify', participant: g.id, site: 'nanjing' },
  { type: 'give consent', on: '2026-05-11', version: '1' },
  { type: 'describe', born: '1990-06-15', sex: 'female' },
  { type: 'describe', born: '2015-06-15', sex: 'female' },
  { type: 'assess eligibility', on: '2026-06-01' },
  { type: 'enrol', on: '2026-06-01' },
  { type: 'decline', on: '2026-05-11' },
  { type: 'give dose', dose: 'il-2-injection', number: 1, on: '2026-06-01' },
  { type: 'discontinue treatment', on: '2026-06-10', why: 'own wish' },
  { type: 'end participation', on: '2026-06-10', how: 'withdrawn' },
  { type: 'hold visit', visit: 'week 4', on: '2026-06-29' },
  { type: 'record history', records: [{ source: 'medication', concept: 'rituximab', start: '2026-03-02' }] },
  'randomise',
  'randomise',
);
/** What screening leaves behind, as one step, so that random orders reach randomisation at all. */
const forms = g.screened(study).slice(3);

const step = (person: Participant, act: ParticipantCommand | 'randomise' | 'forms'): readonly ParticipantEvent[] => {
  if (act === 'forms') return person.consentedOn === undefined || person.items.size > 0 || person.ended ? [] : forms;
  if (act === 'randomise') {
    const answer = decideRandomisation('2026-06-01', person, g.openTrial, allocated('il-2'), g.settingOf(study), g.id);
    return isRefusal(answer) ? [] : answer.open;
  }
  const answer = decideParticipant(act, person, g.openTrial, g.settingOf(study), g.id);
  return isRefusal(answer) ? [] : answer;
};

const chain: readonly (ParticipantCommand | 'randomise' | 'forms')[] = [
  { type: 'identify', participant: g.id, site: 'nanjing' },
  { type: 'give consent', on: '2026-05-11', version: '1' },
  { type: 'describe', born: '1990-06-15', sex: 'female' },
  'forms',
  { type: 'assess eligibility', on: '2026-06-01' },
  { type: 'enrol', on: '2026-06-01' },
  'randomise',
  { type: 'give dose', dose: 'il-2-injection', number: 1, on: '2026-06-01' },
];

test('in whatever order things are tried, nobody is randomised without consent, description, eligibility and enrolment', () => {
  let reached = 0;
  // The right order with strange acts in between and steps left out, and wholly random orders.
  const almost = fc
    .tuple(
      ...chain.map((act) =>
        fc.tuple(fc.array(acts, { maxLength: 1 }), fc.integer({ min: 0, max: 9 }), fc.constant(act)),
      ),
    )
    .map((steps) => steps.flatMap(([strange, luck, act]) => (luck === 0 ? strange : [...strange, act])));
  const tried = fc.oneof(almost, fc.array(fc.oneof(acts, fc.constant('forms' as const)), { maxLength: 30 }));
  fc.assert(
    fc.property(tried, (sequence) => {
      const events: ParticipantEvent[] = [];
      let person = nobody;
      for (const act of sequence) {
        const added = step(person, act);
        events.push(...added);
        person = added.reduce(evolveParticipant, person);
      }
      assert.deepEqual(
        events.reduce(evolveParticipant, nobody),
        person,
        'folding the same events gives the same state',
      );
      const types = events.map(({ type }) => type);
      assert.ok(types.filter((type) => type === 'participant randomised').length <= 1);
      const place = types.indexOf('participant randomised');
      if (place < 0) return assert.ok(!types.includes('dose given'), 'no dose without randomisation');
      reached += 1;
      const before = events.slice(0, place);
      for (const needed of [
        'consent given',
        'participant described',
        'eligibility assessed',
        'participant enrolled',
      ] as const)
        assert.ok(
          before.some(({ type }) => type === needed),
          needed,
        );
      assert.ok(before.some((event) => event.type === 'eligibility assessed' && event.verdict === 'eligible'));
      return assert.ok(!before.some(({ type }) => type === 'participant declined' || type === 'participation ended'));
    }),
    { numRuns: 200 },
  );
  assert.ok(reached > 5, `${reached} orders did reach it`);
});
