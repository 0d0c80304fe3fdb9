import assert from 'node:assert/strict';
import test from 'node:test';
import { openDesk } from '#core/conduct/desk.ts';
import { shipped } from '#core/conduct/given.ts';
import { holds, isTrained } from '#core/conduct/sites/site-state.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { author, openClock, sponsor } from './moments.ts';
import { openSite } from './open-sites.ts';

const study = shipped('nct03580291');
const day = 20_000;

const opened = () => {
  const [site = assert.fail()] = study.definition.sites;
  const desk = openDesk(study, openMemoryLog<TrialEvent>(), openMemoryLog<SealedEvent>());
  return { site, desk, clock: openClock(site) };
};

test('every site has its three people, delegated and trained in the version that was approved', () => {
  const { desk, clock } = opened();
  desk.actOnStudy({ type: 'draft study' }, clock(day, author));
  desk.actOnStudy({ type: 'approve study' }, clock(day, sponsor));
  for (const site of study.definition.sites) openSite(desk, site, day, clock);
  for (const { id } of study.definition.sites)
    for (const role of ['investigator', 'coordinator', 'pharmacist']) {
      assert.ok(holds(desk.site(id), `${role}-${id}`, role, '2024-10-04'), `${role} of ${id}`);
      assert.ok(isTrained(desk.site(id), `${role}-${id}`, study.hash, '2024-10-04'), `${role} of ${id}`);
    }
  assert.equal(desk.site('nanjing').activatedOn, '2024-10-04');
});

test('a study that is not approved has no sites to open', () => {
  const { desk, site, clock } = opened();
  assert.throws(() => openSite(desk, site, day, clock), /activate site at nanjing: .*study not approved/);
});
