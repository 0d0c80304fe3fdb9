import { z } from 'zod';
import { assumes, count, from, id, rule, text } from './schema-words.ts';

const dosingDay = z.int().min(0).max(36_500);

/** One medicine or product, and when it is given: on named days, so many times, or through a last day. */
const dose = z.strictObject({
  id,
  product: text,
  route: text,
  amount: text.describe('of one administration, a number and a unit: "2000000 {cells}/kg", "0.75 g", "100 mL"'),
  'weight at': id
    .optional()
    .describe('the visit whose weight a dose by weight uses, or "each visit" for that of the day of the dose'),
  volume: text.optional().describe('what goes into the participant: "100 mL"'),
  'suspended in': text.optional(),
  'on days': z.array(dosingDay).min(1).max(1000).optional().describe('the days, counted from day 0: [0, 7]'),
  'first day': dosingDay.optional().describe('day of the first administration, counted from day 0; 0 unless said'),
  times: z.int().min(1).max(1000).optional(),
  'every days': z.int().min(1).max(365).optional(),
  'last day': dosingDay
    .optional()
    .describe('the last day that may have a dose, instead of times; every day unless said'),
  'per day': z.int().min(1).max(24).optional().describe('administrations on each of its days; 1 unless said'),
  cycles: z.int().min(1).max(100).optional(),
  'cycle days': z.int().min(1).max(365).optional(),
  'self administered': z.boolean().optional().describe('taken by the participant at home'),
  'placebo for': id.optional().describe('the dose of another arm that this one looks like'),
  from,
  assumes,
});

export const arm = z.strictObject({
  id,
  title: text,
  role: z.enum(['experimental', 'active comparator', 'placebo comparator', 'no intervention']),
  from,
  doses: z.array(dose).max(50),
});

/** Each rule parts the participants in those who meet it and those who do not; a stratum is one combination. */
const stratum = z.strictObject({ id, title: text, rule, from, assumes });

/** By chance, in a ratio, within strata or, by minimisation, balanced over each of them. */
const byChance = {
  ratio: z.record(id, z.int().min(1).max(20)),
  strata: z
    .array(stratum)
    .min(1)
    .max(6)
    .optional()
    .describe('each sentence parts participants in two; strata are their combinations'),
  'by site': z.boolean().optional().describe('whether each site has strata of its own'),
  from,
  assumes,
};

const fraction = z.string().regex(/^\d{1,4}\/\d{1,4}$/, 'a fraction such as 2/3');

const simple = z.strictObject({
  method: z.literal('simple').describe('each participant alone, in the ratio'),
  ...byChance,
});
const permutedBlocks = z.strictObject({
  method: z.literal('permuted blocks'),
  'block sizes': z.array(count).min(1).max(20),
  ...byChance,
});
const bigStick = z.strictObject({
  method: z.literal('big stick').describe('a fair coin, until one of two arms is so far ahead'),
  limit: count.describe('largest difference between the arms'),
  ...byChance,
});
const biasedCoin = z.strictObject({
  method: z.literal('biased coin').describe('the arm that is behind comes with a fixed chance'),
  chance: fraction.optional().describe('that chance; 2/3 unless said'),
  ...byChance,
});
const minimisation = z.strictObject({
  method: z.literal('minimisation').describe('the arm that leaves the strata most even comes with a fixed chance'),
  chance: fraction.optional().describe('that chance; 4/5 unless said'),
  measure: z.enum(['range', 'variance']).optional().describe('how unevenness is measured; range unless said'),
  ...byChance,
});
const uploadedList = z.strictObject({
  method: z.literal('uploaded list').describe('a list that was made elsewhere, by stratum and slot'),
  ...byChance,
});

const assigned = z.strictObject({
  method: z.literal('assigned').describe('not by chance'),
  rule: text.describe('how a participant comes to an arm, in words'),
  participants: z.record(id, z.int().min(1).max(100_000)).describe('how many in each arm'),
  from,
  assumes,
});

const singleGroup = z.strictObject({ method: z.literal('single group'), from, assumes });

export const allocation = z.discriminatedUnion('method', [
  simple,
  permutedBlocks,
  bigStick,
  biasedCoin,
  minimisation,
  uploadedList,
  assigned,
  singleGroup,
]);

const concepts = z.array(id).max(200).optional();

/** What else may be taken, as concepts of the catalogue. */
export const treatments = z.strictObject({
  allowed: concepts,
  prohibited: concepts,
  rescue: concepts,
  background: text.optional().describe('what everyone takes beside the study treatment, in words'),
  from,
  assumes,
});

export type DoseDefinition = z.infer<typeof dose>;
export type AllocationDefinition = z.infer<typeof allocation>;
