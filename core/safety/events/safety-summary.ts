import type { Participant } from '#core/conduct/participant.ts';
import type { EventGrade } from '#core/conduct/safety-file/safety-event.ts';
import { lastVersion } from '#core/conduct/safety-file/safety-file.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Moment } from '#core/record/envelope.ts';
import { isSusar, isSuspected } from '#core/safety/clocks/safety-case.ts';
import type { Study } from '#core/study/study.ts';
import { safetyDuties } from './duties.ts';
import { safetyCaseOf } from './safety-case-of.ts';
import type { SafetyDuty } from './safety-duty.ts';
import { specialInterestOf } from './special-interest.ts';
import { isTreatmentEmergent } from './treatment-emergent.ts';

/** Events that were reported and are alike in grade and in whether somebody suspects the treatment. */
export interface GradeCount {
  readonly grade: EventGrade;
  readonly events: number;
  readonly serious: number;
  readonly related: number;
}

/** Events of special interest of one kind, and those that may be, by what is not known of their hour or dose. */
export interface InterestCount {
  readonly id: string;
  readonly title: string;
  readonly events: number;
  readonly perhaps: number;
}

/** The adverse events of a trial as they stand, whatever the arm. */
export interface SafetySummary {
  readonly events: number;
  readonly participants: number;
  readonly unreported: number;
  readonly emergent: Readonly<Record<Truth, number>>;
  readonly byGrade: readonly GradeCount[];
  readonly ofInterest: readonly InterestCount[];
  readonly susars: number;
  readonly pregnancies: number;
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
}

const grades: readonly EventGrade[] = [1, 2, 3, 4, 5];

const seenEvents = (study: Study, participant: Participant) =>
  participant.history
    .filter(({ source }) => source === 'adverse event')
    .map((event) => {
      const file = participant.safety.events.get(event.record);
      return {
        emergent: isTreatmentEmergent(study, participant, event),
        interest: specialInterestOf(study, participant, event),
        grade: file && lastVersion(file).said.grade,
        seen: file && safetyCaseOf(study, participant, event, file),
      };
    });

const interestsOf = ({ definition }: Study, all: readonly { readonly interest: ReadonlyMap<string, Truth> }[]) =>
  (definition.safety?.['special interest'] ?? []).map(({ id, title }): InterestCount => {
    const count = (truth: Truth): number => all.filter(({ interest }) => interest.get(id) === truth).length;
    return { id, title, events: count('true'), perhaps: count('unknown') };
  });

const countDuties = (duties: readonly SafetyDuty[]): Pick<SafetySummary, 'inTime' | 'late' | 'open'> => {
  const counted = { inTime: 0, late: 0, open: 0 };
  for (const { state } of duties) {
    if (state === 'done') counted.inTime += 1;
    else if (state === 'late' || state === 'done late') counted.late += 1;
    else counted.open += 1;
  }
  return counted;
};

/**
 * Adverse events by grade, seriousness and suspicion, and how the duties to report them stand at a moment. Related: the
 * investigator or the sponsor suspects it. Only what was reported has a grade here.
 */
export const summariseSafety = (study: Study, participants: readonly Participant[], now: Moment): SafetySummary => {
  const byPerson = participants.map((participant) => seenEvents(study, participant));
  const all = byPerson.flat();
  const isOf = (truth: Truth): number => all.filter(({ emergent }) => emergent === truth).length;
  return {
    events: all.length,
    participants: byPerson.filter((events) => events.length > 0).length,
    unreported: all.filter(({ seen }) => seen === undefined).length,
    emergent: { true: isOf('true'), false: isOf('false'), unknown: isOf('unknown') },
    byGrade: grades.map((grade) => {
      const cases = all.flatMap((each) => (each.grade === grade && each.seen !== undefined ? [each.seen] : []));
      return {
        grade,
        events: cases.length,
        serious: cases.filter(({ isSerious }) => isSerious).length,
        related: cases.filter(isSuspected).length,
      };
    }),
    ofInterest: interestsOf(study, all),
    susars: all.filter(({ seen }) => seen !== undefined && isSusar(seen)).length,
    pregnancies: participants.reduce((sum, { safety }) => sum + safety.pregnancies.length, 0),
    ...countDuties(safetyDuties(study, participants, now)),
  };
};
