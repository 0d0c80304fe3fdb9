import type { Participant } from '#core/conduct/participant.ts';
import type { PregnancyFile } from '#core/conduct/safety-file/safety-file.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { Moment } from '#core/record/envelope.ts';
import { type ClockRule, pregnancyRule } from '#core/safety/clocks/clock-rules.ts';
import { type ReportingDuty, reportingDuties, stateOf } from '#core/safety/clocks/reporting-clock.ts';
import type { Study } from '#core/study/study.ts';
import { hasTreatmentAfter, pregnancyStop } from './pregnancy-stop.ts';
import type { FoundDuty } from './safety-duty.ts';

/** A pregnancy lasts 280 days from the last period, 266 from conception (Naegele's rule). */
const fromLastPeriod = 280;
const fromConception = 266;

const birthRule: ClockRule = {
  ...pregnancyRule,
  id: 'pregnancy-outcome',
  what: 'the investigator records how the pregnancy ended',
  within: { days: fromLastPeriod },
};

/** A clock that counts from a moment, whatever kind of case it is. */
const clockFrom = (awareness: Moment, rule: ClockRule): ReportingDuty => {
  const event = {
    isSerious: false,
    isExpected: false,
    isFatalOrLifeThreatening: false,
    byInvestigator: 'not related',
    bySponsor: undefined,
    stamps: { awareness },
  } as const;
  const [duty] = reportingDuties(event, [rule]);
  if (duty === undefined) throw new Error(`${rule.id} does not apply`);
  return duty;
};

/** The latest day on which the last period may have begun; of a conception, 14 days before it. */
const latestPeriod = ({ lastPeriod, conception }: PregnancyFile): number | undefined => {
  if (lastPeriod !== undefined) return readDate(lastPeriod)?.last;
  const day = conception === undefined ? undefined : readDate(conception)?.last;
  return day === undefined ? undefined : day - (fromLastPeriod - fromConception);
};

const investigator = { who: 'investigator' } as const;

const reported = ({ awareness, received, record }: PregnancyFile, now: Moment): FoundDuty => {
  const clock = clockFrom(awareness, pregnancyRule);
  const { id, what } = pregnancyRule;
  return { ...investigator, record, duty: id, what, due: clock.due, state: stateOf(clock, now, received) };
};

/** Followed until it ends; due when a child is to be born at the latest by what is known, or never where nothing is. */
const outcome = (file: PregnancyFile, now: Moment): FoundDuty => {
  const { record, awareness, ended } = file;
  const duty = { ...investigator, record, duty: birthRule.id, what: birthRule.what };
  const period = latestPeriod(file);
  if (period === undefined) return { ...duty, due: undefined, state: ended === undefined ? 'open' : 'done' };
  const clock = clockFrom({ ...awareness, date: writeDay(period) }, birthRule);
  return { ...duty, due: clock.due, state: ended === undefined ? stateOf(clock, now) : 'done' };
};

/** Treatment ends on the day on which a pregnancy of the participant is known, where a rule of safety says so. */
const stopped = (study: Study, participant: Participant, file: PregnancyFile, now: Moment): readonly FoundDuty[] => {
  const { record, of, awareness } = file;
  const rule = pregnancyStop(study);
  const { discontinued, ended } = participant;
  const isTreated = participant.doses.length + participant.dispensed.length > 0;
  if (rule === undefined || of === 'partner' || !isTreated || !hasTreatmentAfter(study, participant, awareness.date))
    return [];
  const over = [discontinued?.on, ended?.on].flatMap((on) => on ?? []).toSorted()[0];
  const isLate = (over ?? now.date) > awareness.date;
  const state = over === undefined ? (isLate ? 'late' : 'due soon') : isLate ? 'done late' : 'done';
  const what = `the investigator ends the treatment, as rule ${rule.of.id} says`;
  return [
    { ...investigator, record, duty: 'stop treatment', what, due: { by: 'end of day', date: awareness.date }, state },
  ];
};

/** What the pregnancies of a participant and of partners ask of the investigator, done and not done. */
export const pregnancyDuties = (study: Study, participant: Participant, now: Moment): readonly FoundDuty[] =>
  participant.safety.pregnancies.flatMap((file) => [
    reported(file, now),
    ...stopped(study, participant, file, now),
    outcome(file, now),
  ]);
