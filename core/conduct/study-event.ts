import type { StudyDefinition } from '#core/study/schema.ts';

/** What happens to the study. A version is named by the hash of its definition. */
export type StudyEvent =
  /** Written, and waiting for the approval of somebody else than `by`. */
  | {
      readonly type: 'study drafted';
      readonly hash: string;
      readonly by: string;
    }
  | { readonly type: 'study approved'; readonly definition: StudyDefinition; readonly hash: string }
  /** Another version, in force at a site once the committee of that site has approved it too. */
  | {
      readonly type: 'amendment approved';
      readonly definition: StudyDefinition;
      readonly hash: string;
      readonly asksConsentAgain: boolean;
    }
  | {
      readonly type: 'allocation list sealed';
      readonly commitment: string;
      readonly slots: number;
      readonly method: string;
    }
  | { readonly type: 'kit list sealed'; readonly commitment: string; readonly kits: number }
  | { readonly type: 'study opened'; readonly purpose: 'recruitment' | 'rehearsal' }
  | { readonly type: 'study paused'; readonly on: string; readonly what: PausedActs }
  | { readonly type: 'study resumed'; readonly on: string }
  | { readonly type: 'recruitment closed'; readonly on: string }
  /** What an analysis may read: the log as it was, named by the count and the last hash of its events. */
  | {
      readonly type: 'data cut';
      readonly on: string;
      readonly why: string;
      readonly events: number;
      readonly head: string;
    }
  /** Nothing at these visits is changed any more; who is still followed stays masked. */
  | { readonly type: 'primary analysis locked'; readonly on: string; readonly visits: readonly string[] }
  | { readonly type: 'data locked'; readonly on: string }
  | { readonly type: 'data unlocked'; readonly on: string }
  | { readonly type: 'study unblinded'; readonly on: string };

/** What a pause stops: that people come in, or treatment as well. */
export type PausedActs = 'recruitment' | 'recruitment and treatment';

const studyEvents: readonly string[] = [
  'study drafted',
  'study approved',
  'amendment approved',
  'allocation list sealed',
  'kit list sealed',
  'study opened',
  'study paused',
  'study resumed',
  'recruitment closed',
  'data cut',
  'primary analysis locked',
  'data locked',
  'data unlocked',
  'study unblinded',
] satisfies readonly StudyEvent['type'][];

export const isStudyEvent = <E extends { readonly type: string }>(event: E): event is E & StudyEvent =>
  studyEvents.includes(event.type);
