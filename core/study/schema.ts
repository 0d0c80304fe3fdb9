import { z } from 'zod';

/**
 * The shape of study.yaml. Keys are written as a protocol would say them; an unknown key is an error, so that nothing
 * is silently ignored. Which characters a text may hold is checked in `plain-text.ts`, what one field must say of another is checked in `check-references.ts` and `sentences.ts`.
 */
const id = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/, 'letters and digits joined by blanks or hyphens')
  .max(60);
const text = z.string().min(1).max(2000);
const rule = z.string().min(1).max(10_000).describe('a sentence of the criterion language');
const count = z.int().min(0).max(100_000);
const day = z.int().min(-3650).max(36_500);
const assumes = z.array(id).max(50).optional().describe('assumptions that this rests on');
const from = text.optional().describe('the place in the registry record that this comes from');

const dose = z.strictObject({
  id,
  product: text,
  route: text,
  amount: text.describe('a number and a unit: "2000000 {cells}/kg"'),
  'weight at': id.optional().describe('the visit whose weight a dose by weight uses'),
  'suspended in': text.optional(),
  times: z.int().min(1).max(1000),
  'every days': z.int().min(1).max(365).optional(),
  cycles: z.int().min(1).max(100).optional(),
  'cycle days': z.int().min(1).max(365).optional(),
  assumes,
});

const arm = z.strictObject({
  id,
  title: text,
  role: z.enum(['experimental', 'active comparator', 'placebo comparator', 'no intervention']),
  from,
  doses: z.array(dose).max(50),
});

const visit = z.strictObject({ id, day, earliest: day, latest: day, assumes });

const activity = z.strictObject({
  id,
  title: text,
  measures: z.array(id).min(1).max(200),
  visits: z.array(id).min(1).max(200),
  assumes,
});

const criterion = z.strictObject({ id, title: text, rule, from, assumes });

const intercurrent = z.strictObject({
  event: text,
  strategy: z.enum(['treatment policy', 'composite', 'hypothetical', 'while on treatment', 'principal stratum']),
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
  missing: z.enum(['non-responder', 'unknown']).describe('what an unknown is reported as'),
  estimand: estimand.optional(),
};

const endpoint = z.discriminatedUnion('kind', [
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('response'), response: id, 'at least': id, at: id }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('condition'), rule, at: id }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('value'), rule, at: id }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('time'), rule }),
]);

const analysis = z.strictObject({
  id,
  endpoint: id,
  population: z.enum(['randomised']),
  test: z.enum(['fisher exact']),
  interval: z.enum(['miettinen-nurminen']),
  hypothesis: z.enum(['superiority']),
  experimental: id,
  control: id,
  alpha: z.string().regex(/^0\.\d{1,6}$/),
  sides: z.literal(2),
  assumes,
});

const design = z.strictObject({
  phase: z.union([z.int().min(1).max(4), text]),
  assignment: z.enum(['parallel', 'single group']),
  masking: z.enum(['open', 'assessor', 'single', 'double', 'double dummy']),
  participants: z.int().min(1).max(100_000),
  recruitment: text.optional(),
});

const site = z.strictObject({ id, title: text, zone: text, offset: z.string().regex(/^[+-]\d\d:\d\d$/) });

export const studySchema = z.strictObject({
  trialwright: z.literal(1).describe('version of this format'),
  id,
  title: text,
  version: text,
  record: text.optional().describe('our transcription of the registry record'),
  design,
  conventions: z.strictObject({ age: z.enum(['completed years', 'exact']) }),
  sites: z.array(site).min(1).max(1000),
  arms: z.array(arm).min(1).max(20),
  allocation: z.strictObject({
    method: z.enum(['permuted blocks']),
    ratio: z.record(id, z.int().min(1).max(20)),
    'block sizes': z.array(count).min(1).max(20),
    assumes,
  }),
  visits: z.array(visit).min(1).max(500),
  activities: z.array(activity).min(1).max(200),
  eligibility: z.strictObject({ include: z.array(criterion).max(200), exclude: z.array(criterion).max(200) }),
  definitions: z.array(criterion).max(500),
  responses: z.array(z.strictObject({ id, title: text, levels: z.array(id).min(1).max(20), assumes })).max(50),
  endpoints: z.array(endpoint).min(1).max(200),
  analyses: z.array(analysis).min(1).max(100),
  assumptions: z.array(z.strictObject({ id, text })).max(1000),
  questions: z
    .array(
      z.strictObject({
        id,
        severity: z.enum(['error', 'warning', 'information']),
        ask: text,
        assumption: id.optional(),
        answer: text.optional(),
      }),
    )
    .max(1000),
});

/** study.yaml as it was written. */
export type StudyDefinition = z.infer<typeof studySchema>;
export type DoseDefinition = z.infer<typeof dose>;
export type EndpointDefinition = z.infer<typeof endpoint>;
export type AnalysisDefinition = z.infer<typeof analysis>;
