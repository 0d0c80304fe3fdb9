import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { noSite, type SiteState } from '#core/conduct/sites/site-state.ts';
import { given } from '#core/record/given.ts';
import { decideLot } from './decide-lot.ts';
import * as l from './given.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent } from './lot-event.ts';
import { isInStockAt, statusOn } from './lot-stock.ts';

const { definition } = l.masked;
const [first = assert.fail()] = definition.sites;
const other = 'seville';
const site = first.id;
const study = { ...l.masked, definition: { ...definition, sites: [first, { ...first, id: other }] } };
const on = '2026-05-10';
const sent = (to = site): LotEvent => ({ type: 'lot sent', on, to });
const arrived = (temperature: 'kept' | 'not kept' = 'kept', at = site): LotEvent => ({
  type: 'lot arrived',
  on: '2026-05-11',
  at,
  temperature,
});
const send = (to = site, day = on): LotCommand => ({ type: 'send lot', on: day, to });
const accept = (day = '2026-05-11', temperature: 'kept' | 'not kept' = 'kept'): LotCommand => ({
  type: 'accept lot',
  on: day,
  temperature,
});
const after = (...past: readonly LotEvent[]) => given(l.lotDecider({ study }), l.received(), l.released, ...past);

test('a lot is sent to a site and taken into its stock, with whether the temperature was kept', () => {
  after().when(send()).then(sent());
  after(sent()).when(accept()).then(arrived());
  after(sent()).when(accept('2026-05-11', 'not kept')).then(arrived('not kept'));
  after(sent(), arrived()).when(send(other, '2026-05-12')).then({ type: 'lot sent', on: '2026-05-12', to: other });
});

test('what may not be sent or taken in, one reason a row', () => {
  const rows = [
    [[], send('nowhere'), 'site unknown'],
    [[], send(site, '2026-04-30'), 'date impossible'],
    [[sent()], send(other), 'done already'],
    [[sent(), arrived()], send(), 'done already'],
    [[l.recalled], send(site, '2026-06-03'), 'lot not usable'],
    [[], send(site, '2027-01-01'), 'lot not usable'],
    [[], accept(), 'value not found'],
    [[sent()], accept('2026-05-09'), 'date impossible'],
    [[sent()], accept('never'), 'date impossible'],
    [[sent(), arrived()], accept(), 'value not found'],
  ] as const;
  for (const [past, command, refused] of rows)
    after(...past)
      .when(command)
      .refuses(refused);
});

test('where a lot is, and what may be taken from it where', () => {
  const lot = (...past: readonly LotEvent[]) => l.lotAfter(l.received(), l.released, ...past);
  const rows = [
    [lot(), true, true],
    [lot(sent()), false, false],
    [lot(sent(), arrived()), true, false],
    [l.lotAfter(l.received({ site })), true, false],
  ] as const;
  for (const [of, here, there] of rows)
    assert.deepEqual([isInStockAt(of, site), isInStockAt(of, other)], [here, there]);
  assert.equal(statusOn(lot(sent(), arrived('not kept')), on), 'quarantined');
  assert.equal(statusOn(lot(sent(), arrived()), on), 'released');
});

/** A site at which one pharmacist was delegated. */
const staffed = (id: string): SiteState => ({
  ...noSite(id),
  delegations: id === site ? [{ person: 'dr-1', role: 'pharmacist', from: '2026-01-01', through: undefined }] : [],
});
const decide = (command: LotCommand, past: readonly LotEvent[], role = 'pharmacist') =>
  decideLot(command, 'L-7', {
    trial: g.openTrial,
    setting: g.settingOf(study, role),
    lots: past.length === 0 ? [] : [l.lotAfter(...past)],
    siteState: staffed,
    people: () => [],
  });
const refusedOf = (answer: ReturnType<typeof decide>): string | undefined =>
  'refused' in answer ? answer.refused : undefined;

test('the stock of a site is in the hands of its own pharmacist', () => {
  const receive: LotCommand = { type: 'receive lot', on, ...l.papers };
  const rows = [
    [accept(), [l.received(), sent()], undefined],
    [accept(), [l.received(), sent(other)], 'not delegated'],
    [{ ...receive, site }, [], undefined],
    [{ ...receive, site: other }, [], 'not delegated'],
    [{ ...receive, site: 'nowhere' }, [], 'not delegated'],
    [receive, [], undefined],
  ] as const;
  for (const [command, past, refused] of rows) assert.equal(refusedOf(decide(command, past)), refused);
  assert.equal(refusedOf(decide(send(other), [l.received(), sent(), arrived()], 'quality person')), undefined);
  assert.equal(refusedOf(decide(accept(), [l.received(), sent()], 'investigator')), 'role may not');
  assert.equal(refusedOf(decide({ ...receive, site: 'nowhere' }, [], 'quality person')), 'role may not');
});
