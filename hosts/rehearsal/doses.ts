import { consentWanting } from '#core/conduct/consent.ts';
import { plannedDoses } from '#core/conduct/dose-plan.ts';
import { dosesFor, looksOf } from '#core/conduct/visible-doses.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { eachVisit, weightVisit } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';
import { type Appointment, hasLeft } from './appointment.ts';
import { drawDoseCourse } from './bedside.ts';
import type { Followed } from './followed.ts';
import { reportEvents } from './safety-reports.ts';
import { ruledOn } from './safety-rules.ts';

/** One administration at the site. */
interface Administration {
  readonly dose: DoseDefinition;
  readonly number: number;
  readonly day: number;
}

const atSite = ({ study, clerk }: Followed): readonly DoseDefinition[] =>
  dosesFor(study.definition, clerk.state())
    .map((view) => view.dose)
    .filter((dose) => dose['self administered'] !== true);

const administrations = (dose: DoseDefinition): readonly Administration[] =>
  plannedDoses(dose).map(({ number, day }) => ({ dose, number, day }));

/** A dose of which nobody says anything before the weight of its visit is taken: it goes with that visit. */
const goesWithVisit = ({ 'weight at': at }: DoseDefinition, day: number): boolean => at === eachVisit && day > 0;

const drawsOf = ({ person }: Followed, what: string, { dose, number }: Administration) =>
  person.draws(`${what} ${dose.id} ${number}`);

const miss = ({ clerk }: Followed, { dose, number }: Administration, why: string, day: Day): void =>
  clerk.act({ type: 'miss dose', dose: dose.id, number, on: writeDay(day), why }, day);

const isInfusion = ({ route }: DoseDefinition): boolean => /intravenous|infusion/.test(route);

/** A reaction within the day, after some infusions, whatever was in them. */
const react = (followed: Followed, given: Administration, day: Day): void => {
  const { clerk, scenario } = followed;
  const draws = drawsOf(followed, 'reaction to', given);
  if (!isInfusion(given.dose) || !draws.chance(scenario.assumed('infusion reaction'))) return;
  const isSerious = draws.chance(scenario.assumed('serious'));
  const isSevere = draws.chance(scenario.assumed('severe'));
  const attributes = {
    serious: isSerious,
    related: true,
    fatal: false,
    'life-threatening': false,
    'grade-3-or-worse': isSerious || isSevere,
  };
  const start = writeDay(day);
  clerk.act(
    {
      type: 'record history',
      records: [{ source: 'adverse event', concept: 'infusion-reaction', start, end: start, attributes }],
    },
    day,
  );
  reportEvents(followed, day);
};

const isMissed = (followed: Followed, administration: Administration): boolean =>
  administration.day > 0 &&
  drawsOf(followed, 'misses dose', administration).chance(followed.scenario.assumed('missed dose'));

const isPrepared = ({ study }: Followed, { dose }: Administration): boolean =>
  dose.amount.includes('{cells}') || study.definition.design.masking !== 'open';

const prepare = ({ clerk }: Followed, { dose, number }: Administration, day: Day): void => {
  const checkedBy = `nurse-${clerk.site.id}`;
  const unit = clerk.take(dose.id, day);
  clerk.act({ type: 'prepare dose', dose: dose.id, number, on: writeDay(day), checkedBy, ...unit }, day);
};

/** What was made ready did not live through the thaw: it is discarded, and prepared anew on the next day. */
const spoil = (followed: Followed, administration: Administration, day: Day): void => {
  const { clerk, study } = followed;
  const { dose, number } = administration;
  if (hasLeft(clerk) || clerk.state().discontinued !== undefined || !isPrepared(followed, administration)) return;
  const on = writeDay(day);
  if (isMissed(followed, administration) || ruledOn(study, clerk.state(), on) !== 'go on') return;
  if (consentWanting(study, clerk.state(), on).length > 0) return;
  prepare(followed, administration, day);
  clerk.act({ type: 'discard dose', dose: dose.id, number, on, why: 'failed after the thaw' }, day);
};

const give = (followed: Followed, administration: Administration, day: Day): void => {
  const { clerk, study } = followed;
  const { dose, number } = administration;
  if (hasLeft(clerk) || clerk.state().discontinued !== undefined) return;
  const on = writeDay(day);
  // Where nobody may see that there is a dose, nobody may see a consent that was asked for it.
  if (looksOf(study.definition) !== 'unlike') clerk.renewConsent(day);
  else if (consentWanting(study, clerk.state(), on).length > 0) {
    miss(followed, administration, 'consent wanting', day);
    return;
  }
  if (isPrepared(followed, administration)) prepare(followed, administration, day);
  const course = drawDoseCourse(followed, dose.id, number);
  clerk.act({ type: 'give dose', dose: dose.id, number, on, ...(course === undefined ? {} : { course }) }, day);
  react(followed, administration, day);
};

/** Gives a dose, a day later where the preparation failed; some are missed. */
const giveOrMiss = (followed: Followed, administration: Administration, day: Day): void => {
  const { clerk } = followed;
  if (hasLeft(clerk) || clerk.state().discontinued !== undefined) return;
  if (isMissed(followed, administration)) miss(followed, administration, 'participant did not come', day);
  else if (ruledOn(followed.study, clerk.state(), writeDay(day)) !== 'go on')
    miss(followed, administration, 'a safety rule says so', day);
  else give(followed, administration, day);
};

const isDelayed = (followed: Followed, administration: Administration): boolean =>
  isInfusion(administration.dose) &&
  drawsOf(followed, 'thaw', administration).chance(followed.scenario.assumed('thaw failure'));

/** Every dose that is given on its own day. */
export const doseAppointments = (followed: Followed): readonly Appointment[] =>
  atSite(followed)
    .flatMap(administrations)
    .filter(({ dose, day }) => !goesWithVisit(dose, day))
    .flatMap((administration) => {
      const [planned, person] = [followed.dayZero + administration.day, followed.person.id];
      const given = (day: Day): Appointment => ({
        day,
        person,
        happen: () => giveOrMiss(followed, administration, day),
      });
      if (!isDelayed(followed, administration)) return [given(planned)];
      return [{ day: planned, person, happen: () => spoil(followed, administration, planned) }, given(planned + 1)];
    });

const dueAt = (followed: Followed, visit: string): readonly Administration[] => {
  const { visits } = followed.study.definition;
  return atSite(followed)
    .flatMap(administrations)
    .filter((each) => goesWithVisit(each.dose, each.day) && weightVisit(each.dose, each.day, visits) === visit);
};

/** The doses that go with a visit, by its weight. */
export const doseOfVisit = (followed: Followed, visit: string, day: Day): void => {
  for (const administration of dueAt(followed, visit)) giveOrMiss(followed, administration, day);
};

/** The doses that go with a visit and are not given there. */
export const missDoseOfVisit = (followed: Followed, visit: string, day: Day, why: string): void => {
  if (followed.clerk.state().discontinued !== undefined) return;
  for (const administration of dueAt(followed, visit)) miss(followed, administration, why, day);
};
