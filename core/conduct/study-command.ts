import type { StudyDefinition } from '#core/study/schema.ts';
import type { PausedActs } from './study-event.ts';

/** What may be asked of the study as a whole. */
export type StudyCommand =
  /** Puts the study of the setting up for approval; as long as it is not approved, another draft replaces it. */
  | { readonly type: 'draft study' }
  | { readonly type: 'approve study' }
  | { readonly type: 'draft amendment'; readonly definition: StudyDefinition }
  /** `asksConsentAgain`: whoever takes part signs the new version. */
  | {
      readonly type: 'approve amendment';
      readonly definition: StudyDefinition;
      readonly asksConsentAgain: boolean;
    }
  | {
      readonly type: 'seal allocation list';
      readonly commitment: string;
      readonly slots: number;
      readonly method: string;
    }
  /** Binds to a list of kits that is kept sealed; another one may follow when its numbers are used up. */
  | { readonly type: 'seal kit list'; readonly commitment: string; readonly kits: number }
  | { readonly type: 'open study'; readonly purpose: 'recruitment' | 'rehearsal' }
  | { readonly type: 'pause study'; readonly on: string; readonly what: PausedActs; readonly reason: string }
  | { readonly type: 'resume study'; readonly on: string; readonly reason: string }
  | { readonly type: 'close recruitment'; readonly on: string }
  | { readonly type: 'cut data'; readonly on: string; readonly why: string }
  | { readonly type: 'lock primary analysis'; readonly on: string }
  | { readonly type: 'lock data'; readonly on: string }
  | { readonly type: 'unlock data'; readonly on: string; readonly reason: string }
  | { readonly type: 'unblind study'; readonly on: string };
