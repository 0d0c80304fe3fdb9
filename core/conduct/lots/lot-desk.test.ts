import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { writeLines } from '#core/record/lines.ts';
import * as l from './given.ts';

/** A masked trial with one person in an arm, and a lot of cells and one of saline, released. */
const opened = (arm: string) => {
  const { desk, log, sealed, act } = g.openedDesk(l.masked, g.listOf(arm));
  log.append({
    reads: [{ stream: `participant/${g.id}`, version: 0 }],
    events: g.maskedPast().map((event) => ({
      stream: `participant/${g.id}`,
      event: event.type === 'participant identified' ? { ...event, site: 'valladolid' } : event,
    })),
    ...act(),
    study: l.masked.hash,
  });
  sealed.append({
    reads: [{ stream: `sealed/${g.id}`, version: 0 }],
    events: [{ stream: `sealed/${g.id}`, event: { type: 'assignment disclosed', arm } }],
    ...act(),
    study: l.masked.hash,
  });
  const must = (answer: unknown): void => assert.ok(!isRefusal(answer), JSON.stringify(answer));
  const papers = { manufacturer: 'Citospin', batch: 'B-12', expires: '2027-12-31', units: 2, on: '2026-05-01' };
  for (const [lot, product] of [
    ['L-7', l.cells],
    ['L-8', l.saline],
  ] as const) {
    must(desk.actOnLot(lot, { type: 'receive lot', ...papers, product }, act('pharmacist')));
    must(desk.actOnLot(lot, { type: 'release lot', on: '2026-05-02' }, act('quality person')));
  }
  const prepare = (lot: string) =>
    desk.actOnParticipant(
      g.id,
      { type: 'prepare dose', dose: 'cell-infusion', number: 1, on: '2026-06-01', lot, checkedBy: 'nurse-2' },
      act('pharmacist'),
    );
  return { desk, log, sealed, act, prepare };
};

test('a dose and the unit that it takes are written together, or neither is', () => {
  const { desk, sealed, prepare } = opened('cells');
  const before = sealed.head().count;
  assert.deepEqual(prepare('L-8'), { refused: 'lot not usable', lot: 'L-8', why: 'of another product' });
  assert.deepEqual(prepare('L-404'), { refused: 'lot unknown', lot: 'L-404' });
  assert.equal(sealed.head().count, before);
  assert.ok(!isRefusal(prepare('L-7')));
  assert.deepEqual(
    sealed
      .all()
      .slice(before)
      .map(({ stream, event }) => `${stream}: ${event.type}`),
    [`sealed/${g.id}: dose prepared`, 'lot/L-7: lot used'],
  );
  assert.deepEqual(
    desk.lots().map(({ id, used }) => [id, used.length]),
    [
      ['L-7', 1],
      ['L-8', 0],
    ],
  );
});

test('a recall names who had some of it, and nothing more is prepared from it', () => {
  const { desk, act, prepare } = opened('cells');
  assert.ok(!isRefusal(prepare('L-7')));
  const answer = desk.actOnLot('L-7', { type: 'recall lot', on: '2026-06-15', why: 'growth' }, act('quality person'));
  assert.ok(!isRefusal(answer));
  assert.deepEqual(answer[0]?.event, { type: 'lot recalled', on: '2026-06-15', why: 'growth', exposed: [g.id] });
  const { prepare: again, desk: other, act: then } = opened('cells');
  other.actOnLot('L-7', { type: 'recall lot', on: '2026-06-15', why: 'growth' }, then('quality person'));
  assert.deepEqual(again('L-7'), { refused: 'lot not usable', lot: 'L-7', why: 'recalled' });
});

test('what was ready when its lot was recalled is not given, and who gives is told of no lot', () => {
  const giving = { type: 'give dose', dose: 'cell-infusion', number: 1, on: '2026-06-16' } as const;
  for (const [recalled, given] of [
    ['L-7', false],
    ['L-8', true],
  ] as const) {
    const { desk, log, act, prepare } = opened('cells');
    assert.ok(!isRefusal(prepare('L-7')));
    desk.actOnLot(recalled, { type: 'recall lot', on: '2026-06-15', why: 'growth' }, act('quality person'));
    const before = log.head().count;
    const answer = desk.actOnParticipant(g.id, giving, act());
    if (given) assert.ok(!isRefusal(answer));
    else assert.deepEqual(answer, { refused: 'dose called back', dose: 'cell-infusion', number: 1 });
    assert.equal(log.head().count, before + Number(given));
    const miss = { ...giving, type: 'miss dose', why: 'called back' } as const;
    if (!given) assert.ok(!isRefusal(desk.actOnParticipant(g.id, miss, act())));
  }
});

test('both ways in one step', () => {
  const { desk, prepare } = opened('placebo');
  assert.ok(!isRefusal(prepare('L-8')));
  assert.deepEqual(
    desk.traceLot('L-8')?.uses.map(({ participant, dose }) => [participant, dose]),
    [[g.id, 'cell-infusion']],
  );
  assert.deepEqual(desk.traceLot('L-7')?.uses, []);
  assert.equal(desk.traceLot('L-404'), undefined);
  assert.deepEqual(
    desk.traceParticipant(g.id).uses.map(({ origin }) => origin.lot),
    ['L-8'],
  );
});

test('nothing of the stock is public: the public logs of both arms are one, byte for byte', () => {
  const [cells, placebo] = [opened('cells'), opened('placebo')];
  assert.ok(!isRefusal(cells.prepare('L-7')) && !isRefusal(placebo.prepare('L-8')));
  assert.equal(writeLines(cells.log.all()), writeLines(placebo.log.all()));
  assert.doesNotMatch(writeLines(cells.log.all()), /L-7|L-8|"lot /);
  assert.deepEqual(
    cells.sealed.all().map(({ event }) => event.type),
    placebo.sealed.all().map(({ event }) => event.type),
  );
});

test('a refusal appends nothing', () => {
  const { desk, sealed, act } = opened('cells');
  const before = sealed.head();
  assert.ok(isRefusal(desk.actOnLot('L-7', { type: 'release lot', on: '2026-05-02' }, act('pharmacist'))));
  assert.ok(
    isRefusal(desk.actOnLot('L-404', { type: 'recall lot', on: '2026-05-02', why: 'x' }, act('quality person'))),
  );
  assert.deepEqual(sealed.head(), before);
});

test('a unit that failed after the thaw is discarded with its dose, and the next comes from another lot', () => {
  const { desk, sealed, act, prepare } = opened('cells');
  const papers = { manufacturer: 'Citospin', batch: 'B-13', expires: '2027-12-31', units: 2, on: '2026-05-01' };
  assert.ok(!isRefusal(desk.actOnLot('L-9', { type: 'receive lot', ...papers, product: l.cells }, act('pharmacist'))));
  assert.ok(!isRefusal(desk.actOnLot('L-9', { type: 'release lot', on: '2026-05-02' }, act('quality person'))));
  const discard = { type: 'discard dose', dose: 'cell-infusion', number: 1, on: '2026-06-01', why: 'dead' } as const;
  assert.deepEqual(desk.actOnParticipant(g.id, discard, act('pharmacist')), { refused: 'dose not prepared' });
  assert.ok(!isRefusal(prepare('L-7')));
  const before = sealed.head().count;
  assert.ok(!isRefusal(desk.actOnParticipant(g.id, discard, act('pharmacist'))));
  assert.deepEqual(
    sealed
      .all()
      .slice(before)
      .map(({ stream, event }) => `${stream}: ${event.type}`),
    [`sealed/${g.id}: dose discarded`, 'lot/L-7: unit discarded'],
  );
  assert.ok(!isRefusal(prepare('L-9')));
  assert.deepEqual(
    desk.lots().map(({ id, used, discarded }) => [id, used.length, discarded.length]),
    [
      ['L-7', 0, 1],
      ['L-8', 0, 0],
      ['L-9', 1, 0],
    ],
  );
  const recall = { type: 'recall lot', on: '2026-06-01', why: 'growth' } as const;
  assert.ok(!isRefusal(desk.actOnLot('L-7', recall, act('quality person'))));
  const give = { type: 'give dose', dose: 'cell-infusion', number: 1, on: '2026-06-01' } as const;
  assert.ok(!isRefusal(desk.actOnParticipant(g.id, give, act())), 'what was called back was not the one that is given');
});

test('kits go out and come back by their numbers in the sealed log; what is public counts them', () => {
  const study = g.shipped('nct03580291');
  const { desk, log, sealed, act } = g.openedDesk(study, g.listOf('mmf'));
  const held: ParticipantEvent = { type: 'visit held', visit: 'baseline', on: '2026-06-01', inWindow: true };
  const put = (stream: string, event: ParticipantEvent) => ({ stream, event });
  const mine = `participant/${g.id}`;
  log.append({
    reads: [{ stream: mine, version: 0 }],
    events: [...g.maskedPast().filter(({ type }) => type !== 'visit held'), held].map((event) =>
      put(mine, event.type === 'participant identified' ? { ...event, site: 'nanjing' } : event),
    ),
    ...act(),
    study: study.hash,
  });
  sealed.append({
    reads: [{ stream: `sealed/${g.id}`, version: 0 }],
    events: [put(`sealed/${g.id}`, { type: 'assignment disclosed', arm: 'mmf' })],
    ...act(),
    study: study.hash,
  });
  const must = (answer: unknown): void => assert.ok(!isRefusal(answer), JSON.stringify(answer));
  const papers = { manufacturer: 'M', batch: 'B', expires: '2027-12-31', units: 2, holds: 10, on: '2026-05-01' };
  const products = ['placebo of mycophenolate mofetil', 'mycophenolate mofetil'];
  for (const [index, product] of products.entries()) {
    const kits = [`${index}1`, `${index}2`];
    must(desk.actOnLot(`L-${index}`, { type: 'receive lot', ...papers, product, kits }, act('pharmacist')));
    must(desk.actOnLot(`L-${index}`, { type: 'release lot', on: '2026-05-02' }, act('quality person')));
  }
  const about = { dose: 'mmf-week-1', visit: 'baseline', on: '2026-06-01' } as const;
  must(desk.actOnParticipant(g.id, { type: 'dispense', ...about, units: 14 }, act()));
  assert.deepEqual(
    desk.kitsOf(g.id).map(({ kit, units }) => [kit, units]),
    [
      ['11', 10],
      ['12', 10],
    ],
  );
  const counted = [
    { kit: '11', units: 0 },
    { kit: '12', units: 7 },
  ];
  must(desk.actOnParticipant(g.id, { type: 'return medicine', ...about, units: 7, kits: counted }, act()));
  const person = desk.participant(g.id);
  assert.deepEqual([person.dispensed[0]?.units, person.dispensed[0]?.kits, person.returned[0]?.units], [20, 2, 7]);
  assert.doesNotMatch(writeLines(log.all()), /"kit"|L-1/);
  assert.deepEqual(
    desk.traceLot('L-1')?.kits.map(({ kit, back }) => [kit, back?.units]),
    [
      ['11', 0],
      ['12', 7],
    ],
  );
  assert.deepEqual(
    desk.traceParticipant(g.id).kits.map(({ origin }) => origin.lot),
    ['L-1', 'L-1'],
  );
});
