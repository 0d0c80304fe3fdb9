import { z } from 'zod';
import { assumes, day, from, id, rule, text } from './schema-words.ts';

export const visit = z.strictObject({ id, day, earliest: day, latest: day, assumes });

export const activity = z.strictObject({
  id,
  title: text,
  measures: z.array(id).min(1).max(200),
  visits: z.array(id).min(1).max(200),
  assumes,
});

export const criterion = z.strictObject({ id, title: text, rule, from, assumes });

/** How far back a form asks for a history; without a row it asks for everything. */
export const history = z.strictObject({
  source: z.enum(['medication', 'condition', 'procedure', 'vaccination']),
  back: text.describe('"1 year": how long before the visit the form asks for'),
  before: id.describe('the visit or milestone from which is counted'),
  assumes,
});
