import { z } from 'zod';
import { analysis, populations, testing, visitMapping } from './schema-analyses.ts';
import { allocation, arm, treatments } from './schema-arms.ts';
import { consent, design, laboratory, masking, site } from './schema-design.ts';
import { endpoint } from './schema-endpoints.ts';
import { duty, safety } from './schema-safety.ts';
import { activity, criterion, history, visit } from './schema-schedule.ts';
import { assumes, from, id, text } from './schema-words.ts';

const response = z.strictObject({ id, title: text, levels: z.array(id).min(1).max(20), assumes });

/** A set of definitions that comes with the program, under the names and points of this study. */
const fromLibrary = z.strictObject({
  use: id,
  as: id.optional().describe('the name that it has here'),
  points: z.record(id, id).optional().describe('its points by those of this study: { baseline: day 0 }'),
});

const question = z.strictObject({
  id,
  severity: z.enum(['error', 'warning', 'information']),
  ask: text,
  assumption: id.optional(),
  answer: text.optional(),
  from,
});

/**
 * The shape of study.yaml. Keys are written as a protocol would say them; an unknown key is an error, so that nothing
 * is silently ignored. Which characters a text may hold is checked in `plain-text.ts`, what one field must say of another is checked in `check-references.ts` and `sentences.ts`.
 */
export const studySchema = z.strictObject({
  trialwright: z.literal(1).describe('version of this format'),
  id,
  title: text,
  version: text,
  record: text.optional().describe('our transcription of the registry record'),
  design,
  masking: masking.optional().describe('who does not know the allocation; required unless the design is open'),
  conventions: z.strictObject({ age: z.enum(['completed years', 'exact']) }),
  consent: consent.optional(),
  sites: z.array(site).min(1).max(1000),
  laboratories: z.array(laboratory).max(1000).optional(),
  arms: z.array(arm).min(1).max(20),
  allocation,
  treatments: treatments.optional(),
  visits: z.array(visit).min(1).max(500),
  activities: z.array(activity).min(1).max(200),
  histories: z.array(history).max(20).optional().describe('how far back histories are asked for'),
  eligibility: z.strictObject({ include: z.array(criterion).max(200), exclude: z.array(criterion).max(200) }),
  library: z.array(fromLibrary).max(100).optional(),
  definitions: z.array(criterion).max(500),
  responses: z.array(response).max(50),
  endpoints: z.array(endpoint).min(1).max(200),
  analyses: z.array(analysis).min(1).max(100),
  testing: testing.optional().describe('how several hypotheses share one error rate'),
  populations: populations.optional(),
  'visit mapping': visitMapping.optional(),
  safety: safety.optional(),
  duties: z.array(duty).max(100).optional(),
  assumptions: z.array(z.strictObject({ id, text })).max(1000),
  questions: z.array(question).max(1000),
});

/** study.yaml as it was written. */
export type StudyDefinition = z.infer<typeof studySchema>;
