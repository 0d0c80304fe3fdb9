import type { Participant } from '#core/conduct/participant.ts';
import { isSealedAt } from '#core/conduct/sealed-items.ts';
import { looksOf } from '#core/conduct/visible-doses.ts';
import { oncePer } from '#core/measures/once-per.ts';
import { canonicalText } from '#core/record/canonical.ts';
import { hashText } from '#core/record/link.ts';
import type { Study } from '#core/study/study.ts';

const byName = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> => Object.fromEntries(entries);

/** What a signature of a visit covers: the visit, its items and its judgements, each with the record that says so. */
const visitMatter = (study: Study, { id, visits, items, judgements }: Participant, visit: string) => ({
  participant: id,
  visit,
  held: visits.get(visit),
  items: byName([...(items.get(visit) ?? [])].filter(([item]) => !isSealedAt(study, visit, item))),
  judgements: byName([...judgements].filter(([key]) => key.startsWith(`${visit}/`))),
});

/** Treatment and adverse events, as far as they are public: where arms do not look alike they would tell the arm. */
const treatmentMatter = (study: Study, person: Participant) => {
  const { history, doses, bedside, missedDoses, dispensed, returned, discontinued } = person;
  if (looksOf(study.definition) === 'unlike')
    return { history: history.filter(({ source }) => source !== 'adverse event') };
  return { history, doses, bedside, missedDoses, dispensed, returned, discontinued };
};

/**
 * What a signature of a casebook covers: everything that was entered of somebody, except what is sealed. So it is the same
 * for those who know the arm and those who do not, before the unblinding and after it.
 */
const casebookMatter = (study: Study, person: Participant) => {
  const { site, born, sex, consents, assents, visits, completeThrough, enrolledOn, allocated, ended } = person;
  return {
    ...{ site, born, sex, consents, assents, enrolledOn, allocated, ended },
    completeThrough: byName(completeThrough),
    visits: [...new Set([...visits.keys(), ...person.items.keys()])]
      .toSorted()
      .map((visit) => visitMatter(study, person, visit)),
    ...treatmentMatter(study, person),
  };
};

/** SHA-256 of the canonical text of a visit as it stands, in hex. */
export const visitHash = (study: Study, participant: Participant, visit: string): string =>
  hashText(canonicalText(visitMatter(study, participant, visit)));

/** Everything of a person that the matter of a casebook is made of: as long as each is the same, so is the hash. */
const matterFrom = (person: Participant): readonly unknown[] => {
  const { id, site, born, sex, consents, assents, enrolledOn, allocated, ended, completeThrough } = person;
  const { visits, items, judgements, history, doses, bedside, missedDoses, dispensed, returned, discontinued } = person;
  return [
    ...[id, site, born, sex, consents, assents, enrolledOn, allocated, ended, completeThrough],
    ...[visits, items, judgements, history, doses, bedside, missedDoses, dispensed, returned, discontinued],
  ];
};

const hashedOf = oncePer(
  (_: Study) => new WeakMap<Participant['items'], { readonly from: readonly unknown[]; readonly hash: string }>(),
);

/** SHA-256 of the canonical text of everything that stands of a participant, in hex. */
export const casebookHash = (study: Study, participant: Participant): string => {
  const hashed = hashedOf(study);
  const from = matterFrom(participant);
  const before = hashed.get(participant.items);
  if (before?.from.every((part, index) => part === from[index]) === true) return before.hash;
  const hash = hashText(canonicalText(casebookMatter(study, participant)));
  hashed.set(participant.items, { from, hash });
  return hash;
};
