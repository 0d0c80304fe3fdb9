import type { SiteEvent, SiteRole } from './site-event.ts';

/** A task at a site, from one day through another; without an end it lasts. */
export interface Delegation {
  readonly person: string;
  readonly role: SiteRole;
  readonly from: string;
  readonly through: string | undefined;
}

/** A version of the study at a site. */
export interface VersionInForce {
  readonly version: string;
  readonly since: string;
  /** Whether whoever consented before that day has to consent again. */
  readonly asksConsentAgain: boolean;
}

/** Everything that the events of one site say. */
export interface SiteState {
  readonly id: string;
  /** Events folded so far: the version of the stream. */
  readonly events: number;
  readonly activatedOn: string | undefined;
  readonly principal: string | undefined;
  /** Oldest first; the last is in force. */
  readonly versions: readonly VersionInForce[];
  readonly delegations: readonly Delegation[];
  readonly trainings: readonly { readonly person: string; readonly version: string; readonly on: string }[];
  readonly pausedOn: string | undefined;
  readonly closedOn: string | undefined;
}

export const noSite = (id: string): SiteState => ({
  id,
  events: 0,
  activatedOn: undefined,
  principal: undefined,
  versions: [],
  delegations: [],
  trainings: [],
  pausedOn: undefined,
  closedOn: undefined,
});

const isOpen = ({ through }: Delegation): boolean => through === undefined;

const changes = (site: SiteState, event: SiteEvent): Partial<SiteState> => {
  switch (event.type) {
    case 'site activated': {
      const { on, version, principal } = event;
      const delegation: Delegation = { person: principal, role: 'investigator', from: on, through: undefined };
      const inForce = { version, since: on, asksConsentAgain: false };
      return { activatedOn: on, principal, versions: [inForce], delegations: [delegation] };
    }
    case 'principal named':
      return { principal: event.person };
    case 'staff delegated': {
      const { person, role, from } = event;
      return { delegations: [...site.delegations, { person, role, from, through: undefined }] };
    }
    case 'delegation ended': {
      const { person, role, on } = event;
      const isMeant = (each: Delegation): boolean => each.person === person && each.role === role && isOpen(each);
      return { delegations: site.delegations.map((each) => (isMeant(each) ? { ...each, through: on } : each)) };
    }
    case 'training recorded': {
      const { person, version, on } = event;
      return { trainings: [...site.trainings, { person, version, on }] };
    }
    case 'version accepted': {
      const { version, on, asksConsentAgain } = event;
      return { versions: [...site.versions, { version, since: on, asksConsentAgain }] };
    }
    case 'site paused':
      return { pausedOn: event.on };
    case 'site resumed':
      return { pausedOn: undefined };
    case 'site closed':
      return { closedOn: event.on };
    default:
      return event satisfies never;
  }
};

/** One more event of a site's stream. */
export const evolveSite = (site: SiteState, event: SiteEvent): SiteState => ({
  ...site,
  ...changes(site, event),
  events: site.events + 1,
});

/** The version of the study in force at a site; undefined before its activation. */
export const versionInForce = ({ versions }: SiteState): VersionInForce | undefined => versions.at(-1);

/** The day since which every consent has to have been given; undefined where no amendment asks for it again. */
export const consentAskedAgain = ({ versions }: SiteState): string | undefined =>
  versions.findLast(({ asksConsentAgain }) => asksConsentAgain)?.since;

/** Whether somebody holds a role at a site on a day. */
export const holds = ({ delegations }: SiteState, person: string, role: string, on: string): boolean =>
  delegations.some(
    (each) =>
      each.person === person &&
      each.role === role &&
      each.from <= on &&
      (each.through === undefined || on <= each.through),
  );

/** Whether somebody was ever delegated to a site, in whatever role. */
export const isKnownAt = ({ delegations }: SiteState, person: string): boolean =>
  delegations.some((each) => each.person === person);

/** Whether somebody was trained in a version by a day. */
export const isTrained = ({ trainings }: SiteState, person: string, version: string, on: string): boolean =>
  trainings.some((each) => each.person === person && each.version === version && each.on <= on);
