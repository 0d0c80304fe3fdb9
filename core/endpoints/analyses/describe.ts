import type { NotEstimable } from '#core/statistics/counts.ts';
import { type Summary, summariseValues } from '#core/statistics/descriptive/summary.ts';
import { computeClopperPearson } from '#core/statistics/intervals/clopper-pearson.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Endpoint } from '#core/study/study.ts';
import { changeOf } from '../analyse-change.ts';
import { type AnalysisValue, enteredOutcome } from '../analysis-value.ts';
import { unclassified } from '../derive-class.ts';
import { noResponse } from '../ordered-response.ts';
import type { AnalysisSetting } from './analysis-setting.ts';

export type Description = Extract<AnalysisDefinition, { readonly kind: 'description' }>;

export const isDescription = (analysis: AnalysisDefinition): analysis is Description => analysis.kind === 'description';

/** How many of a group are of one kind, and of how many that is not known. */
export interface DescribedShare {
  /** What is counted: a level, a class, or the endpoint itself. */
  readonly label: string;
  readonly events: number;
  readonly of: number;
  readonly unknown: number;
}

export type DescribedGroup =
  | { readonly kind: 'shares'; readonly shares: readonly DescribedShare[] }
  | { readonly kind: 'values'; readonly of: number; readonly summary: Summary | NotEstimable<string> };

/** What is counted where the endpoint itself is: met or not, reached or not. */
export const itself = 'itself';

const shareOf = (
  label: string,
  values: readonly AnalysisValue[],
  isSo: (value: AnalysisValue) => boolean | undefined,
): DescribedShare => {
  const found = values.map(isSo);
  return {
    label,
    events: found.filter((each) => each === true).length,
    of: values.length,
    unknown: found.filter((each) => each === undefined).length,
  };
};

const isMet = ({ reported }: AnalysisValue): boolean | undefined =>
  reported === undefined || reported === 'unknown' ? undefined : reported === 'true';

const hasLevel =
  (level: string) =>
  (value: AnalysisValue): boolean | undefined => {
    const outcome = enteredOutcome(value);
    return outcome.kind === 'level' && outcome.worst === outcome.best ? outcome.worst === level : undefined;
  };

const hasClass =
  (label: string) =>
  (value: AnalysisValue): boolean | undefined => {
    const outcome = enteredOutcome(value);
    return outcome.kind === 'class' && outcome.possible.length === 1 ? outcome.possible[0] === label : undefined;
  };

/** Levels are counted apart where there are several. */
const levelsIn = ({ response }: Extract<Endpoint, { kind: 'response' }>): readonly string[] =>
  response.levels.length > 1 ? [...response.levels.map(({ id }) => id), noResponse] : [];

/**
 * Describes a group by what its endpoint is: counts of who has met or reached it, of each level or class; or n, mean, standard
 * deviation, median, quartiles (type 2, `hyndman1996`) and extremes of what is known. Nobody is left out of the counts.
 */
export const describeGroup = (endpoint: Endpoint, values: readonly AnalysisValue[]): DescribedGroup => {
  switch (endpoint.kind) {
    case 'value':
      return { kind: 'values', of: values.length, summary: summariseValues(values.flatMap(changeOf)) };
    case 'class': {
      const labels = [...endpoint.classes.map(({ label }) => label), endpoint.classification.otherwise ?? unclassified];
      return { kind: 'shares', shares: labels.map((label) => shareOf(label, values, hasClass(label))) };
    }
    case 'response': {
      const levels = levelsIn(endpoint).map((level) => shareOf(level, values, hasLevel(level)));
      return { kind: 'shares', shares: [shareOf(itself, values, isMet), ...levels] };
    }
    case 'condition':
    case 'time':
      return { kind: 'shares', shares: [shareOf(itself, values, isMet)] };
    default:
      return endpoint satisfies never;
  }
};

/** An endpoint at one visit, by arm. */
export interface DescribedVisit {
  readonly analysis: Description;
  readonly endpoint: Endpoint;
  /** Undefined for a time. */
  readonly visit: string | undefined;
  readonly isFurther: boolean;
  readonly groups: readonly {
    readonly arm: string;
    readonly values: readonly AnalysisValue[];
    readonly described: DescribedGroup;
  }[];
}

/** An endpoint described by arm at the visit of the analysis and the further ones, in the order of the schedule. */
export const describeEndpoint = (
  analysis: Description,
  { study, valuesOf }: Pick<AnalysisSetting, 'study' | 'valuesOf'>,
): readonly DescribedVisit[] => {
  const endpoint = study.endpoints.find(({ of }) => of.id === analysis.endpoint);
  if (endpoint === undefined) throw new Error(`analysis ${analysis.id} has no endpoint ${analysis.endpoint}`);
  const asked = visitsAsked(endpoint.of);
  const inOrder = study.definition.visits.map(({ id }) => id).filter((visit) => asked.includes(visit));
  return (endpoint.kind === 'time' ? [undefined] : inOrder).map((visit) => {
    const values = valuesOf(endpoint, visit, analysis.population);
    return {
      analysis,
      endpoint,
      visit,
      isFurther: visit !== asked[0],
      groups: study.definition.arms.map(({ id: arm }) => {
        const own = values.filter((value) => value.arm === arm);
        return { arm, values: own, described: describeGroup(endpoint, own) };
      }),
    };
  });
};

/** The share of all, whatever their arm, with the interval of Clopper and Pearson. */
export const pooledShare = (values: readonly AnalysisValue[]) => {
  const { events, of, unknown } = shareOf(itself, values, isMet);
  return { events, of, unknown, interval: computeClopperPearson({ events, of }) };
};
