import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { shipped } from '#core/conduct/given.ts';
import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Table } from '#core/reports/figure.ts';
import { adverseEventTables } from './adverse-event-tables.ts';
import { baselineTable } from './baseline-table.ts';
import { exposureTable } from './exposure-table.ts';
import { event, figureOf, measured, someone, twoArms } from './given.ts';

const study = shipped('nct05631717');
const arm = fc.constantFrom('cells', 'placebo');

/** People by number, each of an arm, with an age, a sex and a last day. */
const crowd = fc
  .array(
    fc.record({
      arm,
      age: fc.integer({ min: 18, max: 80 }),
      sex: fc.constantFrom('female', 'male'),
      lastSeen: fc.nat(400),
    }),
    {
      minLength: 4,
      maxLength: 30,
    },
  )
  .map((people) => people.map(({ arm: own, ...more }, at) => someone(`p${at}`, own, more)));

const other: Readonly<Record<string, string>> = { cells: 'placebo', placebo: 'cells' };
const exchanged = (people: readonly ParticipantData[]): readonly ParticipantData[] =>
  people.map((person) => ({ ...person, arm: other[person.arm] ?? '', armReceived: other[person.armReceived] ?? '' }));

const numbersOf = (table: Table, id: string) => figureOf(table, id)?.numbers;

test('with the arms exchanged their columns are exchanged, all stay, and the difference turns its sign', () =>
  fc.assert(
    fc.property(crowd, (people) => {
      const [before, after] = [people, exchanged(people)].map((each) => baselineTable(study, each, [], twoArms));
      assert.ok(before !== undefined && after !== undefined);
      assert.deepEqual(numbersOf(after, 'baseline/age/mean/cells'), numbersOf(before, 'baseline/age/mean/placebo'));
      assert.deepEqual(numbersOf(after, 'baseline/age/median/all'), numbersOf(before, 'baseline/age/median/all'));
      const [one, two] = [before, after].map((table) => numbersOf(table, 'baseline/age/difference')?.difference);
      assert.ok(one === undefined ? two === undefined : Math.abs(one + (two ?? Number.NaN)) < 1e-12);
    }),
  ));

test('in another unit a mean is as many times as large, and a standardised difference is the same', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(arm, fc.integer({ min: 1, max: 500 })), { minLength: 4, maxLength: 20 }), (drawn) => {
      const rows = (times: number) =>
        drawn.map(([own, value], at) => measured(`p${at}`, own, { value: value * times }));
      const [once, twice] = [1, 4].map((times) => baselineTable(study, [], rows(times), twoArms));
      assert.ok(once !== undefined && twice !== undefined);
      const of = (table: Table) => numbersOf(table, 'baseline/ALT/mean/all')?.mean ?? Number.NaN;
      assert.ok(Math.abs(of(twice) / of(once) - 4) < 1e-9);
      const [a, b] = [once, twice].map((table) => numbersOf(table, 'baseline/ALT/difference')?.difference);
      assert.ok(a === undefined ? b === undefined : Math.abs(a - (b ?? Number.NaN)) < 1e-9);
    }),
  ));

test('days followed by arm lie between the least and the most of all', () =>
  fc.assert(
    fc.property(crowd, (people) => {
      const table = exposureTable(people, twoArms, false);
      const days = people.map(({ lastSeen }) => lastSeen);
      for (const group of ['cells', 'placebo', 'all']) {
        const median = numbersOf(table, `exposure/followed/${group}`)?.median;
        if (median !== undefined) assert.ok(median >= Math.min(...days) && median <= Math.max(...days));
      }
    }),
  ));

test('who was never treated counts neither below nor above the line of events', () =>
  fc.assert(
    fc.property(crowd, fc.nat(10), (people, events) => {
      const own = people.slice(0, events).map(({ participant, arm: of }) => event(participant, of));
      const ghost = someone('ghost', 'cells', { treated: false });
      const [without, beside] = [
        adverseEventTables(study, people, own, twoArms),
        adverseEventTables(study, [...people, ghost], [...own, event('ghost', 'cells')], twoArms),
      ];
      assert.deepEqual(beside, without);
    }),
  ));
