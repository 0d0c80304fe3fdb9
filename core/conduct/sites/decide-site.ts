import type { Setting } from '#core/conduct/command.ts';
import { pastDay, sinceStart } from '#core/conduct/dates.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { roleMay } from '#core/conduct/rights.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import type { SiteCommand } from './site-command.ts';
import type { SiteEvent } from './site-event.ts';
import { holds, type SiteState, versionInForce } from './site-state.ts';

/** What a decision on a site rests on; `followed` are its participants whose participation has not ended. */
export interface SiteScene {
  readonly trial: StudyState;
  readonly setting: Setting;
  readonly followed: readonly string[];
}

type DecideSite<T extends SiteCommand['type']> = (
  command: Extract<SiteCommand, { readonly type: T }>,
  site: SiteState,
  scene: SiteScene,
) => readonly SiteEvent[] | Refusal;

const done = (what: string): Refusal => ({ refused: 'done already', what });
const noReason = (reason: string): Objection => reason.trim() === '' && { refused: 'reason missing' };
const notActive = ({ activatedOn, id }: SiteState): Objection =>
  activatedOn === undefined && { refused: 'site not active', site: id };
const closed = ({ closedOn, id }: SiteState): Objection =>
  closedOn !== undefined && { refused: 'site closed', site: id, on: closedOn };

/** Delegation is the principal investigator's own; whoever else holds the role may not delegate. */
const notPrincipal = ({ principal }: SiteState, { actor }: Setting): Objection =>
  actor.role === 'investigator' && actor.id !== principal && { refused: 'not the principal', person: actor.id };

const activate: DecideSite<'activate site'> = ({ on, approvedOn, principal }, site, { trial, setting }) => {
  const version = trial.approved;
  return unless(
    [
      version === undefined && { refused: 'study not approved' },
      setting.study.definition.sites.every(({ id }) => id !== site.id) && { refused: 'site unknown', site: site.id },
      site.activatedOn !== undefined && done(`activation of ${site.id}`),
      pastDay(on, setting),
      pastDay(approvedOn, setting),
      sinceStart(on, approvedOn),
    ],
    () => [{ type: 'site activated', site: site.id, on, approvedOn, version: version ?? '', principal }],
  );
};

const namePrincipal: DecideSite<'name principal'> = ({ person, on }, site, { setting }) =>
  unless(
    [
      notActive(site),
      closed(site),
      !holds(site, person, 'investigator', on) && {
        refused: 'not delegated',
        person,
        role: 'investigator',
        site: site.id,
      },
      pastDay(on, setting),
    ],
    () => [{ type: 'principal named', site: site.id, person, on }],
  );

const delegate: DecideSite<'delegate'> = ({ person, role, from }, site, { setting }) =>
  unless(
    [
      notActive(site),
      closed(site),
      notPrincipal(site, setting),
      holds(site, person, role, from) && done(`delegation of ${role} to ${person}`),
      pastDay(from, setting),
    ],
    () => [{ type: 'staff delegated', site: site.id, person, role, from }],
  );

const endDelegation: DecideSite<'end delegation'> = ({ person, role, on, reason }, site, { setting }) => {
  const open = site.delegations.find(
    (each) => each.person === person && each.role === role && each.through === undefined,
  );
  return unless(
    [
      notActive(site),
      notPrincipal(site, setting),
      open === undefined && { refused: 'not delegated', person, role, site: site.id },
      pastDay(on, setting),
      open !== undefined && sinceStart(on, open.from),
      noReason(reason),
    ],
    () => [{ type: 'delegation ended', site: site.id, person, role, on }],
  );
};

const recordTraining: DecideSite<'record training'> = ({ person, on, version }, site, { trial, setting }) => {
  const trainedIn = version ?? versionInForce(site)?.version ?? '';
  return unless(
    [
      notActive(site),
      !trial.versions.includes(trainedIn) && { refused: 'version unknown', version: trainedIn },
      pastDay(on, setting),
    ],
    () => [{ type: 'training recorded', site: site.id, person, version: trainedIn, on }],
  );
};

const acceptVersion: DecideSite<'accept version'> = ({ version, approvedOn, on }, site, { trial, setting }) => {
  const known = trial.versions.indexOf(version);
  const inForce = trial.versions.indexOf(versionInForce(site)?.version ?? '');
  return unless(
    [
      notActive(site),
      closed(site),
      known < 0 && { refused: 'version unknown', version },
      known >= 0 && known <= inForce && done(`approval of version ${version.slice(0, 12)} at ${site.id}`),
      pastDay(on, setting),
      pastDay(approvedOn, setting),
      sinceStart(on, approvedOn),
    ],
    () => {
      // A version that was passed over counts too: what it asked of those who take part, it still asks.
      const passed = trial.versions.slice(inForce + 1, known + 1);
      const asksConsentAgain = passed.some((each) => trial.asksConsentAgain.includes(each));
      return [{ type: 'version accepted', site: site.id, version, approvedOn, on, asksConsentAgain }];
    },
  );
};

const pause: DecideSite<'pause site'> = ({ on, reason }, site, { setting }) =>
  unless(
    [
      notActive(site),
      closed(site),
      site.pausedOn !== undefined && done(`pause of ${site.id}`),
      pastDay(on, setting),
      noReason(reason),
    ],
    () => [{ type: 'site paused', site: site.id, on }],
  );

const resume: DecideSite<'resume site'> = ({ on, reason }, site, { setting }) =>
  unless(
    [
      notActive(site),
      closed(site),
      site.pausedOn === undefined && done(`resumption of ${site.id}`),
      pastDay(on, setting),
      site.pausedOn !== undefined && sinceStart(on, site.pausedOn),
      noReason(reason),
    ],
    () => [{ type: 'site resumed', site: site.id, on }],
  );

const close: DecideSite<'close site'> = ({ on }, site, { setting, followed }) =>
  unless(
    [
      notActive(site),
      followed.length > 0 && { refused: 'participants still followed', participants: followed },
      site.closedOn !== undefined && done(`closing of ${site.id}`),
      pastDay(on, setting),
    ],
    () => [{ type: 'site closed', site: site.id, on }],
  );

/** Decides a command on a site: the events that follow, or the first refusal in order of precedence. */
export const decideSite = (command: SiteCommand, site: SiteState, scene: SiteScene): readonly SiteEvent[] | Refusal => {
  const { role } = scene.setting.actor;
  if (!roleMay(role, command.type)) return { refused: 'role may not', role, act: command.type };
  switch (command.type) {
    case 'activate site':
      return activate(command, site, scene);
    case 'name principal':
      return namePrincipal(command, site, scene);
    case 'delegate':
      return delegate(command, site, scene);
    case 'end delegation':
      return endDelegation(command, site, scene);
    case 'record training':
      return recordTraining(command, site, scene);
    case 'accept version':
      return acceptVersion(command, site, scene);
    case 'pause site':
      return pause(command, site, scene);
    case 'resume site':
      return resume(command, site, scene);
    case 'close site':
      return close(command, site, scene);
    default:
      return command satisfies never;
  }
};
