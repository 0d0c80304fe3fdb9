import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Lot } from './lot.ts';
import { type DecideLot, isGone, type LotScene, onDay } from './lot-scene.ts';

/** A site of the study. */
export const siteUnknown = (site: string, { setting }: Pick<LotScene, 'setting'>): Objection =>
  !setting.study.definition.sites.some(({ id }) => id === site) && { refused: 'site unknown', site };

const onItsWay = ({ id, sentTo }: Lot): Objection =>
  sentTo !== undefined && { refused: 'done already', what: `sending of ${id} to ${sentTo.site}` };

/** Sends a lot to the stock of a site, from that which serves all of them or from another site. */
export const sendLot: DecideLot<'send lot'> = ({ on, to }, lot, scene) =>
  unless(
    [
      ...onDay(on, lot, scene),
      siteUnknown(to, scene),
      onItsWay(lot),
      lot.site === to && { refused: 'done already', what: `sending of ${lot.id} to ${to}` },
      ...isGone(lot, on),
    ],
    () => [{ type: 'lot sent', on, to }],
  );

/** Takes a lot into the stock of the site to which it was sent; whether the temperature was kept is said with it. */
export const acceptLot: DecideLot<'accept lot'> = ({ on, temperature }, lot, scene) => {
  const { sentTo } = lot;
  if (sentTo === undefined) return { refused: 'value not found', record: `a shipment of ${lot.id}` };
  return unless(
    [...onDay(on, lot, scene), on < sentTo.on && { refused: 'date impossible', date: on, why: 'before start' }],
    () => [{ type: 'lot arrived', on, at: sentTo.site, temperature }],
  );
};
