import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { openStream, type Stream } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import type { Agenda } from './agenda.ts';
import type { Clerk } from './desk-clerk.ts';
import { drawCourse } from './disease-course.ts';
import { followUp } from './follow-up.ts';
import { screen, signHistories } from './screening.ts';
import { drawPerson } from './virtual-person.ts';

/** Where a rehearsal takes place. */
export interface Scene {
  readonly study: Study;
  readonly secret: Uint8Array;
  readonly agenda: Agenda;
  readonly clerkFor: (person: string) => Clerk;
}

/** How far recruitment has come. */
interface Recruitment extends Scene {
  readonly arrivals: Stream;
  /** Places given to people who are enrolled or randomised. */
  taken: number;
  screened: number;
  /** Whether the next person's coming is on the agenda. */
  isAwaited: boolean;
}

/** What may be screened before a rehearsal gives up: a design that lets nobody in would never end. */
const mostScreenedPerPlace = 50;

/** Days from screening to the baseline visit, and from a late history to its signature. */
const toBaseline = 7;
const toSignature = 3;

const isFull = ({ taken, study }: Recruitment): boolean => taken >= study.definition.design.participants;

const hasGivenUp = ({ screened, study }: Recruitment): boolean =>
  screened >= study.definition.design.participants * mostScreenedPerPlace;

const awaitNext = (recruitment: Recruitment, after: Day): void => {
  if (recruitment.isAwaited || isFull(recruitment) || hasGivenUp(recruitment)) return;
  recruitment.isAwaited = true;
  const day = after + 2 + recruitment.arrivals.integer(6);
  recruitment.agenda.add([{ day, person: '', happen: () => arriveOn(recruitment, day) }]);
};

/** The baseline visit, and randomisation on that day; a place that is refused is free again. */
const randomiseOn = (recruitment: Recruitment, id: string, day: Day): void => {
  const { study, secret, agenda } = recruitment;
  const clerk = recruitment.clerkFor(id);
  const person = drawPerson(secret, id);
  const course = drawCourse(secret, person);
  clerk.act({ type: 'hold visit', visit: 'baseline', on: writeDay(day) }, day);
  clerk.fillForms({ person, course, visit: 'baseline', week: 0 }, day);
  signHistories(clerk, day);
  if (clerk.randomise(day) === undefined) agenda.add(followUp({ clerk, person, course, study, dayZero: day }, secret));
  else {
    recruitment.taken -= 1;
    awaitNext(recruitment, day);
  }
};

const enrolOn = (recruitment: Recruitment, id: string, day: Day): void => {
  const clerk = recruitment.clerkFor(id);
  if (clerk.state().assessed?.verdict !== 'eligible' || isFull(recruitment)) return;
  clerk.act({ type: 'enrol', on: writeDay(day) }, day);
  recruitment.taken += 1;
  const baseline = day + toBaseline;
  recruitment.agenda.add([{ day: baseline, person: id, happen: () => randomiseOn(recruitment, id, baseline) }]);
};

/** A history that came late is signed, and eligibility is asked once more. */
const signOn = (recruitment: Recruitment, id: string, day: Day): void => {
  const clerk = recruitment.clerkFor(id);
  signHistories(clerk, day);
  clerk.act({ type: 'assess eligibility', on: writeDay(day) }, day);
  enrolOn(recruitment, id, day);
};

const arriveOn = (recruitment: Recruitment, day: Day): void => {
  const { study, secret, agenda } = recruitment;
  recruitment.isAwaited = false;
  if (isFull(recruitment)) return;
  recruitment.screened += 1;
  awaitNext(recruitment, day);
  const id = String(recruitment.screened).padStart(3, '0');
  const person = drawPerson(secret, id);
  const clerk = recruitment.clerkFor(id);
  const site = study.definition.sites[0]?.id ?? '';
  if (screen(clerk, person, drawCourse(secret, person), site, day) === 'declined') return;
  const signed = day + toSignature;
  if (clerk.state().assessed?.verdict !== 'needs information') enrolOn(recruitment, id, day);
  else agenda.add([{ day: signed, person: id, happen: () => signOn(recruitment, id, signed) }]);
};

/** Puts the first person's coming on the agenda; each who comes brings the next, until the places are taken. */
export const recruit = (scene: Scene, firstDay: Day): void => {
  const arrivals = openStream(scene.secret, 'arrivals');
  const recruitment: Recruitment = { ...scene, arrivals, taken: 0, screened: 0, isAwaited: true };
  scene.agenda.add([{ day: firstDay, person: '', happen: () => arriveOn(recruitment, firstDay) }]);
};
