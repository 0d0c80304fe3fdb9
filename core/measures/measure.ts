import type { Day } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Rational } from '#core/quantities/rational.ts';
import type { Answer, Instrument } from './instrument.ts';
import type { Measured, MeasuredNumber } from './measured.ts';
import type { NormalRange } from './normal-range.ts';

/** A course of a medicine as the history or the steroid record holds it. */
export interface MedicationCourse {
  readonly concept: string;
  readonly start: PartialDate;
  /** `single` for one administration; `ongoing` while it goes on. */
  readonly end: PartialDate | 'ongoing' | 'single';
  /** Amount of one administration and how often; absent where only the exposure is known. */
  readonly dose:
    | { readonly amount: string; readonly unit: string; readonly everyDays: number; readonly timesADay: number }
    | undefined;
  readonly kind: 'maintenance' | 'pulse' | 'taper' | undefined;
  readonly record: string;
}

/** An earlier visit of the same person. */
export type EarlierSitting = Pick<Sitting, 'point' | 'date' | 'answer'>;

/** Everything that a computation may look at: one point of one participant, and what came before it. */
export interface Sitting {
  readonly point: string;
  readonly date: PartialDate | undefined;
  readonly answer: (item: string) => Answer | undefined;
  /** The visits that took place before this one, the latest first; for what is compared with the last assessment. */
  readonly earlier: readonly EarlierSitting[];
  readonly birth: Answer | undefined;
  /** `female` or `male`, as described. */
  readonly sex: Answer | undefined;
  /** The normal range of the laboratory for this person on this day; undefined where no row of it fits. */
  readonly normalRange: (measure: string) => NormalRange | undefined;
  readonly medication: {
    readonly courses: readonly MedicationCourse[];
    /** Last day through which the medication history is signed as complete. */
    readonly completeThrough: number | undefined;
  };
}

/** What kind of value a measure gives, which decides how the criterion language may use it. */
export type MeasureKind =
  /** A dimensioned number; `unit` is the one in which `compute` answers. `molarMass` (g/mol) links mass and amount. */
  | { readonly kind: 'quantity'; readonly unit: string; readonly molarMass?: Rational }
  /** A number without dimension: a score, count or scale. */
  | { readonly kind: 'score'; readonly least: number; readonly most: number }
  /** One level of a closed list; ordered from worst to best when `ordered`. */
  | { readonly kind: 'level'; readonly levels: readonly string[]; readonly ordered: boolean }
  /** Several levels of a closed list at once: the classes of a biopsy. */
  | { readonly kind: 'set'; readonly levels: readonly string[] }
  /** A level for each system. */
  | { readonly kind: 'profile'; readonly systems: readonly string[]; readonly levels: readonly string[] };

/**
 * A measure is a pure function of an instrument's answers at one point.
 * `rule` names the computation and its version, and travels with every derived value.
 */
export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly value: MeasureKind;
  /** Absent where nothing is filled in for it: it is computed from dates or records. */
  readonly instrument: Instrument | undefined;
  /** Other measures of the same visit without which it is not known: a filtration by height needs the height. */
  readonly needs?: readonly string[];
  /** Key of evidence/references.bib, with the place. */
  readonly source: string;
  readonly rule: string;
  readonly compute: (sitting: Sitting) => Measured;
  /**
   * For a rate that is known from day to day: what it comes to over the days from the first to the last, both included,
   * in the unit of the measure times a day. Absent where the measure is only known at visits.
   */
  readonly accumulate?: (sitting: Sitting, first: Day, last: Day) => MeasuredNumber;
  /** One sentence that explains a result: "SLEDAI-2K 14: proteinuria 4, haematuria 4, …". */
  readonly explain: (measured: Measured) => string;
}
