import { z } from 'zod';

const text = z.string().trim().min(1).max(500);
const whole = '(0|[1-9]\\d{0,6})';

/** "9 of 12": so many of so many. */
const counts = z
  .string()
  .regex(new RegExp(`^${whole} of ${whole}$`), 'so many of so many: "9 of 12"')
  .transform((written) => {
    const [events = 0, of = 0] = written.split(' of ').map(Number);
    return { events, of };
  });

/** A number as it was printed: its places say how exactly it can be compared. */
const printed = z.string().regex(/^-?\d*\.?\d+$/, 'a number as it was printed: "0.050"');
const printedP = z.string().regex(/^<?0?\.\d+$|^1\.?0*$/, 'a p value as it was printed: "0.03", "<0.0001"');
const interval = z.string().regex(/^-?[\d.]+ to -?[\d.]+$/, 'two ends as they were printed: "35.9 to 99.6"');

const proportion = z.strictObject({
  id: text,
  count: counts.optional(),
  of: z.int().min(1).max(1_000_000).optional().describe('where the count itself was not printed'),
  percent: printed.optional(),
  interval: interval.optional().describe('in percent'),
});

const stratum = z.strictObject({ first: counts, second: counts });

const comparison = z.strictObject({
  id: text,
  first: counts.optional(),
  second: counts.optional(),
  strata: z.array(stratum).min(1).max(100).optional(),
  p: printedP.optional(),
  difference: printed.optional().describe('in percentage points, first minus second'),
  'difference interval': interval.optional(),
  'odds ratio': printed.optional(),
  'odds ratio interval': interval.optional(),
  'risk ratio': printed.optional(),
});

/** Published counts, and what was printed of them. */
export const paperSchema = z.strictObject({
  paper: text.describe('its key in the list of references'),
  title: text,
  first: text.optional().describe('the group that comes first'),
  second: text.optional(),
  proportions: z.array(proportion).max(500).optional(),
  comparisons: z.array(comparison).max(500).optional(),
});

export type Paper = z.output<typeof paperSchema>;
export type PaperProportion = NonNullable<Paper['proportions']>[number];
export type PaperComparison = NonNullable<Paper['comparisons']>[number];
