import { z } from 'zod';
import { assumes, from, id, rule, text } from './schema-words.ts';

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
  estimand: estimand.optional().describe('a primary endpoint must have one'),
};

const asked = {
  at: id.describe('the visit that analyses use'),
  'also at': z.array(id).min(1).max(100).optional().describe('further visits at which it is described'),
};

export const endpoint = z.discriminatedUnion('kind', [
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('response'), response: id, 'at least': id, ...asked }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('condition'), rule, ...asked }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('value'), rule, ...asked }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('class'), rule, ...asked }),
  z.strictObject({ ...askedOfEveryEndpoint, kind: z.literal('time'), rule }),
]);

export type EndpointDefinition = z.infer<typeof endpoint>;
