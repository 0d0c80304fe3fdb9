import assert from 'node:assert/strict';
import test from 'node:test';
import { evolveParticipant, evolveSealed } from './evolve-participant.ts';
import * as g from './given.ts';
import { itemAt, nobody } from './participant.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');

test('what each event says is in the state, with the record that leads to it', () => {
  const person = g.participantAfter([
    ...g.randomisedTo(study, 'il-2'),
    {
      type: 'dose given',
      dose: 'il-2-injection',
      number: 1,
      on: '2026-06-01',
      planned: '2026-06-01',
      amount: '1000000',
      unit: 'IU',
    },
    { type: 'visit missed', visit: 'week 4' },
    { type: 'treatment discontinued', on: '2026-06-10', why: 'own wish' },
    { type: 'participation ended', on: '2026-11-16', how: 'completed' },
  ]);
  const events = g.randomisedTo(study, 'il-2');
  const version = (type: ParticipantEvent['type']): number => events.findIndex((event) => event.type === type) + 1;
  assert.equal(person.version, events.length + 4);
  assert.deepEqual(
    [person.id, person.site, person.consentedOn, person.sex, person.enrolledOn, person.arm],
    ['P-001', 'nanjing', '2026-05-11', 'female', '2026-05-20', 'il-2'],
  );
  assert.deepEqual(person.born, { written: '1990-06-15', record: 'participant/P-001#3/birth' });
  assert.deepEqual(person.allocated, {
    on: '2026-06-01',
    record: `participant/P-001#${version('participant randomised')}/randomised`,
    slot: { number: 1, stratum: 'all' },
  });
  assert.deepEqual(person.doses, [
    {
      dose: 'il-2-injection',
      number: 1,
      on: '2026-06-01',
      amount: '1000000',
      unit: 'IU',
      record: `participant/P-001#${events.length + 1}/il-2-injection.1`,
    },
  ]);
  assert.deepEqual(person.visits.get('week 4'), {
    on: undefined,
    record: `participant/P-001#${events.length + 2}/week 4`,
  });
  assert.deepEqual(person.discontinued, { on: '2026-06-10', why: 'own wish' });
  assert.deepEqual(person.ended, { on: '2026-11-16', how: 'completed' });
  assert.equal(person.assessed?.verdict, 'eligible');
});

test('folding changes no earlier state', () => {
  const before = g.participantAfter(g.screened(study));
  const copy = structuredClone(before);
  const events: readonly ParticipantEvent[] = [
    g.kidney('screening', 'UPCR 3 g/g'),
    { type: 'history recorded', records: [{ source: 'medication', concept: 'rituximab', start: '2026-03-02' }] },
    ...g.signed('2026-07-01'),
  ];
  events.reduce(evolveParticipant, before);
  assert.deepEqual(before, copy);
});

test('items, judgements and histories lead to their events', () => {
  const person = g.participantAfter(
    g.screened(study, { history: [{ source: 'medication', concept: 'rituximab', start: '2026-03-02' }] }),
  );
  assert.equal(itemAt(person, 'screening', 'UPCR')?.record, 'participant/P-001#7/UPCR');
  assert.equal(
    person.judgements.get('screening/live vaccine expected during the study')?.record,
    'participant/P-001#9/live vaccine expected during the study',
  );
  assert.equal(person.history[0]?.record, 'participant/P-001#10/rituximab.1');
  assert.equal(nobody.version, 0);
});

test('what was sealed adds to the state, counts for itself, and leads to the sealed stream', () => {
  const masked = g.participantAfter([g.identified, g.consented]);
  const sealed: readonly ParticipantEvent[] = [
    { type: 'assignment disclosed', arm: 'cells' },
    {
      type: 'dose prepared',
      dose: 'cell-infusion',
      number: 1,
      on: '2026-06-01',
      amount: '60000000',
      unit: '{cells}',
      checkedBy: 'nurse',
    },
    g.section('week 4', 'safety laboratory', g.entries('lymphocytes 1.0 10^9/L')),
  ];
  const unmasked = sealed.reduce(evolveSealed, masked);
  assert.deepEqual([unmasked.version, unmasked.sealedVersion, unmasked.arm], [2, 3, 'cells']);
  assert.equal(unmasked.prepared[0]?.record, 'sealed/P-001#2/cell-infusion.1');
  assert.equal(itemAt(unmasked, 'week 4', 'lymphocytes')?.record, 'sealed/P-001#3/lymphocytes');
  assert.deepEqual([masked.sealedVersion, masked.arm, masked.prepared], [0, undefined, []]);
});

test('medicine for the home, doses missed and an assignment are in the state', () => {
  const handed = { dose: 'mmf', visit: 'baseline', on: '2026-06-01', units: 14 };
  const person = g.participantAfter([
    g.identified,
    g.consented,
    { type: 'participant assigned', on: '2026-06-01' },
    { type: 'medicine dispensed', ...handed },
    { type: 'medicine returned', ...handed, visit: 'week 1', units: 2 },
    { type: 'dose missed', dose: 'cell-infusion', number: 1, on: '2026-06-01', why: 'fever' },
  ]);
  assert.deepEqual(person.allocated, { on: '2026-06-01', record: 'participant/P-001#3/assigned', slot: undefined });
  assert.deepEqual(person.dispensed, [{ ...handed, record: 'participant/P-001#4/mmf' }]);
  assert.deepEqual(
    person.returned.map(({ visit, units }) => [visit, units]),
    [['week 1', 2]],
  );
  assert.equal(person.missedDoses[0]?.why, 'fever');
});
