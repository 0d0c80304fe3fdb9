import { writeDay } from '#core/quantities/civil-date.ts';
import type { Moment } from '#core/record/envelope.ts';
import type { Due } from '#core/safety/clocks/reporting-clock.ts';
import { safetyDuties } from '#core/safety/events/duties.ts';
import type { SafetyDuty } from '#core/safety/events/safety-duty.ts';
import type { FoundDeviation } from './deviation.ts';
import type { DeviationKind } from './deviation-kinds.ts';
import { type Dossier, type FindDeviations, mustBeDay } from './dossier.ts';
import { isPregnancyTest } from './pregnancy-deviations.ts';
import { treatmentActs } from './treatment-acts.ts';

/** The beginning of the day on which it is asked: what may still be done on it is not late. */
const beginningOf = (day: number): Moment => {
  const date = writeDay(day);
  return { instant: `${date}T00:00:00Z`, offset: '+00:00', zone: 'Etc/UTC', date };
};

const kindOf = ({ duty, who }: SafetyDuty): DeviationKind | undefined => {
  if (duty === 'site-24-hours') return 'serious event reported late';
  if (duty === 'pregnancy-24-hours') return 'pregnancy reported late';
  return who === 'safety physician' && duty !== 'assessment' ? 'report to an authority late' : undefined;
};

const dayOf = (due: Due): string => (due.by === 'instant' ? due.instant.slice(0, 10) : due.date);
const sayDue = (due: Due): string => (due.by === 'instant' ? `by ${due.instant}` : `through ${due.date}`);

/** What was due and was done too late, or is not done and its time is over. */
const late = (dossier: Dossier): readonly FoundDeviation[] =>
  safetyDuties(dossier.study, [dossier.participant], beginningOf(dossier.asOf)).flatMap((each) => {
    const { state, due, what, duty, record } = each;
    const kind = kindOf(each);
    if (kind === undefined || due === undefined || (state !== 'late' && state !== 'done late')) return [];
    const said = state === 'late' ? 'and has not been done' : 'and was done later';
    return [{ kind, on: dayOf(due), record, says: `Due ${sayDue(due)} (${duty}: ${what}), ${said}.` }];
  });

/** A test at a visit that was positive: what follows from it is found by that. */
const hasPositiveTest = ({ participant, held }: Dossier): boolean =>
  held.some(({ plan }) =>
    [...(participant.items.get(plan.id)?.values() ?? [])].some(
      ({ item, value }) => isPregnancyTest(item) && value === 'positive',
    ),
  );

/** Treatment after the day on which a pregnancy of the participant was known otherwise than by a test of a visit. */
const treatedInPregnancy = (dossier: Dossier): readonly FoundDeviation[] =>
  dossier.participant.safety.pregnancies.flatMap(({ of, awareness, ended }) => {
    if (of === 'partner' || hasPositiveTest(dossier)) return [];
    const [from, until] = [mustBeDay(awareness.date), ended === undefined ? undefined : ended.on];
    const [first, ...more] = treatmentActs(dossier).filter(
      ({ on }) => on > from && (until === undefined || writeDay(on) < until),
    );
    if (first === undefined) return [];
    return [
      {
        kind: 'dose after a positive pregnancy test' as const,
        dose: first.dose,
        on: writeDay(first.on),
        record: first.record,
        says: `${first.what} on ${writeDay(first.on)}${more.length === 0 ? '' : `, and ${more.length} more after it`}, though a pregnancy was known on ${awareness.date}.`,
      },
    ];
  });

/** Reports by the clocks of the study's regions, and pregnancies: what is not reported at all is found by its record. */
export const findSafetyClockDeviations: FindDeviations = (dossier) => [
  ...late(dossier),
  ...treatedInPregnancy(dossier),
];
