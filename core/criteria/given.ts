import assert from 'node:assert/strict';
import { ageBy } from '#core/measures/age.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import type { Answer } from '#core/measures/instrument.ts';
import type { Sitting } from '#core/measures/measure.ts';
import type { NormalRange } from '#core/measures/normal-range.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { onDay, type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { Chart, HistoryRecord } from './chart.ts';
import { compileCondition } from './compile.ts';
import { concepts } from './concepts.ts';
import type { Unreadable } from './cursor.ts';
import { explain } from './explain.ts';
import type { Lexicon, Source } from './lexicon.ts';
import type { Proof } from './proof.ts';
import { isUnreadable, readFormula, readRule } from './read.ts';
import type { Condition, Formula } from './syntax.ts';

/** A record of a history in plain words; without `end` it is a single day. */
export interface PlainRecord {
  readonly concept: string;
  readonly start: string;
  readonly end?: string;
  /** `1000 mg`, once a day unless it says otherwise. */
  readonly dose?: string;
  readonly timesADay?: number;
  readonly everyDays?: number;
  readonly kind?: 'maintenance' | 'pulse' | 'taper';
  readonly attributes?: Readonly<Record<string, boolean>>;
}

/** What is known of a participant, in plain words, for tests. */
export interface ChartFacts {
  readonly born?: string;
  readonly sex?: 'female' | 'male';
  /** `ALT`: `7..40`, in the unit of the measure; an end may be left out. */
  readonly normal?: Readonly<Record<string, string>>;
  /** When a missed visit was due: a month stands for any of its days. */
  readonly due?: Readonly<Record<string, string>>;
  /** Points and their dates; `missed` for a visit that was. */
  readonly dates?: Readonly<Record<string, string>>;
  /** `creatinine at baseline`: `1.2 mg/dL`. */
  readonly items?: Readonly<Record<string, string>>;
  /** Judgements, answered alike at every point. */
  readonly judged?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly history?: readonly PlainRecord[];
  /** Sources and the day through which each was signed as complete. */
  readonly complete?: Partial<Readonly<Record<Source, string>>>;
}

export const points = ['consent', 'screening', 'randomisation', 'first dose', 'baseline', 'week 4', 'week 24'] as const;

/** Every measure and concept there is, with a small schedule and two definitions. */
export const lexicon: Lexicon = {
  measures: new Map([...catalogue, ageBy('completed years')].map((measure) => [measure.id, measure])),
  concepts,
  points,
  visits: new Set(['screening', 'baseline', 'week 4', 'week 24']),
  definitions: new Set(['CR', 'low-protein']),
};

const mustDate = (written: string): PartialDate => {
  const date = readDate(written);
  assert(date !== undefined, `${written} is no date`);
  return date;
};

const recordOf = (plain: PlainRecord, index: number): HistoryRecord => {
  const { concept, start, end, dose } = plain;
  const source = concepts.get(concept)?.source;
  assert(source !== undefined, `${concept} is no concept`);
  const [amount = '', unit = ''] = dose?.split(' ') ?? [];
  return {
    source,
    concept,
    start: mustDate(start),
    end: end === undefined ? 'single' : end === 'ongoing' ? 'ongoing' : mustDate(end),
    attributes: plain.attributes ?? {},
    dose:
      dose === undefined
        ? undefined
        : { amount, unit, everyDays: plain.everyDays ?? 1, timesADay: plain.timesADay ?? 1 },
    kind: plain.kind,
    record: `history.${index + 1}`,
  };
};

const answerOf = (facts: ChartFacts, item: string, point: string): Answer | undefined => {
  const written = facts.items?.[`${item} at ${point}`];
  if (written === undefined) return undefined;
  const record = `${point}/${item}`;
  if (written === 'not done') return { written, unit: undefined, date: facts.dates?.[point], record };
  const [value = '', unit] = written.split(' ');
  return { written: value, unit, date: facts.dates?.[point], record };
};

const rangeOf = (written: string | undefined): NormalRange | undefined => {
  if (written === undefined) return undefined;
  const [low, high] = written.split('..').map((text) => {
    const decimal = readDecimal(text);
    return decimal && rationalOf(decimal);
  });
  return { low, high, of: 'the laboratory', written };
};

/** A chart from plain facts; measures are computed from the items as the catalogue computes them. */
export const chartFrom = (facts: ChartFacts, names: Lexicon = lexicon): Chart => {
  const history = (facts.history ?? []).map(recordOf);
  const dateOf = (point: string): PartialDate | undefined =>
    facts.dates?.[point] === undefined || facts.dates[point] === 'missed' ? undefined : mustDate(facts.dates[point]);
  const through = (source: Source): number | undefined =>
    facts.complete?.[source] === undefined ? undefined : mustDate(facts.complete[source]).last;
  const sittingAt = (point: string): Sitting => ({
    point,
    date: dateOf(point),
    answer: (item) => answerOf(facts, item, point),
    earlier: [],
    birth:
      facts.born === undefined ? undefined : { written: facts.born, unit: undefined, date: undefined, record: 'birth' },
    sex: facts.sex === undefined ? undefined : { written: facts.sex, unit: undefined, date: undefined, record: 'sex' },
    normalRange: (measure) => rangeOf(facts.normal?.[measure]),
    medication: {
      courses: history.filter((record) => record.source === 'medication'),
      completeThrough: through('medication'),
    },
  });
  const find = (id: string) => {
    const measure = names.measures.get(id);
    assert(measure !== undefined, `${id} is no measure`);
    return measure;
  };
  return {
    dateOf,
    dueOn: (visit) => (facts.due?.[visit] === undefined ? undefined : mustDate(facts.due[visit])),
    recordOf: (point) => (facts.dates?.[point] === undefined ? undefined : point),
    measure: (id, point) => find(id).compute(sittingAt(point)),
    measuredAt: () => points.filter((point) => names.visits.has(point)),
    onDay: (id, day) => find(id).compute({ ...sittingAt('day'), date: onDay(day) }),
    accumulated: (id, first, last) => {
      const { accumulate } = find(id);
      assert(accumulate !== undefined, `${id} does not accumulate`);
      return accumulate(sittingAt('day'), first, last);
    },
    normalRange: (measure) => rangeOf(facts.normal?.[measure]),
    records: (source) => history.filter((record) => record.source === source),
    completeThrough: through,
    judgement: (text, point) => {
      const answer = facts.judged?.[text];
      if (answer === undefined) return { truth: 'unknown', record: undefined };
      return { truth: answer === 'yes' ? 'true' : 'false', record: `${point}/${text}` };
    },
  };
};

const readable = <T extends Formula>(sentence: string, read: T | Unreadable): T => {
  assert(!isUnreadable(read), `${sentence}: ${JSON.stringify(read)}`);
  return read;
};

/** The tree of a sentence that can be read. */
export const conditionOf = (sentence: string): Condition => readable(sentence, readRule(sentence, lexicon));
export const formulaOf = (sentence: string): Formula => readable(sentence, readFormula(sentence, lexicon));

/** Why a sentence cannot be read. */
export const unreadable = (sentence: string): Unreadable => {
  const read = readFormula(sentence, lexicon);
  assert(isUnreadable(read), `${sentence} was read`);
  return read;
};

const definitions = new Map<string, Condition>([
  ['low-protein', conditionOf('UPCR < 0.5 g/g')],
  ['CR', conditionOf('low-protein and creatinine <= 1.2 mg/dL')],
]);

/** What a sentence comes to, asked at a point where it leaves that open. */
export const ask = (sentence: string, facts: ChartFacts, here?: string): Proof =>
  compileCondition(conditionOf(sentence), { lexicon, definitions })(chartFrom(facts), here);

export const truthOf = (sentence: string, facts: ChartFacts, here?: string): Proof['truth'] =>
  ask(sentence, facts, here).truth;

export const explained = (sentence: string, facts: ChartFacts, here?: string): readonly string[] =>
  explain(ask(sentence, facts, here));

/** A tree without its places, to compare what was said and not where. */
export const withoutSpans = (tree: unknown): unknown => {
  if (Array.isArray(tree)) return tree.map(withoutSpans);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => key !== 'span')
      .map(([key, inner]) => [key, withoutSpans(inner)]),
  );
};
