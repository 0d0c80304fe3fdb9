import { z } from 'zod';
import { readDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';

/**
 * The shape of record.yaml: a registry record in our own transcription. Contradictions are kept side by side, each with
 * the place on the page where it stands; what the page leaves out is left out. An unknown key is an error.
 */
const text = z.string().min(1).max(4000);
const list = z.array(text).max(100).default([]);
const date = z
  .string()
  .refine(
    (written) => /^[\d-]+$/.test(written) && readDate(written) !== undefined,
    'a date: 2022, 2022-10 or 2022-10-01',
  );
const age = z.string().regex(/^\d{1,3} (?:years|months|weeks|days)$/, 'a number and a unit: 18 years');
const count = z.int().min(0).max(1_000_000);

const said = z.strictObject({ says: text, where: text.describe('the place on the page') });

const dated = z.strictObject({
  date,
  type: z.enum(['actual', 'anticipated', 'not stated']).optional().describe('as the page has it'),
});

const dates = z.strictObject({
  start: dated.optional(),
  'primary completion': dated.optional(),
  completion: dated.optional(),
  'first submitted': dated.optional(),
  'first posted': dated.optional(),
  'last update': dated.optional(),
  verified: dated.optional(),
});

const design = z.strictObject({
  type: z.enum(['interventional', 'observational']).optional(),
  allocation: z.enum(['randomised', 'non-randomised', 'not applicable']).optional(),
  model: z.enum(['single group', 'parallel', 'crossover', 'factorial', 'sequential']).optional(),
  masking: z.enum(['none', 'single', 'double', 'triple', 'quadruple']).optional(),
  'masked roles': z.array(z.enum(['participant', 'care provider', 'investigator', 'outcomes assessor'])).default([]),
  purpose: text.optional(),
  'data monitoring committee': z.enum(['yes', 'no']).optional(),
});

const arm = z.strictObject({
  id: text,
  type: z
    .enum([
      'experimental',
      'active comparator',
      'placebo comparator',
      'sham comparator',
      'no intervention',
      'other',
      'not stated',
    ])
    .default('not stated'),
  intervention: text.optional().describe('the name of an intervention'),
  participants: count.optional().describe('how many the record says are in this arm'),
  text: text.optional(),
});

const intervention = z.strictObject({
  name: text,
  type: z
    .enum(['biological', 'drug', 'device', 'procedure', 'radiation', 'behavioural', 'genetic', 'other', 'not stated'])
    .default('not stated'),
  'other names': list,
  text: text.optional(),
});

const outcome = z.strictObject({
  measure: text,
  'time frame': text.optional(),
  description: text.optional(),
  definitions: z.record(z.string(), text).optional().describe('responses that the outcome defines, by their names'),
});

const site = z.strictObject({ facility: text, town: text.optional(), status: text.optional() });

/** What a record and a copy of it may both say. Lists that the page leaves out are empty. */
const content = {
  'other ids': list,
  title: text.optional(),
  'official title': text.optional(),
  acronym: text.optional(),
  sponsor: text.optional(),
  collaborators: list,
  phase: z.array(said).max(20).default([]),
  status: z.array(said).max(20).default([]),
  dates: dates.default({}),
  conditions: list,
  keywords: list,
  enrolment: z
    .strictObject({ participants: count, type: z.enum(['actual', 'anticipated', 'not stated']).default('not stated') })
    .optional(),
  sex: z.enum(['All', 'Female', 'Male']).optional(),
  ages: z.strictObject({ minimum: age.optional(), maximum: age.optional() }).default({}),
  'healthy volunteers': z.enum(['yes', 'no']).optional(),
  sites: z.array(site).max(500).default([]),
  design: design.default({ 'masked roles': [] }),
  summary: text.optional(),
  background: list.describe('statements about the field, not about this trial'),
  descriptions: list.describe('what the detailed description says of this trial'),
  arms: z.array(arm).max(50).default([]),
  interventions: z.array(intervention).max(50).default([]),
  inclusion: list,
  exclusion: list,
  'primary outcomes': z.array(outcome).max(100).default([]),
  'secondary outcomes': z.array(outcome).max(200).default([]),
};

const copy = z.strictObject({
  where: text.describe('where this was read'),
  kind: z.enum(['copy', 'other register', 'publication']),
  version: z.enum(['earlier', 'later']).optional().describe('where copies show different versions'),
  'cut off': z.array(text).default([]).describe('the lists whose end was not seen'),
  ...content,
});

export const recordSchema = z.strictObject({
  registry: text,
  id: z.string().regex(/^[A-Za-z0-9-]{4,40}$/, 'the number of the record'),
  'id from': text.optional().describe('where the number comes from, when the page itself does not say it'),
  'read on': z.string().refine((written) => readDay(written) !== undefined, 'a whole date: 2026-11-22'),
  ...content,
  copies: z.array(copy).max(50).default([]),
});

export type RegistryRecord = z.infer<typeof recordSchema>;
export type RecordCopy = z.infer<typeof copy>;
/** What a record and a copy have in common. */
export type RecordContent = Omit<RecordCopy, 'where' | 'kind' | 'version' | 'cut off'>;
export type RegisteredOutcome = z.infer<typeof outcome>;
