import { readDate } from '#core/quantities/partial-date.ts';
import { catalogue } from './catalogue.ts';
import type { Answer, Item } from './instrument.ts';
import type { Measure, Sitting } from './measure.ts';

/** What a measure looks at: items of forms in the order in which it asks, and what is known of the person. */
export interface MeasureReads {
  readonly items: readonly Item[];
  /** In this order: date, birth, sex, medication, earlier visits. */
  readonly beside: readonly BesideItems[];
}

export type BesideItems = 'date' | 'birth' | 'sex' | 'medication' | 'earlier visits';

const order: readonly BesideItems[] = ['date', 'birth', 'sex', 'medication', 'earlier visits'];

/** Every item of every form of the catalogue, by its id. */
export const everyItem: ReadonlyMap<string, Item> = new Map(
  catalogue.flatMap(({ instrument }) => (instrument?.items ?? []).map((item) => [item.id, item] as const)),
);

interface Seen {
  readonly items: Set<string>;
  readonly beside: Set<BesideItems>;
}

const described = (written: string): Answer => ({ written, unit: undefined, date: undefined, record: '' });

/** A visit at which nothing was answered, and which writes down what it is asked. */
const watchedSitting = (born: string | undefined, { items, beside }: Seen): Sitting => ({
  point: '',
  get date() {
    beside.add('date');
    return readDate('2026-05-18');
  },
  answer: (item) => {
    items.add(item);
    return undefined;
  },
  get earlier() {
    beside.add('earlier visits');
    return [];
  },
  get birth() {
    beside.add('birth');
    return born === undefined ? undefined : described(born);
  },
  get sex() {
    beside.add('sex');
    return described('female');
  },
  normalRange: () => undefined,
  get medication() {
    beside.add('medication');
    return { courses: [], completeThrough: undefined };
  },
});

/** A measure may read by age: a grown-up, a child, and somebody of whom no date of birth is known. */
const births = ['1990-01-01', '2015-01-01', undefined] as const;

/** What a measure reads, found by asking it; a form of its own that it does not ask for stands first. */
export const readsOf = (measure: Measure): MeasureReads => {
  const seen: Seen = { items: new Set(), beside: new Set() };
  for (const born of births) measure.compute(watchedSitting(born, seen));
  const asked = [...seen.items].flatMap((id) => everyItem.get(id) ?? []);
  const ofForm = measure.instrument?.items.filter(({ id }) => seen.items.has(id)) ?? [];
  return {
    items: [...new Set([...ofForm, ...asked])],
    beside: order.filter((each) => seen.beside.has(each)),
  };
};
