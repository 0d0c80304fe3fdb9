import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantCommand } from '#core/conduct/command.ts';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import * as l from './given.ts';
import { handOutKits, kitsOf, takeKitsBack } from './hand-out-kits.ts';
import type { Lot } from './lot.ts';
import type { LotEvent, LotPapers } from './lot-event.ts';

/** Tablets against tablets that look like them, in kits of ten. */
const dummy = g.shipped('nct03580291').definition;
const on = '2026-06-01';
const products = { cells: 'placebo of mycophenolate mofetil', mmf: 'mycophenolate mofetil' } as const;
type Arm = keyof typeof products;

const stock = (arm: Arm, kits: readonly string[], ...events: readonly LotEvent[]): Lot =>
  l.lotAfter(
    { ...l.plain({}, `L-${arm}`), product: products[arm], kits, units: kits.length, holds: 10 } as LotEvent,
    { type: 'lot released', on: '2026-05-02' },
    ...events,
  );
const both = (...events: readonly LotEvent[]): readonly Lot[] => [
  stock('cells', ['17', '04', '23'], ...events),
  stock('mmf', ['09', '31', '12'], ...events),
];
const dispense = { type: 'dispense', dose: 'mmf-week-1', visit: 'baseline', on, units: 14 } as const;
const seen: ParticipantEvent = { type: 'medicine dispensed', dose: 'mmf-week-1', visit: 'baseline', on, units: 14 };
const out = (arm: Arm, lots: readonly Lot[], units = 14) =>
  handOutKits({ ...dispense, units }, l.person(arm), [seen], lots, dummy);
const kit = (number: string): LotEvent => ({
  type: 'kit handed out',
  kit: number,
  participant: g.id,
  dose: 'mmf-week-1',
  visit: 'baseline',
  on,
  units: 10,
});

test('as many kits as hold what is asked for, of what the arm takes; what everybody sees is the same', () => {
  const events = [{ ...seen, units: 20, kits: 2 }];
  assert.deepEqual(out('cells', both()), {
    events,
    kits: ['17', '04'].map((number) => ({ lot: 'L-cells', event: kit(number) })),
  });
  assert.deepEqual(out('mmf', both()), {
    events,
    kits: ['09', '31'].map((number) => ({ lot: 'L-mmf', event: kit(number) })),
  });
});

test('without kits of the medicine it is handed out as it is counted', () => {
  assert.deepEqual(out('mmf', []), { events: [seen], kits: [] });
  assert.deepEqual(out('mmf', [l.lotAfter(l.plain())]), { events: [seen], kits: [] });
});

test('nobody gets a kit unless each arm has as many: the answer is the same in both', () => {
  const short = { refused: 'kits not there', dose: 'mmf-week-1', asked: 2 };
  const rows: readonly (readonly [what: string, lots: readonly Lot[]])[] = [
    ['one arm has none', [stock('cells', ['17', '04'])]],
    ['one arm has one', [stock('cells', ['17', '04']), stock('mmf', ['09'])]],
    ['recalled', [stock('cells', ['17', '04'], l.recalled), stock('mmf', ['09', '31'])]],
    ['in quarantine', [stock('cells', ['17', '04'], l.quarantined), stock('mmf', ['09', '31'])]],
    [
      'at another site',
      both({ type: 'lot sent', on, to: 'beijing' }, { type: 'lot arrived', on, at: 'beijing', temperature: 'kept' }),
    ],
    ['on its way', both({ type: 'lot sent', on, to: 'nanjing' })],
    [
      'warm',
      both(
        { type: 'lot sent', on, to: 'nanjing' },
        { type: 'lot arrived', on, at: 'nanjing', temperature: 'not kept' },
      ),
    ],
    ['handed out already', both(kit('17'), kit('09'), kit('04'), kit('31'))],
    [
      'destroyed',
      both({ type: 'units destroyed', on, from: 'stock', units: 2, why: 'wet', checkedBy: 'n', kits: ['17', '09'] }),
    ],
  ];
  for (const [what, lots] of rows)
    for (const arm of ['cells', 'mmf'] as const) assert.deepEqual(out(arm, lots), short, `${what}: ${arm}`);
  for (const arm of ['cells', 'mmf'] as const) {
    const answer = handOutKits({ ...dispense, on: '2027-01-01' }, l.person(arm), [seen], both(), dummy);
    assert.deepEqual(answer, short, 'expired');
  }
});

test('a kit that one site has is of that site, and one that was taken is not given twice', () => {
  const here = [
    { type: 'lot sent', on, to: 'nanjing' },
    { type: 'lot arrived', on, at: 'nanjing', temperature: 'kept' },
  ] as const;
  const answer = out('mmf', [
    stock('cells', ['17', '04', '23'], ...here, kit('17')),
    stock('mmf', ['09', '31', '12'], ...here, kit('09')),
  ]);
  assert.ok('kits' in answer);
  assert.deepEqual(
    answer.kits.map(({ event }) => 'kit' in event && event.kit),
    ['31', '12'],
  );
});

type Returning = Extract<ParticipantCommand, { type: 'return medicine' }>;
const give = (units: number, ...kits: readonly (readonly [string, number])[]): Returning => ({
  type: 'return medicine',
  dose: 'mmf-week-1',
  visit: 'week 4',
  on: '2026-06-29',
  units,
  kits: kits.map(([number, left]) => ({ kit: number, units: left })),
});
const taken: ParticipantEvent = { ...seen, type: 'medicine returned', units: 3 };
const back = (command: Returning, lots = both(kit('09'), kit('31'))) =>
  takeKitsBack(command, l.person('mmf'), [taken], lots.slice(1));

test('kits come back by their numbers, each with what is left in it', () => {
  assert.deepEqual(back(give(3, ['09', 0], ['31', 3])), {
    events: [taken],
    kits: [
      { lot: 'L-mmf', event: { type: 'kit brought back', kit: '09', on: '2026-06-29', units: 0 } },
      { lot: 'L-mmf', event: { type: 'kit brought back', kit: '31', on: '2026-06-29', units: 3 } },
    ],
  });
  const { kits: _, ...plain } = give(3);
  assert.deepEqual(takeKitsBack(plain, l.person('mmf'), [taken], []), { events: [taken], kits: [] });
});

test('what may not come back: a kit of somebody else, one that is back, more than it holds, another sum, no kit at all', () => {
  const { kits: _, ...unnamed } = give(3);
  const returned: LotEvent = { type: 'kit brought back', kit: '09', on: '2026-06-20', units: 0 };
  const rows: readonly (readonly [Returning, (readonly Lot[])?])[] = [
    [give(3, ['12', 3])],
    [give(11, ['09', 11])],
    [give(1.5, ['09', 1.5])],
    [give(-1, ['09', -1])],
    [give(4, ['09', 3])],
    [give(6, ['09', 3], ['09', 3])],
    [unnamed],
    [give(3, ['09', 3]), both(kit('09'), kit('31'), returned)],
  ];
  for (const [command, lots] of rows) {
    const answer = back(command, lots);
    assert.equal('refused' in answer && answer.refused, 'value not accepted', JSON.stringify(command));
  }
});

test('whoever hands out knows the kits by number, and nothing of what is in them', () => {
  const known = kitsOf(both(kit('31'), kit('09')).slice(1), g.id);
  assert.deepEqual(
    known.map(({ kit: number }) => number),
    ['09', '31'],
  );
  const papers: readonly (keyof LotPapers)[] = ['product', 'batch', 'manufacturer'];
  for (const each of known) assert.ok(!papers.some((name) => name in each) && !('lot' in each));
  assert.deepEqual(kitsOf(both(), g.id), []);
});
