import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { isHash } from '#core/record/link.ts';
import * as r from './given.ts';
import { casebookHash, visitHash } from './signed-matter.ts';

test('a hash is that of the content: the same for the same, and another for another visit or person', () => {
  const person = r.personAfter();
  const hashes = [visitHash(r.study, person, 'screening'), casebookHash(r.study, person)];
  assert.ok(hashes.every(isHash));
  assert.deepEqual([visitHash(r.study, r.personAfter(), 'screening'), casebookHash(r.study, r.personAfter())], hashes);
  const others = [
    visitHash(r.study, person, 'week 4'),
    visitHash(r.study, { ...person, id: 'P-002' }, 'screening'),
    casebookHash(r.study, { ...person, sex: 'male' }),
  ];
  assert.equal(new Set([...hashes, ...others]).size, 5);
});

test('the order in which sections were entered makes no difference', () => {
  const [kidney, body] = [
    g.kidney('week 4', 'UPCR 1 g/g'),
    g.section('week 4', 'body', g.entries('weight 60 kg')),
  ] as const;
  const withRecords = (events: readonly ParticipantEvent[]): Participant => {
    const person = g.participantAfter([g.identified, g.held('week 4', '2026-06-29'), ...events]);
    const items = [...(person.items.get('week 4') ?? [])].map(
      ([item, each]) => [item, { ...each, record: item }] as const,
    );
    return { ...person, items: new Map([['week 4', new Map(items)]]) };
  };
  const [one, other] = [
    [kidney, body],
    [body, kidney],
  ].map((events) => visitHash(r.study, withRecords(events), 'week 4'));
  assert.equal(one, other);
});

const alike = g.shipped('nct03580291');
const unlike = g.shipped('nct04318600');
const reaction: ParticipantEvent = {
  type: 'history recorded',
  records: [{ source: 'adverse event', concept: 'infusion-reaction', start: '2026-06-02' }],
};
const given: ParticipantEvent = {
  type: 'dose given',
  dose: 'cell-infusion',
  number: 1,
  on: '2026-06-01',
  planned: '2026-06-01',
  amount: '60000000',
  unit: '{cells}',
};
const observed: ParticipantEvent = {
  type: 'dose observed',
  dose: 'cell-infusion',
  number: 1,
  readings: [{ on: '2026-06-01', at: '09:15', items: g.entries('temperature 37 Cel') }],
};
const prepared: ParticipantEvent = {
  type: 'dose prepared',
  dose: 'cell-infusion',
  number: 1,
  on: '2026-06-01',
  amount: '60000000',
  unit: '{cells}',
  checkedBy: 'b',
};
const lymphocytes = g.section('week 4', 'safety laboratory', g.entries('lymphocytes 1.0 10^9/L'));
const seen = g.maskedPast(g.held('week 4', '2026-06-29'));

/** What is sealed where, and so no part of what is signed: neither before the unblinding nor after it. */
const sealed = [
  [alike, [{ type: 'assignment disclosed', arm: 'cells' }, prepared, lymphocytes]],
  [unlike, [{ type: 'assignment disclosed', arm: 'cells' }, prepared, given, observed, reaction]],
] as const;

test('what is sealed changes no signature: for the unmasked, the masked and after the unblinding it is one', () => {
  for (const [study, events] of sealed) {
    const people = [
      g.participantAfter(seen),
      g.unmaskedPerson(seen, ...events),
      g.participantAfter([...seen, ...events]),
    ];
    assert.equal(new Set(people.map((person) => casebookHash(study, person))).size, 1);
    assert.equal(new Set(people.map((person) => visitHash(study, person, 'week 4'))).size, 1);
  }
});

test('what is public changes it: the same events in a study where they are not sealed', () => {
  const before = casebookHash(alike, g.participantAfter(seen));
  for (const event of [given, reaction, observed])
    assert.notEqual(casebookHash(alike, g.participantAfter([...seen, event])), before);
});
