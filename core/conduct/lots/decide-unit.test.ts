import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import * as l from './given.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent, PlannedUse } from './lot-event.ts';

const on = '2026-06-01';
type Kind = 'reserve unit' | 'end reservation' | 'return unit';
const ask = (type: Kind, use: PlannedUse = l.use(1), day = on): LotCommand => ({ type, on: day, ...use });
const kept = (number: number): LotEvent => ({ type: 'unit reserved', on, ...l.use(number) });
const back: LotEvent = { type: 'unit returned', on, ...l.use(1) };

const pharmacist = (...past: readonly LotEvent[]) => given(l.lotDecider(), l.received(), ...past);

test('a unit is kept for somebody, also before the release, and is given up again', () => {
  pharmacist().when(ask('reserve unit')).then(kept(1));
  pharmacist(kept(1))
    .when(ask('end reservation'))
    .then({ type: 'reservation ended', on, ...l.use(1) });
});

test('what may not be kept, one reason a row', () => {
  const four = [1, 2, 3, 4].map((number) => kept(number));
  const rows = [
    [[], ask('reserve unit', l.use(1), '2026-04-30'), 'date impossible'],
    [[], ask('reserve unit', l.use(1, 'P-404')), 'participant unknown'],
    [[], ask('reserve unit', { ...l.use(1), dose: 'placebo-infusion' }), 'name unknown'],
    [[], ask('reserve unit', l.use(0)), 'value not accepted'],
    [[], ask('reserve unit', l.use(1.5)), 'value not accepted'],
    [[kept(1)], ask('reserve unit'), 'done already'],
    [[l.released, l.used(1)], ask('reserve unit'), 'done already'],
    [[l.recalled], ask('reserve unit'), 'lot not usable'],
    [[], ask('reserve unit', l.use(1), '2027-01-01'), 'lot not usable'],
    [four, ask('reserve unit', l.use(5)), 'lot not usable'],
    [[], ask('end reservation'), 'value not found'],
    [[], ask('end reservation', l.use(1), 'never'), 'date impossible'],
  ] as const;
  for (const [past, command, refused] of rows)
    pharmacist(...past)
      .when(command)
      .refuses(refused);
});

test('what was made ready comes back once', () => {
  pharmacist(l.released, l.used(1)).when(ask('return unit')).then(back);
  pharmacist(l.released).when(ask('return unit')).refuses('value not found');
  pharmacist(l.released, l.used(1), back).when(ask('return unit')).refuses('done already');
});

const destroy = (units: number, from: 'stock' | 'returned' = 'stock', changes: object = {}): LotCommand => ({
  type: 'destroy units',
  on,
  from,
  units,
  why: 'expired',
  checkedBy: 'nurse-2',
  ...changes,
});

test('two people destroy what nobody has and nobody is to have', () => {
  pharmacist()
    .when(destroy(4))
    .then({ type: 'units destroyed', on, from: 'stock', units: 4, why: 'expired', checkedBy: 'nurse-2' });
  pharmacist(l.released, l.used(1), back)
    .when(destroy(1, 'returned'))
    .then({ type: 'units destroyed', on, from: 'returned', units: 1, why: 'expired', checkedBy: 'nurse-2' });
  const rows = [
    [[], destroy(5), 'units not there'],
    [[], destroy(0), 'units not there'],
    [[], destroy(1.5), 'units not there'],
    [[kept(1)], destroy(4), 'units not there'],
    [[], destroy(1, 'returned'), 'units not there'],
    [[], destroy(1, 'stock', { why: '' }), 'reason missing'],
    [[], destroy(9, 'stock', { checkedBy: '' }), 'second person missing'],
    [[], destroy(1, 'stock', { checkedBy: 'dr-1' }), 'second person missing'],
  ] as const;
  for (const [past, command, refused] of rows)
    pharmacist(...past)
      .when(command)
      .refuses(refused);
  assert.deepEqual(l.lotDecider().decide(destroy(4), l.lotAfter(l.received(), kept(1))), {
    refused: 'units not there',
    lot: 'L-7',
    asked: 4,
    there: 3,
  });
});

test('a recalled and an expired lot can still be destroyed', () => {
  for (const past of [[l.released, l.recalled], []])
    pharmacist(...past)
      .when(destroy(4, 'stock', { on: '2027-02-01' }))
      .then({
        type: 'units destroyed',
        on: '2027-02-01',
        from: 'stock',
        units: 4,
        why: 'expired',
        checkedBy: 'nurse-2',
      });
});

/** Use of what does not meet its specification: for one person, asked for by a physician (C(2019) 7140, 9.3). */
test('an exception is for one administration, with a reason and the physician who asks for it', () => {
  const quality = (...past: readonly LotEvent[]) =>
    given(l.lotDecider({ role: 'quality person' }), l.received(), ...past);
  const allow = (changes: object = {}): LotCommand => ({
    type: 'authorise use',
    on,
    why: 'no other lot, and no time',
    physician: 'dr-2',
    ...l.use(1),
    ...changes,
  });
  const allowed = { ...allow(), type: 'use authorised' } as LotEvent;
  quality().when(allow()).then(allowed);
  const rows = [
    [[allowed], allow(), 'done already'],
    [[], allow({ why: '' }), 'reason missing'],
    [[], allow({ physician: ' ' }), 'second person missing'],
    [[], allow({ physician: 'dr-1' }), 'second person missing'],
    [[], allow({ participant: 'P-404' }), 'participant unknown'],
    [[l.recalled], allow(), 'lot not usable'],
    [[], allow({ on: '2027-01-01' }), 'lot not usable'],
  ] as const;
  for (const [past, command, refused] of rows)
    quality(...past)
      .when(command)
      .refuses(refused);
});

test('of numbered kits it is said which are destroyed, unless all are', () => {
  const numbered = (...past: readonly LotEvent[]) =>
    given(l.lotDecider(), l.received({ kits: ['1', '2', '3', '4'] }), ...past);
  const base = { type: 'destroy units', on, from: 'stock', why: 'wet', checkedBy: 'nurse-2' } as const;
  const gone = (units: number, kits?: readonly string[]): LotEvent => {
    const { type: _, ...rest } = base;
    return { type: 'units destroyed', ...rest, units, ...(kits === undefined ? {} : { kits }) };
  };
  numbered()
    .when({ ...base, units: 4 })
    .then(gone(4));
  numbered()
    .when({ ...base, units: 2, kits: ['2', '4'] })
    .then(gone(2, ['2', '4']));
  const rows: readonly (readonly [units: number, kits?: readonly string[]])[] = [
    [2],
    [2, ['2']],
    [2, ['2', '2']],
    [2, ['2', '9']],
    [1, ['1']],
  ];
  for (const [units, kits] of rows)
    numbered(gone(1, ['1']))
      .when({ ...base, units, ...(kits === undefined ? {} : { kits }) })
      .refuses('value not accepted');
});
