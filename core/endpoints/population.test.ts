import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { deviationKinds, isDeviationKind } from '#core/deviations/deviation-kinds.ts';
import type { AnalysisPopulation } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { courses, endedOn, person, sixPeople } from './given.ts';
import { populationOf } from './population.ts';

const study = g.shipped('nct05631717');
const names: readonly AnalysisPopulation[] = ['randomised', 'treated', 'per protocol', 'all enrolled'];
const dose: ParticipantEvent = {
  type: 'dose given',
  dose: 'msc-infusion',
  number: 1,
  on: '2026-06-01',
  planned: '2026-06-01',
  amount: '127000000',
  unit: '{cells}',
};
const treated = person(study, 'P-001', 'msc', { ...courses.complete, more: [dose] });
const notTreated = person(study, 'P-001', 'msc', courses.complete);
const missed: ParticipantEvent = { type: 'dose missed', dose: 'msc-infusion', number: 1, on: '2026-06-01', why: 'lot' };

const declined = g.participantAfter([g.identified, { type: 'participant declined', on: '2026-05-11' }]);
const ineligible = g.participantAfter([
  ...g.screened(study),
  { type: 'eligibility assessed', on: '2026-05-20', verdict: 'not eligible', found: [] },
]);
const waiting = g.participantAfter([...g.screened(study), g.assessedEligible, g.enrolled]);
const leftBefore = g.participantAfter([
  ...g.screened(study),
  g.assessedEligible,
  g.enrolled,
  endedOn('2026-05-25', 'withdrawn'),
]);

const said = (
  name: AnalysisPopulation,
  who: Participant,
  found: readonly Deviation[] = [],
  of: Study = study,
): string => {
  const [member] = populationOf(name, of, [who], found);
  assert.ok(member);
  return member.in ? `in, ${member.armTaken}` : member.because.join('; ');
};

// biome-ignore format: one row a line
const rows: readonly (readonly [AnalysisPopulation, Participant, string])[] = [
  ['all enrolled', declined, 'declined to take part'],
  ['all enrolled', ineligible, 'was found not eligible'],
  ['all enrolled', g.participantAfter([g.identified]), 'was not enrolled'],
  ['all enrolled', waiting, 'in, undefined'],
  ['all enrolled', treated, 'in, msc'],
  ['randomised', declined, 'declined to take part'],
  ['randomised', waiting, 'was enrolled and not allocated'],
  ['randomised', leftBefore, 'was enrolled and not allocated: withdrawn'],
  ['randomised', notTreated, 'in, msc'],
  ['treated', waiting, 'was enrolled and not allocated'],
  ['treated', notTreated, 'received no dose'],
  ['treated', treated, 'in, msc'],
  ['treated', person(study, 'P-001', 'il-2', { ...courses.complete, more: [dose] }), 'in, msc'],
  ['per protocol', person(study, 'P-001', 'il-2', { ...courses.complete, more: [dose] }), 'received 0 of 21 planned of il-2-injection, a share below 0.8'],
  ['per protocol', waiting, 'was enrolled and not allocated'],
  ['per protocol', treated, 'in, msc'],
  ['per protocol', notTreated, 'received no dose; received 0 of 1 planned of msc-infusion, a share below 0.8'],
];

for (const [name, who, expected] of rows) test(`${name}: ${expected}`, () => assert.equal(said(name, who), expected));

const deviation = (kind: Deviation['kind'], participant = 'P-001'): Deviation => ({
  kind,
  importance: deviationKinds[kind].importance,
  participant,
  on: '2026-06-01',
  record: 'participant/P-001#9/x',
  says: 'It was so.',
});

test('found ineligible later: still among the randomised and the treated, and not per protocol', () => {
  const found = [deviation('found ineligible later')];
  assert.equal(said('randomised', treated, found), 'in, msc');
  assert.equal(said('treated', treated, found), 'in, msc');
  assert.equal(said('per protocol', treated, found), 'found ineligible later: It was so.');
  assert.equal(said('per protocol', treated, [deviation('visit missed')]), 'in, msc', 'a kind that does not exclude');
  assert.equal(said('per protocol', treated, [deviation('found ineligible later', 'P-002')]), 'in, msc', 'of another');
});

test('an arm without doses: treated from allocation, unless the study says otherwise', () => {
  const without = g.shipped('nct04318600');
  const control = g.participantAfter([
    g.identified,
    g.consented,
    { type: 'participant assigned', on: '2026-06-01' },
    { type: 'assignment disclosed', arm: 'control' },
  ]);
  assert.equal(said('treated', control, [], without), 'in, control');
  const { definition } = without;
  const never = {
    ...without,
    definition: { ...definition, populations: { 'arm without doses': 'never treated' } },
  } as const;
  assert.equal(said('treated', control, [], never), 'is of an arm without doses');
});

test('a dose that was missed is the record of who received none', () => {
  const [member] = populationOf('treated', study, [
    person(study, 'P-001', 'msc', { ...courses.complete, more: [missed] }),
  ]);
  assert.match(member?.records.join() ?? '', /msc-infusion\.1$/);
});

const kinds = Object.keys(deviationKinds).filter(isDeviationKind);

test('who is out has a reason, each reason has records, and each population lies in the one before', () => {
  const everybody = [declined, ineligible, waiting, leftBefore, ...sixPeople(study)];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat({ max: 5 }))), (drawn) => {
      const found = drawn.map(([kind, index]) => deviation(kind, `P-00${index + 1}`));
      const ins = new Map(
        names.map((name) => {
          const members = populationOf(name, study, everybody, found);
          assert.equal(members.length, everybody.length);
          for (const member of members) {
            assert.equal(member.in, member.because.length === 0);
            assert.ok(member.records.length > 0 && member.records.every((record) => record.includes('#')), name);
          }
          return [name, members.map((member) => member.in)] as const;
        }),
      );
      const order: readonly AnalysisPopulation[] = ['per protocol', 'treated', 'randomised', 'all enrolled'];
      for (const [index, name] of order.entries()) {
        const wider = order[index + 1];
        if (wider !== undefined)
          for (const [place, isIn] of (ins.get(name) ?? []).entries()) assert.ok(!isIn || ins.get(wider)?.[place]);
      }
    }),
  );
});
