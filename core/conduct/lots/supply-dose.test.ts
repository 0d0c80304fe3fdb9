import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import * as g from '#core/conduct/given.ts';
import type { WhyNotUsable } from '#core/conduct/refusal.ts';
import * as l from './given.ts';
import type { Lot } from './lot.ts';
import type { LotEvent, PlannedUse } from './lot-event.ts';
import { supplyDose } from './supply-dose.ts';

const on = '2026-06-01';
type Preparation = Extract<ParticipantCommand, { type: 'prepare dose' }>;
const prepare = (more: Partial<Preparation> = {}): Preparation => ({
  type: 'prepare dose',
  dose: 'cell-infusion',
  number: 1,
  on,
  checkedBy: 'nurse-2',
  lot: 'L-7',
  thawed: l.bag('70'),
  ...more,
});
const { lot: _, thawed: __, ...bare } = prepare();

const supply = (command: Preparation, lot: Lot | undefined, arm = 'cells', hasLots = true, role = 'pharmacist') =>
  supplyDose(command, l.person(arm), { hasLots, lot }, g.openTrial, g.settingOf(l.masked, role), g.id);

const lot = (...events: readonly LotEvent[]): Lot => l.lotAfter(l.received(), ...events);
const saline = (...events: readonly LotEvent[]): Lot => l.lotAfter(l.plain(), ...events);
const good: LotEvent = { type: 'lot released', on: '2026-05-02' };

/** 2×10^6 cells/kg × 60 kg. */
test('a unit leaves the lot as the dose is prepared, in both arms alike', () => {
  assert.deepEqual(supply(prepare(), lot(l.released)), {
    events: [
      {
        type: 'dose prepared',
        dose: 'cell-infusion',
        number: 1,
        on,
        amount: '120000000',
        unit: '{cells}',
        weight: '60 kg',
        lot: 'L-7',
        checkedBy: 'nurse-2',
      },
    ],
    used: [{ type: 'lot used', on, ...l.use(1), thawed: l.bag('70') }],
  });
  const { thawed: _, ...command } = prepare({ lot: 'L-8' });
  const answer = supply(command, saline(good), 'placebo');
  assert.ok('used' in answer);
  assert.deepEqual(answer.used, [{ type: 'lot used', on, ...l.use(1) }]);
});

const all = (participant?: string) => [1, 2, 3, 4].map((number) => l.used(number + 10, participant));
const kept = (use: PlannedUse): LotEvent => ({ type: 'unit reserved', on, ...use });

test('a lot that may not be used, one reason a row; the first of several is told', () => {
  const rows: readonly (readonly [WhyNotUsable, Lot, Partial<Preparation>?])[] = [
    ['of another product', saline(good)],
    ['of another product', saline(l.recalled)],
    ['on its way', lot(l.released, { type: 'lot sent', on, to: 'seville' })],
    ['at another site', l.lotAfter(l.received({ site: 'seville' }), l.released)],
    ['recalled', lot(l.released, l.recalled)],
    ['recalled', lot(l.recalled), { on: '2027-01-01' }],
    ['expired', lot(l.released), { on: '2027-01-01' }],
    ['quarantined', lot(l.released, l.quarantined)],
    ['quarantined', lot(l.quarantined)],
    ['not released', lot()],
    ['not released', lot({ type: 'lot released', on: '2026-06-02', measured: l.bag('92') })],
    ['nothing left', lot(l.released, ...all())],
    ['nothing left', lot(l.released, ...[1, 2, 3, 4].map((number) => kept(l.use(number, 'P-002'))))],
    ['viability after thaw too low', lot(l.released), { thawed: l.bag('69.9') }],
    ['kit not in it', lot(l.released), { kit: '00007' }],
  ];
  for (const [why, stock, more] of rows)
    assert.deepEqual(supply(prepare(more), stock), { refused: 'lot not usable', lot: stock.id, why }, why);
  const { thawed: _, ...unknown } = prepare();
  assert.deepEqual(supply(unknown, lot(l.released)), {
    refused: 'lot not usable',
    lot: 'L-7',
    why: 'viability after thaw not known',
  });
});

test('a lot is good through its last day, and a unit that is kept for somebody is theirs', () => {
  assert.ok('used' in supply(prepare({ on: '2026-12-31' }), lot(l.released)));
  const mine = [kept(l.use(1)), ...[1, 2, 3].map((number) => kept(l.use(number, 'P-002')))];
  assert.ok('used' in supply(prepare(), lot(l.released, ...mine)));
});

test('a lot of kits gives each of them once', () => {
  const kits = ['00007', '00003'];
  const stock = (...events: readonly LotEvent[]) => l.lotAfter(l.received({ units: 2, kits }), l.released, ...events);
  const answer = supply(prepare({ kit: '00003' }), stock());
  assert.ok('used' in answer);
  assert.deepEqual(answer.used, [{ type: 'lot used', on, ...l.use(1), kit: '00003', thawed: l.bag('70') }]);
  const rows = [
    [{}, [], 'kit not named'],
    [{ kit: '00004' }, [], 'kit not in it'],
    [{ kit: '00003' }, [l.used(1, 'P-002', { kit: '00003' })], 'kit used already'],
  ] as const;
  for (const [more, past, why] of rows)
    assert.deepEqual(supply(prepare(more), stock(...past)), { refused: 'lot not usable', lot: 'L-7', why });
});

/** C(2019) 7140, 9.3: an exception lifts what does not meet the specification, and nothing else. */
test('what is authorised may be used for that administration, and neither when recalled nor by somebody else', () => {
  const allowed = (use: PlannedUse): LotEvent => ({ type: 'use authorised', on, why: 'w', physician: 'dr-2', ...use });
  const low = prepare({ thawed: l.bag('55') });
  for (const events of [[l.released], [l.quarantined], []])
    assert.ok('used' in supply(low, lot(...events, allowed(l.use(1)))), JSON.stringify(events));
  const rows = [
    ['viability after thaw too low', lot(l.released, allowed(l.use(2))), low],
    ['viability after thaw too low', lot(l.released, allowed(l.use(1, 'P-002'))), low],
    ['recalled', lot(l.released, allowed(l.use(1)), l.recalled), low],
    ['expired', lot(l.released, allowed(l.use(1))), { ...low, on: '2027-01-01' }],
    ['nothing left', lot(l.released, allowed(l.use(1)), ...all()), low],
  ] as const;
  for (const [why, stock, command] of rows)
    assert.deepEqual(supply(command, stock), { refused: 'lot not usable', lot: 'L-7', why });
});

test('in a study with lots a preparation names one that is known; in one without, the lot is as it is written', () => {
  assert.deepEqual(supply(bare, undefined), { refused: 'lot missing' });
  assert.deepEqual(supply(prepare(), undefined), { refused: 'lot unknown', lot: 'L-7' });
  const { thawed: _, ...named } = prepare();
  for (const command of [bare, named]) {
    const answer = supply(command, undefined, 'cells', false);
    assert.ok('events' in answer);
    assert.deepEqual([answer.events.length, answer.used], [1, []]);
  }
  for (const more of [{ thawed: l.bag('70') }, { kit: '00003' }])
    assert.deepEqual(
      supply({ ...named, ...more }, undefined, 'cells', false),
      { refused: 'lot unknown', lot: 'L-7' },
      'what was counted would be lost',
    );
});

test('rights come before stock: who may not prepare learns nothing of a lot', () => {
  for (const stock of [undefined, lot(l.recalled), lot(l.released)])
    assert.deepEqual(supply(prepare(), stock, 'cells', true, 'investigator'), {
      refused: 'role may not',
      role: 'investigator',
      act: 'prepare dose',
    });
});

test('what was counted is a measure, and nothing is used before it came', () => {
  assert.deepEqual(supply(prepare({ thawed: l.bag('all') }), lot(l.released)), {
    refused: 'value not accepted',
    item: 'viability',
    value: 'all',
    accepted: 'a percentage above 0, at most 100',
  });
  const late = l.lotAfter({ ...l.received(), on: '2026-06-02' } as LotEvent, l.released);
  assert.deepEqual(supply(prepare(), late), { refused: 'date impossible', date: on, why: 'before receipt' });
  assert.deepEqual(supply(prepare({ number: 2 }), lot(l.released)), {
    refused: 'dose not due',
    dose: 'cell-infusion',
    number: 2,
    next: 1,
  });
});
