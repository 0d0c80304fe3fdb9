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
