import type { Participant } from '#core/conduct/participant.ts';
import { visibleName } from '#core/conduct/visible-doses.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { isAmong, type Lot, type LotKit, type LotUse } from './lot.ts';
import type { LotPapers, PlannedUse } from './lot-event.ts';

/** Where a lot came from. */
interface LotOrigin extends Pick<LotPapers, 'product' | 'manufacturer' | 'batch' | 'donor'> {
  readonly lot: string;
}

/** One unit on its way from a lot to a participant. */
interface TracedUse extends PlannedUse {
  /** Undefined where the preparation names the lot and the lot does not know of it. */
  readonly preparedOn: string | undefined;
  /** Undefined as long as it was not given. */
  readonly givenOn: string | undefined;
  readonly kit: string | undefined;
  readonly isReturned: boolean;
}

/** From a lot to everybody for whom some of it was made ready, or who took a kit of it home. */
export interface LotTrace {
  readonly origin: LotOrigin;
  readonly uses: readonly TracedUse[];
  readonly kits: readonly LotKit[];
}

/** From a participant to every lot that something was made ready from. */
export interface ParticipantTrace {
  readonly uses: readonly (TracedUse & { readonly origin: LotOrigin })[];
  readonly kits: readonly (LotKit & { readonly origin: LotOrigin })[];
  /** Lots that a preparation names and nobody received: where they came from is not known. */
  readonly unknown: readonly string[];
}

const originOf = ({ id: lot, papers: { product, manufacturer, batch, donor } }: Lot): LotOrigin => ({
  lot,
  product,
  manufacturer,
  batch,
  ...(donor === undefined ? {} : { donor }),
});

/** Preparations that name a lot, by the names under which the doses are given. */
const namedBy = ({ arms }: StudyDefinition, { id = '', prepared }: Participant, lot: string): readonly PlannedUse[] =>
  prepared
    .filter((each) => each.lot === lot)
    .map(({ dose, number }) => {
      const defined = arms.flatMap(({ doses }) => doses).find((each) => each.id === dose);
      return { participant: id, dose: defined === undefined ? dose : visibleName(defined), number };
    });

const givenOn = (person: Participant | undefined, { dose, number }: PlannedUse): string | undefined =>
  person?.doses.find((each) => each.dose === dose && each.number === number)?.on;

/** What one person had from one lot, as both of them say it. */
const usesBetween = (
  definition: StudyDefinition,
  lot: Lot,
  id: string,
  person: Participant | undefined,
): readonly TracedUse[] => {
  const recorded = lot.used.filter(({ participant }) => participant === id);
  const named = person === undefined ? [] : namedBy(definition, person, lot.id);
  // After the unblinding a preparation stands in both logs.
  const unrecorded = named.filter((use, index) => !isAmong([...recorded, ...named.slice(0, index)], use));
  return [...recorded, ...unrecorded].map((use: PlannedUse & Partial<LotUse>) => ({
    participant: id,
    dose: use.dose,
    number: use.number,
    preparedOn: use.on,
    givenOn: givenOn(person, use),
    kit: use.kit,
    isReturned: isAmong(lot.returned, use),
  }));
};

/** Everybody for whom some of a lot was made ready, in one step: by the lot's own events and by the preparations. */
export const traceLot = (definition: StudyDefinition, lot: Lot, people: readonly Participant[]): LotTrace => {
  const known = new Map(people.map((person) => [person.id ?? '', person]));
  const ids = new Set([...known.keys(), ...lot.used.map(({ participant }) => participant)]);
  const uses = [...ids].flatMap((id) => usesBetween(definition, lot, id, known.get(id)));
  return { origin: originOf(lot), uses, kits: lot.handed };
};

/** Every lot from which something was made ready for a participant, in one step. */
export const traceParticipant = (
  definition: StudyDefinition,
  person: Participant,
  lots: readonly Lot[],
): ParticipantTrace => {
  const received = new Set(lots.map(({ id }) => id));
  const named = new Set(person.prepared.flatMap(({ lot }) => lot ?? []));
  return {
    uses: lots.flatMap((lot) =>
      usesBetween(definition, lot, person.id ?? '', person).map((use) => ({ ...use, origin: originOf(lot) })),
    ),
    kits: lots.flatMap((lot) =>
      lot.handed
        .filter(({ participant }) => participant === person.id)
        .map((kit) => ({ ...kit, origin: originOf(lot) })),
    ),
    unknown: [...named].filter((lot) => !received.has(lot)),
  };
};

/** Those whom a recall names, each once. Who got it ready and not given is named too: a sheet may be late. */
export const exposedTo = (definition: StudyDefinition, lot: Lot, people: readonly Participant[]): readonly string[] => {
  const { uses, kits } = traceLot(definition, lot, people);
  return [...new Set([...uses, ...kits].map(({ participant }) => participant))].toSorted();
};
