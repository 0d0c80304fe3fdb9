import { z } from 'zod';
import { assumes, decimal, from, id, text, years } from './schema-words.ts';

const phases = ['early 1', '1a', '1b', '1/2', '2a', '2b', '2/3', '3a', '3b', 'not applicable'] as const;

/** What kind of trial it is. */
export const design = z.strictObject({
  phase: z.union([z.int().min(1).max(4), z.enum(phases)]),
  assignment: z.enum(['parallel', 'single group']),
  masking: z.enum(['open', 'assessor', 'single', 'double', 'double dummy']),
  participants: z.int().min(1).max(100_000),
  recruitment: text.optional(),
});

const roles = ['participant', 'care provider', 'investigator', 'assessor', 'statistician', 'laboratory'] as const;

/** Who does not know the allocation, and by which means. */
export const masking = z.strictObject({
  masked: z.array(z.enum(roles)).max(10).describe('who does not know the allocation'),
  means: z.array(text).max(20).describe('how it is hidden: an opaque bag and line, identical capsules'),
  'sealed measures': z.array(id).max(100).optional().describe('measures whose values would tell the arm'),
  'unmasked roles': z.array(text).max(20).optional().describe('who knows it: the pharmacist who prepares the bag'),
  from,
  assumes,
});

export const consent = z.strictObject({
  'of age': z.int().min(1).max(30).describe('age in years from which a person consents alone'),
  'assent from': years.optional().describe('age from which a minor is asked too'),
  'reconsent at majority': z.boolean().optional().describe('whether who comes of age during the trial is asked again'),
  from,
  assumes,
});

export const site = z.strictObject({
  id,
  title: text,
  zone: text,
  offset: z.string().regex(/^[+-]\d\d:\d\d$/),
  laboratory: id.optional().describe('the laboratory whose normal ranges count at this site'),
});

const normalRange = z.strictObject({
  measure: id,
  sex: z.enum(['female', 'male']).optional(),
  'from age': years.optional().describe('in completed years, inclusive'),
  'to age': years.optional().describe('in completed years, exclusive: 18 ends before the 18th birthday'),
  from: text.optional().describe('first day on which these limits hold: 2026-01-31'),
  to: text.optional().describe('last day on which these limits hold'),
  low: decimal.optional().describe('lower limit of normal, inclusive'),
  high: decimal.optional().describe('upper limit of normal, inclusive'),
  unit: text,
});

export const laboratory = z.strictObject({ id, title: text, ranges: z.array(normalRange).min(1).max(2000), assumes });
