import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isRefusal, type Refusal } from '#core/conduct/refusal.ts';
import * as l from './given.ts';
import type { Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent } from './lot-event.ts';
import { ledgerOf, statusOn, unitsFor, usableLots } from './lot-stock.ts';

const on = '2026-06-01';
const kept = (number: number): LotEvent => ({ type: 'unit reserved', on, ...l.use(number) });
const back = (number: number): LotEvent => ({ type: 'unit returned', on, ...l.use(number) });
const gone = (from: 'stock' | 'returned', units: number): LotEvent => ({
  type: 'units destroyed',
  on,
  from,
  units,
  why: 'old',
  checkedBy: 'n',
});

test('a ledger by hand: four bags, one kept, one out, one brought back and destroyed, one free', () => {
  const lot = l.lotAfter(l.received(), l.released, kept(9), l.used(1), l.used(2), back(2), gone('returned', 1));
  assert.deepEqual(ledgerOf(lot), { received: 4, free: 1, reserved: 1, out: 1, returned: 0, destroyed: 1 });
  assert.deepEqual([unitsFor(lot, l.use(9)), unitsFor(lot, l.use(3))], [2, 1]);
});

const command: fc.Arbitrary<LotCommand> = fc.oneof(
  fc.record({
    type: fc.constantFrom('reserve unit', 'end reservation', 'return unit'),
    on: fc.constant(on),
    participant: fc.constant('P-001'),
    dose: fc.constant('cell-infusion'),
    number: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    type: fc.constant('destroy units' as const),
    on: fc.constant(on),
    from: fc.constantFrom('stock' as const, 'returned' as const),
    units: fc.integer({ min: -1, max: 5 }),
    why: fc.constant('old'),
    checkedBy: fc.constant('n'),
  }),
);

test('whatever is asked, every unit is somewhere and no place holds fewer than none', () => {
  const decider = l.lotDecider();
  fc.assert(
    fc.property(fc.array(fc.oneof(command, fc.integer({ min: 1, max: 4 })), { maxLength: 30 }), (asked) => {
      let lot = l.lotAfter(l.received(), l.released);
      for (const each of asked) {
        // A number uses a bag, where a preparation would be allowed to.
        const answer: readonly LotEvent[] | Refusal =
          typeof each === 'number'
            ? unitsFor(lot, l.use(each)) > 0 && !lot.used.some(({ number }) => number === each)
              ? [l.used(each)]
              : []
            : decider.decide(each, lot);
        if (!isRefusal(answer)) lot = answer.reduce<Lot | undefined>(decider.evolve, lot) ?? lot;
        const { received, ...places } = ledgerOf(lot);
        assert.equal(
          Object.values(places).reduce((sum, units) => sum + units, 0),
          received,
        );
        for (const [place, units] of Object.entries(places)) assert.ok(units >= 0, `${place} ${units}`);
      }
    }),
  );
});

test('where a lot stands on a day', () => {
  const all = [1, 2, 3, 4].map((number) => l.used(number));
  const rows = [
    [[], on, 'received'],
    [[l.quarantined], on, 'quarantined'],
    [[l.released], on, 'released'],
    [[l.released, l.quarantined], on, 'quarantined'],
    [[l.released], '2026-12-31', 'released'],
    [[l.released], '2027-01-01', 'expired'],
    [[l.released, ...all], on, 'used up'],
    [[l.released, kept(9), ...all.slice(1)], on, 'released'],
    [[l.released, l.recalled], '2027-01-01', 'recalled'],
    [[l.quarantined], '2027-01-01', 'expired'],
  ] as const;
  for (const [events, day, expected] of rows)
    assert.equal(statusOn(l.lotAfter(l.received(), ...events), day), expected, expected);
});

test('what may be used is of the product, and goes out by its expiry', () => {
  const lot = (id: string, expires: string, ...events: readonly LotEvent[]) =>
    l.lotAfter(l.received({ expires }, id), ...events);
  const late = lot('L-1', '2026-12-31', l.released);
  const early = lot('L-2', '2026-07-01', l.released);
  const lots = [late, early, lot('L-3', '2026-06-15'), lot('L-4', '2026-12-31', l.released), l.lotAfter(l.plain())];
  assert.deepEqual(
    usableLots(lots, l.cells, on).map(({ id }) => id),
    ['L-2', 'L-1', 'L-4'],
  );
  assert.deepEqual(usableLots(lots, l.cells, '2026-07-02')[0]?.id, 'L-1');
  assert.deepEqual(usableLots(lots, l.saline, on), []);
});
