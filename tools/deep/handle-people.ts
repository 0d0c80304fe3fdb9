/** Charts of whom a fuzzed sentence is asked: somebody of whom nothing is known, something is, or who missed visits. */
import type { Chart, HistoryRecord } from '#core/criteria/chart.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import type { Sitting } from '#core/measures/measure.ts';
import { onDay, type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { rational } from '#core/quantities/rational.ts';

/** What is known of one person; a point without a date was missed, one that is not named has not come. */
export interface FuzzedPerson {
  readonly dates: Readonly<Record<string, string | undefined>>;
  /** `creatinine at screening`: `<0.5 mg/dL`. */
  readonly items: Readonly<Record<string, string>>;
  readonly history: readonly HistoryRecord[];
  readonly completeThrough: string | undefined;
}

const mustDate = (written: string): PartialDate => {
  const date = readDate(written);
  if (date === undefined) throw new Error(`${written} is no date`);
  return date;
};

const record = (concept: string, start: string, more: Partial<HistoryRecord>): HistoryRecord => ({
  source: 'medication',
  concept,
  start: mustDate(start),
  end: 'single',
  attributes: {},
  dose: undefined,
  kind: undefined,
  record: `${concept}/${start}`,
  ...more,
});

const held = { consent: '2026-05-04', screening: '2026-05-18', baseline: '2026-06-01', 'week 4': '2026-06' };
const daily = { amount: '20', unit: 'mg', everyDays: 1, timesADay: 1 };

export const fuzzedPeople: readonly FuzzedPerson[] = [
  { dates: {}, items: {}, history: [], completeThrough: undefined },
  {
    dates: { ...held, randomisation: '2026-06-01', 'first dose': '2026-06-01' },
    items: {
      'creatinine at screening': '<0.5 mg/dL',
      'creatinine at baseline': 'not done',
      'UPCR at baseline': '1 g/g',
    },
    history: [
      record('prednisone', '2026-05', { end: 'ongoing', dose: daily, attributes: { failed: true } }),
      record('prednisone', '2026-05-20', { dose: { ...daily, amount: '500' }, kind: 'pulse' }),
      record('infection', '2025', { source: 'condition', end: mustDate('2026-01') }),
    ],
    completeThrough: '2026-06-29',
  },
  {
    dates: { ...held, baseline: undefined, 'week 24': undefined },
    items: {},
    history: [record('infection', '2026', { source: 'condition' })],
    completeThrough: undefined,
  },
];

/** The chart of a person in the words of a lexicon. */
export const chartOfPerson = ({ dates, items, history, completeThrough }: FuzzedPerson, lexicon: Lexicon): Chart => {
  const dateOf = (point: string): PartialDate | undefined => {
    const written = dates[point];
    return written === undefined ? undefined : mustDate(written);
  };
  const through = completeThrough === undefined ? undefined : mustDate(completeThrough).last;
  const range = { low: undefined, high: rational(40), of: 'the laboratory', written: '..40' };
  const sittingAt = (point: string, date = dateOf(point)): Sitting => ({
    point,
    date,
    answer: (item) => {
      const [written, unit] = items[`${item} at ${point}`]?.split(/ (?!done)/) ?? [];
      return written === undefined ? undefined : { written, unit, date: dates[point], record: `${point}/${item}` };
    },
    earlier: [],
    birth: undefined,
    sex: undefined,
    normalRange: () => range,
    medication: { courses: history.filter(({ source }) => source === 'medication'), completeThrough: through },
  });
  const find = (id: string) => {
    const measure = lexicon.measures.get(id);
    if (measure === undefined) throw new Error(`${id} is no measure`);
    return measure;
  };
  return {
    dateOf,
    dueOn: () => undefined,
    recordOf: (point) => (Object.hasOwn(dates, point) ? point : undefined),
    measure: (id, point) => find(id).compute(sittingAt(point)),
    measuredAt: () => lexicon.points.filter((point) => lexicon.visits.has(point)),
    onDay: (id, day) => find(id).compute(sittingAt('day', onDay(day))),
    accumulated: (id, first, last) => {
      const { accumulate } = find(id);
      if (accumulate === undefined) throw new Error(`${id} does not accumulate`);
      return accumulate(sittingAt('day'), first, last);
    },
    normalRange: () => range,
    records: (source) => history.filter((each) => each.source === source),
    completeThrough: () => through,
    judgement: () => ({ truth: 'unknown', record: undefined }),
  };
};
