import assert from 'node:assert/strict';
import test from 'node:test';
import { foldLot, type Lot } from '#core/conduct/lots/lot.ts';
import { isLotEvent } from '#core/conduct/lots/lot-event.ts';
import { ledgerOf, statusOn } from '#core/conduct/lots/lot-stock.ts';
import { compileTrial } from './given.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const participants = 12;
const start = '2026-01-05';
type Numbers = NonNullable<NonNullable<Parameters<typeof scenarioWith>[0]>['numbers']>;

const run = (trial: string, numbers: Numbers = {}): Rehearsal =>
  rehearse({ study: compileTrial(trial), seed: 7, start, scenario: scenarioWith({ participants, numbers }) });

/** Every lot of a rehearsal, in the order in which they came. */
const lotsOf = (rehearsal: Rehearsal, log: 'log' | 'sealed'): readonly Lot[] =>
  rehearsal[log]
    .all()
    .flatMap(({ event }) => (isLotEvent(event) && event.type === 'lot listed' ? [event.lot] : []))
    .map((id) => foldLot(rehearsal[log].read(`lot/${id}`)) ?? assert.fail(id));

const preparedOf = (rehearsal: Rehearsal, log: 'log' | 'sealed') =>
  rehearsal[log].all().flatMap(({ event }) => (event.type === 'dose prepared' ? [event] : []));

const trials = [
  ['nct03580291', 'sealed'],
  ['nct03673748', 'sealed'],
  ['nct04318600', 'sealed'],
  ['nct05631717', 'log'],
  ['nct01741857', 'log'],
] as const;

for (const [trial, home] of trials)
  test(`${trial}: each dose that is prepared takes one unit of a lot that was released`, () => {
    const rehearsal = run(trial);
    const lots = lotsOf(rehearsal, home);
    const prepared = preparedOf(rehearsal, home);
    assert.ok(prepared.length > 0);
    assert.equal(
      lots.reduce((sum, { used, discarded }) => sum + used.length + discarded.length, 0),
      prepared.length,
    );
    for (const { lot, on } of prepared) {
      const found = lots.find(({ id }) => id === lot) ?? assert.fail(lot);
      assert.ok((found.released?.on ?? '9') <= on && found.receivedOn <= on && found.papers.expires >= on);
    }
    for (const lot of lots) {
      assert.equal(ledgerOf(lot).received, lot.papers.holds === undefined ? 10 : 50);
      assert.equal(lot.papers.least === undefined, lot.papers.donor === undefined);
      if (lot.papers.least !== undefined && lot.released !== undefined)
        assert.ok(Number(lot.released.measured?.viability) >= 80, lot.id);
    }
  });

test('in a masked trial both products come together, with the same kinds of acts, and kits from the list of the trial', () => {
  const lots = lotsOf(run('nct03673748'), 'sealed');
  const products = new Map<string, Lot[]>();
  for (const lot of lots) products.set(lot.papers.product, [...(products.get(lot.papers.product) ?? []), lot]);
  const [one = [], other = []] = [...products.values()];
  assert.equal(products.size, 2);
  assert.deepEqual(
    one.map(({ receivedOn, released }) => [receivedOn, released?.on]),
    other.map(({ receivedOn, released }) => [receivedOn, released?.on]),
  );
  const numbers = lots.flatMap(({ papers }) => papers.kits ?? []);
  assert.equal(new Set(numbers).size, 10 * lots.length);
  // Numbers of the list that stand on no kit yet lie between those that do: no range is of one delivery.
  assert.ok(Math.max(...numbers.map(Number)) > 2 * numbers.length);
  for (const { papers } of lots) assert.notDeepEqual(papers.kits, papers.kits?.toSorted(), 'shuffled');
});

test('lots that fail are put aside and destroyed before two people, nothing is used of them, and none is wanting', () => {
  for (const [trial, home] of trials) {
    const rehearsal = run(trial, { 'lot fails': 0.6, 'bags in a lot': 2, 'kits in a lot': 2 });
    const lots = lotsOf(rehearsal, home);
    const failed = lots.filter(({ released }) => released === undefined);
    assert.ok(failed.length > 0 && failed.length < lots.length, trial);
    for (const lot of failed) {
      assert.equal(statusOn(lot, lot.receivedOn), 'quarantined');
      assert.deepEqual([lot.used.length, ledgerOf(lot).destroyed], [0, 2]);
    }
    assert.equal(preparedOf(rehearsal, home).length, preparedOf(run(trial), home).length);
  }
});

test('where every lot fails or keeps for a day alone, a trial still runs to its end', () => {
  const rehearsal = run('nct03673748', { 'lot fails': 1, 'days that a lot keeps': 0 });
  const lots = lotsOf(rehearsal, 'sealed');
  assert.ok(lots.filter(({ released }) => released === undefined).length > lots.length / 2);
  assert.equal(preparedOf(rehearsal, 'sealed').length, preparedOf(run('nct03673748'), 'sealed').length);
  for (const lot of lots) assert.equal(lot.papers.expires, lot.receivedOn);
});

test('the lot that expires first goes out first', () => {
  const rehearsal = run('nct01741857', { 'bags in a lot': 5 });
  const uses = preparedOf(rehearsal, 'log').map(({ lot }) => lot ?? '');
  assert.deepEqual(uses, uses.toSorted());
  assert.ok(new Set(uses).size > 1);
});

test('what was too warm on its way is destroyed at its site, and each site takes from its own stock', () => {
  const rehearsal = run('nct03580291', { 'shipment not kept': 0.5, 'kits in a lot': 8 });
  const lots = lotsOf(rehearsal, 'sealed');
  const warm = lots.filter(({ quarantined }) => quarantined?.why === 'the temperature was not kept on its way');
  assert.ok(warm.length > 0 && warm.length < lots.length);
  for (const lot of warm) assert.deepEqual([lot.used.length + lot.handed.length, ledgerOf(lot).free], [0, 0], lot.id);
  const siteOf = new Map(
    rehearsal.log
      .all()
      .flatMap(({ event }) =>
        event.type === 'participant identified' ? [[event.participant, event.site] as const] : [],
      ),
  );
  for (const { id, site, used, handed } of lots)
    for (const { participant } of [...used, ...handed]) assert.equal(siteOf.get(participant), site, id);
  assert.ok(new Set(lots.map(({ site }) => site)).size > 1);
});

test('medicine for the home goes out and comes back in kits, counted alike in both logs', () => {
  const rehearsal = run('nct03580291');
  const events = rehearsal.log.all().map(({ event }) => event);
  const kits = lotsOf(rehearsal, 'sealed').flatMap(({ handed }) => handed);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  const out = events.flatMap((event) => (event.type === 'medicine dispensed' ? [event] : []));
  const back = events.flatMap((event) => (event.type === 'medicine returned' ? [event.units] : []));
  assert.ok(out.length > 0 && back.length > 0);
  assert.deepEqual(
    [sum(kits.map(({ units }) => units)), kits.length],
    [sum(out.map(({ units }) => units)), sum(out.map((event) => event.kits ?? 0))],
  );
  assert.equal(sum(kits.map((kit) => kit.back?.units ?? 0)), sum(back));
  assert.equal(new Set(kits.map(({ kit }) => kit)).size, kits.length);
});

test('what failed after the thaw is discarded, and another unit is prepared the next day', () => {
  const rehearsal = run('nct03673748', { 'thaw failure': 0.5 });
  const events = rehearsal.sealed
    .all()
    .flatMap(({ stream, event }) => (stream.startsWith('sealed/') ? [{ stream, event }] : []));
  const discarded = events.filter(({ event }) => event.type === 'dose discarded');
  assert.ok(discarded.length > 0);
  for (const { stream, event } of discarded) {
    const own = events.filter((each) => each.stream === stream).map((each) => each.event);
    const next = own.slice(own.indexOf(event) + 1).find(({ type }) => type === 'dose prepared');
    assert.ok(event.type === 'dose discarded');
    if (next?.type === 'dose prepared') assert.ok(next.on > event.on && next.number === event.number);
  }
  assert.equal(
    lotsOf(rehearsal, 'sealed').reduce((all, lot) => all + lot.discarded.length, 0),
    discarded.length,
  );
});
