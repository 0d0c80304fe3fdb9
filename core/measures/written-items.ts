import { acceptItem } from '#core/conduct/accept-item.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { nearestItem } from './form-names.ts';
import type { Answer, Item } from './instrument.ts';
import type { Measure } from './measure.ts';
import { everyItem, type MeasureReads } from './measure-reads.ts';
import type { WrittenFault, WrittenPath } from './written-fault.ts';
import { type FillingAnswer, type NamedAnswer, type WrittenItems, writtenNames } from './written-names.ts';

/** The answers that the measure reads, and what was not taken. */
export interface ReadItems {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly faults: readonly WrittenFault[];
}

interface WrittenEntry {
  readonly item: string;
  readonly value: string;
  readonly unit?: string;
}

/** "1.2 mg/dL" is a value and a unit where the item is a quantity; everything else is one answer. */
const entryOf = (item: Item, text: string): WrittenEntry => {
  const at = text.indexOf(' ');
  if (item.answer.type !== 'quantity' || at < 0 || text === 'not done') return { item: item.id, value: text };
  return { item: item.id, value: text.slice(0, at), unit: text.slice(at + 1).trim() };
};

const faultOf = (refusal: Refusal, path: WrittenPath): WrittenFault => {
  if (refusal.refused === 'unit not accepted') {
    const { item: of, unit, accepted } = refusal;
    return { fault: 'unit not accepted', path, of, unit, accepted };
  }
  if (refusal.refused === 'value not accepted') {
    const { item: of, value, accepted } = refusal;
    return { fault: 'value not accepted', path, of, value, accepted };
  }
  throw new Error(`an answer was refused as ${refusal.refused}`);
};

type AnswerCheck = (item: Item, text: string) => Refusal | undefined;

const mostRemembered = 20_000;

/** Tables repeat their answers: what was found of one is remembered, as long as there are not too many. */
const rememberingCheck = (): AnswerCheck => {
  const found = new Map<string, Refusal | undefined>();
  return (item, text) => {
    const key = `${item.id} ${text}`;
    if (found.has(key)) return found.get(key);
    const refusal = acceptItem(entryOf(item, text), everyItem);
    if (found.size < mostRemembered) found.set(key, refusal);
    return refusal;
  };
};

/** What is gathered while the answers of one person are read. */
interface Gathering {
  readonly wanted: ReadonlySet<string>;
  readonly check: AnswerCheck;
  readonly form: Measure['instrument'];
  readonly date: string | undefined;
  readonly named: Set<string>;
  readonly answers: Map<string, Answer>;
  readonly faults: WrittenFault[];
}

/** Whether the answer was taken, or is none of the measure's business. */
const take = (id: string, text: string, path: WrittenPath, into: Gathering): boolean => {
  const item = into.wanted.has(id) ? everyItem.get(id) : undefined;
  if (item === undefined) return true;
  const refusal = into.check(item, text);
  if (refusal !== undefined) into.faults.push(faultOf(refusal, path));
  else {
    const { value: written, unit } = entryOf(item, text);
    into.answers.set(id, { written, unit, date: into.date, record: id });
  }
  return refusal === undefined;
};

const takeNamed = ({ name, id, text, path, inside }: NamedAnswer, into: Gathering): void => {
  if (id === undefined) {
    const nearest = nearestItem(name, inside ?? into.form, inside !== undefined);
    into.faults.push({ fault: 'item unknown', path, name, nearest });
  } else if (into.named.has(id)) into.faults.push({ fault: 'item twice', path, item: id });
  else {
    into.named.add(id);
    take(id, text, path, into);
  }
};

/** Every item of the form that has no name yet; the first fault stands for all. */
const fill = ({ form, text, path }: FillingAnswer, into: Gathering): void => {
  for (const { id } of form.items) {
    if (into.named.has(id)) continue;
    into.named.add(id);
    if (!take(id, text, path, into)) return;
  }
};

/** Reads the answers of persons for one measure. Items that it does not read are known by name and not looked at. */
export const itemsReader = (measure: Measure, reads: MeasureReads) => {
  const wanted = new Set(reads.items.map(({ id }) => id));
  const check = rememberingCheck();
  return (items: WrittenItems, date: string | undefined): ReadItems => {
    const { named, fills } = writtenNames(measure, items);
    const into: Gathering = {
      wanted,
      check,
      form: measure.instrument,
      date,
      named: new Set(),
      answers: new Map(),
      faults: [],
    };
    for (const each of named) takeNamed(each, into);
    for (const each of fills) fill(each, into);
    return into;
  };
};
