import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { roleMay } from '#core/conduct/rights.ts';
import { holds } from '#core/conduct/sites/site-state.ts';
import { isBelow, notMeasured } from './bag-measure.ts';
import { decideReceipt } from './decide-receipt.ts';
import { acceptLot, sendLot } from './decide-shipment.ts';
import { authorise, destroy, endReservation, reserve, takeBack } from './decide-unit.ts';
import type { Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { BagMeasure, LotEvent } from './lot-event.ts';
import { type DecideLot, isGone, type LotScene, noReason, notUsable, onDay } from './lot-scene.ts';
import { exposedTo } from './trace.ts';

const quarantine: DecideLot<'quarantine lot'> = ({ on, why }, lot, scene) =>
  unless(
    [
      ...onDay(on, lot, scene),
      lot.quarantined !== undefined && { refused: 'done already', what: `quarantine of ${lot.id}` },
      noReason(why),
      lot.recalled !== undefined && notUsable(lot, 'recalled'),
    ],
    () => [{ type: 'lot quarantined', on, why }],
  );

/** A lot with a specification is released by what was measured, and not without it. */
const missesSpecification = ({ id, papers: { least } }: Lot, measured: BagMeasure | undefined): Objection => {
  if (least === undefined) return measured && notMeasured(measured);
  if (measured === undefined)
    return { refused: 'value not accepted', item: 'viability', value: '', accepted: 'what was measured at release' };
  const { viability } = measured;
  return (
    notMeasured(measured) ||
    (isBelow(viability, least.atRelease) && {
      refused: 'out of specification',
      lot: id,
      viability,
      least: least.atRelease,
    })
  );
};

/** Releases a lot, the first time or from quarantine. */
const release: DecideLot<'release lot'> = ({ on, measured }, lot, scene) =>
  unless(
    [
      ...onDay(on, lot, scene),
      lot.released !== undefined &&
        lot.quarantined === undefined && { refused: 'done already', what: `release of ${lot.id}` },
      ...isGone(lot, on),
      missesSpecification(lot, measured),
    ],
    () => [{ type: 'lot released', on, ...(measured === undefined ? {} : { measured }) }],
  );

/** Calls a lot back, with everybody for whom some of it was made ready. */
const recall: DecideLot<'recall lot'> = ({ on, why }, lot, scene) =>
  unless(
    [
      ...onDay(on, lot, scene),
      lot.recalled !== undefined && { refused: 'done already', what: `recall of ${lot.id}` },
      noReason(why),
    ],
    () => [{ type: 'lot recalled', on, why, exposed: exposedTo(scene.setting.study.definition, lot, scene.people()) }],
  );

const decideOn = (
  command: Exclude<LotCommand, { type: 'receive lot' }>,
  lot: Lot,
  scene: LotScene,
): readonly LotEvent[] | Refusal => {
  switch (command.type) {
    case 'quarantine lot':
      return quarantine(command, lot, scene);
    case 'release lot':
      return release(command, lot, scene);
    case 'reserve unit':
      return reserve(command, lot, scene);
    case 'end reservation':
      return endReservation(command, lot, scene);
    case 'authorise use':
      return authorise(command, lot, scene);
    case 'return unit':
      return takeBack(command, lot, scene);
    case 'destroy units':
      return destroy(command, lot, scene);
    case 'recall lot':
      return recall(command, lot, scene);
    case 'send lot':
      return sendLot(command, lot, scene);
    case 'accept lot':
      return acceptLot(command, lot, scene);
    default:
      return command satisfies never;
  }
};

/** The stock of a site is in the hands of those who were delegated to it there. */
const notAtSite = (site: string | undefined, { setting: { actor, at }, siteState }: LotScene): Objection => {
  if (site === undefined || actor.role !== 'pharmacist' || siteState === undefined) return undefined;
  const state = siteState(site);
  return (
    !holds(state, actor.id, actor.role, at.date) && {
      refused: 'not delegated',
      person: actor.id,
      role: actor.role,
      site,
    }
  );
};

/**
 * Decides a command on one lot: the events that follow, or the first refusal in order of precedence. A lot outlives the
 * trial: neither the lock of the data nor the end of recruitment keeps it from being recalled or destroyed.
 */
export const decideLot = (command: LotCommand, id: string, scene: LotScene): readonly LotEvent[] | Refusal => {
  const { role } = scene.setting.actor;
  if (!roleMay(role, command.type)) return { refused: 'role may not', role, act: command.type };
  if (scene.trial.approved === undefined) return { refused: 'study not approved' };
  const lot = scene.lots.find((each) => each.id === id);
  if (command.type === 'receive lot') return notAtSite(command.site, scene) || decideReceipt(command, id, scene);
  if (lot === undefined) return { refused: 'lot unknown', lot: id };
  return notAtSite(lot.sentTo?.site ?? lot.site, scene) || decideOn(command, lot, scene);
};
