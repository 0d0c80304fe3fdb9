/** Arithmetic and connectives of the language, asked by us and by cql-execution 3.3.2. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Chart } from '#core/criteria/chart.ts';
import { compileCondition, type Glossary } from '#core/criteria/compile.ts';
import { noReadings } from '#core/criteria/no-readings.ts';
import { isUnreadable, readRule } from '#core/criteria/read.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { answersFor } from '#core/criteria/translate/answers-for.ts';
import { type TranslatedLibrary, translateToElm } from '#core/criteria/translate/elm.ts';
import { everything, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { executable, runElm } from './run-elm.ts';

const { study, findings } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));
assert(study !== undefined, JSON.stringify(findings));
const { lexicon, definitions } = study;
const glossary: Glossary = { lexicon, definitions };

const at = 'week 24';

const lacking = (item: string, point: string) =>
  ({ status: 'not evaluable', evidence: [], missing: [{ kind: 'item', item, point, why: 'not recorded' }] }) as const;
const known = { status: 'ok', evidence: [], missing: [] } as const;

const pick = <T>(stream: Stream, all: readonly [T, ...T[]]): T => all[stream.integer(all.length)] ?? all[0];

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
