import type { StandingRecord } from '#core/conduct/participant.ts';
import type { EventAnswers, SeriousnessCriterion } from '#core/conduct/safety-file/safety-event.ts';
import { lastVersion } from '#core/conduct/safety-file/safety-file.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import { isBefore } from '#core/safety/clocks/instant.ts';
import type { Causality } from '#core/safety/clocks/safety-case.ts';
import { safetyDuties, stillToDo } from '#core/safety/events/duties.ts';
import type { Appointment } from './appointment.ts';
import { nameEvent } from './event-terms.ts';
import type { Followed } from './followed.ts';
import { momentAt } from './moments.ts';

/** Hours of the clock of the site: people tell of an event in the morning, and reports go out before the day's work. */
const firstCall = 6 * 3600;
const lastCall = 9 * 3600 - 1;
const postHour = 8 * 3600;

const criteriaOf = (attributes: Readonly<Record<string, boolean>>): readonly SeriousnessCriterion[] => [
  ...(attributes.fatal === true ? (['death'] as const) : []),
  ...(attributes['life-threatening'] === true ? (['life-threatening'] as const) : []),
  ...(attributes.serious === true && attributes.fatal !== true ? (['hospitalisation'] as const) : []),
];

/** What the site says of an event that was drawn: beyond what its record says already, its term and its grade. */
const answersOf = (followed: Followed, event: StandingRecord, scale: string): EventAnswers => {
  const { attributes = {}, end } = event;
  const isFatal = attributes.fatal === true;
  return {
    ...nameEvent(followed, event),
    scale,
    seriousness: criteriaOf(attributes),
    causality: attributes.related === true ? 'related' : 'not related',
    byProcedure: 'not related',
    action: 'none',
    outcome: isFatal ? 'fatal' : end === 'ongoing' ? 'not recovered' : 'recovered',
  };
};

/** Adverse events that have no file yet. */
const unreported = ({ clerk }: Followed): readonly StandingRecord[] => {
  const { history, safety } = clerk.state();
  return history.filter(({ source, record }) => source === 'adverse event' && !safety.events.has(record));
};

/** Reports what was recorded on a day: the site learnt of it a few hours before. */
export const reportEvents = (followed: Followed, day: Day): void => {
  const { clerk, person, study } = followed;
  const scale = study.definition.safety?.grading ?? 'CTCAE v5.0';
  for (const event of unreported(followed)) {
    const second = person.draws(`learnt of ${event.concept} ${event.start}`).between(firstCall, lastCall);
    const awareness = momentAt(day, second, clerk.site);
    clerk.act({ type: 'report event', record: event.record, awareness, said: answersOf(followed, event, scale) }, day);
  }
};

/** Follows a serious event up once it is over; of others their record says that. */
export const followUpEnd = (
  { clerk, person }: Followed,
  { record, concept, start }: StandingRecord,
  day: Day,
): void => {
  const file = clerk.state().safety.events.get(record);
  if (file === undefined || lastVersion(file).said.seriousness.length === 0) return;
  const second = person.draws(`end of ${concept} ${start}`).between(firstCall, lastCall);
  const awareness = momentAt(day, second, clerk.site);
  clerk.act(
    { type: 'follow up event', record, awareness, changed: { outcome: 'recovered' }, learnt: 'the event is over' },
    day,
  );
};

/** What the sponsor holds of an event: more than the investigator at times, and never less. */
const opinionOn = ({ person, scenario }: Followed, event: StandingRecord | undefined, said: Causality): Causality => {
  const draws = person.draws(`sponsor on ${event?.concept ?? ''} ${event?.start ?? ''}`);
  return said === 'not related' && draws.chance(scenario.assumed('sponsor holds related')) ? 'related' : said;
};

/** Opinions of the sponsor on what has none yet. */
const assess = (followed: Followed, day: Day): void => {
  const { clerk } = followed;
  const { history, safety } = clerk.state();
  for (const [record, file] of safety.events) {
    const { seriousness, causality: said } = lastVersion(file).said;
    if (seriousness.length === 0 || file.assessments.length > 0) continue;
    const event = history.find((each) => each.record === record);
    clerk.act({ type: 'assess event', record, causality: opinionOn(followed, event, said) }, day);
  }
};

/** Sends what is due of clocks that began before the post of the day. */
const sendReports = ({ clerk, study }: Followed, day: Day): void => {
  const post = momentAt(day, postHour, clerk.site);
  const open = stillToDo(safetyDuties(study, [clerk.state()], post));
  for (const { record, duty, who } of open) {
    const file = clerk.state().safety.events.get(record);
    if (who !== 'safety physician' || duty === 'assessment' || file === undefined) continue;
    // What arrives during the day goes out with the post of the next round.
    const isNewer = [
      ...file.versions.map(({ received }) => received),
      ...file.assessments.map((each) => each.determined),
    ];
    if (isNewer.every((moment) => isBefore(moment, post)))
      clerk.act({ type: 'record report sent', record, duty, sent: post }, day);
  }
};

/** Days from one round of the safety physician to the next: well within the shortest clock of seven days. */
const daysBetween = 2;

/** One round: what was reported since the last is assessed, and what is due goes to the authorities. */
const safetyRound = (followed: Followed, day: Day): void => {
  if (followed.clerk.state().safety.events.size === 0) return;
  sendReports(followed, day);
  assess(followed, day);
};

/** Rounds from the day after day 0 until what the last visit brought is assessed and sent, also of who has left. */
export const safetyRounds = (followed: Followed, last: Day): readonly Appointment[] => {
  const { dayZero, person } = followed;
  const rounds = Math.ceil((last - dayZero) / daysBetween) + 2;
  return Array.from({ length: rounds }, (_, index) => {
    const day = dayZero + 1 + index * daysBetween;
    return { day, person: person.id, happen: () => safetyRound(followed, day) };
  });
};
