/** What somebody on a random walk asks for adverse events and pregnancies, right or wrong. */
import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { Desk } from '#core/conduct/desk.ts';
import type { EventAnswers } from '#core/conduct/safety-file/safety-event.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Stream } from '#core/randomisation/stream.ts';
import type { Moment } from '#core/record/envelope.ts';
import type { Candidate } from '#hosts/rehearsal/candidates/candidate.ts';

/** What these commands ask of a walk. */
interface Walking {
  readonly stream: Stream;
  readonly desk: Desk;
  readonly today: number;
}

type MakeSafety = (walk: Walking, person: Pick<Candidate, 'id'>) => ParticipantCommand;

/** Mostly this morning; sometimes earlier, later, or no moment at all. */
const someMoment = ({ stream, today }: Walking): Moment => {
  const dates = [writeDay(today - stream.integer(20)), writeDay(today + 1), '2026-02-30', ''];
  const date = stream.chance(0.8) ? writeDay(today) : stream.pick(dates);
  return { instant: `${date}T0${stream.integer(9)}:00:00Z`, offset: '+00:00', zone: 'UTC', date };
};

/** An event that stands; sometimes any record, or none. */
const someEvent = ({ stream, desk }: Walking, id: string): string => {
  const { history } = desk.unmasked(id);
  const events = history.filter(({ source }) => source === 'adverse event');
  const from = events.length > 0 && stream.chance(0.95) ? events : history;
  return from.length === 0 || stream.chance(0.03) ? 'participant/P-000#1/nothing.1' : stream.pick(from).record;
};

const someAnswers = ({ stream }: Walking): EventAnswers => {
  const answers = {
    scale: stream.chance(0.98) ? 'CTCAE v5.0' : '',
    causality: stream.pick(['related', 'not related'] as const),
    byProcedure: stream.pick(['related', 'not related'] as const),
    action: stream.pick(['none', 'interrupted', 'stopped'] as const),
  };
  return stream.pick<EventAnswers>([
    { ...answers, grade: 1, seriousness: [], outcome: 'recovered' },
    { ...answers, grade: 3, seriousness: ['hospitalisation'], outcome: 'not recovered' },
    { ...answers, grade: 4, seriousness: ['life-threatening'], outcome: 'recovering' },
    { ...answers, grade: 5, seriousness: ['death'], outcome: 'fatal' },
    { ...answers, grade: 5, seriousness: ['death'], outcome: 'unknown' },
  ]);
};

const duties = ['eu-15-days', 'us-7-days', 'us-follow-up', 'site-24-hours', 'nothing'] as const;

const somePregnancy = ({ stream, desk }: Walking, id: string): string => {
  const { pregnancies } = desk.unmasked(id).safety;
  return pregnancies.length === 0 || stream.chance(0.1)
    ? 'participant/P-000#1/pregnancy'
    : stream.pick(pregnancies).record;
};

export const safetyMakers: readonly MakeSafety[] = [
  (walk) => ({
    type: 'record history',
    records: [
      { source: 'adverse event', concept: 'infection-event', start: writeDay(walk.today - walk.stream.integer(3)) },
    ],
  }),
  (walk, { id }) => ({
    type: 'report event',
    record: someEvent(walk, id),
    awareness: someMoment(walk),
    said: someAnswers(walk),
  }),
  (walk, { id }) => ({
    type: 'follow up event',
    record: someEvent(walk, id),
    awareness: someMoment(walk),
    changed: walk.stream.chance(0.5) ? someAnswers(walk) : {},
    learnt: walk.stream.pick(['a letter', '']),
  }),
  (walk, { id }) => ({
    type: 'assess event',
    record: someEvent(walk, id),
    causality: walk.stream.pick(['related', 'not related']),
  }),
  (walk, { id }) => ({
    type: 'record report sent',
    record: someEvent(walk, id),
    duty: walk.stream.pick(duties),
    sent: someMoment(walk),
  }),
  (walk) => ({
    type: 'report pregnancy',
    of: walk.stream.pick(['participant', 'partner']),
    awareness: someMoment(walk),
    agreed: walk.stream.chance(0.5),
    ...(walk.stream.chance(0.5) ? { lastPeriod: writeDay(walk.today - walk.stream.integer(90)).slice(0, 7) } : {}),
  }),
  (walk, { id }) => ({
    type: 'record pregnancy outcome',
    pregnancy: somePregnancy(walk, id),
    outcome: walk.stream.pick(['live birth', 'miscarriage', 'not known']),
    on: writeDay(walk.today),
  }),
];

/** What the sponsor does is mostly asked by who may; nothing otherwise. */
export const safetyRole = ({ stream }: Walking, { type }: ParticipantCommand): string | undefined =>
  (type === 'assess event' || type === 'record report sent') && stream.chance(0.9) ? 'safety physician' : undefined;
