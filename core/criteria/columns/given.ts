import assert from 'node:assert/strict';
import type { Measured } from '#core/measures/measured.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { atMost, between, everything, exactly, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import type { Chart, HistoryRecord } from '../chart.ts';
import type { Glossary } from '../compile.ts';
import { conditionOf, lexicon, points } from '../given.ts';
import type { Lexicon } from '../lexicon.ts';
import { type TranslatedLibrary, translateToElm } from '../translate/elm.ts';

/** The words of every measure and concept there is, with a definition to refer to. */
export const glossary: Glossary = {
  lexicon: { ...lexicon, definitions: new Set(['low-protein']) },
  definitions: new Map([['low-protein', conditionOf('UPCR < 0.5 g/g and creatinine <= 1.2 mg/dL')]]),
};

/** Sentences as one library, each under its own words; all of them must have a translation. */
export const libraryOf = (sentences: readonly string[]): TranslatedLibrary => {
  const named = sentences.map((sentence) => ({ name: sentence, formula: conditionOf(sentence), here: undefined }));
  const library = translateToElm({ id: 'sentences', version: '1' }, named, glossary);
  assert.deepEqual(library.refused, []);
  return library;
};

/** In hundredths: values that sentences compare with; those not named are compared near 1. */
const limits: Readonly<Record<string, readonly number[]>> = {
  'ACR-1997-count': [400],
  age: [1800, 1900, 6500, 6600],
  'SLEDAI-2K': [200, 600, 1000],
  UPCR: [50, 100, 300],
  creatinine: [0, 96, 120, 200],
  'prednisone-equivalent': [600, 1000, 2000],
  PGA: [50, 80],
  ALT: [2000, 12_000],
  AST: [1000, 6000],
};
const wholeSteps: ReadonlySet<string> = new Set(['ACR-1997-count', 'age', 'SLEDAI-2K']);

/** On a limit or beside it; now and then with more places than are passed, below a limit, or between two values. */
const drawRange = (measure: string, stream: Stream): Range => {
  const aside = (stream.integer(3) - 1) * (wholeSteps.has(measure) ? 100 : 1);
  const value = stream.pick(limits[measure] ?? [50, 100]) + aside;
  const kind = wholeSteps.has(measure) ? 99 : stream.integer(60);
  if (kind === 0) return exactly(rational(value * 3000 + 1, 300_000));
  if (kind === 1) return atMost(rational(Math.abs(value), 100));
  if (kind === 2) return between(rational(value, 100), rational(value + 7, 100));
  return exactly(rational(value, 100));
};

const lacking = (item: string, point: string, stream: Stream) => {
  const why = stream.chance(0.3) ? 'not done' : 'not recorded';
  return { status: 'not evaluable', evidence: [], missing: [{ kind: 'item', item, point, why }] } as const;
};

const drawMeasure = (measure: string, point: string, { measures }: Lexicon, stream: Stream): Measured => {
  const kind = measures.get(measure)?.value;
  assert(kind !== undefined, measure);
  const gap = stream.chance(0.1);
  const traced = gap ? lacking(measure, point, stream) : ({ status: 'ok', evidence: [], missing: [] } as const);
  switch (kind.kind) {
    case 'level': {
      const two = kind.levels.slice(0, 2);
      return { kind: 'level', possible: gap ? kind.levels : [stream.pick(two)], ...traced };
    }
    case 'set': {
      const some = kind.levels.filter(() => stream.chance(0.3));
      return { kind: 'set', certain: gap ? [] : some, possible: gap ? kind.levels : some, ...traced };
    }
    case 'profile': {
      const grade = (): readonly string[] => (gap ? kind.levels : [kind.levels[stream.chance(0.03) ? 0 : 3] ?? 'E']);
      return { kind: 'profile', systems: new Map(kind.systems.map((system) => [system, grade()])), ...traced };
    }
    case 'quantity':
    case 'score':
      return { kind: 'number', range: gap ? everything : drawRange(measure, stream), ...traced };
    default:
      return kind satisfies never;
  }
};

const mustDate = (written: string): PartialDate => {
  const date = readDate(written);
  assert(date !== undefined, written);
  return date;
};

const visitDays: Readonly<Record<string, string>> = {
  consent: '2026-05-10',
  screening: '2026-05-18',
  'week 4': '2026-06-29',
  'week 24': '2026-11-16',
};

const starts = ['2025-11-30', '2025-12-01', '2026-02-22', '2026-02-23', '2026-04-20', '2026-05-18', '2026-06', '2026'];
const concepts = ['rituximab', 'belimumab', 'mycophenolate', 'tacrolimus', 'prednisone', 'pneumonia', 'onychomycosis'];
const others = ['plasmapheresis', 'live-vaccine', 'malignancy', 'adverse-event', 'adverse-event'];
const attributes = ['severe', 'active', 'recurrent', 'hospitalised', 'iv-antibiotics', 'treated', 'serious', 'failed'];

const drawRecord = (names: Lexicon, stream: Stream): HistoryRecord => {
  const concept = stream.pick([...concepts, ...others]);
  const source = names.concepts.get(concept)?.source;
  assert(source !== undefined, concept);
  const said = attributes.filter(() => stream.chance(0.8)).map((name) => [name, stream.chance(0.6)] as const);
  const dosed = source === 'medication' && stream.chance(0.8);
  return {
    source,
    concept,
    start: mustDate(stream.pick(starts)),
    end: stream.pick(['single', 'ongoing', mustDate('2026-12-31')] as const),
    attributes: Object.fromEntries(said),
    dose: dosed ? { amount: stream.pick(['10', '20', '30']), unit: 'mg', everyDays: 1, timesADay: 1 } : undefined,
    kind: undefined,
    record: 'history',
  };
};

const drawLimits = (stream: Stream): NormalRange | undefined =>
  stream.chance(0.85)
    ? { low: rational(stream.pick([10, 1])), high: rational(stream.pick([40, 1])), of: 'it', written: '' }
    : undefined;

/** Draws once, and answers alike whenever the same is asked again. */
const remembered = <T>(draw: (what: string, where: string) => T): ((what: string, where: string) => T) => {
  const drawn = new Map<string, T>();
  return (what, where) => {
    const key = `${what} at ${where}`;
    const value = drawn.has(key) ? (drawn.get(key) as T) : draw(what, where);
    drawn.set(key, value);
    return value;
  };
};

/** One person near the limits of the sentences, with gaps, censored numbers and a history that may be open. */
export const drawPerson = (names: Lexicon, stream: Stream): Chart => {
  const measure = remembered((id: string, point: string) => drawMeasure(id, point, names, stream));
  const history = [0, 1, 2].filter(() => stream.chance(0.5)).map(() => drawRecord(names, stream));
  const complete = stream.chance(0.7) ? mustDate('2026-12-31').last : undefined;
  const held = remembered((point) => !(point === 'consent' || point.startsWith('week')) || stream.chance(0.9));
  const judged = remembered((): Truth => stream.pick(['true', 'false', 'false', 'unknown']));
  return {
    dateOf: (point) => (held(point, '') ? mustDate(visitDays[point] ?? '2026-06-01') : undefined),
    dueOn: () => undefined,
    recordOf: (point) => (held(point, '') ? point : undefined),
    measure,
    measuredAt: () => points.filter((point) => names.visits.has(point)),
    onDay: (id, day) => measure(id, String(day)),
    accumulated: (id) => ({ ...measure(id, 'day'), kind: 'number', range: exactly(rational(1000)) }),
    normalRange: remembered(() => drawLimits(stream)),
    records: (source) => history.filter((record) => record.source === source),
    completeThrough: () => complete,
    judgement: (text, point) => ({ truth: judged(text, point), record: undefined }),
  };
};
