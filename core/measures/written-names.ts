import { formNamed, itemNamed, itemOfForm, othersName } from './form-names.ts';
import type { Instrument } from './instrument.ts';
import type { Measure } from './measure.ts';
import type { WrittenPath } from './written-fault.ts';

/** Answers by item; a form may stand as a map of its items, in which `others` fills the rest. */
export type WrittenItems = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** One answer, and the item that its name means. */
export interface NamedAnswer {
  readonly name: string;
  readonly id: string | undefined;
  readonly text: string;
  readonly path: WrittenPath;
  /** The form inside which the name stands. */
  readonly inside: Instrument | undefined;
}

/** An answer to all that was not named in a form. */
export interface FillingAnswer {
  readonly form: Instrument;
  readonly text: string;
  readonly path: WrittenPath;
}

export interface WrittenNames {
  readonly named: readonly NamedAnswer[];
  readonly fills: readonly FillingAnswer[];
}

const hasSeveralItems = (form: Instrument | undefined): form is Instrument => (form?.items.length ?? 0) > 1;

const partsOf = (
  form: Instrument,
  parts: Readonly<Record<string, string>>,
  path: WrittenPath,
  [named, fills]: readonly [NamedAnswer[], FillingAnswer[]],
): void => {
  for (const [name, text] of Object.entries(parts)) {
    const place = [...path, name];
    if (name === othersName) fills.push({ form, text, path: place });
    else named.push({ name, id: itemOfForm(form, name), text, path: place, inside: form });
  }
};

/** Sorts what was written beside a measure into answers to items and answers that fill a form. */
export const writtenNames = (measure: Measure, items: WrittenItems): WrittenNames => {
  const [named, fills]: [NamedAnswer[], FillingAnswer[]] = [[], []];
  for (const [name, given] of Object.entries(items)) {
    const path = ['items', name];
    const form = typeof given === 'string' ? measure.instrument : formNamed(name);
    if (typeof given !== 'string') {
      if (form === undefined) named.push({ name, id: undefined, text: '', path, inside: undefined });
      else partsOf(form, given, path, [named, fills]);
    } else if (name === othersName && hasSeveralItems(form)) fills.push({ form, text: given, path });
    else named.push({ name, id: itemNamed(measure, name), text: given, path, inside: undefined });
  }
  return { named, fills };
};
