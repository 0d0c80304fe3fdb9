import type { Duration } from '#core/quantities/duration.ts';
import type { Comparator } from '#core/quantities/range.ts';

/** Offsets into the sentence, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A named moment of the trial; `here` is the point at which an endpoint is asked. */
export type Point = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'here' };

export type Window =
  /** `within 24 weeks before screening`, `within 2 to 6 months before screening`: inclusive at both ends. */
  | {
      readonly kind: 'within';
      readonly least: Duration | undefined;
      readonly most: Duration;
      readonly direction: 'before' | 'after' | 'around';
      readonly point: Point;
    }
  /** `at least 24 weeks before screening`: that day and all days beyond. */
  | {
      readonly kind: 'beyond';
      readonly least: Duration;
      readonly direction: 'before' | 'after';
      readonly point: Point;
    }
  /** `from first dose to week 24`: inclusive at both ends. `since first dose`: to the point at which it is asked. */
  | { readonly kind: 'from-to'; readonly from: Point; readonly to: Point }
  /** `at baseline`: on that day. */
  | { readonly kind: 'on'; readonly point: Point }
  | { readonly kind: 'ever' };

export interface MeasureAt {
  readonly kind: 'measure';
  readonly measure: string;
  readonly point: Point;
  readonly span: Span;
}

/** Which of the readings in a window a value is. */
export type Choice = 'latest' | 'first' | 'highest' | 'lowest' | 'mean';

export type Value =
  | { readonly kind: 'number'; readonly written: string; readonly unit: string | undefined; readonly span: Span }
  | MeasureAt
  | { readonly kind: 'percent-of'; readonly percent: string; readonly of: Value; readonly span: Span }
  | {
      readonly kind: 'sum';
      readonly operator: '+' | '-';
      readonly left: Value;
      readonly right: Value;
      readonly span: Span;
    }
  | {
      readonly kind: 'product';
      readonly operator: '*' | '/';
      readonly left: Value;
      readonly right: Value;
      readonly span: Span;
    }
  | { readonly kind: 'change'; readonly of: MeasureAt; readonly from: Point; readonly span: Span }
  /** `3 x ULN`, of the measure on the left of its comparison unless another is named. */
  | {
      readonly kind: 'limit';
      readonly times: string;
      readonly bound: 'ULN' | 'LLN';
      readonly of: MeasureAt;
      readonly span: Span;
    }
  /** `highest creatinine from baseline to week 24` */
  | {
      readonly kind: 'reading';
      readonly choice: Choice;
      readonly measure: string;
      readonly window: Window;
      readonly span: Span;
    }
  /** `integral of prednisone-equivalent from baseline to week 24`: over days, both ends included. */
  | {
      readonly kind: 'integral';
      readonly measure: string;
      readonly from: Point;
      readonly to: Point;
      readonly span: Span;
    }
  /** `number of infection where (severe) within 1 year before screening` */
  | { readonly kind: 'record-count'; readonly of: RecordQuery; readonly span: Span }
  | {
      readonly kind: 'new-grades';
      readonly grade: string;
      readonly of: MeasureAt;
      readonly from: Point;
      readonly span: Span;
    };

/** What a `where (…)` asks of one record. */
export type RecordCondition =
  | { readonly kind: 'attribute'; readonly attribute: string; readonly span: Span }
  /** `dose > 20 mg/d`: the rate where the unit is one of time, otherwise the amount of one administration. */
  | {
      readonly kind: 'dose';
      readonly comparator: Comparator;
      readonly written: string;
      readonly unit: string;
      readonly span: Span;
    }
  /** `lasting at least 6 months` */
  | { readonly kind: 'lasting'; readonly least: Duration; readonly span: Span }
  | { readonly kind: 'not'; readonly term: RecordCondition; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly RecordCondition[]; readonly span: Span };

export type RecordVerb =
  | 'received'
  | 'takes'
  | 'had'
  | 'has'
  | 'changed dose of'
  | 'reduced dose of'
  | 'raised dose of';

/** A question to the records of a source: any of the concepts, other than some, in a window. */
export interface RecordQuery {
  readonly kind: 'records';
  readonly verb: RecordVerb;
  readonly concepts: readonly string[];
  readonly otherThan: readonly string[];
  readonly where: RecordCondition | undefined;
  readonly window: Window;
  /** For changes of dose: whether a start or a stop is a change of dose. */
  readonly startsAndStops: 'counting' | 'not counting' | undefined;
  readonly span: Span;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'not'; readonly term: Condition; readonly span: Span }
  | {
      readonly kind: 'if';
      readonly test: Condition;
      readonly consequence: Condition;
      readonly otherwise: Condition;
      readonly span: Span;
    }
  /** `any available of`, `first available of`, `at least n of`: conditions separated by semicolons in parentheses. */
  | { readonly kind: 'any-available' | 'first-available'; readonly terms: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'at-least'; readonly count: number; readonly terms: readonly Condition[]; readonly span: Span }
  | {
      readonly kind: 'comparison';
      readonly left: Value;
      readonly comparator: Comparator;
      readonly right: Value;
      readonly span: Span;
    }
  | { readonly kind: 'between'; readonly value: Value; readonly low: Value; readonly high: Value; readonly span: Span }
  | {
      readonly kind: 'level';
      readonly value: MeasureAt;
      readonly levels: readonly string[];
      readonly negated: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: 'trend';
      readonly value: MeasureAt;
      readonly direction: 'falls' | 'rises';
      readonly comparator: '>' | '>=';
      readonly by:
        | { readonly kind: 'percent'; readonly percent: string }
        | { readonly kind: 'amount'; readonly amount: Value };
      readonly from: Point;
      readonly span: Span;
    }
  | {
      readonly kind: 'tolerance';
      readonly value: Value;
      readonly percent: string;
      readonly of: Value;
      readonly span: Span;
    }
  /** `LN-class at screening includes any of (III, IV)`, `includes only (III, IV, V)` */
  | {
      readonly kind: 'set';
      readonly value: MeasureAt;
      readonly test: 'any' | 'all' | 'none' | 'only';
      readonly levels: readonly string[];
      readonly span: Span;
    }
  /** `known creatinine at screening` */
  | { readonly kind: 'known'; readonly value: MeasureAt; readonly span: Span }
  /** `any point from week 4 to week 24 where (…)`: asked at each of the visits between, both included. */
  | {
      readonly kind: 'any-point' | 'every-point';
      readonly from: Point;
      readonly to: Point;
      readonly visits: readonly string[];
      readonly where: Condition;
      readonly span: Span;
    }
  | RecordQuery
  | { readonly kind: 'judgement'; readonly text: string; readonly point: Point; readonly span: Span }
  | { readonly kind: 'reached'; readonly point: Point; readonly span: Span }
  | { readonly kind: 'reference'; readonly definition: string; readonly point: Point; readonly span: Span }
  | { readonly kind: 'undefined'; readonly reason: string; readonly span: Span };

/** A condition on numbers. */
export type NumericCondition = Extract<Condition, { kind: 'comparison' | 'between' | 'tolerance' | 'trend' }>;

/** `first point from week 4 to week 24 where (CR or PR)` */
export interface FirstPoint {
  readonly kind: 'first-point';
  readonly from: Point;
  readonly to: Point;
  readonly where: Condition;
  readonly span: Span;
}

/** `classify ("increased": …; "25% to 50%": …; otherwise "…")`: the first class of which the condition holds. */
export interface Classification {
  readonly kind: 'classify';
  readonly classes: readonly { readonly label: string; readonly where: Condition }[];
  readonly otherwise: string | undefined;
  readonly span: Span;
}

/** A sentence of the language: a condition, a value, a time or a class. */
export type Formula = Condition | Value | FirstPoint | Classification;
