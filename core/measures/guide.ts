import type { WrittenMedication } from './written-medication.ts';
import type { WrittenItems } from './written-names.ts';
import type { WrittenVisit } from './written-sitting.ts';

/** Where a measure stands in the list of measures. */
export type MeasureGroup =
  | 'laboratory'
  | 'filtration'
  | 'activity'
  | 'classification'
  | 'histology'
  | 'treatment'
  | 'patient-reported'
  | 'findings';

/** A choice that sources leave open or differ in. */
export interface MeasureOption {
  readonly id: string;
  readonly choices: readonly string[];
  readonly default: string;
  /** Why there is a choice, and who makes it where the program does not compute the others. */
  readonly why: string;
  /** Whether the default was seen in its source or is recalled. */
  readonly tag: 'verified' | 'recalled';
}

/** Answers, and the sentence that the measure says of them. */
export interface WorkedExample {
  readonly id: string;
  readonly born?: string;
  readonly sex?: string;
  readonly date?: string;
  /** "1.2 mg/dL", "present", "not done"; by short name in the form of the measure, `others` for the rest of it. */
  readonly answers: WrittenItems;
  readonly earlier?: readonly WrittenVisit[];
  readonly normal?: Readonly<Record<string, string>>;
  readonly medication?: WrittenMedication;
  /** First and last day, both included, over which a daily rate is added up. */
  readonly over?: readonly [first: string, last: string];
  readonly says: string;
}

/** What a person needs to know to use a measure by itself. */
export interface MeasureGuide {
  /** What is computed, in a few sentences; for an equation its formula. */
  readonly rule: readonly string[];
  /** Limits: strict or not, rounding, windows, what happens at the boundary. */
  readonly edges: readonly string[];
  readonly options: readonly MeasureOption[];
  readonly licence: string;
  readonly examples: readonly WorkedExample[];
}

/** Guides of measures that belong together, by the id of the measure; they may share a page. */
export interface GuideFamily {
  readonly group: MeasureGroup;
  /** Name of the page that all of them share; undefined where each has its own. */
  readonly page: string | undefined;
  readonly guides: ReadonlyMap<string, MeasureGuide>;
}
