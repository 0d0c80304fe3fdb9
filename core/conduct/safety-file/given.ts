import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { Moment } from '#core/record/envelope.ts';
import { given } from '#core/record/given.ts';
import { secondsOfDay, writeInstant } from '#core/safety/clocks/instant.ts';
import type { Study } from '#core/study/study.ts';
import type { SafetyCommand } from './safety-command.ts';
import type { EventAnswers } from './safety-event.ts';
import type { EventFile, EventVersion } from './safety-file.ts';

/**
 * A moment written with its offset, "2026-03-28 20:30 +01:00": its instant in UTC and its date where it was; noon where
 * only a day is written.
 */
export const at = (written: string): Moment => {
  const [date = '', clock = '12:00', offset = '+00:00'] = written.split(' ');
  const minutes = (hours: string): number => Number(hours.slice(0, 2)) * 60 + Number(hours.slice(3));
  const east = (offset.startsWith('-') ? -1 : 1) * minutes(offset.slice(1));
  const day = readDay(date);
  if (day === undefined) throw new Error(`"${written}" has no date`);
  const instant = writeInstant(day * secondsOfDay + (minutes(clock) - east) * 60);
  return { instant, offset, zone: 'as written', date };
};

/** When everything of `g.settingOf` happens. */
export const now: Moment = {
  instant: '2027-06-01T08:00:00Z',
  offset: '+08:00',
  zone: 'Asia/Shanghai',
  date: '2027-06-01',
};

/** Mild, over, and by nobody's doing. */
export const mild: EventAnswers = {
  grade: 1,
  scale: 'CTCAE v5.0',
  seriousness: [],
  causality: 'not related',
  byProcedure: 'not related',
  action: 'none',
  outcome: 'recovered',
};
export const hospital: EventAnswers = {
  ...mild,
  grade: 3,
  seriousness: ['hospitalisation'],
  causality: 'related',
  outcome: 'not recovered',
};
export const fatal: EventAnswers = { ...hospital, grade: 5, seriousness: ['death'], outcome: 'fatal' };

/** The third event of whoever has consented: an infection from 2026-06-10 on, of which nothing further was asked. */
export const infection = (attributes: Readonly<Record<string, boolean>> = {}): ParticipantEvent => ({
  type: 'history recorded',
  records: [{ source: 'adverse event', concept: 'infection-event', start: '2026-06-10', end: 'ongoing', attributes }],
});
export const record = 'participant/P-001#3/infection-event.1';
export const learnt = at('2026-06-11 09:15 +08:00');

export const reported = (
  said: EventAnswers = mild,
  awareness: Moment = learnt,
  received: Moment = now,
): ParticipantEvent => ({
  type: 'event reported',
  record,
  awareness,
  received,
  said,
});

interface Around {
  readonly study?: Study;
  readonly role?: string;
  readonly past?: readonly ParticipantEvent[];
}

export const open = g.shipped('nct05631717');

/** Somebody who consented and has an infection, and what more happened. */
export const person = (...more: readonly ParticipantEvent[]): Participant =>
  g.participantAfter([g.identified, g.consented, infection(), ...more]);

/** The decisions on that person, of an open trial. */
export const asked = (
  command: SafetyCommand,
  { study = open, role = 'investigator', past = [infection()] }: Around = {},
) => given(g.deciderOf(study, role), g.identified, g.consented, ...past).when(command);

/** A version of a file that was received when it was learnt. */
export const version = (written: string, said: EventAnswers, received: string = written): EventVersion => ({
  awareness: at(written),
  received: at(received),
  said,
  learnt: undefined,
});

export const file = (first: EventVersion, ...more: readonly EventVersion[]): EventFile => ({
  versions: [first, ...more],
  assessments: [],
  sent: [],
});
