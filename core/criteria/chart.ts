import type { MedicationCourse } from '#core/measures/measure.ts';
import type { Measured } from '#core/measures/measured.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Source } from './lexicon.ts';

/** One record of a history: a drug, a condition, a procedure, a vaccination or an adverse event. */
export interface HistoryRecord extends Omit<MedicationCourse, 'dose' | 'kind'> {
  readonly source: Source;
  /** Attributes that were asked and answered; an attribute that is absent is not known. */
  readonly attributes: Readonly<Record<string, boolean>>;
  readonly dose: MedicationCourse['dose'];
  readonly kind: MedicationCourse['kind'];
}

export interface Judged {
  readonly truth: Truth;
  readonly record: string | undefined;
}

/** What is known of one participant: everything that a sentence can ask. Built from events; pure to ask. */
export interface Chart {
  /** The date of a visit or milestone; undefined while it has not taken place. */
  readonly dateOf: (point: string) => PartialDate | undefined;
  /** The days on which a visit was due, for one that was missed; undefined where nobody can say. */
  readonly dueOn: (visit: string) => PartialDate | undefined;
  /** The record that says so. */
  readonly recordOf: (point: string) => string | undefined;
  readonly measure: (measure: string, point: string) => Measured;
  /** The visits at which the schedule measures it, in the order of time. */
  readonly measuredAt: (measure: string) => readonly string[];
  /** A measure that is followed from day to day (one that accumulates), on one day. */
  readonly onDay: (measure: string, day: Day) => Measured;
  /** What such a measure comes to from the first day to the last, both included. */
  readonly accumulated: (measure: string, first: Day, last: Day) => Measured;
  /** The laboratory's normal range of a measure on the day of a point; undefined where none fits. */
  readonly normalRange: (measure: string, point: string) => NormalRange | undefined;
  readonly records: (source: Source) => readonly HistoryRecord[];
  /** Last day through which the source was signed as complete. */
  readonly completeThrough: (source: Source) => number | undefined;
  readonly judgement: (text: string, point: string) => Judged;
}
