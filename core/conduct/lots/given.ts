import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import type { StudyState } from '#core/conduct/study-state.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { Study } from '#core/study/study.ts';
import { decideLot } from './decide-lot.ts';
import { evolveLot, foldLot, type Lot } from './lot.ts';
import type { LotCommand } from './lot-command.ts';
import type { BagMeasure, LotEvent, LotPapers, PlannedUse } from './lot-event.ts';

export const masked = g.shipped('nct03673748');
export const cells = 'allogeneic bone marrow mesenchymal stem cells (MSV-allo)';
export const saline = 'physiological saline without cells';

export const papers: LotPapers = {
  product: cells,
  manufacturer: 'Citospin',
  batch: 'B-12',
  donor: 'donor-3',
  expires: '2026-12-31',
  units: 4,
  least: { atRelease: '80', afterThaw: '70' },
};

/** A lot of four bags, received on 2026-05-01, with other papers where a test asks for them. */
export const received = (changes: Partial<LotPapers> = {}, lot = 'L-7'): LotEvent => ({
  type: 'lot received',
  lot,
  on: '2026-05-01',
  ...papers,
  ...changes,
});

/** Saline has neither a donor nor cells that could live. */
export const plain = ({ kits, units = 4 }: Partial<LotPapers> = {}, lot = 'L-8'): LotEvent => ({
  type: 'lot received',
  lot,
  on: '2026-05-01',
  product: saline,
  manufacturer: 'Braun',
  batch: 'S-1',
  expires: '2026-12-31',
  units,
  ...(kits === undefined ? {} : { kits }),
});

const percent = (viability: string): BagMeasure => ({ cells: '300000000', viability });
export const bag = percent;

export const released: LotEvent = { type: 'lot released', on: '2026-05-02', measured: percent('92.5') };
export const quarantined: LotEvent = { type: 'lot quarantined', on: '2026-05-03', why: 'warm on its way' };
export const recalled: LotEvent = { type: 'lot recalled', on: '2026-06-02', why: 'growth on day 14', exposed: [] };

export const use = (number: number, participant = g.id): PlannedUse => ({ participant, dose: 'cell-infusion', number });
export const used = (number: number, participant = g.id, more: { readonly kit?: string } = {}): LotEvent => ({
  type: 'lot used',
  on: '2026-06-01',
  ...use(number, participant),
  ...more,
});

export const lotAfter = (...events: readonly LotEvent[]): Lot => {
  const lot = foldLot(events.map((event) => ({ event })));
  if (lot === undefined) throw new Error('a lot begins with its receipt');
  return lot;
};

/** Somebody with 60 kg in an arm, with what else the sealed log says. */
export const person = (arm: string, ...sealed: readonly ParticipantEvent[]): Participant =>
  g.unmaskedPerson(g.maskedPast(), { type: 'assignment disclosed', arm }, ...sealed);

interface Around {
  readonly role?: string;
  readonly trial?: StudyState;
  readonly others?: readonly Lot[];
  readonly study?: Study;
}

/** The decisions on lot L-7 of a masked study with one participant, for `given` of core/record. */
export const lotDecider = ({ role = 'pharmacist', trial = g.openTrial, others = [], study = masked }: Around = {}) => ({
  initial: undefined as Lot | undefined,
  evolve: evolveLot,
  decide: (command: LotCommand, lot: Lot | undefined): readonly LotEvent[] | Refusal =>
    decideLot(command, 'L-7', {
      trial,
      setting: g.settingOf(study, role),
      lots: lot === undefined ? others : [...others, lot],
      people: () => [person('cells')],
    }),
});
