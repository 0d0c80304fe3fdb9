import { z } from 'zod';

const text = z.string();
const texts = z.array(text);
const truth = z.enum(['true', 'false', 'unknown']);

const finding = z.strictObject({
  severity: z.enum(['error', 'warning']),
  line: z.int().min(1),
  column: z.int().min(1),
  path: text,
  what: text,
  expected: texts,
  nearest: text.optional(),
});

const recordFinding = z.strictObject({
  rule: text,
  severity: z.enum(['error', 'warning', 'information']),
  places: z.array(z.strictObject({ place: text, quote: text.optional() })),
  what: text,
  question: text,
  reading: text.optional(),
});

const cell = z.strictObject({
  truths: z.array(truth),
  verdict: z.enum(['one level', 'several levels', 'none', 'no rule']),
  cases: z.int().min(1),
  example: texts,
});

const analysis = z.strictObject({
  relations: z.array(
    z.strictObject({
      relation: z.enum(['nobody passes', 'excludes nobody', 'implied by', 'not analysed']),
      criteria: texts.min(1).max(2),
    }),
  ),
  responses: z.array(
    z.strictObject({
      response: text,
      at: text,
      table: z.strictObject({ levels: texts, complete: z.boolean(), cells: z.array(cell) }),
    }),
  ),
  jumps: z.array(
    z.strictObject({
      definition: text,
      at: text,
      threshold: text,
      limited: text,
      when: text,
      otherwise: text,
      given: texts,
    }),
  ),
});

const question = z.strictObject({
  id: text,
  severity: z.enum(['error', 'warning', 'information']),
  ask: text,
  assumption: text.optional(),
  answer: text.optional(),
  from: text.optional(),
});

/** What `trialwright check --json` prints: findings by place, what the sentences mean together, the record, the questions. */
export const checkAnswer = z.strictObject({
  file: text,
  valid: z.boolean(),
  findings: z.array(finding),
  analysis: analysis.optional().describe('absent where nothing was compiled'),
  record: z
    .strictObject({ file: text, problems: z.array(finding), findings: z.array(recordFinding) })
    .optional()
    .describe('absent where the study names no record'),
  questions: z.array(question),
});

/** The same as a JSON Schema. */
export const checkAnswerSchema = () => z.toJSONSchema(checkAnswer, { target: 'draft-2020-12' });
