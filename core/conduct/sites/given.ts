import * as g from '#core/conduct/given.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import { decideSite } from './decide-site.ts';
import type { SiteCommand } from './site-command.ts';
import type { SiteEvent } from './site-event.ts';
import { evolveSite, noSite, type SiteState } from './site-state.ts';

const study = g.shipped('nct05631717');
export const site = 'nanjing';

/** The study approved, and another version of it. */
const trial: StudyState = { ...g.openTrial, approved: 'v1', versions: ['v1'] };
export const amendedTrial: StudyState = { ...trial, approved: 'v2', versions: ['v1', 'v2'], asksConsentAgain: ['v2'] };

export const activated: SiteEvent = {
  type: 'site activated',
  site,
  on: '2026-02-01',
  approvedOn: '2026-01-15',
  version: 'v1',
  principal: 'dr-1',
};
export const nurse: SiteEvent = {
  type: 'staff delegated',
  site,
  person: 'nurse-1',
  role: 'coordinator',
  from: '2026-02-02',
};
export const trained = (person: string, version = 'v1', on = '2026-02-03'): SiteEvent => ({
  type: 'training recorded',
  site,
  person,
  version,
  on,
});
export const accepted: Extract<SiteEvent, { readonly type: 'version accepted' }> = {
  type: 'version accepted',
  site,
  version: 'v2',
  approvedOn: '2026-06-01',
  on: '2026-06-10',
  asksConsentAgain: true,
};
export const paused: SiteEvent = { type: 'site paused', site, on: '2026-07-01' };
export const closed: SiteEvent = { type: 'site closed', site, on: '2026-12-01' };

export const siteAfter = (...events: readonly SiteEvent[]): SiteState => events.reduce(evolveSite, noSite(site));

/** The decisions on one site; everybody of the tests is `dr-1` unless a row says otherwise. */
export const siteDecider = (
  role = 'sponsor',
  { person = 'dr-1', state = trial, followed = [] as readonly string[], of = site } = {},
) => ({
  initial: noSite(of),
  evolve: evolveSite,
  decide: (command: SiteCommand, at: SiteState) => {
    const setting = { ...g.settingOf(study, role), actor: { id: person, role } };
    return decideSite(command, at, { trial: state, setting, followed });
  },
});
