import { z } from 'zod';
import { type DeviationKind, deviationKinds, isDeviationKind } from '#core/deviations/deviation-kinds.ts';
import { assumes, decimal, from, id, rule, share, text } from './schema-words.ts';

const ofEveryAnalysis = {
  id,
  endpoint: id,
  population: z.enum(['randomised', 'treated', 'per protocol', 'all enrolled']),
  from,
  assumes,
};

const level = share.describe('confidence level of the interval: "0.95"');

const compareProportions = z.strictObject({
  ...ofEveryAnalysis,
  kind: z.literal('compare proportions'),
  test: z.enum(['fisher exact', 'chi-squared', 'boschloo', 'cochran-mantel-haenszel']),
  interval: z.enum(['miettinen-nurminen', 'newcombe']),
  hypothesis: z.enum(['superiority', 'non-inferiority']),
  margin: decimal.optional().describe('of non-inferiority, as a difference of proportions: "0.15"'),
  'margin question': id.optional().describe('the open question that asks for the margin'),
  experimental: id,
  control: id,
  alpha: share,
  sides: z.union([z.literal(1), z.literal(2)]),
});

const proportion = z.strictObject({
  ...ofEveryAnalysis,
  kind: z.literal('proportion'),
  arm: id.optional().describe('one arm; each arm unless said'),
  interval: z.enum(['clopper-pearson', 'wilson']),
  level,
});

const change = z.strictObject({
  ...ofEveryAnalysis,
  kind: z.literal('change').describe('from baseline within each arm'),
  test: z.enum(['wilcoxon signed rank', 'paired t', 'none']),
  comparison: z
    .enum(['ancova', 'mmrm', 'none'])
    .optional()
    .describe('between the arms, adjusted for the value at baseline: at the visit, or by a model of all visits asked'),
  experimental: id.optional(),
  control: id.optional(),
  level: level.optional(),
});

const timeToEvent = z.strictObject({
  ...ofEveryAnalysis,
  kind: z.literal('time to event'),
  estimate: z.enum(['kaplan-meier']),
  test: z.enum(['log-rank', 'none']),
  experimental: id.optional(),
  control: id.optional(),
  level: level.optional(),
});

const description = z.strictObject({
  ...ofEveryAnalysis,
  kind: z.literal('description').describe('counts and percentages, medians; no test'),
});

export const analysis = z.discriminatedUnion('kind', [
  compareProportions,
  proportion,
  change,
  timeToEvent,
  description,
]);

const ofEveryProcedure = {
  alpha: share.describe('level of the whole family, two-sided; a p of one side is doubled'),
  from,
  assumes,
};

/** How several hypotheses share one error rate; analyses that it does not name are not protected. */
export const testing = z.discriminatedUnion('procedure', [
  z.strictObject({ procedure: z.literal('one primary'), analysis: id, ...ofEveryProcedure }),
  z.strictObject({
    procedure: z.enum(['fixed sequence', 'holm', 'hochberg']),
    analyses: z.array(id).min(2).max(50).describe('in the order in which a fixed sequence tests them'),
    ...ofEveryProcedure,
  }),
  z.strictObject({
    procedure: z.literal('graphical'),
    hypotheses: z
      .array(z.strictObject({ analysis: id, weight: decimal.describe('share of alpha at the start: "0.5"') }))
      .min(2)
      .max(50),
    transitions: z
      .array(z.strictObject({ before: id, after: id, share: decimal.describe('of what a rejection sets free: "1"') }))
      .max(500),
    ...ofEveryProcedure,
  }),
]);

const kindsOfDeviation: readonly DeviationKind[] = Object.keys(deviationKinds).filter(isDeviationKind);

const perProtocol = z.strictObject({
  deviations: z
    .array(z.literal(kindsOfDeviation))
    .max(200)
    .describe('kinds of deviation that exclude, as the program finds them'),
  'least doses': share.optional().describe('of the doses that the plan has up to the end: "0.8"'),
  conditions: z
    .array(z.strictObject({ id, title: text, rule, assumes }))
    .max(50)
    .optional()
    .describe('sentences that name their points; each excludes where it holds or is not known'),
  assumes,
});

/** How participants come into the populations of the analyses. */
export const populations = z.strictObject({
  'arm without doses': z
    .enum(['treated from allocation', 'never treated'])
    .optional()
    .describe('whether those of an arm that has no dose belong to the treated; they do unless said'),
  'per protocol': perProtocol.optional(),
  from,
  assumes,
});

/** Which visit a value belongs to in analyses. */
export const visitMapping = z.strictObject({
  'out of window': z
    .enum(['nearest day', 'as recorded'])
    .describe('a visit held outside its window belongs to the visit whose day is nearest, or stays'),
  tie: z
    .enum(['earlier', 'later'])
    .optional()
    .describe('of two visits whose days are as near; the earlier unless said'),
  several: z
    .enum(['nearest', 'latest'])
    .optional()
    .describe('of several that come to one visit; the nearest, and of two as near the later, unless said'),
  baseline: z
    .enum(['as recorded', 'last before treatment'])
    .optional()
    .describe('what baseline lacks stays missing, or is the last value known on or before day 0'),
  from,
  assumes,
});

export type AnalysisDefinition = z.infer<typeof analysis>;
export type TestingDefinition = z.infer<typeof testing>;
export type ProportionComparison = z.infer<typeof compareProportions>;
export type AnalysisPopulation = AnalysisDefinition['population'];
export type PerProtocolDefinition = z.infer<typeof perProtocol>;
export type VisitMappingDefinition = z.infer<typeof visitMapping>;
