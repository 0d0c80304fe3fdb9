import { z } from 'zod';
import { assumes, from, id, text } from './schema-words.ts';

const minutes = z.int().min(1).max(10_080);

/** What is measured at the bedside around each administration of a dose, and when. */
export const watch = z.strictObject({
  id,
  title: text,
  doses: z.array(id).min(1).max(50).describe('the doses that are watched, each as its arm names it'),
  measures: z.array(id).min(1).max(50),
  before: z.boolean().optional().describe('whether it is measured before the dose too; it is unless said'),
  'minutes from start': z.array(minutes).max(200).optional().describe('15, 30, 45, 60 while it runs'),
  'minutes from end': z.array(minutes).max(200).optional().describe('15, 30, 60, 120 after its end'),
  'minutes late': minutes.optional().describe('by how much a point may be early or late; by 5 minutes unless said'),
  from,
  assumes,
});

export type WatchDefinition = z.infer<typeof watch>;
