import type { Source } from '#core/criteria/lexicon.ts';
import type { DrawnList } from '#core/randomisation/draw-list.ts';
import type { MinimisationMethod } from '#core/randomisation/minimisation.ts';
import type { DoseObserved } from './bedside/bedside-event.ts';
import type { DoseCourse } from './bedside/dose-course.ts';
import type { ItemEntry } from './item-entry.ts';
import { isLotEvent, type LotEvent } from './lots/lot-event.ts';
import type { ReviewEvent } from './review/review-event.ts';
import type { SafetyEvent } from './safety-file/safety-event.ts';
import { isSiteEvent, type SiteEvent } from './sites/site-event.ts';
import { isStudyEvent, type StudyEvent } from './study-event.ts';

/** One record of a history. Dates may be partial; `end` is absent for a single administration or day. */
export interface HistoryEntry {
  readonly source: Source;
  readonly concept: string;
  readonly start: string;
  readonly end?: string;
  readonly attributes?: Readonly<Record<string, boolean>>;
  readonly dose?: {
    readonly amount: string;
    readonly unit: string;
    readonly everyDays: number;
    readonly timesADay: number;
  };
  readonly kind?: 'maintenance' | 'pulse' | 'taper';
}

export interface JudgementEntry {
  readonly text: string;
  readonly answer: 'yes' | 'no';
}

export type Verdict = 'eligible' | 'not eligible' | 'needs information';

/** What one criterion came to, with its reasons as sentences, as they were read at that moment. */
export interface CriterionFound {
  readonly criterion: string;
  readonly result: 'passes' | 'fails' | 'not known';
  readonly because: readonly string[];
}

/** Who signed a consent: the participant, or a parent or guardian. */
export type ConsentBy = 'participant' | 'representative';

/** So many administrations of a medicine that is taken at home, handed out or brought back at a visit. */
interface MedicineHanded {
  readonly dose: string;
  readonly visit: string;
  readonly on: string;
  readonly units: number;
}

/** What happens to a participant. Each is a fact in the past tense; nothing is ever changed or taken back. */
export type ParticipantEvent =
  | SafetyEvent
  | ReviewEvent
  | { readonly type: 'participant identified'; readonly participant: string; readonly site: string }
  | { readonly type: 'transfer asked'; readonly to: string; readonly on: string }
  | { readonly type: 'transfer withdrawn' }
  | { readonly type: 'participant transferred'; readonly from: string; readonly to: string; readonly on: string }
  | { readonly type: 'participant declined'; readonly on: string }
  /** `by` is absent where the participant signed. */
  | { readonly type: 'consent given'; readonly on: string; readonly version: string; readonly by?: 'representative' }
  | { readonly type: 'assent given'; readonly on: string; readonly version: string }
  | { readonly type: 'participant described'; readonly born: string; readonly sex: 'female' | 'male' }
  | { readonly type: 'visit held'; readonly visit: string; readonly on: string; readonly inWindow: boolean }
  | { readonly type: 'visit missed'; readonly visit: string }
  | {
      readonly type: 'section recorded';
      readonly visit: string;
      readonly section: string;
      readonly items: readonly ItemEntry[];
    }
  | { readonly type: 'item corrected'; readonly visit: string; readonly replaces: string; readonly entry: ItemEntry }
  | { readonly type: 'judgements recorded'; readonly visit: string; readonly answers: readonly JudgementEntry[] }
  | { readonly type: 'history recorded'; readonly records: readonly HistoryEntry[] }
  | { readonly type: 'course ended'; readonly record: string; readonly end: string }
  /** A record as it should have been; the one that it replaces no longer stands. */
  | { readonly type: 'history corrected'; readonly replaces: string; readonly entry: HistoryEntry }
  /** A record that never belonged to this participant. */
  | { readonly type: 'history struck'; readonly record: string }
  | { readonly type: 'history completed'; readonly source: Source; readonly through: string }
  | {
      readonly type: 'eligibility assessed';
      readonly on: string;
      readonly verdict: Verdict;
      readonly found: readonly CriterionFound[];
    }
  /** Another attempt of the same person: what was asked at the visits of the one before is asked anew. */
  | { readonly type: 'screening begun again'; readonly on: string; readonly attempt: number }
  | { readonly type: 'participant enrolled'; readonly on: string }
  | {
      readonly type: 'participant randomised';
      readonly on: string;
      readonly slot: number;
      readonly stratum: string;
      readonly kit?: string;
    }
  /** Comes to an arm otherwise than by chance; the arm is told by `assignment disclosed`. */
  | { readonly type: 'participant assigned'; readonly on: string }
  | { readonly type: 'assignment disclosed'; readonly arm: string }
  /** Made ready for one administration, by one person and checked by another. */
  | {
      readonly type: 'dose prepared';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly amount: string;
      readonly unit: string;
      readonly weight?: string;
      readonly lot?: string;
      readonly checkedBy: string;
    }
  /** What was prepared is given to nobody; the administration is prepared anew. */
  | {
      readonly type: 'dose discarded';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly why: string;
    }
  | {
      readonly type: 'dose given';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly planned: string;
      readonly amount: string;
      readonly unit: string;
      readonly weight?: string;
      readonly course?: DoseCourse;
    }
  | DoseObserved
  | {
      readonly type: 'dose missed';
      readonly dose: string;
      readonly number: number;
      readonly on: string;
      readonly why: string;
    }
  /** `kits` counts them where there are any: what is handed out is then a whole number of kits. */
  | ({ readonly type: 'medicine dispensed'; readonly kits?: number } & MedicineHanded)
  | ({ readonly type: 'medicine returned' } & MedicineHanded)
  | { readonly type: 'treatment discontinued'; readonly on: string; readonly why: string }
  | { readonly type: 'code broken'; readonly on: string }
  | {
      readonly type: 'participation ended';
      readonly on: string;
      readonly how: 'completed' | 'withdrawn' | 'lost to follow-up' | 'died' | 'excluded';
    }
  /** An end that was entered by mistake: participation goes on as if it had not been entered. */
  | { readonly type: 'end taken back'; readonly replaces: string };

/** What the public log holds; lots only in an open design. */
export type TrialEvent = StudyEvent | SiteEvent | ParticipantEvent | LotEvent;

/** What allocation keeps in the sealed log: the list, and who took which slot or place. */
export type AllocationEvent =
  | { readonly type: 'allocation list generated'; readonly list: DrawnList }
  /** Minimisation draws from its secret, in hex, when somebody comes. */
  | { readonly type: 'minimisation keyed'; readonly method: MinimisationMethod; readonly secret: string }
  | {
      readonly type: 'slot taken';
      readonly slot: number;
      readonly stratum: string;
      readonly arm: string;
      readonly participant: string;
      readonly levels?: Readonly<Record<string, string>>;
      readonly kit?: string;
    }
  | { readonly type: 'place taken'; readonly arm: string; readonly participant: string };

/** What the sealed log holds: the allocation, of each participant what would tell the arm, and the lots. */
export type SealedEvent = AllocationEvent | ParticipantEvent | LotEvent;

const allocationEvents: readonly SealedEvent['type'][] = [
  'allocation list generated',
  'minimisation keyed',
  'slot taken',
  'place taken',
] satisfies readonly AllocationEvent['type'][];

const isAllocation = (event: TrialEvent | SealedEvent): event is AllocationEvent =>
  allocationEvents.some((type) => type === event.type);

export const isAllocationEvent = (event: SealedEvent): event is AllocationEvent => isAllocation(event);

/** Tells what happened to a participant from whatever else either log holds. */
export const isParticipantEvent = (event: TrialEvent | SealedEvent): event is ParticipantEvent =>
  !isStudyEvent(event) && !isSiteEvent(event) && !isAllocation(event) && !isLotEvent(event);

export const studyStream = 'study';
export const allocationStream = 'allocation';
export const participantStream = (participant: string): string => `participant/${participant}`;
/** The stream of the sealed log that holds what would tell a participant's arm. */
export const sealedStream = (participant: string): string => `sealed/${participant}`;

/** The id that leads from a value back to its event: stream, version in the stream, item. */
export const recordId = (participant: string, version: number, item: string): string =>
  recordIn(participantStream(participant), version, item);

export const recordIn = (stream: string, version: number, item: string): string => `${stream}#${version}/${item}`;

/** Whether what a record says may be read by the unmasked alone. */
export const isSealedRecord = (record: string): boolean => record.startsWith(sealedStream(''));
