import { exactly } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
import type { Instrument, Item } from './instrument.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, MeasuredNumber, Missing } from './measured.ts';
import { readWholeNumber } from './read-whole-number.ts';
import { sayNumber } from './say.ts';
import {
  type Sf36Form,
  type Sf36Scale,
  type Sf36Summary,
  scaleScore,
  sf36Answers,
  sf36Scales,
  summaryScore,
} from './sf-36-scales.ts';
import { wholeForm } from './weighted-score.ts';

const id = 'SF-36';
export const sf36ItemId = (item: number): string => `sf36.${item}`;

const itemOf = (item: number): Item => ({
  id: sf36ItemId(item),
  label: `${id} item ${item}`,
  answer: { type: 'whole number', least: 1, most: sf36Answers(item) },
});

/** The questionnaire, version 1, by the numbers of its items: its wording is licensed and not included. */
export const sf36Instrument: Instrument = {
  id,
  title: 'SF-36 health survey, version 1',
  items: [itemOf(1), ...Array.from({ length: 35 }, (_, index) => itemOf(index + 2))],
};

interface Sheet {
  readonly form: Sf36Form;
  readonly evidence: readonly Evidence[];
  readonly missing: ReadonlyMap<number, Missing>;
}

const sheetOf = (sitting: Sitting, items: readonly number[]): Sheet => {
  const [answers, missing] = [new Map<number, number>(), new Map<number, Missing>()];
  const evidence: Evidence[] = [];
  for (const item of items) {
    const read = readWholeNumber(sf36ItemId(item), 1, sf36Answers(item), sitting);
    if (read.value === undefined) missing.set(item, read.missing);
    else {
      answers.set(item, read.value);
      evidence.push(read.evidence);
    }
  }
  return { form: (item) => answers.get(item), evidence, missing };
};

/** Some scales scored and made one number; not evaluable where a scale has less than half of its items. */
const computeOf =
  (scales: readonly Sf36Scale[], combine: (scores: readonly Rational[]) => Rational | undefined) =>
  (sitting: Sitting): MeasuredNumber => {
    const items = scales.flatMap((scale) => scale.items);
    const { form, evidence, missing } = sheetOf(sitting, items);
    const scored = scales.map((scale) => ({ scale, score: scaleScore(scale, form) }));
    const open = scored.filter(({ score }) => score === undefined).flatMap(({ scale }) => scale.items);
    const value = combine(scored.flatMap(({ score }) => (score === undefined ? [] : [score])));
    if (open.length === 0 && value !== undefined)
      return { kind: 'number', status: 'ok', range: exactly(value), evidence, missing: [] };
    if (missing.size === items.length) return notEvaluable([wholeForm(id, sitting, [...missing.values()])]);
    return notEvaluable(open.flatMap((item) => missing.get(item) ?? []));
  };

type Ends = readonly [least: number, most: number];
const scaleEnds: Ends = [0, 100];
/** Whole numbers around what any eight scales can come to: a scale that weighs negatively reaches beyond 0 to 100. */
const summaryEnds: Ends = [-2, 81];

const measureOf = (name: string, title: string, [least, most]: Ends, compute: Measure['compute']): Measure => ({
  id: `${id}-${name}`,
  title,
  value: { kind: 'score', least, most },
  instrument: sf36Instrument,
  source: 'ware1994',
  rule: `sf-36-${name.toLowerCase()}/1`,
  compute,
  explain: (measured) => `${id}-${name} ${sayNumber(measured)}`,
});

const scaleMeasure = (scale: Sf36Scale): Measure =>
  measureOf(
    scale.id,
    `SF-36 ${scale.title}`,
    scaleEnds,
    computeOf([scale], ([score]) => score),
  );

const summaryMeasure = (name: string, summary: Sf36Summary): Measure =>
  measureOf(
    name,
    `SF-36 ${summary} component summary`,
    summaryEnds,
    computeOf(sf36Scales, (scores) =>
      scores.length === sf36Scales.length ? summaryScore(summary, scores) : undefined,
    ),
  );

/**
 * SF-36 version 1: eight scales from 0 to 100, and the two component summaries, which are 50 on average in the United
 * States of 1990. Higher is better.
 *
 * @source ware1994
 * @returns exact; an item that was not answered counts as the mean of its scale where half of the scale was answered
 * @unknown a scale of which less than half was answered; a summary without one of its scales
 */
export const sf36: readonly Measure[] = [
  summaryMeasure('PCS', 'physical'),
  summaryMeasure('MCS', 'mental'),
  ...sf36Scales.map(scaleMeasure),
];
