/** Roles that are held at a site, by delegation of its principal investigator. */
export const siteRoles = ['investigator', 'coordinator', 'pharmacist'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** What happens to a site. Versions of the study are named by their hashes. */
export type SiteEvent =
  /** Its committee approved a version on `approvedOn`; from the activation on people may be asked. */
  | {
      readonly type: 'site activated';
      readonly site: string;
      readonly on: string;
      readonly approvedOn: string;
      readonly version: string;
      readonly principal: string;
    }
  | { readonly type: 'principal named'; readonly site: string; readonly person: string; readonly on: string }
  | {
      readonly type: 'staff delegated';
      readonly site: string;
      readonly person: string;
      readonly role: SiteRole;
      readonly from: string;
    }
  | {
      readonly type: 'delegation ended';
      readonly site: string;
      readonly person: string;
      readonly role: SiteRole;
      readonly on: string;
    }
  | {
      readonly type: 'training recorded';
      readonly site: string;
      readonly person: string;
      readonly version: string;
      readonly on: string;
    }
  /** The committee of the site approved an amendment: from then on it is in force there, and nowhere else for that. */
  | {
      readonly type: 'version accepted';
      readonly site: string;
      readonly version: string;
      readonly approvedOn: string;
      readonly on: string;
      /** Whoever consented earlier consents again. */
      readonly asksConsentAgain: boolean;
    }
  | { readonly type: 'site paused'; readonly site: string; readonly on: string }
  | { readonly type: 'site resumed'; readonly site: string; readonly on: string }
  | { readonly type: 'site closed'; readonly site: string; readonly on: string };

const siteEvents: readonly string[] = [
  'site activated',
  'principal named',
  'staff delegated',
  'delegation ended',
  'training recorded',
  'version accepted',
  'site paused',
  'site resumed',
  'site closed',
] satisfies readonly SiteEvent['type'][];

export const isSiteEvent = <E extends { readonly type: string }>(event: E): event is E & SiteEvent =>
  siteEvents.includes(event.type);

export const siteStream = (site: string): string => `site/${site}`;
