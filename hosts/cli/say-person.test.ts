import assert from 'node:assert/strict';
import test from 'node:test';
import { evolveParticipant } from '#core/conduct/evolve-participant.ts';
import { nobody } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { plainStyle } from '#hosts/render/text.ts';
import { personValue, sayPerson } from './say-person.ts';

const events: readonly ParticipantEvent[] = [
  { type: 'participant identified', participant: '0001', site: 'nanjing' },
  { type: 'consent given', on: '2026-05-11', version: '1' },
  { type: 'participant described', born: '1990-06-15', sex: 'female' },
  { type: 'visit held', visit: 'screening', on: '2026-05-18', inWindow: true },
  {
    type: 'section recorded',
    visit: 'screening',
    section: 'kidney',
    items: [
      { item: 'UPCR', value: '2.0', unit: 'g/g' },
      { item: 'PGA', value: '1.2' },
    ],
  },
  {
    type: 'item corrected',
    visit: 'screening',
    replaces: 'participant/0001#5/UPCR',
    entry: { item: 'UPCR', value: '2.1', unit: 'g/g' },
  },
  { type: 'judgements recorded', visit: 'screening', answers: [{ text: 'able and willing', answer: 'yes' }] },
  {
    type: 'history recorded',
    records: [
      {
        source: 'medication',
        concept: 'prednisone',
        start: '2026-01',
        end: 'ongoing',
        dose: { amount: '10', unit: 'mg', everyDays: 1, timesADay: 1 },
      },
      {
        source: 'adverse event',
        concept: 'infection-event',
        start: '2026-06-10',
        end: '2026-06-12',
        attributes: { serious: true, fatal: false },
      },
    ],
  },
  { type: 'visit missed', visit: 'week 4' },
  { type: 'participant randomised', on: '2026-06-01', slot: 1, stratum: 'all' },
  {
    type: 'dose given',
    dose: 'msc-infusion',
    number: 1,
    on: '2026-06-01',
    planned: '2026-06-01',
    amount: '127000000',
    unit: '{cells}',
  },
  { type: 'dose missed', dose: 'msc-infusion', number: 2, on: '2026-06-08', why: 'fever' },
  { type: 'medicine dispensed', dose: 'tablets', visit: 'week 4', on: '2026-06-29', units: 56 },
  { type: 'medicine returned', dose: 'tablets', visit: 'week 4', on: '2026-06-29', units: 3 },
  { type: 'treatment discontinued', on: '2026-06-30', why: 'own wish' },
  { type: 'participation ended', on: '2026-07-10', how: 'withdrawn' },
];
const person = events.reduce(evolveParticipant, nobody);
const lines = sayPerson(person, plainStyle);
/** The lines under a title, without their blanks. */
const under = (title: string): readonly string[] => {
  const from = lines.indexOf(title) + 1;
  const end = lines.indexOf('', from);
  return lines.slice(from, end < 0 ? undefined : end).map((line) => line.trim().replaceAll(/ {2,}/g, ' | '));
};

test('who it is, first', () => {
  assert.deepEqual(lines.slice(0, lines.indexOf('')), [
    '  participant             0001',
    '  site                    nanjing',
    '  born                    1990-06-15, female',
    '  consented               2026-05-11',
    '  allocated               2026-06-01',
    '  treatment discontinued  2026-06-30, own wish',
    '  participation ended     2026-07-10, withdrawn',
  ]);
});

/** A section, and its lines: what, what it says, and the record. */
const sections: readonly (readonly [title: string, rows: readonly string[]])[] = [
  ['Visits', ['screening: 2026-05-18 | participant/0001#4/screening', 'week 4: missed | participant/0001#9/week 4']],
  [
    'Doses',
    [
      'msc-infusion 1: 2026-06-01, 127000000 {cells} | participant/0001#11/msc-infusion.1',
      'msc-infusion 2: 2026-06-08, missed: fever | participant/0001#12/msc-infusion.2',
      'tablets: 2026-06-29, 56 handed out | participant/0001#13/tablets',
      'tablets: 2026-06-29, 3 brought back | participant/0001#14/tablets',
    ],
  ],
  [
    'Items, as they stand',
    [
      'screening, UPCR: 2.1 g/g | participant/0001#6/UPCR',
      'screening, PGA: 1.2 | participant/0001#5/PGA',
      'screening/able and willing: yes | participant/0001#7/able and willing',
    ],
  ],
  [
    'History',
    [
      'medication, prednisone: 2026-01, ongoing, 10 mg every 1 d | participant/0001#8/prednisone.1',
      'adverse event, infection-event: 2026-06-10 to 2026-06-12, serious | participant/0001#8/infection-event.2',
    ],
  ],
];

for (const [title, rows] of sections) test(title, () => assert.deepEqual(under(title), rows));

test('of somebody of whom nothing is known there is the name alone', () => {
  const [first] = events.slice(0, 1).map((event) => evolveParticipant(nobody, event));
  const said = sayPerson(first ?? assert.fail(), plainStyle);
  assert.deepEqual(said.slice(0, 3), ['  participant             0001', '  site                    nanjing', '']);
  assert.ok(!said.includes('Visits') && !said.includes('History'));
});

test('the same as data: nothing is lost in writing it as JSON', () => {
  const value = JSON.parse(JSON.stringify(personValue(person)));
  assert.deepEqual(
    value.visits.map(({ visit, on }: { visit: string; on?: string }) => [visit, on]),
    [
      ['screening', '2026-05-18'],
      ['week 4', undefined],
    ],
  );
  assert.deepEqual(value.items[0], {
    visit: 'screening',
    item: 'UPCR',
    value: '2.1',
    unit: 'g/g',
    record: 'participant/0001#6/UPCR',
  });
  assert.equal(value.acts['consent given'], 'participant/0001#2/consent given');
  assert.equal(value.history.length, 2);
});
