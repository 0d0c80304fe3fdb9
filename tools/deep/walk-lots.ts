/** Something that may be asked of the stock of a trial at any time, right or wrong. */
import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { LotCommand } from '#core/conduct/lots/lot-command.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import { someDay, type Walk } from './walk-commands.ts';

const lots = ['L-1', 'L-2', 'L-3', 'L-4'] as const;
const why = 'as the quality person asked';

const someSite = ({ stream, study }: Walk): string =>
  stream.chance(0.05) ? 'nowhere' : stream.pick(study.definition.sites).id;

/** Kits numbered so that some stand on two lots. */
const numbers = (stream: Stream, units: number): readonly string[] => {
  const first = stream.integer(40);
  return Array.from({ length: units }, (_, index) => String(first + index));
};

const receive = (walk: Walk, on: string): LotCommand => {
  const { stream, study, today } = walk;
  const doses = study.definition.arms.flatMap((arm) => arm.doses);
  const product = doses.length === 0 ? 'nothing' : stream.pick(doses).product;
  const units = 1 + stream.integer(6);
  const kits = stream.chance(0.5) ? { kits: numbers(stream, units), holds: stream.pick([10, 10, 20]) } : {};
  const site = stream.chance(0.3) ? { site: someSite(walk) } : {};
  const expires = writeDay(today + 30 + stream.integer(300));
  return { type: 'receive lot', on, product, manufacturer: 'M', batch: 'B', expires, units, ...kits, ...site };
};

/** The lot and what is asked of it, with a role that may. */
export const lotStep = (walk: Walk): readonly [lot: string, command: LotCommand, role: string] => {
  const { stream, candidates, desk, study } = walk;
  const [lot, on] = [stream.pick(lots), someDay(walk)];
  const dose = study.definition.arms.flatMap(({ doses }) => doses)[0]?.id ?? 'nothing';
  const use = { participant: candidates[0]?.id ?? '', dose, number: 1 + stream.integer(2) };
  const quality = 'quality person';
  const asked: readonly (readonly [LotCommand, string])[] = [
    [receive(walk, on), 'pharmacist'],
    [receive(walk, on), 'pharmacist'],
    [{ type: 'release lot', on }, quality],
    [{ type: 'release lot', on }, quality],
    [{ type: 'release lot', on }, quality],
    [{ type: 'send lot', on, to: someSite(walk) }, quality],
    [{ type: 'send lot', on, to: someSite(walk) }, quality],
    [{ type: 'accept lot', on, temperature: stream.pick(['kept', 'kept', 'not kept']) }, 'pharmacist'],
    [{ type: 'accept lot', on, temperature: 'kept' }, 'pharmacist'],
    [{ type: 'quarantine lot', on, why }, quality],
    [{ type: 'reserve unit', on, ...use }, 'pharmacist'],
    [{ type: 'return unit', on, ...use }, 'pharmacist'],
    [{ type: 'destroy units', on, from: 'stock', units: 1, why, checkedBy: 'nurse' }, 'pharmacist'],
  ];
  const recall = [{ type: 'recall lot', on, why }, stream.pick([quality, 'investigator'])] as const;
  const isThere = desk.lots().some(({ id }) => id === lot);
  const next = isThere ? asked : [[receive(walk, on), 'pharmacist'] as const];
  const [command, role] = stream.chance(0.03) ? recall : stream.pick(stream.chance(0.9) ? next : asked);
  return [lot, command, role];
};

/** Doses that are made ready from the stock and fail, and kits that come back. */
export const supplyStep = (walk: Walk, id: string): readonly [command: ParticipantCommand, role: string] => {
  const { stream, desk, study } = walk;
  const on = someDay(walk);
  const doses = study.definition.arms.flatMap((arm) => arm.doses.map((dose) => dose.id));
  const [dose, number] = [doses.length === 0 ? 'nothing' : stream.pick(doses), 1 + stream.integer(2)];
  const held = [...desk.participant(id).visits.keys()];
  const visit = held.length === 0 ? 'screening' : stream.pick(held);
  const out = desk.kitsOf(id).filter(({ back }) => back === undefined);
  const kits = out.map(({ kit, units }) => ({ kit, units: stream.integer(units + 1) }));
  const counted = kits.reduce((sum, { units }) => sum + units, 0);
  const named = { lot: stream.pick(lots), ...(stream.chance(0.5) ? { kit: String(stream.integer(40)) } : {}) };
  const asked: readonly (readonly [ParticipantCommand, string])[] = [
    [{ type: 'prepare dose', dose, number, on, checkedBy: 'nurse', ...named }, 'pharmacist'],
    [{ type: 'discard dose', dose, number, on, why: stream.pick(['it broke', '']) }, 'pharmacist'],
    [{ type: 'dispense', dose, visit, on, units: stream.integer(40) }, 'investigator'],
    [{ type: 'return medicine', dose: out[0]?.dose ?? dose, visit, on, units: counted, kits }, 'investigator'],
  ];
  return stream.pick(asked);
};
