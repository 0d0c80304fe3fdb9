import { type PlannedDose, plannedDoses } from '#core/conduct/dose-plan.ts';
import type { GivenDose } from '#core/conduct/participant.ts';
import { type DoseView, dosesFor } from '#core/conduct/visible-doses.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import { type Dossier, mustBeDay } from './dossier.ts';

/** One administration that the plan has at the site, its days in the calendar, and whether it was given. */
export interface SiteDose {
  readonly view: DoseView;
  readonly planned: PlannedDose;
  readonly day: Day;
  readonly earliest: Day;
  readonly latest: Day;
  readonly given: (GivenDose & { readonly day: Day }) | undefined;
}

/** The window of the visit that is planned on the day of a dose, or else so many days around it. */
const toleranceOn = ({ visits, limits }: Dossier, day: number): { readonly before: number; readonly after: number } => {
  const visit = visits.find((each) => each.day === day);
  return visit === undefined
    ? { before: limits.daysAroundDose, after: limits.daysAroundDose }
    : { before: visit.day - visit.earliest, after: visit.latest - visit.day };
};

/** Every administration at the site that is planned for a participant, as far as the arm is known to the reader. */
export const siteDoses = (dossier: Dossier): readonly SiteDose[] => {
  const { study, participant, dayZero } = dossier;
  if (dayZero === undefined) return [];
  return dosesFor(study.definition, participant)
    .filter(({ dose }) => dose['self administered'] !== true)
    .flatMap((view) =>
      plannedDoses(view.dose).map((planned) => {
        const { before, after } = toleranceOn(dossier, planned.day);
        const day = dayZero + planned.day;
        const given = participant.doses.find((each) => each.dose === view.dose.id && each.number === planned.number);
        return {
          view,
          planned,
          day,
          earliest: day - before,
          latest: day + after,
          given: given && { ...given, day: mustBeDay(given.on) },
        };
      }),
    );
};
