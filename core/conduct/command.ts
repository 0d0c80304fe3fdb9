import type { Source } from '#core/criteria/lexicon.ts';
import type { Actor, Moment } from '#core/record/envelope.ts';
import type { Study } from '#core/study/study.ts';
import type { ObserveDose } from './bedside/bedside-command.ts';
import type { DoseCourse } from './bedside/dose-course.ts';
import type { ItemEntry } from './item-entry.ts';
import type { BagMeasure } from './lots/lot-event.ts';
import type { Dictionary } from './review/dictionary.ts';
import type { ReviewCommand } from './review/review-command.ts';
import type { SafetyCommand } from './safety-file/safety-command.ts';
import type { SiteState } from './sites/site-state.ts';
import type { ConsentBy, HistoryEntry, JudgementEntry } from './trial-event.ts';

/** Under what a decision is taken: the version of the study in force, the moment and the actor, all from the host. */
export interface Setting {
  readonly study: Study;
  readonly at: Moment;
  readonly actor: Actor;
  /** The day since which every consent has to have been given, where an amendment asks for it again. */
  readonly consentSince?: string | undefined;
  /** The site at which it is done: a desk says it always. */
  readonly here?: SiteState | undefined;
  /** Dictionaries beside CTCAE that whoever runs the trial has loaded. */
  readonly dictionaries?: readonly Dictionary[];
}

/** So many administrations of a medicine for the home, at a visit. */
export interface Handed {
  readonly dose: string;
  readonly visit: string;
  readonly on: string;
  readonly units: number;
}

/** What may be asked for a participant. Allocation reads other streams too: `randomise.ts`, `assign.ts`. */
export type ParticipantCommand =
  | SafetyCommand
  | ReviewCommand
  | { readonly type: 'identify'; readonly participant: string; readonly site: string }
  /** To another site, which accepts. */
  | { readonly type: 'ask transfer'; readonly to: string; readonly on: string; readonly reason: string }
  | { readonly type: 'withdraw transfer'; readonly reason: string }
  | { readonly type: 'accept transfer'; readonly on: string }
  | { readonly type: 'decline'; readonly on: string }
  | { readonly type: 'give consent'; readonly on: string; readonly version: string; readonly by?: ConsentBy }
  | { readonly type: 'give assent'; readonly on: string; readonly version: string }
  | { readonly type: 'describe'; readonly born: string; readonly sex: 'female' | 'male' }
  | { readonly type: 'hold visit'; readonly visit: string; readonly on: string }
  | { readonly type: 'miss visit'; readonly visit: string }
  | {
      readonly type: 'record section';
      readonly visit: string;
      readonly section: string;
      readonly items: readonly ItemEntry[];
    }
  | {
      readonly type: 'correct item';
      readonly visit: string;
      readonly replaces: string;
      readonly entry: ItemEntry;
      readonly reason: string;
    }
  | { readonly type: 'record judgements'; readonly visit: string; readonly answers: readonly JudgementEntry[] }
  | { readonly type: 'record history'; readonly records: readonly HistoryEntry[] }
  | { readonly type: 'end course'; readonly record: string; readonly end: string }
  | {
      readonly type: 'correct history';
      readonly replaces: string;
      readonly entry: HistoryEntry;
      readonly reason: string;
    }
  | { readonly type: 'strike history'; readonly record: string; readonly reason: string }
  | { readonly type: 'complete history'; readonly source: Source; readonly through: string }
  | { readonly type: 'assess eligibility'; readonly on: string }
  | { readonly type: 'screen again'; readonly on: string; readonly reason: string }
  | { readonly type: 'enrol'; readonly on: string }
  /** Results that would tell the arm: they go to the sealed log, and never to the forms of those who are masked. */
  | {
      readonly type: 'record sealed results';
      readonly visit: string;
      readonly section: string;
      readonly items: readonly ItemEntry[];
    }
  | {
      readonly type: 'prepare dose';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly lot?: string;
      /** The number of the kit, of a lot that has kits. */
      readonly kit?: string;
      /** What was counted after the thaw, of a product with cells. */
      readonly thawed?: BagMeasure;
      readonly checkedBy: string;
    }
  | {
      readonly type: 'give dose';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly course?: DoseCourse;
    }
  | ObserveDose
  | {
      readonly type: 'miss dose';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly why: string;
    }
  | ({ readonly type: 'dispense' } & Handed)
  /** Of medicine in kits: what is left in each. */
  | ({
      readonly type: 'return medicine';
      readonly kits?: readonly { readonly kit: string; readonly units: number }[];
    } & Handed)
  /** Made ready and not given: the next one is prepared anew. */
  | {
      readonly type: 'discard dose';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly why: string;
    }
  | { readonly type: 'discontinue treatment'; readonly on: string; readonly why: string }
  /** Tells the arm of one participant to who asks, at any hour; that it was told is public, the arm is not. */
  | { readonly type: 'break code'; readonly on: string; readonly reason: string }
  | {
      readonly type: 'end participation';
      readonly on: string;
      readonly how: 'completed' | 'withdrawn' | 'lost to follow-up' | 'died' | 'excluded';
    }
  /** An end that was entered by mistake, named by its record. */
  | { readonly type: 'take back end'; readonly replaces: string; readonly reason: string };
