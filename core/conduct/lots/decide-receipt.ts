import type { Setting } from '#core/conduct/command.ts';
import { pastDay } from '#core/conduct/dates.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { visibleName } from '#core/conduct/visible-doses.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { noSpecification } from './bag-measure.ts';
import { siteUnknown } from './decide-shipment.ts';
import type { Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { LotEvent } from './lot-event.ts';
import type { LotScene } from './lot-scene.ts';

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

/** Where the kits of a trial were listed, others than those of the list, or with something else in them, do not come in. */
const notListed = ({ kits = [], product }: Receipt, listed: LotScene['kits']): Objection => {
  const strange = listed && kits.find((kit) => listed.get(kit)?.product !== product);
  return strange !== undefined && notAccepted('kits', strange, 'numbers of the sealed list, with that product in them');
};

const namesOf = ({ arms }: StudyDefinition, product: string): readonly string[] =>
  arms.flatMap(({ doses }) => doses.filter((dose) => dose.product === product).map(visibleName));

/** Kits that look alike hold alike: so many of them are handed out, and so many come back. */
const holdsOtherwise = (
  { product, kits, holds = 1 }: Receipt,
  lots: readonly Lot[],
  definition: StudyDefinition,
): Objection => {
  if (!(Number.isSafeInteger(holds) && holds >= 1 && holds <= mostUnits))
    return notAccepted('holds', String(holds), `a whole number from 1 to ${mostUnits}`);
  if (kits === undefined) return holds !== 1 && notAccepted('holds', String(holds), 'kits, each with its number');
  const names = namesOf(definition, product);
  const other = lots.find(
    ({ papers }) =>
      papers.kits !== undefined &&
      (papers.holds ?? 1) !== holds &&
      namesOf(definition, papers.product).some((name) => names.includes(name)),
  );
  return other && notAccepted('holds', String(holds), `${other.papers.holds ?? 1}, as in all kits that look like them`);
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
  { lots, setting, kits }: Pick<LotScene, 'lots' | 'setting' | 'kits'>,
): readonly LotEvent[] | Refusal => {
  const { type: _, on, ...papers } = command;
  return unless(
    [
      papers.site !== undefined && siteUnknown(papers.site, { setting }),
      lots.some(({ id }) => id === lot) && { refused: 'lot exists', lot },
      pastDay(on, setting),
      ...againstPapers(command, setting),
      kitsNotAccepted(command, lots),
      notListed(command, kits),
      holdsOtherwise(command, lots, setting.study.definition),
    ],
    () => [{ type: 'lot received', lot, on, ...papers }],
  );
};
