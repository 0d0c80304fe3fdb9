import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { openStream, type Stream } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import type { Agenda } from './agenda.ts';
import { allocateOn } from './allocation.ts';
import { drawCandidate } from './candidates/candidate.ts';
import type { DrawsOf } from './candidates/draws.ts';
import { type PlannedScreening, planScreening } from './candidates/screening-plan.ts';
import type { Clerk } from './desk-clerk.ts';
import { fillVisit } from './fill-visit.ts';
import { followUp } from './follow-up.ts';
import type { Site } from './moments.ts';
import { stopProhibited } from './prohibited.ts';
import type { Scenario } from './scenario.ts';
import { completeLate, type Screening, screenOn, signHistories, welcome } from './screening.ts';
import type { SitePauses } from './site-pauses.ts';
import type { VisitForms } from './visit-forms.ts';

/** Where a rehearsal takes place. */
export interface Scene {
  readonly study: Study;
  readonly scenario: Scenario;
  readonly secret: Uint8Array;
  readonly agenda: Agenda;
  readonly forms: VisitForms;
  readonly drawsOf: (person: number) => DrawsOf;
  readonly pauses: SitePauses;
  readonly clerkFor: (person: string, site: Site) => Clerk;
  /** Told on the day on which the last place was taken, or nobody else is asked. */
  readonly onClosed: (day: Day) => void;
}

/** How far recruitment has come. */
interface Recruitment extends Scene {
  readonly places: number;
  readonly plan: readonly PlannedScreening[];
  /** The visit of day 0, on which people are allocated. */
  readonly baseline: string;
  readonly arrivals: ReadonlyMap<string, Stream>;
  /** Places given to people who are enrolled or allocated. */
  taken: number;
  allocated: number;
  screened: number;
  isClosed: boolean;
}

/** What may be screened before a rehearsal gives up: a design that lets nobody in would never end. */
const mostScreenedPerPlace = 100;

/** Days until what is missing is there. */
const toComplete = 3;
const daysOfMonth = 30;

const isFull = ({ taken, places }: Recruitment): boolean => taken >= places;

const hasGivenUp = ({ screened, places }: Recruitment): boolean =>
  screened >= Math.max(200, places * mostScreenedPerPlace);

const awaitNext = (recruitment: Recruitment, site: Site, after: Day): void => {
  const { arrivals, scenario, agenda } = recruitment;
  const most = Math.max(1, Math.round((2 * daysOfMonth) / scenario.assumed('screened monthly')));
  const gap = arrivals.get(site.id)?.integer(most + 1) ?? 0;
  agenda.add([{ day: after + gap, person: '', happen: () => arriveOn(recruitment, site, after + gap) }]);
};

const close = (recruitment: Recruitment, day: Day): void => {
  if (recruitment.isClosed) return;
  recruitment.isClosed = true;
  recruitment.onClosed(day);
};

/** The visit of day 0: what is asked there, allocation, and everything after it; a place that is refused is free again. */
const beginOn = (recruitment: Recruitment, screening: Screening, day: Day): void => {
  const { clerk, person } = screening;
  const planned = recruitment.forms.get(recruitment.baseline);
  if (clerk.state().ended !== undefined || planned === undefined) return;
  const open = recruitment.pauses.openFrom(clerk.site, day);
  if (open > day) {
    recruitment.agenda.add([{ day: open, person: person.id, happen: () => beginOn(recruitment, screening, open) }]);
    return;
  }
  clerk.renewConsent(day);
  if (!clerk.state().visits.has(planned.visit)) {
    clerk.act({ type: 'hold visit', visit: planned.visit, on: writeDay(day) }, day);
    fillVisit(screening, planned, person, day);
  }
  signHistories(clerk, day);
  if (allocateOn(screening, day) === undefined) {
    recruitment.allocated += 1;
    stopProhibited(screening, day);
    recruitment.agenda.add(followUp({ ...screening, forms: recruitment.forms, dayZero: day }));
    if (recruitment.allocated >= recruitment.places) close(recruitment, day);
  } else {
    // Who is no longer eligible on that day leaves, and the place is free again.
    recruitment.taken -= 1;
    clerk.act({ type: 'end participation', on: writeDay(day), how: 'excluded' }, day);
  }
};

const enrolOn = (recruitment: Recruitment, screening: Screening, day: Day): void => {
  const { clerk, person, scenario } = screening;
  if (clerk.state().assessed?.verdict !== 'eligible' || isFull(recruitment) || recruitment.isClosed) return;
  const open = recruitment.pauses.openFrom(clerk.site, day);
  if (open > day) {
    recruitment.agenda.add([{ day: open, person: person.id, happen: () => assessOn(recruitment, screening, open) }]);
    return;
  }
  clerk.renewConsent(day);
  clerk.act({ type: 'enrol', on: writeDay(day) }, day);
  recruitment.taken += 1;
  const [least, most] = [scenario.assumed('days to baseline least'), scenario.assumed('days to baseline most')];
  const isHeld = clerk.state().visits.has(recruitment.baseline);
  const begins = isHeld ? day : day + person.draws('to baseline').between(least, most);
  recruitment.agenda.add([{ day: begins, person: person.id, happen: () => beginOn(recruitment, screening, begins) }]);
};

/** Eligibility is asked when the last visit of the screening is over; what is missing is completed, and it is asked again. */
const assessOn = (recruitment: Recruitment, screening: Screening, day: Day): void => {
  const { clerk, person } = screening;
  clerk.act({ type: 'assess eligibility', on: writeDay(day) }, day);
  if (clerk.state().assessed?.verdict !== 'needs information') {
    enrolOn(recruitment, screening, day);
    return;
  }
  const late = day + toComplete;
  const happen = (): void => {
    completeLate(screening, late);
    enrolOn(recruitment, screening, late);
  };
  recruitment.agenda.add([{ day: late, person: person.id, happen }]);
};

const visitOn = (recruitment: Recruitment, screening: Screening, index: number, firstDay: Day): void => {
  const { plan, clerk, person } = screening;
  const day = firstDay + (plan[index]?.day ?? 0);
  screenOn(screening, index, day);
  const next = plan[index + 1];
  if (next === undefined) {
    assessOn(recruitment, screening, day);
    return;
  }
  // Who is out already by the first visit is not asked to come again.
  clerk.act({ type: 'assess eligibility', on: writeDay(day) }, day);
  if (clerk.state().assessed?.verdict === 'not eligible') return;
  const happen = (): void => visitOn(recruitment, screening, index + 1, firstDay);
  recruitment.agenda.add([{ day: firstDay + next.day, person: person.id, happen }]);
};

const arriveOn = (recruitment: Recruitment, site: Site, day: Day): void => {
  if (isFull(recruitment) || recruitment.isClosed) {
    // A place may become free again, as long as somebody who was enrolled has not been allocated.
    if (!recruitment.isClosed) awaitNext(recruitment, site, day + 1);
    return;
  }
  if (hasGivenUp(recruitment)) {
    close(recruitment, day);
    return;
  }
  const open = recruitment.pauses.openFrom(site, day);
  if (open > day) {
    recruitment.agenda.add([{ day: open, person: '', happen: () => arriveOn(recruitment, site, open) }]);
    return;
  }
  recruitment.screened += 1;
  const { study, scenario, plan } = recruitment;
  const id = String(recruitment.screened).padStart(4, '0');
  const person = drawCandidate(id, recruitment.drawsOf(recruitment.screened));
  const clerk = recruitment.clerkFor(id, site);
  const screening: Screening = { study, scenario, clerk, person, plan };
  if (welcome(screening, day) === 'consented') visitOn(recruitment, screening, 0, day);
  awaitNext(recruitment, site, day);
};

/** Puts the first person's coming to each site on the agenda; each who comes brings the next, until all places are taken. */
export const recruit = (scene: Scene, firstDay: Day): void => {
  const { sites, visits, design } = scene.study.definition;
  const recruitment: Recruitment = {
    ...scene,
    places: scene.scenario.participants ?? design.participants,
    plan: planScreening(scene.study).visits,
    baseline: visits.find(({ day }) => day === 0)?.id ?? '',
    arrivals: new Map(sites.map(({ id }) => [id, openStream(scene.secret, 'arrivals', id)])),
    taken: 0,
    allocated: 0,
    screened: 0,
    isClosed: false,
  };
  for (const site of sites)
    scene.agenda.add([{ day: firstDay, person: '', happen: () => arriveOn(recruitment, site, firstDay) }]);
};
