import type { Setting } from '#core/conduct/command.ts';
import { pastDay } from '#core/conduct/dates.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { noSpecification } from './bag-measure.ts';
import type { Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent } from './lot-event.ts';

type Receipt = Extract<LotCommand, { type: 'receive lot' }>;

const notAccepted = (item: string, value: string, accepted: string): Objection => ({
  refused: 'value not accepted',
  item,
  value,
  accepted,
});

const mostUnits = 100_000;

/** Kits carry a number each, one for each unit, and a number stands on one kit alone. */
const kitsNotAccepted = ({ kits, units }: Receipt, lots: readonly Lot[]): Objection => {
  if (kits === undefined) return undefined;
  const known = new Set(lots.flatMap(({ papers }) => papers.kits ?? []));
  const wrong = kits.find((kit, index) => kit.trim() === '' || known.has(kit) || kits.indexOf(kit) < index);
  if (wrong !== undefined) return notAccepted('kits', wrong, 'numbers that stand on no other kit');
  return kits.length !== units && notAccepted('kits', String(kits.length), `${units} numbers, one for each unit`);
};

/** What stands against the papers with which a lot comes. */
const againstPapers = (receipt: Receipt, setting: Setting): readonly Objection[] => {
  const { product, manufacturer, batch, donor, expires, units, least } = receipt;
  const products = setting.study.definition.arms.flatMap(({ doses }) => doses.map((dose) => dose.product));
  return [
    readDay(expires) === undefined && { refused: 'date impossible', date: expires, why: 'no date' },
    !products.includes(product) && {
      refused: 'name unknown',
      kind: 'product',
      name: product,
      nearest: nearestName(product, products),
    },
    manufacturer.trim() === '' && notAccepted('manufacturer', manufacturer, 'a name'),
    batch.trim() === '' && notAccepted('batch', batch, 'the number on the papers'),
    donor?.trim() === '' && notAccepted('donor', donor, 'a pseudonym'),
    !(Number.isSafeInteger(units) && units >= 1 && units <= mostUnits) &&
      notAccepted('units', String(units), `a whole number from 1 to ${mostUnits}`),
    least && noSpecification(least),
  ];
};

/** Receives a lot under an id that no other has. What has expired may come: it is there, and may not be used. */
export const decideReceipt = (
  command: Receipt,
  lot: string,
  lots: readonly Lot[],
  setting: Setting,
): readonly LotEvent[] | Refusal => {
  const { type: _, on, ...papers } = command;
  return unless(
    [
      lots.some(({ id }) => id === lot) && { refused: 'lot exists', lot },
      pastDay(on, setting),
      ...againstPapers(command, setting),
      kitsNotAccepted(command, lots),
    ],
    () => [{ type: 'lot received', lot, on, ...papers }],
  );
};
