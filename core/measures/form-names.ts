import { nearestName } from '#core/criteria/nearest-name.ts';
import { catalogue } from './catalogue.ts';
import type { Instrument } from './instrument.ts';
import type { Measure } from './measure.ts';
import { everyItem } from './measure-reads.ts';

/** The word that fills every item of a form that was not named. */
export const othersName = 'others';

const forms: ReadonlyMap<string, Instrument> = new Map(
  catalogue.flatMap((measure) =>
    measure.instrument === undefined
      ? []
      : [[measure.id, measure.instrument] as const, [measure.instrument.id, measure.instrument] as const],
  ),
);

/** A form by its own name or by that of a measure that is filled in on it. */
export const formNamed = (name: string): Instrument | undefined => forms.get(name);

const formNames = new Map<Instrument, ReadonlyMap<string, string>>();

/** `proteinuria` for `SLEDAI-2K.proteinuria`: what stands after the first point of an item's id. */
export const shortName = (item: string): string => item.slice(item.indexOf('.') + 1);

/** The items of a form by their short names and by their ids; a form of one item has no short name. */
const namesOf = (form: Instrument): ReadonlyMap<string, string> => {
  const known = formNames.get(form);
  if (known !== undefined) return known;
  const ids = form.items.map(({ id }) => id);
  const names = new Map([
    ...ids.filter((id) => id.includes('.')).map((id) => [shortName(id), id] as const),
    ...ids.map((id) => [id, id] as const),
  ]);
  formNames.set(form, names);
  return names;
};

/** The id of an item of a form by its id or its short name; undefined for one that the form does not have. */
export const itemOfForm = (form: Instrument, name: string): string | undefined => namesOf(form).get(name);

/** The item that a name means beside a measure: of its own form first, then of any form by its whole id. */
export const itemNamed = (measure: Measure, name: string): string | undefined =>
  (measure.instrument && itemOfForm(measure.instrument, name)) ?? everyItem.get(name)?.id;

/** The name that was probably meant, as one may write it beside a measure, or inside a form. */
export const nearestItem = (name: string, form: Instrument | undefined, isInside: boolean): string | undefined =>
  nearestName(name, [
    ...(form === undefined ? [] : [...namesOf(form).keys(), othersName]),
    ...(isInside ? [] : [...everyItem.keys(), ...forms.keys()]),
  ]);
