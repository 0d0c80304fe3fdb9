import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { evolveSealed } from '#core/conduct/evolve-participant.ts';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as l from './given.ts';
import type { LotEvent } from './lot-event.ts';
import { exposedTo, traceLot, traceParticipant } from './trace.ts';

const { definition } = l.masked;
const prepared = (lot: string, number = 1, dose = 'cell-infusion'): ParticipantEvent => ({
  type: 'dose prepared',
  dose,
  number,
  on: '2026-06-01',
  amount: '120000000',
  unit: '{cells}',
  lot,
  checkedBy: 'nurse-2',
});
const given: ParticipantEvent = {
  type: 'dose given',
  dose: 'cell-infusion',
  number: 1,
  on: '2026-06-02',
  planned: '2026-06-01',
  amount: '100',
  unit: 'mL',
};
const somebody = (id: string, ...events: readonly ParticipantEvent[]): Participant =>
  [{ type: 'participant identified', participant: id, site: 'valladolid' } as const, ...events].reduce(
    evolveSealed,
    g.participantAfter([]),
  );

const returned: LotEvent = { type: 'unit returned', on: '2026-06-01', ...l.use(1, 'P-002') };
const lot = l.lotAfter(l.received(), l.released, l.used(1, 'P-001', { kit: '00003' }), l.used(1, 'P-002'), returned);
const people = [
  somebody('P-001', prepared('L-7'), given),
  somebody('P-002', prepared('L-7')),
  somebody('P-003', prepared('L-8', 1, 'placebo-infusion')),
  somebody('P-004'),
];
const origin = { lot: 'L-7', product: l.cells, manufacturer: 'Citospin', batch: 'B-12', donor: 'donor-3' };

test('from a lot to those who had some of it: given, or made ready and brought back', () => {
  assert.deepEqual(traceLot(definition, lot, people), {
    kits: [],
    origin,
    uses: [
      { ...l.use(1, 'P-001'), preparedOn: '2026-06-01', givenOn: '2026-06-02', kit: '00003', isReturned: false },
      { ...l.use(1, 'P-002'), preparedOn: '2026-06-01', givenOn: undefined, kit: undefined, isReturned: true },
    ],
  });
  assert.deepEqual(exposedTo(definition, lot, people), ['P-001', 'P-002']);
});

test('from a participant to the lots, with maker, batch and donor, in one step', () => {
  const lots = [lot, l.lotAfter(l.plain())];
  const [first] = people;
  assert.ok(first);
  assert.deepEqual(traceParticipant(definition, first, lots), {
    uses: [
      {
        ...l.use(1, 'P-001'),
        preparedOn: '2026-06-01',
        givenOn: '2026-06-02',
        kit: '00003',
        isReturned: false,
        origin,
      },
    ],
    kits: [],
    unknown: [],
  });
});

test('a preparation that names a lot counts though the lot knows nothing of it, under the name it is given by', () => {
  const saline = l.lotAfter(l.plain());
  const [use] = traceLot(definition, saline, people).uses;
  assert.deepEqual(use, {
    ...l.use(1, 'P-003'),
    preparedOn: undefined,
    givenOn: undefined,
    kit: undefined,
    isReturned: false,
  });
  assert.deepEqual(exposedTo(definition, saline, people), ['P-003']);
});

test('a preparation that was sealed and then disclosed is one', () => {
  const twice = [somebody('P-003', prepared('L-8', 1, 'placebo-infusion'), prepared('L-8', 1, 'placebo-infusion'))];
  assert.equal(traceLot(definition, l.lotAfter(l.plain()), twice).uses.length, 1);
});

test('a lot that nobody received is said, and somebody who is not there is named all the same', () => {
  const third = people[2];
  assert.ok(third);
  assert.deepEqual(traceParticipant(definition, third, [lot]), { uses: [], kits: [], unknown: ['L-8'] });
  assert.deepEqual(exposedTo(definition, lot, []), ['P-001', 'P-002']);
});

/** Who had what: by person and lot, whether the lot says so, and whether the preparation does. */
const supplies = fc.array(
  fc.record({
    person: fc.integer({ min: 0, max: 3 }),
    lot: fc.integer({ min: 0, max: 2 }),
    inLot: fc.boolean(),
    inPerson: fc.boolean(),
  }),
  { maxLength: 15 },
);

test('both ways tell the same pairs, and those are the ones that either side recorded', () => {
  fc.assert(
    fc.property(supplies, (rows) => {
      const numbered = rows.map((row, index) => ({ ...row, number: index + 1 }));
      const ids = ['P-0', 'P-1', 'P-2', 'P-3'];
      const lots = ['L-0', 'L-1', 'L-2'].map((id, index) => {
        const own = numbered.filter((row) => row.lot === index && row.inLot);
        return l.lotAfter(l.received({}, id), ...own.map(({ number, person }) => l.used(number, ids[person])));
      });
      const persons = ids.map((id, index) => {
        const own = numbered.filter((row) => row.person === index && row.inPerson);
        return somebody(id, ...own.map(({ number, lot: from }) => prepared(`L-${from}`, number)));
      });
      const expected = numbered
        .filter(({ inLot, inPerson }) => inLot || inPerson)
        .map(({ person, lot: from, number }) => `L-${from} P-${person} ${number}`);
      const forward = lots.flatMap((each) =>
        traceLot(definition, each, persons).uses.map(
          ({ participant, number }) => `${each.id} ${participant} ${number}`,
        ),
      );
      const backward = persons.flatMap((each) =>
        traceParticipant(definition, each, lots).uses.map(
          ({ origin: from, number }) => `${from.lot} ${each.id} ${number}`,
        ),
      );
      assert.deepEqual(forward.toSorted(), expected.toSorted());
      assert.deepEqual(backward.toSorted(), expected.toSorted());
    }),
  );
});

test('a kit for the home is traced both ways, and a recall names whoever has or had one', () => {
  const handed: LotEvent = {
    type: 'kit handed out',
    kit: '00007',
    participant: 'P-009',
    dose: 'tablet',
    visit: 'baseline',
    on: '2026-06-01',
    units: 10,
  };
  const kits = l.lotAfter(l.plain({ kits: ['00007', '00008'], units: 2 }), handed);
  const own = kits.handed.map(({ kit }) => kit);
  assert.deepEqual([own, traceLot(definition, kits, people).kits], [['00007'], kits.handed]);
  const [found] = traceParticipant(definition, somebody('P-009'), [kits]).kits;
  assert.deepEqual([found?.kit, found?.origin.lot, found?.origin.batch], ['00007', 'L-8', 'S-1']);
  assert.deepEqual(traceParticipant(definition, somebody('P-010'), [kits]).kits, []);
  assert.ok(exposedTo(definition, kits, people).includes('P-009'));
  const back = l.lotAfter(l.plain({ kits: ['00007', '00008'], units: 2 }), handed, {
    type: 'kit brought back',
    kit: '00007',
    on: '2026-06-08',
    units: 3,
  });
  assert.deepEqual(traceLot(definition, back, people).kits[0]?.back, { on: '2026-06-08', units: 3 });
  assert.ok(exposedTo(definition, back, people).includes('P-009'));
});
