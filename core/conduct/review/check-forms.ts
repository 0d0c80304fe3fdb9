import { itemAt } from '#core/conduct/participant.ts';
import { isSealedAt } from '#core/conduct/sealed-items.ts';
import { isDue } from '#core/deviations/dossier.ts';
import { askedItems } from '#core/deviations/form-deviations.ts';
import type { CheckedData, EditCheck, ProposedQuery } from './checked-data.ts';

/** A section at a visit: what it asks of this participant in public, and what of that was entered. */
interface Section {
  readonly id: string;
  readonly asked: readonly string[];
  readonly absent: readonly string[];
}

const sectionsAt = ({ dossier }: CheckedData, visit: string): readonly Section[] =>
  dossier.study.definition.activities
    .filter(({ visits }) => visits.includes(visit))
    .map(({ id }) => {
      const asked = askedItems(dossier, id, visit).filter((item) => !isSealedAt(dossier.study, visit, item));
      return { id, asked, absent: asked.filter((item) => itemAt(dossier.participant, visit, item) === undefined) };
    });

const isEmpty = ({ asked, absent }: Section): boolean => asked.length > 0 && absent.length === asked.length;

/** Visits of which everything should have been entered by now; of people who were enrolled, the others are asked no more. */
const dueVisits = ({ dossier }: CheckedData): readonly string[] =>
  dossier.participant.enrolledOn === undefined
    ? []
    : dossier.held.filter(({ on }) => isDue(dossier, on)).map(({ plan }) => plan.id);

/** Sections of which nothing was entered, one query a visit. */
export const checkSections: EditCheck = (data) =>
  dueVisits(data).flatMap((visit): readonly ProposedQuery[] => {
    const empty = sectionsAt(data, visit).filter(isEmpty);
    if (empty.length === 0) return [];
    const text = `Nothing was entered at ${visit} for: ${empty.map(({ id }) => id).join(', ')}. Please enter it, or each item as not done.`;
    return [{ rule: 'section missing', about: { kind: 'visit', visit }, text }];
  });

/** Items that are missing from sections of which something was entered, one query a visit. */
export const checkItems: EditCheck = (data) =>
  dueVisits(data).flatMap((visit): readonly ProposedQuery[] => {
    const absent = sectionsAt(data, visit)
      .filter((section) => !isEmpty(section))
      .flatMap((section) => section.absent);
    if (absent.length === 0) return [];
    const text = `Not entered at ${visit}: ${absent.join(', ')}. Please enter it, or as not done.`;
    return [{ rule: 'item missing', about: { kind: 'visit', visit }, text }];
  });
