import type { ParticipantCommand } from '#core/conduct/command.ts';
import { consentWanting } from '#core/conduct/consent.ts';
import type { Desk } from '#core/conduct/desk.ts';
import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { KnownKit } from '#core/conduct/lots/hand-out-kits.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { isRefusal, type Refusal } from '#core/conduct/refusal.ts';
import { isKeptSealed } from '#core/conduct/sealed-acts.ts';
import { isSealedAt } from '#core/conduct/sealed-items.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Actor } from '#core/record/envelope.ts';
import type { Study } from '#core/study/study.ts';
import type { LotSupply, TakenUnit } from './lot-supply.ts';
import { type Clocks, laboratory, type Site, safetyPhysician, siteActor } from './moments.ts';
import { reviewActor } from './review-actor.ts';

/** The section of a form as it was filled. */
export interface FilledSection {
  readonly id: string;
  readonly items: readonly ItemEntry[];
}

/** Does at the desk what a site does for one person. What is refused that should not be breaks the rehearsal. */
export interface Clerk {
  readonly id: string;
  readonly site: Site;
  readonly act: (command: ParticipantCommand, day: Day) => void;
  readonly tryTo: (command: ParticipantCommand, day: Day) => Refusal | undefined;
  readonly randomise: (day: Day) => Refusal | undefined;
  /** Assigns to the first of these arms that is not full. */
  readonly assign: (arms: readonly string[], day: Day) => Refusal | undefined;
  readonly fill: (visit: string, section: FilledSection, day: Day) => void;
  /** A unit from the stock for the next administration of a dose. */
  readonly take: (dose: string, day: Day) => TakenUnit;
  /** Kits for so many administrations at home, in the stock of the site. */
  readonly stock: (dose: string, units: number, day: Day) => void;
  /** The kits that the person was handed. */
  readonly kits: () => readonly KnownKit[];
  /** Gives every consent that is wanting on a day. */
  readonly renewConsent: (day: Day) => void;
  /** The person with all that is known, and as those who are masked see them. */
  readonly state: () => Participant;
  readonly masked: () => Participant;
}

const refusal = (answer: unknown): Refusal | undefined => (isRefusal(answer) ? answer : undefined);

const isPreparation = ({ type }: ParticipantCommand): boolean => type === 'prepare dose' || type === 'discard dose';

const actorOf = (command: ParticipantCommand, site: Site): Actor => {
  if (command.type === 'record sealed results') return laboratory;
  if (command.type === 'assess event' || command.type === 'record report sent') return safetyPhysician;
  const reviewer = reviewActor(command, site);
  if (reviewer !== undefined) return reviewer;
  return siteActor(isPreparation(command) ? 'pharmacist' : 'investigator', site.id);
};

const broken = (id: string, { type }: ParticipantCommand, day: Day, refused: Refusal): string =>
  `rehearsal: ${type} of ${id} on ${writeDay(day)} was refused: ${JSON.stringify(refused)}`;

export const openClerk = (
  desk: Desk,
  study: Study,
  clocks: Clocks,
  supply: LotSupply,
  id: string,
  site: Site,
): Clerk => {
  const tryTo = (command: ParticipantCommand, day: Day): Refusal | undefined => {
    const clock = isKeptSealed(study.definition, command) ? clocks.sealed : clocks.open;
    return refusal(desk.actOnParticipant(id, command, clock(day, actorOf(command, site), site)));
  };
  const act = (command: ParticipantCommand, day: Day): void => {
    const refused = tryTo(command, day);
    if (refused !== undefined) throw new Error(broken(id, command, day, refused));
  };
  const fill = (visit: string, { id: section, items }: FilledSection, day: Day): void => {
    const isSealed = ({ item }: ItemEntry): boolean => isSealedAt(study, visit, item);
    const [open, sealed] = [items.filter((each) => !isSealed(each)), items.filter(isSealed)];
    if (open.length > 0) act({ type: 'record section', visit, section, items: open }, day);
    if (sealed.length > 0) act({ type: 'record sealed results', visit, section, items: sealed }, day);
  };
  const renewConsent = (day: Day): void => {
    const on = writeDay(day);
    const version = `1.${desk.unmasked(id).consents.length}`;
    for (const wanting of consentWanting(study, desk.unmasked(id), on)) {
      if (wanting === 'assent') act({ type: 'give assent', on, version }, day);
      else {
        const by = wanting === 'consent of a parent or guardian' ? 'representative' : 'participant';
        act({ type: 'give consent', on, version, by }, day);
      }
    }
  };
  const investigator = siteActor('investigator', site.id);
  return {
    id,
    site,
    act,
    tryTo,
    fill,
    take: (dose, day) => supply.take(desk.unmasked(id).arm ?? '', dose, day, site.id),
    stock: (dose, units, day) => supply.stock(dose, units, day, site.id),
    kits: () => desk.kitsOf(id),
    renewConsent,
    randomise: (day) => refusal(desk.randomise(id, writeDay(day), clocks.open(day, investigator, site))),
    assign: (arms, day) => {
      // One moment for all that is tried: how long it takes would tell who came to a full arm.
      const act = clocks.open(day, investigator, site);
      let refused: Refusal | undefined;
      for (const arm of arms) {
        refused = refusal(desk.assign(id, { arm, on: writeDay(day) }, act));
        if (refused?.refused !== 'arm full') break;
      }
      return refused;
    },
    state: () => desk.unmasked(id),
    masked: () => desk.participant(id),
  };
};
