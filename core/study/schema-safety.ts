import { z } from 'zod';
import { regions } from '#core/safety/clocks/clock-rules.ts';
import { watch } from './schema-watch.ts';
import { assumes, from, id, rule, text } from './schema-words.ts';

const specialInterest = z.strictObject({
  id,
  title: text,
  concept: id,
  within: text.optional().describe('counts only so soon after a dose: "24 hours"'),
  from,
  assumes,
});

const safetyRule = z.strictObject({
  id,
  title: text,
  rule,
  at: z.array(id).min(1).max(200).optional().describe('the visits at which it is asked; without, its points are named'),
  action: z.enum(['stop treatment', 'interrupt treatment', 'review']),
  from,
  assumes,
});

const stoppingRule = z.strictObject({
  id,
  title: text,
  event: rule.describe('what a participant has: a sentence of the criterion language'),
  at: id.optional().describe('the visit at which it is asked; without, its points are named'),
  participants: z.int().min(1).max(100_000).describe('how many participants with it are too many'),
  of: z.int().min(1).max(100_000).optional().describe('among the first so many treated; among all unless said'),
  action: z.enum(['pause recruitment', 'stop the trial', 'review by the monitoring committee']),
  from,
  assumes,
});

const referenceEntry = z.strictObject({
  product: text
    .optional()
    .describe('the product that it is known of, as a dose names it; any that is studied, unless said'),
  concept: id.describe('the adverse event itself: a narrower one is not listed by it'),
  term: text.optional().describe('the coded term, where one concept holds several'),
  'grade at most': z
    .int()
    .min(1)
    .max(5)
    .optional()
    .describe('the worst grade that is expected; any but death unless said'),
  from,
  assumes,
});

/** What is watched, and what it leads to. */
export const safety = z.strictObject({
  grading: text.optional().describe('the scale of severity: CTCAE v5.0'),
  'adverse events': z
    .strictObject({ from: id, to: id, assumes })
    .optional()
    .describe('the span in which adverse events are collected'),
  'special interest': z.array(specialInterest).max(100).optional(),
  reference: z
    .array(referenceEntry)
    .max(500)
    .optional()
    .describe('the reference safety information: which events are expected; none without it'),
  regions: z
    .array(z.enum(regions))
    .max(regions.length)
    .optional()
    .describe('whose authorities are told of serious events; without, only what holds in every region is asked'),
  'days after the last dose': z
    .int()
    .min(0)
    .max(36_500)
    .optional()
    .describe('until when an event counts as treatment-emergent; without end unless said'),
  watch: z.array(watch).max(50).optional().describe('what is measured at the bedside around a dose'),
  observation: z.array(text).max(50).optional().describe('how participants are watched after a dose, in words'),
  rules: z.array(safetyRule).max(100).optional().describe('for one participant'),
  stopping: z.array(stoppingRule).max(50).optional().describe('for the trial'),
  assumes,
});

/** What somebody has to do also after the visits: contraception until twelve months after the last dose. */
export const duty = z.strictObject({
  id,
  title: text,
  of: text.describe('whose duty it is'),
  until: text,
  from,
  assumes,
});
