import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { isLotEvent, type LotEvent } from '#core/conduct/lots/lot-event.ts';
import { realDose } from '#core/conduct/visible-doses.ts';
import type { AnyEvent, Envelope } from '#core/record/envelope.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

/** One thing that happened to a lot, with when. */
interface Happened {
  readonly lot: string;
  readonly event: LotEvent;
  readonly on: string;
}

const lotsIn = (entries: readonly Envelope<AnyEvent>[]): readonly Happened[] =>
  entries.flatMap(({ stream, event, at }) =>
    stream.startsWith('lot/') && isLotEvent(event) ? [{ lot: stream.slice(4), event, on: at.date }] : [],
  );

const isOf =
  <T extends LotEvent['type']>(type: T) =>
  (event: LotEvent): event is Extract<LotEvent, { type: T }> =>
    event.type === type;

const of = <T extends LotEvent['type']>(all: readonly Happened[], type: T) =>
  all.flatMap(({ lot, event, on }) => (isOf(type)(event) ? [{ lot, on, event }] : []));

for (const trial of ['nct01741857', 'nct03580291', 'nct03673748', 'nct04318600', 'nct05631717']) {
  const study = shipped(trial);
  const run = rehearse({ study, seed: 5, start: '2026-01-05', scenario: scenarioWith({ participants: 14 }) });
  const entries: readonly Envelope<AnyEvent>[] = [...run.log.all(), ...run.sealed.all()];
  const all = lotsIn(entries);
  const byLot = Map.groupBy(all, ({ lot }) => lot);
  const sealedLots = lotsIn(run.sealed.all());
  const lots = sealedLots.length > 0 ? sealedLots : all;

  test(`${trial}: a lot is received first, and used only once it was released`, () => {
    assert.ok(byLot.size > 0);
    for (const [lot, events] of byLot) {
      const types = events.map(({ event }) => event.type);
      assert.equal(types[0], 'lot received', lot);
      const used = types.findIndex((type) => type === 'lot used' || type === 'kit handed out');
      if (used >= 0) assert.ok(types.slice(0, used).includes('lot released'), lot);
    }
  });

  test(`${trial}: no more leaves a lot than came, and nothing after its last day`, () => {
    for (const {
      lot,
      event: { units, expires },
    } of of(lots, 'lot received')) {
      const own = lots.filter((each) => each.lot === lot);
      const used = of(own, 'lot used');
      const destroyed = of(own, 'units destroyed').filter(({ event }) => event.from === 'stock');
      const gone =
        used.length + of(own, 'kit handed out').length + destroyed.reduce((sum, each) => sum + each.event.units, 0);
      assert.ok(gone <= units, `${lot}: ${gone} of ${units}`);
      for (const { on } of used) assert.ok(on <= expires, `${lot} on ${on}, kept until ${expires}`);
    }
  });

  test(`${trial}: what was not kept on its way, or failed, is used by nobody`, () => {
    const bad = new Set([
      ...of(lots, 'lot quarantined').map(({ lot }) => lot),
      ...of(lots, 'lot arrived').flatMap(({ lot, event }) => (event.temperature === 'kept' ? [] : [lot])),
    ]);
    const released = new Map(of(lots, 'lot released').map(({ lot, on }) => [lot, on]));
    for (const { lot } of [...of(lots, 'lot used'), ...of(lots, 'kit handed out')])
      assert.ok(!bad.has(lot) || released.has(lot), lot);
  });

  test(`${trial}: each unit goes to somebody whose arm gets that product`, () => {
    const arms = new Map(
      run.log
        .all()
        .flatMap(({ stream, event }) =>
          event.type === 'assignment disclosed' ? [[stream.replace('participant/', ''), event.arm] as const] : [],
        ),
    );
    const products = new Map(of(lots, 'lot received').map(({ lot, event }) => [lot, event.product]));
    let seen = 0;
    for (const {
      lot,
      event: { participant, dose },
    } of [...of(lots, 'lot used'), ...of(lots, 'kit handed out')]) {
      const arm = arms.get(participant);
      if (arm === undefined) continue;
      seen += 1;
      assert.equal(realDose(study.definition, arm, dose)?.product, products.get(lot), `${lot} for ${participant}`);
    }
    assert.ok(seen > 0);
  });

  test(`${trial}: a kit has one number, and one person gets it`, () => {
    const numbers = of(lots, 'lot received').flatMap(({ event }) => event.kits ?? []);
    assert.equal(new Set(numbers).size, numbers.length);
    const handed = of(lots, 'kit handed out').map(({ event }) => event.kit);
    assert.equal(new Set(handed).size, handed.length);
    for (const kit of handed) assert.ok(numbers.includes(kit), kit);
  });

  test(`${trial}: the public log names no lot of a masked trial`, () => {
    const isMasked = study.definition.design.masking !== 'open';
    const open = JSON.stringify(
      run.log
        .all()
        .filter(({ at }) => at.date < '2026-04-01')
        .map(({ event }) => event),
    );
    if (isMasked && sealedLots.length > 0) {
      for (const [lot] of byLot) assert.ok(!open.includes(`"${lot}"`), lot);
      const kits = of(lots, 'lot received').flatMap(({ event }) => event.kits ?? []);
      for (const kit of kits.slice(0, 200)) assert.ok(!open.includes(`"${kit}"`), kit);
    } else assert.ok(all.length > 0);
  });
}
