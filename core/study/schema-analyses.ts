import { z } from 'zod';
import { assumes, decimal, from, id, share } from './schema-words.ts';

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
  comparison: z.enum(['ancova', 'none']).optional().describe('between the arms, adjusted for the value at baseline'),
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

export type AnalysisDefinition = z.infer<typeof analysis>;
export type ProportionComparison = z.infer<typeof compareProportions>;
