/** Every sentence of a trial that has ELM, asked by us and by cql-execution 3.3.2, of people near its limits. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import cql from 'cql-execution';
import type { Chart, HistoryRecord } from '#core/criteria/chart.ts';
import { compileCondition, type Glossary } from '#core/criteria/compile.ts';
import { isCondition } from '#core/criteria/formula-kind.ts';
import { noReadings } from '#core/criteria/no-readings.ts';
import { isUnreadable, readRule } from '#core/criteria/read.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { answersFor } from '#core/criteria/translate/answers-for.ts';
import { type TranslatedLibrary, translateToElm } from '#core/criteria/translate/elm.ts';
import type { Measured } from '#core/measures/measured.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { everything, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { namedFormulas } from '#core/study/named-formulas.ts';

const { study, findings } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));
assert(study !== undefined, JSON.stringify(findings));
const { lexicon, definitions } = study;
const glossary: Glossary = { lexicon, definitions };

const at = 'week 24';
const formulas = namedFormulas(study);

const truthOf = (found: unknown): Truth => (found === true ? 'true' : found === false ? 'false' : 'unknown');

/** What cql-execution says of every statement, for one participant's parameters. */
const runElm = async (
  library: cql.Library,
  answers: ReadonlyMap<string, bigint | string | boolean | null>,
): Promise<ReadonlyMap<string, Truth>> => {
  const parameters = Object.fromEntries(
    [...answers].map(([name, answer]) => [name, typeof answer === 'bigint' ? Number(answer) : answer]),
  );
  const { unfilteredResults } = await new cql.Executor(library, undefined, parameters).exec(new cql.PatientSource([]));
  return new Map(Object.entries(unfilteredResults).map(([name, found]) => [name, truthOf(found)]));
};

const executable = ({ elm }: TranslatedLibrary): cql.Library => new cql.Library(elm);

const lacking = (item: string, point: string) =>
  ({ status: 'not evaluable', evidence: [], missing: [{ kind: 'item', item, point, why: 'not recorded' }] }) as const;
const known = { status: 'ok', evidence: [], missing: [] } as const;

/** Limits of the sentences, in hundredths; one in hundredths either side of each is drawn too. */
const limits: Readonly<Record<string, readonly number[]>> = {
  'ACR-1997-count': [400],
  age: [1800, 1900, 6500, 6600],
  'SLEDAI-2K': [200, 600, 1000],
  UPCR: [50, 100, 200],
  'protein-24h': [50, 100, 200],
  creatinine: [0, 96, 120, 150],
  'prednisone-equivalent': [1000],
  PGA: [50, 80],
};

const wholeSteps: ReadonlySet<string> = new Set(['ACR-1997-count', 'age', 'SLEDAI-2K']);
const stepOf = (measure: string): number => (wholeSteps.has(measure) ? 100 : measure === 'PGA' ? 10 : 1);

/** In ten-thousandths: on a limit or one step beside it; after baseline also on a percentage of the value there. */
const drawNumber = (measure: string, baseline: bigint | undefined, stream: Stream): bigint => {
  const aside = BigInt((stream.integer(3) - 1) * stepOf(measure) * 100);
  if (baseline !== undefined && stepOf(measure) === 1 && stream.chance(0.6)) {
    const percent = [70n, 50n, 125n][stream.integer(3)] ?? 70n;
    return (baseline * percent) / 100n + aside;
  }
  const near = limits[measure];
  assert(near !== undefined, `no limits for ${measure}`);
  return BigInt((near[stream.integer(near.length)] ?? 0) * 100) + aside;
};

const pick = <T>(stream: Stream, all: readonly [T, ...T[]]): T => all[stream.integer(all.length)] ?? all[0];

const drawProfile = (levels: readonly string[], stream: Stream): readonly string[] =>
  stream.chance(0.01) ? levels : [levels[Math.min(levels.length - 1, stream.integer(60))] ?? 'E'];

const drawMeasure = (measure: string, point: string, earlier: bigint | undefined, stream: Stream) => {
  const kind = lexicon.measures.get(measure)?.value;
  assert(kind !== undefined, measure);
  const gap = stream.chance(0.08);
  const traced = gap ? lacking(measure, point) : known;
  switch (kind.kind) {
    case 'level':
      return {
        number: undefined,
        measured: {
          kind: 'level',
          possible: gap ? kind.levels : [stream.chance(0.4) ? (kind.levels[0] ?? '') : (kind.levels[1] ?? '')],
          ...traced,
        } as const,
      };
    case 'set': {
      const one = kind.levels.filter(() => stream.chance(0.4));
      const measured = { kind: 'set', certain: gap ? [] : one, possible: gap ? kind.levels : one, ...traced } as const;
      return { number: undefined, measured };
    }
    case 'profile': {
      const systems = new Map(kind.systems.map((system) => [system, drawProfile(kind.levels, stream)]));
      return { number: undefined, measured: { kind: 'profile', systems, ...lacking(measure, point) } as const };
    }
    case 'quantity':
    case 'score': {
      const parts = drawNumber(measure, earlier, stream);
      const range = gap ? everything : exactly(rational(parts, 10_000));
      return { number: parts, measured: { kind: 'number', range, ...traced } as const };
    }
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
  randomisation: '2026-06-01',
  'first dose': '2026-06-01',
  baseline: '2026-06-01',
  'week 24': '2026-11-16',
};

const starts = [
  '2025-11-30',
  '2025-12-01',
  '2026-02-22',
  '2026-02-23',
  '2026-04-20',
  '2026-05-19',
  '2026-06-02',
  '2026',
] as const;
const drawn = [
  'rituximab',
  'belimumab',
  'mycophenolate',
  'pneumonia',
  'onychomycosis',
  'plasmapheresis',
  'live-vaccine',
  'malignancy',
  'adverse-event',
  'significant-laboratory-change',
  'significant-vital-sign-change',
] as const;
const attributes = ['severe', 'active', 'recurrent', 'hospitalised', 'iv-antibiotics', 'treated', 'serious'] as const;

const drawRecord = (stream: Stream): HistoryRecord => {
  const concept = pick(stream, drawn);
  const source = lexicon.concepts.get(concept)?.source;
  assert(source !== undefined, concept);
  const answered = attributes.filter(() => stream.chance(0.8)).map((name) => [name, stream.chance(0.5)] as const);
  const start = mustDate(pick(stream, starts));
  const record = { source, concept, start, end: 'single', attributes: Object.fromEntries(answered) } as const;
  return { ...record, dose: undefined, kind: undefined, record: 'history' };
};

/** One person; what is asked twice is answered twice alike. */
const drawPerson = (stream: Stream): Chart => {
  const measures = new Map<string, Measured>();
  const baselines = new Map<string, bigint>();
  const drawAt = (measure: string, point: string): Measured => {
    const key = `${measure} at ${point}`;
    const before = measures.get(key);
    if (before !== undefined) return before;
    if (point === at && !measures.has(`${measure} at baseline`)) drawAt(measure, 'baseline');
    const { number, measured } = drawMeasure(measure, point, point === at ? baselines.get(measure) : undefined, stream);
    if (number !== undefined && point === 'baseline') baselines.set(measure, number);
    measures.set(key, measured);
    return measured;
  };
  const history = stream.chance(0.6) ? [drawRecord(stream)] : [];
  const complete = stream.chance(0.7) ? mustDate('2026-11-16').last : undefined;
  const said = new Map<string, Truth>();
  const consented = stream.chance(0.9);
  return {
    ...noReadings,
    dateOf: (point) => (point === 'consent' && !consented ? undefined : mustDate(visitDays[point] ?? '2026-06-01')),
    recordOf: (point) => point,
    measure: drawAt,
    records: (source) => history.filter((record) => record.source === source),
    completeThrough: () => complete,
    judgement: (text, point) => {
      const truth = said.get(text + point) ?? pick(stream, ['true', 'false', 'false', 'unknown'] as const);
      said.set(text + point, truth);
      return { truth, record: undefined };
    },
  };
};

const library = translateToElm({ id: study.definition.id, version: study.definition.version }, formulas, glossary);

test('only values and times have no translation in this trial', () => {
  assert.deepEqual(
    library.refused.map(({ name, construct }) => [name, construct]),
    [
      ['time-to-response', 'time'],
      ['sledai-change', 'value'],
      ['bilag-change', 'value'],
      ['steroid-change', 'value'],
    ],
  );
  assert.equal(library.elm.library.statements.def.length, 27);
});

const people = 2000;

test(`${people} people near the limits: every statement is true, false and null where we say so`, async () => {
  const stream = openStream(secretFromSeed('oracle'), 'elm');
  const asked = formulas.flatMap(({ name, formula, here }) =>
    isCondition(formula) ? [{ name, here, ask: compileCondition(formula, glossary) }] : [],
  );
  assert.equal(asked.length, library.sentences.size);
  const answerOf = answersFor(library, glossary);
  const ready = executable(library);
  const counts = new Map<string, number>();
  for (let person = 0; person < people; person += 1) {
    const chart = drawPerson(stream);
    const { answers, unheld } = answerOf(chart);
    assert.deepEqual(unheld, []);
    const theirs = await runElm(ready, answers);
    for (const { name, here, ask } of asked) {
      const { truth } = ask(chart, here);
      assert.equal(theirs.get(name), truth, `${name}, person ${person}`);
      counts.set(`${name} ${truth}`, (counts.get(`${name} ${truth}`) ?? 0) + 1);
    }
  }
  for (const { name } of asked)
    for (const truth of ['true', 'false', 'unknown'])
      assert((counts.get(`${name} ${truth}`) ?? 0) > 0, `nobody for whom ${name} is ${truth}`);
});

const readable = (sentence: string): Condition => {
  const read = readRule(sentence, lexicon);
  assert(!isUnreadable(read), `${sentence}: ${JSON.stringify(read)}`);
  return read;
};

const sentencesAsLibrary = (sentences: readonly string[]): TranslatedLibrary => {
  const named = sentences.map((sentence) => ({ name: sentence, formula: readable(sentence), here: undefined }));
  const translated = translateToElm({ id: 'sentences', version: '1' }, named, glossary);
  assert.deepEqual(translated.refused, []);
  return translated;
};

/** A chart that knows these numbers, in ten-thousandths of the measure's unit, and these judgements. */
const chartOf = (numbers: ReadonlyMap<string, bigint>, said: ReadonlyMap<string, Truth> = new Map()): Chart => ({
  ...noReadings,
  dateOf: () => undefined,
  recordOf: () => undefined,
  measure: (measure, point) => {
    const parts = numbers.get(`${measure} at ${point}`);
    return parts === undefined
      ? { kind: 'number', range: everything, ...lacking(measure, point) }
      : { kind: 'number', range: exactly(rational(parts, 10_000)), ...known };
  },
  records: () => [],
  completeThrough: () => undefined,
  judgement: (text, point) => {
    const truth = said.get(text) ?? 'unknown';
    const missing = truth === 'unknown' ? undefined : `${point}/${text}`;
    return { truth, record: missing };
  },
});

/** Asks both of every chart, and compares every sentence. */
const compareAll = async (sentences: readonly string[], charts: readonly Chart[]): Promise<ReadonlySet<string>> => {
  const translated = sentencesAsLibrary(sentences);
  const ready = executable(translated);
  const answerOf = answersFor(translated, glossary);
  const asks = sentences.map((sentence) => ({ sentence, ask: compileCondition(readable(sentence), glossary) }));
  const seen = new Set<string>();
  for (const chart of charts) {
    const { answers, unheld } = answerOf(chart);
    assert.deepEqual(unheld, []);
    const theirs = await runElm(ready, answers);
    for (const { sentence, ask } of asks) {
      const { truth } = ask(chart, undefined);
      assert.equal(theirs.get(sentence), truth, sentence);
      seen.add(`${sentence} ${truth}`);
    }
  }
  return seen;
};

/** The two-decimal values of core/quantities/rational.test.ts that lie exactly on a percentage of a baseline. */
const exactCases = [70, 50, 125, 115, 75, 85].flatMap((percent) =>
  Array.from({ length: 261 }, (_, step) => 40 + step)
    .filter((base) => (base * percent) % 100 === 0)
    .map((base) => ({ percent, base, now: (base * percent) / 100 })),
);

test('318 values exactly on a percentage of a baseline are equal to it in cql-execution as well', async () => {
  assert.equal(exactCases.length, 318);
  const sentencesOf = (percent: number) =>
    ['=', '<', '<=', '>', '>=', '!='].map((sign) => `UPCR at week 24 ${sign} ${percent}% of UPCR at baseline`);
  const translated = sentencesAsLibrary([70, 50, 125, 115, 75, 85].flatMap(sentencesOf));
  const ready = executable(translated);
  const answerOf = answersFor(translated, glossary);
  for (const { percent, base, now } of exactCases) {
    const chart = chartOf(
      new Map([
        ['UPCR at week 24', BigInt(now * 100)],
        ['UPCR at baseline', BigInt(base * 100)],
      ]),
    );
    const { answers, unheld } = answerOf(chart);
    assert.deepEqual(unheld, []);
    const theirs = await runElm(ready, answers);
    assert.deepEqual(
      sentencesOf(percent).map((sentence) => theirs.get(sentence)),
      ['true', 'false', 'true', 'false', 'true', 'false'],
      `${now} on ${percent} % of ${base}`,
    );
  }
});

const arithmetic = [
  'UPCR at week 24 within 15% of UPCR at baseline',
  'change of UPCR at week 24 from baseline within 15% of change of UPCR at screening from baseline',
  'UPCR at week 24 between 0.5 g/g and UPCR at baseline',
  'UPCR at week 24 <= 113.12 mg/mmol',
  'UPCR at week 24 > 56.56 mg/mmol',
  'creatinine at week 24 > 88.4 umol/L',
  'creatinine at week 24 falls by > 30% from baseline',
  'creatinine at week 24 rises by >= 12.5% from baseline',
  'creatinine at week 24 falls by >= 8.84 umol/L from baseline',
  'creatinine at week 24 rises by > 10% of creatinine at screening from baseline',
  'creatinine at week 24 + creatinine at baseline - creatinine at screening / 3 * 2 != 0.7 mg/dL',
  'creatinine at week 24 - (creatinine at baseline - creatinine at screening) < 120% of creatinine at baseline',
  'creatinine at week 24 / 2 mg/dL > 0.4',
  '0% of creatinine at week 24 < 1 mg/dL',
  '0 mg/dL - creatinine at week 24 < 0 mg/dL',
  'UPCR at week 24 = UPCR at week 24',
] as const;

test('sums, products, units, tolerances and trends of numbers near one another', async () => {
  const stream = openStream(secretFromSeed('arithmetic'), 'elm');
  const near = [0, 4_000, 5_000, 7_000, 8_000, 8_500, 10_000, 11_500, 12_000, 12_500] as const;
  const names = ['creatinine', 'UPCR'].flatMap((name) =>
    [at, 'baseline', 'screening'].map((point) => `${name} at ${point}`),
  );
  const charts = Array.from({ length: 1000 }, () =>
    chartOf(
      new Map(
        names.flatMap((name) =>
          stream.chance(0.05)
            ? []
            : [[name, BigInt(pick(stream, near) + stream.integer(3) - 1 + (stream.chance(0.5) ? 0 : 1))] as const],
        ),
      ),
    ),
  );
  const seen = await compareAll(arithmetic, charts);
  for (const sentence of arithmetic.filter((each) => !each.startsWith('0') && !each.includes('= ')))
    for (const truth of ['true', 'false', 'unknown']) assert(seen.has(`${sentence} ${truth}`), `${sentence} ${truth}`);
});

const words = ['a', 'b', 'c', 'd'] as const;
const truths = ['true', 'false', 'unknown'] as const;

/** A sentence of connectives over four judgements, so deep. */
const drawSentence = (depth: number, stream: Stream): string => {
  if (depth === 0) return stream.chance(0.05) ? 'undefined "no rule"' : `judged "${pick(stream, words)}" at screening`;
  const inner = (): string => drawSentence(depth - 1 - stream.integer(depth), stream);
  const list = (): string => Array.from({ length: 1 + stream.integer(3) }, inner).join('; ');
  switch (stream.integer(7)) {
    case 0:
      return `not (${inner()})`;
    case 1:
      return `(if ${inner()} then ${inner()} else ${inner()})`;
    case 2:
      return `any available of (${list()})`;
    case 3:
      return `first available of (${list()})`;
    case 4:
      return `at least ${1 + stream.integer(2)} of (${inner()}; ${list()})`;
    case 5:
      return `((${inner()}) and (${inner()}))`;
    default:
      return `((${inner()}) or (${inner()}))`;
  }
};

test('250 sentences of connectives agree for every answer to what they ask', async () => {
  const stream = openStream(secretFromSeed('connectives'), 'elm');
  const sentences = Array.from({ length: 250 }, () => drawSentence(3, stream));
  const charts = truths.flatMap((a) =>
    truths.flatMap((b) =>
      truths.flatMap((c) =>
        truths.map((d) =>
          chartOf(
            new Map(),
            new Map([
              ['a', a],
              ['b', b],
              ['c', c],
              ['d', d],
            ]),
          ),
        ),
      ),
    ),
  );
  assert.equal(charts.length, 81);
  const seen = await compareAll([...new Set(sentences)], charts);
  assert(seen.size > 450, `${seen.size}`);
});
