import type { Participant, StandingItem } from '#core/conduct/participant.ts';
import { isSealedAt } from '#core/conduct/sealed-items.ts';
import { usualLimits } from '#core/deviations/deviation-limits.ts';
import { type Dossier, openDossier } from '#core/deviations/dossier.ts';
import type { Item } from '#core/measures/instrument.ts';
import { oncePer } from '#core/measures/once-per.ts';
import type { Study } from '#core/study/study.ts';
import { publicItems } from './decide-verification.ts';
import type { QueryAbout, QueryRule } from './review-event.ts';

/** From where on an edit check asks. All are assumptions that a study may replace. */
export interface CheckLimits {
  /** Days after a visit within which it is to be entered, and before which nothing is asked as missing. */
  readonly daysToEnter: number;
  /** How many times a value may be that of the visit before, or the other way round. */
  readonly timesOfBefore: number;
}

/** Ten times: a decimal point that slipped, and more than the course of a disease brings from visit to visit. */
export const usualCheckLimits: CheckLimits = { daysToEnter: usualLimits.daysToEnter, timesOfBefore: 10 };

/** What an edit check would ask. */
export interface ProposedQuery {
  readonly rule: QueryRule;
  readonly about: QueryAbout;
  readonly text: string;
}

/** An item of the laboratory, or another that is a number, as it stands at a visit that was held. */
export interface CheckedItem extends StandingItem {
  readonly visit: string;
}

/** What the edit checks look at: one participant as the public log shows them. */
export interface CheckedData {
  readonly dossier: Dossier;
  readonly limits: CheckLimits;
  /** Of the visits that were held, in the order of the schedule, what stands at each and is public. */
  readonly entered: readonly (readonly CheckedItem[])[];
  /** Of each item that was measured before, what stands there. */
  readonly before: ReadonlyMap<CheckedItem, CheckedItem>;
  /** Every item of the study's forms, by id. */
  readonly items: ReadonlyMap<string, Item>;
}

/** One edit check. */
export type EditCheck = (data: CheckedData) => readonly ProposedQuery[];

const itemsOfForms = oncePer(
  ({ lexicon }: Study): ReadonlyMap<string, Item> =>
    new Map(
      [...lexicon.measures.values()].flatMap(({ instrument }) =>
        (instrument?.items ?? []).map((item) => [item.id, item]),
      ),
    ),
);

/** For each that has one, the same item as it was measured last before; "not done" is no value. */
const followBack = (entered: readonly CheckedItem[]): ReadonlyMap<CheckedItem, CheckedItem> => {
  const last = new Map<string, CheckedItem>();
  const before = new Map<CheckedItem, CheckedItem>();
  for (const each of entered) {
    const earlier = last.get(each.item);
    if (earlier !== undefined) before.set(each, earlier);
    if (each.value !== 'not done') last.set(each.item, each);
  }
  return before;
};

type VisitItems = NonNullable<ReturnType<Participant['items']['get']>>;

/** The items of a visit are one object until one of them changes: with it goes what was made of them. */
const enteredByVisit = oncePer((_: Study) => new WeakMap<VisitItems, readonly CheckedItem[]>());

const enteredAt = (study: Study, participant: Participant, visit: string): readonly CheckedItem[] => {
  const items = participant.items.get(visit);
  if (items === undefined) return [];
  const known = enteredByVisit(study);
  const entered =
    known.get(items) ??
    publicItems(participant, visit)
      .filter(({ item }) => !isSealedAt(study, visit, item))
      .map((each) => ({ ...each, visit }));
  known.set(items, entered);
  return entered;
};

export const openChecks = (study: Study, participant: Participant, asOf: string, limits: CheckLimits): CheckedData => {
  const dossier = openDossier(study, participant, [], asOf, { ...usualLimits, daysToEnter: limits.daysToEnter });
  const entered = dossier.held.map(({ plan: { id } }) => enteredAt(study, participant, id));
  return { dossier, limits, entered, before: followBack(entered.flat()), items: itemsOfForms(study) };
};

export const aboutItem = ({ visit, item, record }: CheckedItem): QueryAbout => ({ kind: 'item', visit, item, record });

/** "1.2 mg/dL" */
export const asWritten = ({ value, unit }: StandingItem): string => (unit === undefined ? value : `${value} ${unit}`);
