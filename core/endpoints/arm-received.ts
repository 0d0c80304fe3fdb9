import type { GivenDose, Participant } from '#core/conduct/participant.ts';
import { looksOf, visibleName } from '#core/conduct/visible-doses.ts';
import type { Study } from '#core/study/study.ts';

/** Doses given, and medicine for the home that was handed out: the same as the participant flow counts as received. */
export const hasTreatment = ({ doses, dispensed }: Participant): boolean => doses.length + dispensed.length > 0;

const hasDose = (study: Study, arm: string, name: string): boolean =>
  (study.definition.arms.find(({ id }) => id === arm)?.doses ?? []).some(
    (dose) => dose.id === name || visibleName(dose) === name,
  );

/** What really was in a dose that looks like those of other arms: what was prepared for it, where that is known. */
const contentOf = ({ dose, number }: Pick<GivenDose, 'dose' | 'number'>, person: Participant, study: Study): string => {
  if (looksOf(study.definition) !== 'alike') return dose;
  const all = study.definition.arms.flatMap(({ doses }) => doses);
  const looksSo = (id: string): boolean => all.some((each) => each.id === id && visibleName(each) === dose);
  return person.prepared.find((each) => each.number === number && looksSo(each.dose))?.dose ?? dose;
};

/** In the arms that have just this dose, or, where no arm has it by name, those where one looks like it. */
const armsWith = (study: Study, content: string): readonly string[] => {
  const exact = study.definition.arms.filter(({ doses }) => doses.some(({ id }) => id === content)).map(({ id }) => id);
  return exact.length > 0
    ? exact
    : study.definition.arms.map(({ id }) => id).filter((arm) => hasDose(study, arm, content));
};

/**
 * The arm whose treatment somebody received: that of the allocation as soon as one dose was of it, otherwise the arm of
 * the first dose that was given. Without any dose it is the arm of the allocation; undefined where that is not told.
 */
export const armReceived = (study: Study, participant: Participant): string | undefined => {
  const { arm, doses, dispensed } = participant;
  const given = doses.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const contents = given.map((each) => contentOf(each, participant, study));
  const isOwn =
    arm !== undefined && [...contents, ...dispensed.map(({ dose }) => dose)].some((name) => isOf(study, arm, name));
  if (arm === undefined || isOwn || !hasTreatment(participant)) return arm;
  const [first = dispensed[0]?.dose ?? ''] = contents;
  return armsWith(study, first)[0] ?? arm;
};

/** A name that no arm has by itself belongs to every arm with a dose that looks like it. */
const isOf = (study: Study, arm: string, name: string): boolean =>
  armsWith(study, name).includes(arm) || isVeiled(study, arm, name);

/** Of tablets that look alike nobody writes down which they were: by the arm of the allocation. */
const isVeiled = (study: Study, arm: string, name: string): boolean =>
  looksOf(study.definition) === 'alike' && hasDose(study, arm, name) && !isSiteDose(study, name);

const isSiteDose = ({ definition }: Study, name: string): boolean =>
  definition.arms.some(({ doses }) => doses.some((dose) => dose.id === name && dose['self administered'] !== true));
