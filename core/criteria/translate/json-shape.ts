import { z } from 'zod';
import type {
  Classification,
  Condition,
  FirstPoint,
  Formula,
  Point,
  RecordCondition,
  Span,
  Value,
  Window,
} from '../syntax.ts';

const span: Span = { start: 0, end: 0 };

const longestText = 10_000;
const text = z.string().max(longestText);
const list = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(1_000);

const point: z.ZodType<Point> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('named'), name: text }),
  z.strictObject({ kind: z.literal('here') }),
]);

const duration = z.strictObject({
  count: z.int().min(0),
  unit: z.enum(['day', 'week', 'month', 'year']),
});

const window: z.ZodType<Window> = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('within'),
      least: duration.optional(),
      most: duration,
      direction: z.enum(['before', 'after', 'around']),
      point,
    })
    .transform((read) => ({ ...read, least: read.least })),
  z.strictObject({ kind: z.literal('beyond'), least: duration, direction: z.enum(['before', 'after']), point }),
  z.strictObject({ kind: z.literal('on'), point }),
  z.strictObject({ kind: z.literal('from-to'), from: point, to: point }),
  z.strictObject({ kind: z.literal('ever') }),
]);

const comparator = z.enum(['<', '<=', '>', '>=', '=', '!=']);

const measureAt = z
  .strictObject({ kind: z.literal('measure'), measure: text, point })
  .transform((read) => ({ ...read, span }));

const change = z
  .strictObject({ kind: z.literal('change'), of: measureAt, from: point })
  .transform((read) => ({ ...read, span }));

/** By its kind alone: tried one after the other, shapes with like members would double the work at every level. */
const value: z.ZodType<Value> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('number'), written: text, unit: text.optional() })
      .transform((read) => ({ ...read, unit: read.unit, span })),
    measureAt,
    z
      .strictObject({ kind: z.literal('percent-of'), percent: text, of: value })
      .transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('sum'), operator: z.enum(['+', '-']), left: value, right: value })
      .transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('product'), operator: z.enum(['*', '/']), left: value, right: value })
      .transform((read) => ({ ...read, span })),
    change,
    z
      .strictObject({ kind: z.literal('limit'), times: text, bound: z.enum(['ULN', 'LLN']), of: measureAt })
      .transform((read) => ({ ...read, span })),
    z
      .strictObject({
        kind: z.literal('reading'),
        choice: z.enum(['latest', 'first', 'highest', 'lowest', 'mean']),
        measure: text,
        window,
      })
      .transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('integral'), measure: text, from: point, to: point })
      .transform((read) => ({ ...read, span })),
    z.strictObject({ kind: z.literal('record-count'), of: records }).transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('new-grades'), grade: text, of: measureAt, from: point })
      .transform((read) => ({ ...read, span })),
  ]),
);

const recordCondition: z.ZodType<RecordCondition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('attribute'), attribute: text }).transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('dose'), comparator, written: text, unit: text })
      .transform((read) => ({ ...read, span })),
    z.strictObject({ kind: z.literal('lasting'), least: duration }).transform((read) => ({ ...read, span })),
    z.strictObject({ kind: z.literal('not'), term: recordCondition }).transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.enum(['and', 'or']), terms: list(recordCondition) })
      .transform((read) => ({ ...read, span })),
  ]),
);

const records = z
  .strictObject({
    kind: z.literal('records'),
    verb: z.enum(['received', 'takes', 'had', 'has', 'changed dose of', 'reduced dose of', 'raised dose of']),
    concepts: list(text),
    otherThan: z.array(text).max(1_000),
    where: recordCondition.optional(),
    window,
    startsAndStops: z.enum(['counting', 'not counting']).optional(),
  })
  .transform((read) => ({ ...read, where: read.where, startsAndStops: read.startsAndStops, span }));

const by = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent: text }),
  z.strictObject({ kind: z.literal('amount'), amount: value }),
]);

const numeric = [
  z
    .strictObject({
      kind: z.literal('comparison'),
      left: value,
      comparator,
      right: value,
    })
    .transform((read) => ({ ...read, span })),
  z
    .strictObject({ kind: z.literal('between'), value, low: value, high: value })
    .transform((read) => ({ ...read, span })),
  z
    .strictObject({ kind: z.literal('tolerance'), value, percent: text, of: value })
    .transform((read) => ({ ...read, span })),
  z
    .strictObject({
      kind: z.literal('trend'),
      value: measureAt,
      direction: z.enum(['falls', 'rises']),
      comparator: z.enum(['>', '>=']),
      by,
      from: point,
    })
    .transform((read) => ({ ...read, span })),
] as const;

const leaves = [
  z
    .strictObject({ kind: z.literal('level'), value: measureAt, levels: list(text), negated: z.boolean() })
    .transform((read) => ({ ...read, span })),
  z
    .strictObject({
      kind: z.literal('set'),
      value: measureAt,
      test: z.enum(['any', 'all', 'none', 'only']),
      levels: list(text),
    })
    .transform((read) => ({ ...read, span })),
  z.strictObject({ kind: z.literal('known'), value: measureAt }).transform((read) => ({ ...read, span })),
  z.strictObject({ kind: z.literal('judgement'), text, point }).transform((read) => ({ ...read, span })),
  z.strictObject({ kind: z.literal('reached'), point }).transform((read) => ({ ...read, span })),
  z.strictObject({ kind: z.literal('reference'), definition: text, point }).transform((read) => ({ ...read, span })),
  z.strictObject({ kind: z.literal('undefined'), reason: text }).transform((read) => ({ ...read, span })),
] as const;

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.enum(['and', 'or', 'any-available', 'first-available']),
        terms: list(condition),
      })
      .transform((read): Condition => {
        const { kind, terms } = read;
        return kind === 'and' || kind === 'or' ? { kind, terms, span } : { kind, terms, span };
      }),
    z.strictObject({ kind: z.literal('not'), term: condition }).transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('if'), test: condition, consequence: condition, otherwise: condition })
      .transform((read) => ({ ...read, span })),
    z
      .strictObject({ kind: z.literal('at-least'), count: z.int().min(0), terms: list(condition) })
      .transform((read) => ({ ...read, span })),
    z
      .strictObject({
        kind: z.enum(['any-point', 'every-point']),
        from: point,
        to: point,
        visits: list(text),
        where: condition,
      })
      .transform((read) => ({ ...read, span })),
    ...numeric,
    ...leaves,
    records,
  ]),
);

const firstPoint = z
  .strictObject({ kind: z.literal('first-point'), from: point, to: point, where: condition })
  .transform((read): FirstPoint => ({ ...read, span }));

const classification = z
  .strictObject({
    kind: z.literal('classify'),
    classes: list(z.strictObject({ label: text, where: condition })),
    otherwise: text.optional(),
  })
  .transform((read): Classification => ({ ...read, otherwise: read.otherwise, span }));

const valueKinds: ReadonlySet<unknown> = new Set([
  'number',
  'measure',
  'percent-of',
  'sum',
  'product',
  'change',
  'limit',
  'reading',
  'integral',
  'record-count',
  'new-grades',
] satisfies readonly Value['kind'][]);

/** The shape of a sentence's JSON form by the kind of its root: a value, a time, a class, or else a condition. */
export const shapeOf = (kind: unknown): z.ZodType<Formula> => {
  if (kind === 'first-point') return firstPoint;
  if (kind === 'classify') return classification;
  return valueKinds.has(kind) ? value : condition;
};
