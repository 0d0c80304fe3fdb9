/**
 * The pictures of a report as data: no colour, no place on a page. A renderer draws each kind; the numbers beside a picture are
 * its own points, and `rests` names the figures or records behind a mark, as with a figure in words.
 */
interface OfEveryChart {
  readonly id: string;
  readonly title: string;
  /** The whole picture in a few sentences, for those who do not see it. */
  readonly said: string;
  readonly notes: readonly string[];
  /** The arms of the trial in its order, so that each looks alike in every picture; none while they are not told. */
  readonly arms: readonly string[];
}

/** An axis; `from` and `to` are its ends, where they are fixed by what is measured (a share ends at 1). */
export interface Axis {
  readonly label: string;
  /** '%' of numbers that are percentages as they stand; shares are fractions of one and have no unit. */
  readonly unit: string | undefined;
  /** Fractions of one, which are printed in percent. */
  readonly isShare?: boolean;
  readonly from?: number;
  readonly to?: number;
}

export interface DrawnInterval {
  readonly lower: number;
  readonly upper: number;
}

/** One effect: its interval is missing where there is none, and so is an estimate that cannot be made. */
export interface ForestRow {
  readonly label: string;
  readonly role: 'main' | 'sensitivity' | 'subgroup';
  /** "12/20 v 9/20" */
  readonly counts: string;
  readonly estimate: number | undefined;
  readonly interval: DrawnInterval | undefined;
  readonly rests: readonly string[];
}

/** Effects with their intervals on one axis, each against the line of no difference, and a margin where there is one. */
export interface ForestChart extends OfEveryChart {
  readonly kind: 'forest';
  readonly axis: Axis;
  readonly none: number;
  readonly margin: number | undefined;
  /** What lies to the left of no difference, and to the right. */
  readonly favours: readonly [string, string];
  readonly rows: readonly ForestRow[];
}

/** One line for each series over days: means, medians or shares with intervals, or single people. */
export interface LinesChart extends OfEveryChart {
  readonly kind: 'lines';
  /** 'summary' has a few series, each an arm; 'individual' has one for each participant. */
  readonly of: 'summary' | 'individual';
  readonly x: Axis;
  readonly y: Axis;
  /** A limit worth a line: the threshold of a response. */
  readonly reference?: { readonly at: number; readonly label: string };
  readonly series: readonly {
    readonly label: string;
    readonly arm: string | undefined;
    readonly points: readonly {
      readonly x: number;
      /** The visit that the day stands for. */
      readonly label: string;
      readonly y: number;
      readonly interval?: DrawnInterval;
      readonly n?: number;
      readonly rests: readonly string[];
    }[];
  }[];
}

/** Kaplan–Meier curves: steps, ticks where somebody was censored, numbers at risk under the axis. */
export interface SurvivalChart extends OfEveryChart {
  readonly kind: 'survival';
  readonly x: Axis;
  readonly y: Axis;
  /** 'reached' draws one minus the survivor function. */
  readonly shows: 'free' | 'reached';
  readonly series: readonly {
    readonly arm: string;
    /** From day 0 at 1; each holds until the next. */
    readonly steps: readonly { readonly day: number; readonly share: number; readonly interval?: DrawnInterval }[];
    readonly censored: readonly { readonly day: number; readonly share: number }[];
    /** Who is followed just before a day, and the events until then. */
    readonly atRisk: readonly { readonly day: number; readonly n: number; readonly events: number }[];
    readonly rests: readonly string[];
  }[];
}

/** One bar for each participant, sorted: the change from baseline to a visit. */
export interface WaterfallChart extends OfEveryChart {
  readonly kind: 'waterfall';
  readonly y: Axis;
  readonly references: readonly { readonly at: number; readonly label: string }[];
  /** The words by which bars may be marked, best first. */
  readonly marks: readonly string[];
  readonly bars: readonly {
    readonly participant: string;
    readonly arm: string | undefined;
    readonly value: number;
    /** The response at that visit: "CR", "PR", "none", "not known". */
    readonly marked: string | undefined;
    readonly rests: readonly string[];
  }[];
  /** Of whom the change is not known, and so no bar. */
  readonly missing: readonly string[];
}

export type SwimmerMark =
  | 'dose'
  | 'response'
  | 'flare'
  | 'serious event'
  | 'discontinued'
  | 'died'
  | 'left'
  | 'goes on';

/** One lane for each participant: how long followed, and what happened when. */
export interface SwimmerChart extends OfEveryChart {
  readonly kind: 'swimmer';
  readonly x: Axis;
  readonly lanes: readonly {
    readonly participant: string;
    readonly arm: string | undefined;
    readonly from: number;
    readonly to: number;
    readonly marks: readonly {
      readonly kind: SwimmerMark;
      readonly day: number;
      readonly label: string;
      readonly rests: readonly string[];
    }[];
    /** In response from a day to a day. */
    readonly spans: readonly { readonly level: string; readonly from: number; readonly to: number }[];
  }[];
}

/** Rows by columns, each cell a level of an ordered scale: SLEDAI-2K by visit, BILAG grades by system and visit. */
export interface HeatMapChart extends OfEveryChart {
  readonly kind: 'heat map';
  readonly columns: readonly string[];
  /** From the least to the most severe; a cell holds the place of its level, and the word or number that it prints. */
  readonly levels: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly arm: string | undefined;
    readonly cells: readonly (
      | {
          readonly level: number;
          readonly text: string;
          /** What the text is short for. */
          readonly said?: string;
          readonly rests: readonly string[];
        }
      | undefined
    )[];
  }[];
}

export type ReportChart = ForestChart | LinesChart | SurvivalChart | WaterfallChart | SwimmerChart | HeatMapChart;
