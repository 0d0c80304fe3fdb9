import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import { visibleName } from '#core/conduct/visible-doses.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { isAmong, type Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { PlannedUse } from './lot-event.ts';
import { type DecideLot, isGone, type LotScene, noReason, notUsable, onDay } from './lot-scene.ts';
import { kitsInStock, ledgerOf, unitsFor } from './lot-stock.ts';

/** An administration that the study knows, of somebody who is there. */
const unknownUse = ({ participant, dose, number }: PlannedUse, { people, setting }: LotScene): readonly Objection[] => {
  const names = setting.study.definition.arms.flatMap(({ doses }) => doses.map(visibleName));
  return [
    !people().some(({ id }) => id === participant) && { refused: 'participant unknown', participant },
    !names.includes(dose) && { refused: 'name unknown', kind: 'dose', name: dose, nearest: nearestName(dose, names) },
    !(Number.isSafeInteger(number) && number >= 1) && {
      refused: 'value not accepted',
      item: 'number',
      value: String(number),
      accepted: 'a whole number from 1',
    },
  ];
};

const useOf = ({ participant, dose, number }: PlannedUse): PlannedUse => ({ participant, dose, number });
const sayUse = ({ participant, dose, number }: PlannedUse): string => `${dose} ${number} of ${participant}`;

/** Keeps a unit for one administration, also before the release. */
export const reserve: DecideLot<'reserve unit'> = (command, lot, scene) =>
  unless(
    [
      ...onDay(command.on, lot, scene),
      ...unknownUse(command, scene),
      (isAmong(lot.reserved, command) || isAmong(lot.used, command)) && {
        refused: 'done already',
        what: `a unit for ${sayUse(command)}`,
      },
      ...isGone(lot, command.on),
      unitsFor(lot, command) < 1 && notUsable(lot, 'nothing left'),
    ],
    () => [{ type: 'unit reserved', on: command.on, ...useOf(command) }],
  );

/** Gives a unit that was kept for somebody back to the stock. */
export const endReservation: DecideLot<'end reservation'> = (command, lot, scene) =>
  unless(
    [
      ...onDay(command.on, lot, scene),
      !isAmong(lot.reserved, command) && { refused: 'value not found', record: `a unit for ${sayUse(command)}` },
    ],
    () => [{ type: 'reservation ended', on: command.on, ...useOf(command) }],
  );

/** Allows one administration of what does not meet its specification, asked for by a physician, with a reason. */
export const authorise: DecideLot<'authorise use'> = (command, lot, scene) => {
  const { on, why, physician } = command;
  return unless(
    [
      ...onDay(on, lot, scene),
      ...unknownUse(command, scene),
      isAmong(lot.authorised, command) && { refused: 'done already', what: `authorisation of ${sayUse(command)}` },
      noReason(why),
      (physician.trim() === '' || physician === scene.setting.actor.id) && { refused: 'second person missing' },
      ...isGone(lot, on),
    ],
    () => [{ type: 'use authorised', on, why, physician, ...useOf(command) }],
  );
};

/** What was made ready comes back; it does not go into the stock again. */
export const takeBack: DecideLot<'return unit'> = (command, lot, scene) =>
  unless(
    [
      ...onDay(command.on, lot, scene),
      !isAmong(lot.used, command) && { refused: 'value not found', record: `a unit for ${sayUse(command)}` },
      isAmong(lot.returned, command) && { refused: 'done already', what: `return of ${sayUse(command)}` },
    ],
    () => [{ type: 'unit returned', on: command.on, ...useOf(command) }],
  );

/** Of numbered kits in stock it is said which, unless all go. */
const kitsUnsaid = (
  { from, units, kits }: Extract<LotCommand, { type: 'destroy units' }>,
  lot: Lot,
  there: number,
): Objection => {
  if (kits === undefined)
    return (
      lot.papers.kits !== undefined &&
      from === 'stock' &&
      units < there && { refused: 'value not accepted', item: 'kits', value: '', accepted: 'which kits' }
    );
  const stock = new Set(from === 'stock' ? kitsInStock(lot) : []);
  const strange = kits.find((kit, index) => !stock.has(kit) || kits.indexOf(kit) < index);
  if (strange !== undefined)
    return { refused: 'value not accepted', item: 'kits', value: strange, accepted: 'kits in stock' };
  return (
    kits.length !== units && {
      refused: 'value not accepted',
      item: 'kits',
      value: String(kits.length),
      accepted: `${units}`,
    }
  );
};

/** Destroys units that nobody has and nobody is to have, before the eyes of a second person. */
export const destroy: DecideLot<'destroy units'> = (command, lot, scene) => {
  const { on, from, units, why, checkedBy, kits } = command;
  const { free, returned } = ledgerOf(lot);
  const there = from === 'stock' ? free : returned;
  return unless(
    [
      ...onDay(on, lot, scene),
      noReason(why),
      (checkedBy.trim() === '' || checkedBy === scene.setting.actor.id) && { refused: 'second person missing' },
      !(Number.isSafeInteger(units) && units >= 1 && units <= there) && {
        refused: 'units not there',
        lot: lot.id,
        asked: units,
        there,
      },
      kitsUnsaid(command, lot, there),
    ],
    () => [{ type: 'units destroyed', on, from, units, why, checkedBy, ...(kits === undefined ? {} : { kits }) }],
  );
};
