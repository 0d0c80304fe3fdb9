import { itemsOf } from '#core/conduct/accept-item.ts';
import { itemAt, type StandingItem } from '#core/conduct/participant.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { missingForEligibility } from './criteria-not-shown.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, type FindDeviations, type HeldVisit, isDue, signedAt } from './dossier.ts';
import { canBePregnant, isPregnancyTest, missingTests } from './pregnancy-deviations.ts';
import { primaryEndpointGaps } from './primary-endpoint-gaps.ts';

/** What is missing and is said by a graver kind: `visit/item`, `visit/judgement`, and sources of history. */
const saidElsewhere = (dossier: Dossier): ReadonlySet<string> => {
  const tests = missingTests(dossier).flatMap(({ visit, items }) => items.map((item) => `${visit.plan.id}/${item}`));
  const endpoints = primaryEndpointGaps(dossier).flatMap(({ missing }) => missing);
  const gaps = [...endpoints, ...missingForEligibility(dossier)];
  const inGaps = gaps.map((each) => {
    switch (each.kind) {
      case 'item':
      case 'unreadable':
        return `${each.point}/${each.item}`;
      case 'judgement':
        return `${each.point}/${each.text}`;
      case 'source':
        return each.source;
      case 'date':
      case 'no rule':
        return '';
      default:
        return each satisfies never;
    }
  });
  return new Set([...tests, ...inGaps]);
};

/** The items that a section asks of a participant and that the reader may see. */
export const askedItems = (dossier: Dossier, section: string, visit: string): readonly string[] =>
  [...itemsOf(dossier.study, section).keys()].filter(
    (item) => dossier.isVisible(visit, item) && !(isPregnancyTest(item) && canBePregnant(dossier) === 'false'),
  );

/** A section that stayed empty, or the items that are left out of it and that no graver kind names. */
const wanting = (
  section: string,
  { plan: { id: visit }, on, record }: HeldVisit,
  isEmpty: boolean,
  left: readonly string[],
): FoundDeviation => {
  const fact = { visit, on: writeDay(on), record };
  const at = `At visit ${visit} on ${writeDay(on)} section ${section}`;
  return isEmpty
    ? { ...fact, kind: 'section empty', says: `${at} stayed empty.` }
    : { ...fact, kind: 'item left out', says: `${at} has no ${left.join(', ')}.` };
};

const notDone = ({ plan: { id: visit }, on }: HeldVisit, { item, record }: StandingItem): FoundDeviation => ({
  kind: 'item not done',
  visit,
  on: writeDay(on),
  record,
  says: `At visit ${visit} on ${writeDay(on)} ${item} was entered as not done.`,
});

const inSection = (
  dossier: Dossier,
  section: string,
  held: HeldVisit,
  said: ReadonlySet<string>,
): readonly FoundDeviation[] => {
  const visit = held.plan.id;
  const isSaid = (item: string): boolean => said.has(`${visit}/${item}`);
  const items = askedItems(dossier, section, visit);
  const entered = items.flatMap((item) => itemAt(dossier.participant, visit, item) ?? []);
  const absent = items.filter((item) => !entered.some((entry) => entry.item === item));
  const left = absent.filter((item) => !isSaid(item));
  const isEmpty = entered.length === 0;
  // An empty section that lacks what a graver kind names is said by that kind as a whole.
  const isTold = left.length === 0 || (isEmpty && left.length < absent.length);
  return [
    ...(isTold ? [] : [wanting(section, held, isEmpty, left)]),
    ...entered.filter(({ item, value }) => value === 'not done' && !isSaid(item)).map((each) => notDone(held, each)),
  ];
};

const judgementsAt = (
  { study, participant }: Dossier,
  { plan: { id: visit }, on, record }: HeldVisit,
  said: ReadonlySet<string>,
): readonly FoundDeviation[] =>
  study.judgements
    .filter(({ visits }) => visits.includes(visit))
    .filter(({ text }) => !participant.judgements.has(`${visit}/${text}`) && !said.has(`${visit}/${text}`))
    .map(({ text }) => ({
      kind: 'judgement not given',
      visit,
      on: writeDay(on),
      record,
      says: `At visit ${visit} on ${writeDay(on)} nobody judged "${text}".`,
    }));

/** A history that was signed through a later day covers the visit too. */
const historiesAt = (
  { participant }: Dossier,
  held: HeldVisit,
  said: ReadonlySet<string>,
): readonly FoundDeviation[] => {
  const {
    plan: { id: visit },
    on,
    record,
  } = held;
  const open = signedAt(held).filter((source) => {
    const through = participant.completeThrough.get(source);
    const last = through === undefined ? undefined : readDate(through)?.last;
    return !said.has(source) && (last === undefined || last < on);
  });
  if (open.length === 0) return [];
  const says = `Visit ${visit} was held on ${writeDay(on)}, and not signed through it are: ${open.join(', ')}.`;
  return [{ kind: 'history not signed', visit, on: writeDay(on), record, says }];
};

/** What is missing at the visits of people who were enrolled, once the time to enter it is over. */
export const findFormDeviations: FindDeviations = (dossier) => {
  const { participant, study } = dossier;
  if (participant.enrolledOn === undefined) return [];
  const said = saidElsewhere(dossier);
  return dossier.held
    .filter(({ on }) => isDue(dossier, on))
    .flatMap((visit) => [
      ...study.definition.activities
        .filter(({ visits }) => visits.includes(visit.plan.id))
        .flatMap(({ id }) => inSection(dossier, id, visit, said)),
      ...judgementsAt(dossier, visit, said),
      ...historiesAt(dossier, visit, said),
    ]);
};
