import type { QueryStatus } from './review/review-event.ts';
import type { EventContradiction } from './safety-file/event-contradiction.ts';
import type { PausedActs } from './study-event.ts';

/** What is still to be given before somebody may take part, or take part further. */
export type ConsentWanting =
  | 'consent of a parent or guardian'
  | 'assent'
  | 'own consent'
  | 'own consent since coming of age'
  | 'consent to the amended study';

/** What keeps a lot from being used; of several the first is told. */
export type WhyNotUsable =
  | 'of another product'
  | 'on its way'
  | 'at another site'
  | 'recalled'
  | 'expired'
  | 'quarantined'
  | 'not released'
  | 'nothing left'
  | 'kit not named'
  | 'kit not in it'
  | 'kit used already'
  | 'viability after thaw not known'
  | 'viability after thaw too low';

/**
 * Why an act may not be done, in order of precedence: the first that holds is the answer. Data only; the host writes
 * the sentence in the reader's language.
 */
export type Refusal =
  | { readonly refused: 'role may not'; readonly role: string; readonly act: string }
  | { readonly refused: 'already approved'; readonly hash: string }
  | { readonly refused: 'study not approved' }
  | { readonly refused: 'not drafted' }
  | { readonly refused: 'own draft'; readonly author: string }
  | { readonly refused: 'definition faulty'; readonly faults: readonly string[] }
  | { readonly refused: 'allocation fixed' }
  | { readonly refused: 'version unknown'; readonly version: string }
  | { readonly refused: 'questions open'; readonly questions: readonly string[] }
  | { readonly refused: 'allocation not supported'; readonly method: string }
  | { readonly refused: 'list not sealed' }
  | { readonly refused: 'list sealed already' }
  | { readonly refused: 'study not open' }
  | { readonly refused: 'study paused'; readonly on: string; readonly what: PausedActs }
  | { readonly refused: 'recruitment closed'; readonly on: string }
  | { readonly refused: 'data locked'; readonly on: string }
  | { readonly refused: 'data not locked' }
  | { readonly refused: 'participants still followed'; readonly participants: readonly string[] }
  | {
      readonly refused: 'data not ready';
      readonly queries: number;
      readonly unsigned: number;
      readonly void: number;
      readonly uncoded: number;
    }
  | { readonly refused: 'participant exists'; readonly participant: string }
  | { readonly refused: 'participant unknown'; readonly participant: string }
  | { readonly refused: 'site unknown'; readonly site: string }
  | { readonly refused: 'site not active'; readonly site: string }
  | { readonly refused: 'site closed'; readonly site: string; readonly on: string }
  | { readonly refused: 'site paused'; readonly site: string; readonly on: string }
  | { readonly refused: 'not the principal'; readonly person: string }
  | { readonly refused: 'not delegated'; readonly person: string; readonly role: string; readonly site: string }
  | { readonly refused: 'not trained'; readonly person: string; readonly version: string }
  | { readonly refused: 'visit locked'; readonly visit: string }
  | { readonly refused: 'participation ended'; readonly how: string; readonly on: string }
  | { readonly refused: 'lot exists'; readonly lot: string }
  | { readonly refused: 'lot unknown'; readonly lot: string }
  | { readonly refused: 'consent missing' }
  | { readonly refused: 'consent wanting'; readonly wanting: readonly ConsentWanting[] }
  | { readonly refused: 'done already'; readonly what: string }
  | {
      readonly refused: 'date impossible';
      readonly date: string;
      readonly why:
        | 'no date'
        | 'outside the years 1900 to 2199'
        | 'in the future'
        | 'before consent'
        | 'before birth'
        | 'before start'
        | 'before enrolment'
        | 'before randomisation'
        | 'before receipt'
        | 'before awareness';
    }
  | {
      readonly refused: 'name unknown';
      readonly kind:
        | 'visit'
        | 'section'
        | 'moment'
        | 'item'
        | 'concept'
        | 'attribute'
        | 'judgement'
        | 'dose'
        | 'arm'
        | 'product'
        | 'duty'
        | 'query'
        | 'dictionary'
        | 'term';
      readonly name: string;
      readonly nearest: string | undefined;
    }
  | { readonly refused: 'value not accepted'; readonly item: string; readonly value: string; readonly accepted: string }
  | {
      readonly refused: 'unit not accepted';
      readonly item: string;
      readonly unit: string | undefined;
      readonly accepted: readonly string[];
    }
  | { readonly refused: 'sealed'; readonly items: readonly string[] }
  | { readonly refused: 'visit not held'; readonly visit: string }
  | { readonly refused: 'value not found'; readonly record: string }
  | { readonly refused: 'event not reported'; readonly record: string }
  | { readonly refused: 'event contradicts itself'; readonly why: EventContradiction }
  | { readonly refused: 'partner has not agreed' }
  | { readonly refused: 'frozen'; readonly visit: string }
  | { readonly refused: 'not frozen'; readonly visit: string }
  | { readonly refused: 'queries open'; readonly queries: readonly string[] }
  | { readonly refused: 'query stands otherwise'; readonly query: string; readonly stands: QueryStatus }
  | { readonly refused: 'reason missing' }
  | { readonly refused: 'not assessed' }
  | { readonly refused: 'not eligible'; readonly criteria: readonly string[] }
  | { readonly refused: 'information missing'; readonly criteria: readonly string[] }
  | { readonly refused: 'not enrolled' }
  | { readonly refused: 'stratum not known'; readonly strata: readonly string[] }
  | { readonly refused: 'list exhausted'; readonly stratum: string }
  | { readonly refused: 'arm full'; readonly arm: string; readonly participants: number }
  | { readonly refused: 'not randomised' }
  | { readonly refused: 'assignment not known' }
  | { readonly refused: 'dose not of this arm'; readonly dose: string; readonly arm: string }
  | { readonly refused: 'given otherwise'; readonly dose: string; readonly how: 'at home' | 'at the site' }
  | {
      readonly refused: 'dose not due';
      readonly dose: string;
      readonly number: number;
      readonly next: number | undefined;
    }
  | { readonly refused: 'not masked' }
  | { readonly refused: 'second person missing' }
  | { readonly refused: 'dose not prepared' }
  | { readonly refused: 'weight missing'; readonly visit: string }
  | { readonly refused: 'treatment discontinued'; readonly on: string }
  | { readonly refused: 'lot missing' }
  | { readonly refused: 'lot not usable'; readonly lot: string; readonly why: WhyNotUsable }
  | {
      readonly refused: 'out of specification';
      readonly lot: string;
      readonly viability: string;
      readonly least: string;
    }
  /** The same whatever the arm: each arm has to have them. */
  | { readonly refused: 'kits not there'; readonly dose: string; readonly asked: number }
  | { readonly refused: 'units not there'; readonly lot: string; readonly asked: number; readonly there: number }
  | { readonly refused: 'not given or not watched'; readonly dose: string; readonly number: number }
  | { readonly refused: 'dose called back'; readonly dose: string; readonly number: number };

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
