import type { Instrument, Item, ItemType } from '#core/measures/instrument.ts';
import { type BilagItem, bilagItemTable } from './items.ts';
import { type BilagSystem, bilagSystems, forSystems } from './systems.ts';

/** The words for 0 to 4, in that order. */
export const ordinalLevels = ['not present', 'improving', 'same', 'worse', 'new'] as const;
export const yesNoLevels = ['yes', 'no'] as const;
export const dipstickMost = 3;

const id = 'BILAG';

/** `BILAG.05` */
export const itemId = (number: number): string => `${id}.${String(number).padStart(2, '0')}`;

/** `BILAG.83.due-to-lupus`: whether what was measured is due to lupus; asked for numbers only. */
export const dueToLupusId = (number: number): string => `${itemId(number)}.due-to-lupus`;

/** `BILAG.before.renal`: whether the system was active at any time before the first assessment of the trial. */
export const beforeId = (system: BilagSystem): string => `${id}.before.${system}`;

/** The ids of all systems, made once. */
export const beforeIds: Readonly<Record<BilagSystem, string>> = forSystems(beforeId);

const typeOf = ({ answer }: BilagItem): ItemType => {
  if (answer.type === 'ordinal') return { type: 'level', levels: ordinalLevels };
  if (answer.type === 'yes/no') return { type: 'level', levels: yesNoLevels };
  if (answer.type === 'dipstick') return { type: 'whole number', least: 0, most: dipstickMost };
  return { type: 'quantity', units: answer.units, plausible: answer.plausible };
};

/** Whether the form asks, beside the value, if it is due to lupus: it does so for numbers. */
export const asksIfDueToLupus = ({ answer }: BilagItem): boolean =>
  answer.type === 'dipstick' || answer.type === 'amount';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const yesOrNo = (item: string, label: string): Item => ({
  id: item,
  label,
  answer: { type: 'level', levels: yesNoLevels },
});

const asked = (item: BilagItem): readonly [Item, ...Item[]] => {
  const value = { id: itemId(item.number), label: `${item.number} ${capital(item.label)}`, answer: typeOf(item) };
  if (!asksIfDueToLupus(item)) return [value];
  return [value, yesOrNo(dueToLupusId(item.number), `${item.number} ${capital(item.label)}: due to lupus`)];
};

const before = (system: BilagSystem): Item =>
  yesOrNo(beforeId(system), `${capital(system)}: ever active before the first assessment`);

const [first, ...others] = bilagSystems;

/** The 97 items in the order of the form, each number with its attribution, after the history of each system. */
export const bilagForm: Instrument = {
  id,
  title: 'BILAG-2004, 97 items',
  items: [before(first), ...others.map(before), ...bilagItemTable.flatMap(asked)],
};
