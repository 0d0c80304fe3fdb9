/** People near the limits of whatever a trial asks, drawn from its own sentences. */
import { type Case, keyOf, pointOfKey } from '#core/criteria/analysis/case.ts';
import { plainCondition } from '#core/criteria/analysis/claims.ts';
import { type CompiledLimit, compileLimit, rootOf } from '#core/criteria/analysis/limit-roots.ts';
import { limitsOf } from '#core/criteria/analysis/limits.ts';
import type { Chart, HistoryRecord } from '#core/criteria/chart.ts';
import { countsAs } from '#core/criteria/lexicon.ts';
import type { RecordQuery } from '#core/criteria/syntax.ts';
import type { TranslatedLibrary } from '#core/criteria/translate/elm.ts';
import type { MeasureKind } from '#core/measures/measure.ts';
import type { Measured } from '#core/measures/measured.ts';
import { onDay } from '#core/quantities/partial-date.ts';
import { everything, exactly } from '#core/quantities/range.ts';
import { add, compare, one, type Rational, rational, zero } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';

/** What the sentences of a trial compare, by what they compare it of. */
export interface DrawingLimits {
  readonly study: Study;
  readonly byKey: ReadonlyMap<string, readonly CompiledLimit[]>;
  readonly queries: readonly RecordQuery[];
}

export const limitsOfLibrary = (study: Study, library: TranslatedLibrary): DrawingLimits => {
  const { definitions, lexicon } = study;
  const all = [...library.sentences.values()]
    .map((sentence) => plainCondition(sentence, { definitions, here: undefined }))
    .flatMap(limitsOf)
    .map((limit) => compileLimit(limit, lexicon));
  const keys = new Set(all.flatMap((limit) => [...limit.keys]));
  return {
    study,
    byKey: new Map([...keys].map((key) => [key, all.filter((limit) => limit.keys.has(key))])),
    queries: library.parameters.flatMap(({ asked }) => (asked.kind === 'records' ? [asked] : [])),
  };
};

const pick = <T>(stream: Stream, all: readonly T[], otherwise: T): T =>
  all[stream.integer(all.length || 1)] ?? otherwise;

const lacking = (item: string, point: string, stream: Stream) => {
  const why = stream.chance(0.5) ? ('not recorded' as const) : ('not done' as const);
  return { status: 'not evaluable', evidence: [], missing: [{ kind: 'item', item, point, why }] } as const;
};
const known = { status: 'ok', evidence: [], missing: [] } as const;

/** Places after the point that a form takes; a step is one in the last. */
const placesOf = (kind: MeasureKind): number => (kind.kind === 'quantity' ? 2 : 0);

const rounded = (value: Rational, places: number): Rational => {
  const scale = 10n ** BigInt(places);
  return rational((value.numerator * scale) / value.denominator, scale);
};

/** Where no limit is a number: multiples of the upper limit of normal that everybody here has. */
const multiples = [1, 10, 40, 60, 80, 120, 200] as const;

/** On a limit of the sentences, as far as the numbers drawn before decide it, or one step beside it. */
const drawNumber = (
  key: string,
  kind: MeasureKind,
  drawn: Map<string, Rational>,
  limits: DrawingLimits,
  stream: Stream,
): Rational => {
  const of = limits.byKey.get(key) ?? [];
  const limit = of[stream.integer(of.length || 1)];
  const others = limit === undefined ? [] : [...limit.keys].filter((each) => !drawn.has(each));
  const person: Case = {
    numbers: new Map([...drawn, ...others.map((each) => [each, one] as const)]),
    levels: new Map(),
    claims: new Map(),
  };
  const root = limit && rootOf(limit, key, person);
  const step = rational(BigInt(stream.integer(3) - 1), 10n ** BigInt(placesOf(kind)));
  const free = rational(BigInt(pick(stream, multiples, 1)));
  const value = add(rounded(root ?? free, placesOf(kind)), step);
  return compare(value, zero) < 0 ? zero : value;
};

const drawMeasured = (
  measure: string,
  point: string,
  kind: MeasureKind,
  number: () => Rational,
  stream: Stream,
): Measured => {
  const gap = stream.chance(0.08);
  const traced = gap ? lacking(measure, point, stream) : known;
  switch (kind.kind) {
    case 'quantity':
    case 'score':
      return { kind: 'number', range: gap ? everything : exactly(number()), ...traced };
    case 'level':
      return { kind: 'level', possible: gap ? kind.levels : [pick(stream, kind.levels, '')], ...traced };
    case 'set': {
      const some = kind.levels.filter(() => stream.chance(0.35));
      return { kind: 'set', certain: gap ? [] : some, possible: gap ? kind.levels : some, ...traced };
    }
    case 'profile': {
      const systems = kind.systems.map((system): readonly [string, readonly string[]] => [
        system,
        stream.chance(0.01) ? kind.levels : [stream.chance(0.8) ? 'D' : pick(stream, kind.levels, 'E')],
      ]);
      return { kind: 'profile', systems: new Map(systems), ...known };
    }
    default:
      return kind satisfies never;
  }
};

/** Days from baseline, before and after the windows of the trials. */
const offsets = [-900, -400, -190, -181, -169, -168, -85, -60, -29, -20, -8, -1, 0, 1, 20, 60, 200] as const;
const zeroDay = 20_600;

/** What a sentence names and takes away, and one thing that is narrower than what it names and not taken away. */
const drawnConcepts = ({ concepts, otherThan }: RecordQuery, { lexicon }: Study): readonly string[] => {
  const others = [...lexicon.concepts.keys()].filter(
    (each) =>
      concepts.some((asked) => asked !== each && countsAs(lexicon, each, asked)) &&
      !otherThan.some((other) => countsAs(lexicon, other, each) || countsAs(lexicon, each, other)),
  );
  return [...concepts, ...otherThan, ...others.slice(-1)];
};

const drawRecord = ({ queries, study }: DrawingLimits, stream: Stream): HistoryRecord | undefined => {
  const query = queries[stream.integer(queries.length || 1)];
  const concept = query && study.lexicon.concepts.get(pick(stream, drawnConcepts(query, study), ''));
  if (concept === undefined) return undefined;
  const start = onDay(zeroDay + pick(stream, offsets, 0));
  const answered = concept.attributes
    .filter(() => stream.chance(0.85))
    .map((name) => [name, stream.chance(0.6)] as const);
  const amount = String(pick(stream, [0.4, 0.5, 0.61, 2, 20, 25], 1));
  const unit = pick(stream, ['g/m2', 'g', 'mg'], 'mg');
  return {
    source: concept.source,
    concept: concept.id,
    start,
    end: stream.chance(0.4)
      ? 'single'
      : stream.chance(0.5)
        ? 'ongoing'
        : onDay(start.last + pick(stream, [30, 91, 200], 30)),
    attributes: Object.fromEntries(answered),
    dose: stream.chance(0.9) ? { amount, unit, everyDays: 1, timesADay: 1 } : undefined,
    kind: undefined,
    record: 'history',
  };
};

/** The day of each point: those of visits as scheduled, milestones on day 0. */
const daysOf = ({ definition }: Study): ReadonlyMap<string, number> =>
  new Map([
    ['consent', zeroDay - 14],
    ['randomisation', zeroDay],
    ['first dose', zeroDay],
    ...definition.visits.map((visit) => [visit.id, zeroDay + visit.day] as const),
  ]);

/** One person; what is asked twice is answered twice alike. */
export const drawPerson = (limits: DrawingLimits, stream: Stream): Chart => {
  const { lexicon } = limits.study;
  const measures = new Map<string, Measured>();
  const drawn = new Map<string, Rational>();
  const said = new Map<string, Truth>();
  const days = daysOf(limits.study);
  const kindOf = (measure: string): MeasureKind => {
    const found = lexicon.measures.get(measure)?.value;
    if (found === undefined) throw new Error(`${measure} is no measure`);
    return found;
  };
  const numberAt = (key: string, measure: string): Rational => {
    // What a limit is relative to was measured before it.
    for (const limit of limits.byKey.get(key) ?? [])
      for (const other of limit.keys)
        if (!drawn.has(other) && lexicon.points.indexOf(pointOfKey(other)) < lexicon.points.indexOf(pointOfKey(key)))
          measureAt(other.slice(0, other.indexOf(' at ')), pointOfKey(other));
    const number = drawNumber(key, kindOf(measure), drawn, limits, stream);
    drawn.set(key, number);
    return number;
  };
  const measureAt = (measure: string, point: string): Measured => {
    const key = keyOf(measure, point);
    const before = measures.get(key);
    if (before !== undefined) return before;
    const measured = drawMeasured(measure, point, kindOf(measure), () => numberAt(key, measure), stream);
    measures.set(key, measured);
    return measured;
  };
  const history = Array.from({ length: stream.integer(4) }, () => drawRecord(limits, stream)).filter(
    (record) => record !== undefined,
  );
  const complete = stream.chance(0.75) ? zeroDay + 2000 : undefined;
  const isHeld = new Map([...days.keys()].map((point) => [point, stream.chance(0.97)]));
  const limit = rational(40);
  const hasRange = stream.chance(0.9);
  return {
    dateOf: (point) => (isHeld.get(point) === true ? onDay(days.get(point) ?? zeroDay) : undefined),
    dueOn: () => undefined,
    recordOf: (point) => point,
    measure: measureAt,
    measuredAt: () => [],
    onDay: (measure, day) => measureAt(measure, `day ${day}`),
    accumulated: (measure, first, last) => measureAt(measure, `days ${first} to ${last}`),
    normalRange: () => (hasRange ? { low: one, high: limit, of: 'the laboratory', written: '1..40' } : undefined),
    records: (source) => history.filter((record) => record.source === source),
    completeThrough: () => complete,
    judgement: (text, point) => {
      const truth = said.get(text + point) ?? pick<Truth>(stream, ['true', 'false', 'false', 'unknown'], 'false');
      said.set(text + point, truth);
      return { truth, record: undefined };
    },
  };
};
