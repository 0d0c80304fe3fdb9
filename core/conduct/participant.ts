import type { BedsideReading } from './bedside/bedside-event.ts';
import type { DoseCourse } from './bedside/dose-course.ts';
import type { ItemEntry } from './item-entry.ts';
import { noReview, type ReviewState } from './review/review-state.ts';
import { emptySafetyFile, type SafetyFile } from './safety-file/safety-file.ts';
import type { ConsentBy, CriterionFound, HistoryEntry, ParticipantEvent, Verdict } from './trial-event.ts';

/** An item as it now stands, with the id of the event that says so. */
export interface StandingItem extends ItemEntry {
  readonly record: string;
}

export interface StandingRecord extends HistoryEntry {
  readonly record: string;
}

export interface GivenDose {
  readonly dose: string;
  readonly number: number;
  readonly on: string;
  readonly amount: string;
  readonly unit: string;
  /** When it ran, where somebody looked at the clock. */
  readonly course?: DoseCourse | undefined;
  readonly record: string;
}

/** What was read at the bedside at one moment around an administration. */
export interface StandingReading extends BedsideReading {
  readonly dose: string;
  readonly number: number;
  readonly record: string;
}

export interface PreparedDose {
  readonly dose: string;
  readonly number: number;
  readonly amount: string;
  readonly unit: string;
  readonly lot: string | undefined;
  readonly record: string;
}

export interface MissedDose {
  readonly dose: string;
  readonly number: number;
  readonly on: string;
  readonly why: string;
  readonly record: string;
}

/** Medicine for the home, handed out or brought back. */
export interface HandedMedicine {
  readonly dose: string;
  readonly visit: string;
  readonly on: string;
  readonly units: number;
  /** Of what was handed out in kits, how many. */
  readonly kits?: number;
  readonly record: string;
}

/** How somebody came to an arm: by a slot of the list, or assigned otherwise. The day is day 0. */
export interface Allocated {
  readonly on: string;
  readonly record: string;
  readonly slot: { readonly number: number; readonly stratum: string } | undefined;
}

/** Everything that the events of one participant say, folded. `evolve` never reads the study. */
export interface Participant {
  readonly id: string | undefined;
  /** Where somebody is now. */
  readonly site: string | undefined;
  /** A transfer that was asked for and not accepted yet. */
  readonly moving: { readonly to: string; readonly on: string } | undefined;
  /** Transfers from site to site, oldest first. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly on: string }[];
  /** Events folded so far: the version of the stream. */
  readonly version: number;
  /** The same of the sealed stream; 0 for whoever may not see it. */
  readonly sealedVersion: number;
  /** The record of the latest event of each type that comes once or seldom. */
  readonly acts: ReadonlyMap<ParticipantEvent['type'], string>;
  readonly declinedOn: string | undefined;
  /** The day of the first consent. */
  readonly consentedOn: string | undefined;
  readonly consents: readonly { readonly on: string; readonly version: string; readonly by: ConsentBy }[];
  readonly assents: readonly { readonly on: string; readonly version: string }[];
  readonly born: { readonly written: string; readonly record: string } | undefined;
  readonly sex: 'female' | 'male' | undefined;
  readonly visits: ReadonlyMap<string, { readonly on: string | undefined; readonly record: string }>;
  /** By visit, then by item. */
  readonly items: ReadonlyMap<string, ReadonlyMap<string, StandingItem>>;
  /** By `visit/text`. */
  readonly judgements: ReadonlyMap<string, { readonly answer: 'yes' | 'no'; readonly record: string }>;
  readonly history: readonly StandingRecord[];
  readonly completeThrough: ReadonlyMap<string, string>;
  /** What was reported of adverse events and pregnancies beyond their records. */
  readonly safety: SafetyFile;
  /** What was asked about the data, verified, coded, frozen and signed. */
  readonly review: ReviewState;
  readonly assessed:
    | { readonly on: string; readonly verdict: Verdict; readonly found: readonly CriterionFound[] }
    | undefined;
  /** Attempts at screening that came to nothing, oldest first; the one that stands is not among them. */
  readonly attempts: readonly { readonly until: string; readonly verdict: Verdict }[];
  readonly enrolledOn: string | undefined;
  readonly allocated: Allocated | undefined;
  readonly arm: string | undefined;
  readonly prepared: readonly PreparedDose[];
  readonly doses: readonly GivenDose[];
  readonly missedDoses: readonly MissedDose[];
  readonly bedside: readonly StandingReading[];
  readonly dispensed: readonly HandedMedicine[];
  readonly returned: readonly HandedMedicine[];
  readonly discontinued: { readonly on: string; readonly why: string } | undefined;
  /** When somebody was told the arm before the unblinding. */
  readonly codeBrokenOn: string | undefined;
  readonly ended: { readonly on: string; readonly how: string } | undefined;
}

export const nobody: Participant = {
  id: undefined,
  site: undefined,
  moving: undefined,
  moves: [],
  version: 0,
  sealedVersion: 0,
  acts: new Map(),
  declinedOn: undefined,
  consentedOn: undefined,
  consents: [],
  assents: [],
  born: undefined,
  sex: undefined,
  visits: new Map(),
  items: new Map(),
  judgements: new Map(),
  history: [],
  completeThrough: new Map(),
  safety: emptySafetyFile,
  review: noReview,
  assessed: undefined,
  attempts: [],
  enrolledOn: undefined,
  allocated: undefined,
  arm: undefined,
  prepared: [],
  doses: [],
  missedDoses: [],
  bedside: [],
  dispensed: [],
  returned: [],
  discontinued: undefined,
  codeBrokenOn: undefined,
  ended: undefined,
};

/** An item as it now stands at a visit. */
export const itemAt = ({ items }: Participant, visit: string, item: string): StandingItem | undefined =>
  items.get(visit)?.get(item);
