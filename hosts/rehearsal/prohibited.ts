import { countsAs } from '#core/criteria/lexicon.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Screening } from './screening.ts';

/** Medicines that the study does not allow beside its own end on the day of allocation. */
export const stopProhibited = ({ study, clerk }: Screening, day: Day): void => {
  const { prohibited = [], allowed = [] } = study.definition.treatments ?? {};
  const isOne = (concept: string, of: readonly string[]): boolean =>
    of.some((wanted) => countsAs(study.lexicon, concept, wanted));
  for (const { source, concept, end, record } of clerk.state().history) {
    const ends =
      source === 'medication' && end === 'ongoing' && isOne(concept, prohibited) && !allowed.includes(concept);
    if (ends) clerk.act({ type: 'end course', record, end: writeDay(day) }, day);
  }
};
