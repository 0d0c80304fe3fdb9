import type { SiteRole } from './site-event.ts';

/** What may be asked of a site. */
export type SiteCommand =
  | {
      readonly type: 'activate site';
      readonly on: string;
      /** The day on which the site's committee approved the study. */
      readonly approvedOn: string;
      readonly principal: string;
    }
  | { readonly type: 'name principal'; readonly person: string; readonly on: string }
  | { readonly type: 'delegate'; readonly person: string; readonly role: SiteRole; readonly from: string }
  | {
      readonly type: 'end delegation';
      readonly person: string;
      readonly role: SiteRole;
      readonly on: string;
      readonly reason: string;
    }
  /** In which version somebody was trained; the one in force at the site unless another is named. */
  | { readonly type: 'record training'; readonly person: string; readonly on: string; readonly version?: string }
  | {
      readonly type: 'accept version';
      readonly version: string;
      readonly approvedOn: string;
      readonly on: string;
    }
  | { readonly type: 'pause site'; readonly on: string; readonly reason: string }
  | { readonly type: 'resume site'; readonly on: string; readonly reason: string }
  | { readonly type: 'close site'; readonly on: string };
