import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import type { EventFile } from '#core/conduct/safety-file/safety-file.ts';
import type { Moment } from '#core/record/envelope.ts';
import { type ClockRule, clockRules } from '#core/safety/clocks/clock-rules.ts';
import { isBefore, secondsOf } from '#core/safety/clocks/instant.ts';
import { type ReportingDuty, reportingDuties, stateOf } from '#core/safety/clocks/reporting-clock.ts';
import type { SafetyCase } from '#core/safety/clocks/safety-case.ts';
import type { Study } from '#core/study/study.ts';
import { openFollowUp } from './open-follow-up.ts';
import { safetyCaseOf } from './safety-case-of.ts';
import type { FoundDuty } from './safety-duty.ts';

/** What holds everywhere, and the rules of the regions that the study names. */
export const rulesFor = ({ definition }: Study): readonly ClockRule[] => {
  const regions: readonly string[] = definition.safety?.regions ?? [];
  return clockRules.filter(({ region }) => region === 'every region' || regions.includes(region));
};

const earliest = (moments: readonly Moment[]): Moment | undefined =>
  moments.toSorted((a, b) => secondsOf(a) - secondsOf(b))[0];

/** When a duty was done: by the report itself, by the answer to what was learnt, or by the first report after its zero. */
const doneAt = ({ rule, from }: ReportingDuty, { versions, sent }: EventFile, round: Moment | undefined) => {
  if (from === undefined) return undefined;
  if (rule.who === 'investigator')
    return earliest(versions.filter((each) => !isBefore(each.awareness, from)).map((each) => each.received));
  if (rule.id === 'us-follow-up') return round;
  return earliest(sent.filter((each) => each.duty === rule.id && !isBefore(each.sent, from)).map((each) => each.sent));
};

const ofClock = (record: string, duty: ReportingDuty, done: Moment | undefined, now: Moment): FoundDuty => ({
  record,
  duty: duty.rule.id,
  what: duty.rule.what,
  who: duty.rule.who === 'investigator' ? 'investigator' : 'safety physician',
  due: duty.due,
  state: stateOf(duty, now, done),
});

/** Until when it has to be known whether an event is a reaction: the shortest clock that would run if it were one. */
const shortestClock = (event: SafetyCase, rules: readonly ClockRule[]): ReportingDuty | undefined =>
  reportingDuties(
    { ...event, isExpected: false, bySponsor: 'related' },
    rules.filter(({ who, from }) => who === 'sponsor' && from.includes('receipt')),
  )
    .filter(({ due }) => due !== undefined)
    .toSorted((a, b) =>
      'days' in a.rule.within && 'days' in b.rule.within ? a.rule.within.days - b.rule.within.days : 0,
    )[0];

const assessment = (
  record: string,
  file: EventFile,
  event: SafetyCase,
  rules: readonly ClockRule[],
  now: Moment,
): FoundDuty => {
  const clock = shortestClock(event, rules);
  const [done] = file.assessments;
  return {
    record,
    duty: 'assessment',
    what: 'the sponsor says whether the event may be a reaction, and whether it is expected',
    who: 'safety physician',
    due: clock?.due,
    state: clock === undefined ? (done === undefined ? 'open' : 'done') : stateOf(clock, now, done?.determined),
  };
};

const ofFile = (
  study: Study,
  participant: Participant,
  event: StandingRecord,
  file: EventFile,
  now: Moment,
): readonly FoundDuty[] => {
  const rules = rulesFor(study);
  const seen = safetyCaseOf(study, participant, event, file);
  const round = openFollowUp(file)?.sent;
  const clocks = reportingDuties(seen, rules)
    .map((duty) => ofClock(event.record, duty, doneAt(duty, file, round), now))
    .filter(({ state }) => state !== 'not begun');
  return seen.isSerious ? [...clocks, assessment(event.record, file, seen, rules, now)] : clocks;
};

const unreported = ({ record }: StandingRecord): FoundDuty => ({
  record,
  duty: 'report',
  what: 'the investigator reports the serious event and when it was learnt of',
  who: 'investigator',
  due: undefined,
  state: 'open',
});

/**
 * What the adverse events of a participant ask of investigator and safety physician, done and not done. A clock that has
 * not begun asks nothing. Of a serious event that nobody has reported it is not known when it was learnt of, so there is no
 * day until which: it is open, and comes first.
 */
export const eventDuties = (study: Study, participant: Participant, now: Moment): readonly FoundDuty[] =>
  participant.history
    .filter(({ source }) => source === 'adverse event')
    .flatMap((event) => {
      const file = participant.safety.events.get(event.record);
      if (file !== undefined) return ofFile(study, participant, event, file, now);
      return event.attributes?.serious === true ? [unreported(event)] : [];
    });
