import { z } from 'zod';
import { assumes, decimal, from, id, rule, text } from './schema-words.ts';

/** Intercurrent events that the program finds by itself in what was recorded of a participant. */
export const intercurrentKinds = [
  'rescue medicine',
  'prohibited medicine',
  'treatment discontinued',
  'dose missed',
  'dose changed',
  'death',
  'withdrawal',
  'loss to follow-up',
  'code broken',
  'pregnancy',
] as const;

/** The strategies of ICH E9(R1). A principal stratum is seen only where there is one treatment. */
const strategies = [
  'treatment policy',
  'composite',
  'hypothetical',
  'while on treatment',
  'principal stratum',
] as const;

const intercurrent = z.strictObject({
  event: text.describe('what happens, in words'),
  kinds: z
    .array(z.enum(intercurrentKinds))
    .min(1)
    .max(20)
    .optional()
    .describe('kinds of event that are found in what was recorded; any of them'),
  medicines: z
    .array(id)
    .min(1)
    .max(100)
    .optional()
    .describe('of rescue and prohibited medicines only those that count as one of these'),
  rule: rule.optional().describe('instead of kinds: a sentence that holds once it has happened'),
  strategy: z.enum(strategies),
  'counts as': text
    .optional()
    .describe('what a composite strategy reports: "met" or "not met", a level, a class, or a number'),
  assumes,
});

const estimand = z.strictObject({
  population: text,
  treatment: text,
  variable: text,
  'intercurrent events': z.array(intercurrent).max(50),
  summary: text,
});

const askedOfEveryEndpoint = {
  id,
  title: text,
  role: z.enum(['primary', 'secondary', 'exploratory']),
  from,
  assumes,
  missing: z
    .enum(['non-responder', 'unknown', 'worst observed', 'last observation'])
    .describe('what an unknown is reported as; the last two take a value of another visit'),
  estimand: estimand.optional().describe('a primary endpoint must have one'),
};

const asked = {
  at: id.describe('the visit that analyses use'),
  'also at': z.array(id).min(1).max(100).optional().describe('further visits at which it is described'),
};

const summarised = z.strictObject({
  as: z
    .enum(['percent change', 'area', 'average over time'])
    .describe('of the value by visits: percent change, trapezoids over the days, or these divided by the days'),
  since: id.describe('the visit from which it is taken'),
  least: decimal.optional().describe('no value can be lower; bounds what a missed visit leaves open'),
  most: decimal.optional().describe('no value can be higher'),
});

export const endpoint = z.discriminatedUnion('kind', [
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('response'), response: id, 'at least': id, ...asked }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('condition'), rule, ...asked }),
  z.strictObject({
    ...askedOfEveryEndpoint,
    kind: z.literal('value'),
    rule,
    ...asked,
    summarised: summarised.optional().describe('over the visits up to the one asked, instead of the value there'),
    worse: z.enum(['higher', 'lower']).optional().describe('which values are worse; "worst observed" asks for it'),
  }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('class'), rule, ...asked }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('time'), rule }),
]);

export type EndpointDefinition = z.infer<typeof endpoint>;
export type IntercurrentDefinition = z.infer<typeof intercurrent>;
export type IntercurrentKind = (typeof intercurrentKinds)[number];
export type SummarisedDefinition = z.infer<typeof summarised>;
