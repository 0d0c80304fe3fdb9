import { isDrawnMethod, methodOf } from '#core/conduct/allocation-design.ts';
import { type Desk, openDesk } from '#core/conduct/desk.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { strataOf } from '#core/conduct/strata.ts';
import type { StudyCommand } from '#core/conduct/study-command.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { looksOf } from '#core/conduct/visible-doses.ts';
import { type Day, readDay, writeDay } from '#core/quantities/civil-date.ts';
import { listCommitment, minimisationCommitment } from '#core/randomisation/allocation.ts';
import type { DrawnMethod } from '#core/randomisation/allocation-method.ts';
import { type DrawnList, drawList } from '#core/randomisation/draw-list.ts';
import type { KeyedMinimisation } from '#core/randomisation/next-allocation.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import type { Log } from '#core/record/log.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';
import { openAgenda } from './agenda.ts';
import { openDraws } from './candidates/draws.ts';
import { openClerk } from './desk-clerk.ts';
import { openKitNumbers } from './kit-numbers.ts';
import { openSupply } from './lot-supply.ts';
import { author, type Clock, openClock, sponsor, statistician } from './moments.ts';
import { openSite } from './open-sites.ts';
import { recruit } from './recruitment.ts';
import { type Scenario, usualScenario } from './scenario.ts';
import { openSitePauses } from './site-pauses.ts';
import { planForms } from './visit-forms.ts';

export interface Rehearsal {
  readonly log: Log<TrialEvent>;
  readonly sealed: Log<SealedEvent>;
  /** Key of the sealed log. It follows from the seed: for rehearsals only. */
  readonly key: Uint8Array;
}

export interface RehearsalPlan {
  readonly study: Study;
  readonly seed: number;
  /** First day of recruitment. */
  readonly start: string;
  readonly scenario?: Scenario;
  /** Changes what allocates before it is kept: for the proof that nothing public hangs on it. */
  readonly exchange?: (design: DrawnList | KeyedMinimisation) => DrawnList | KeyedMinimisation;
  /** Told now and then how many people have come. */
  readonly progress?: (people: number) => void;
}

const mustDo = (answer: unknown): void => {
  if (isRefusal(answer)) throw new Error(`rehearsal: refused ${JSON.stringify(answer)}`);
};

type Design = DrawnList | KeyedMinimisation;

/** A list that is to come from elsewhere is drawn by simple randomisation: virtual people need one. */
const standIn = (study: Study, participants: number): DrawnMethod => {
  const { arms, allocation } = study.definition;
  const ratio = isByChance(allocation) ? allocation.ratio : {};
  const shares = arms.map(({ id }) => ({ id, ratio: ratio[id] ?? 1 }));
  return { algorithm: 'simple/1', arms: shares, strata: strataOf(study), slotsPerStratum: participants };
};

/** What participants of a randomised study are allocated by; undefined for one in which they are assigned. */
const drawDesign = (study: Study, secret: Uint8Array, participants: number): Design | undefined => {
  const method = methodOf(study, participants) ?? standIn(study, participants);
  if (method.algorithm === 'minimisation/1') return { ...method, secret };
  if (!isDrawnMethod(method)) return undefined;
  const list = drawList(method, secret);
  if ('refused' in list) throw new Error(`rehearsal: no allocation list: ${list.refused}`);
  return list;
};

const sealing = (design: Design, secret: Uint8Array, participants: number): StudyCommand => {
  const type = 'seal allocation list';
  if ('secret' in design) {
    const { secret: _, ...method } = design;
    const commitment = minimisationCommitment(method, secret);
    return { type, commitment, slots: participants, method: design.algorithm };
  }
  return { type, commitment: listCommitment(design, secret), slots: design.slots.length, method: design.algorithm };
};

/** Approved, with what allocates kept and its commitment public, and open. */
const openStudy = (plan: RehearsalPlan, desk: Desk, secret: Uint8Array, day: Day, clock: Clock): void => {
  const { study, scenario = usualScenario, exchange = (design) => design } = plan;
  const participants = scenario.participants ?? study.definition.design.participants;
  mustDo(desk.actOnStudy({ type: 'draft study' }, clock(day, author)));
  mustDo(desk.actOnStudy({ type: 'approve study' }, clock(day, sponsor)));
  const design = drawDesign(study, secret, participants);
  if (design !== undefined) {
    desk.keepList(exchange(design), clock(day, statistician));
    mustDo(desk.actOnStudy(sealing(design, secret, participants), clock(day, statistician)));
  }
  mustDo(desk.actOnStudy({ type: 'open study', purpose: 'rehearsal' }, clock(day, sponsor)));
  for (const site of study.definition.sites) openSite(desk, site, day, clock);
};

/** Days from the last act to the lock of the data, and from there to the unblinding. */
const toLock = 30;

/** Recruitment closed, the data locked and, in a masked trial, the arms told. */
const closeStudy = (study: Study, desk: Desk, day: Day, clock: Clock): void => {
  const locked = day + toLock;
  mustDo(desk.actOnStudy({ type: 'lock data', on: writeDay(locked) }, clock(locked, sponsor)));
  if (study.definition.design.masking === 'open') return;
  const told = locked + 1;
  mustDo(desk.actOnStudy({ type: 'unblind study', on: writeDay(told) }, clock(told, statistician)));
};

const openKey = (secret: Uint8Array): Uint8Array => {
  const stream = openStream(secret, 'sealed log key');
  return Uint8Array.from({ length: 32 }, () => stream.integer(256));
};

/**
 * Rehearses a whole trial: virtual people are identified, screened, enrolled, allocated, treated and followed through the
 * same decisions as in production, on simulated days, until the planned number was followed up and the data are locked.
 * The same study, seed, start and scenario give the same logs, byte for byte.
 */
export const rehearse = (plan: RehearsalPlan): Rehearsal => {
  const { study, seed, start, scenario = usualScenario } = plan;
  const secret = secretFromSeed(seed);
  const firstDay = readDay(start);
  const [site] = study.definition.sites;
  if (firstDay === undefined || site === undefined) throw new Error(`rehearsal: ${start} is no day`);
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const desk = openDesk(study, log, sealed);
  const clocks = { open: openClock(site), sealed: openClock(site) };
  const isOpen = looksOf(study.definition) === 'open';
  const numbers = openKitNumbers({ desk, study, scenario, secret, clocks });
  const clock = isOpen ? clocks.open : clocks.sealed;
  const supply = openSupply({ desk, study, scenario, secret, clock, numbers });
  openStudy(plan, desk, secret, firstDay - 7, clocks.open);
  numbers.begin(firstDay - 7);
  const agenda = openAgenda();
  const onClosed = (day: Day): void =>
    mustDo(desk.actOnStudy({ type: 'close recruitment', on: writeDay(day) }, clocks.open(day, sponsor)));
  recruit(
    {
      study,
      scenario,
      secret,
      agenda,
      forms: planForms(study),
      drawsOf: openDraws(secret),
      pauses: openSitePauses({ desk, scenario, secret, clock: clocks.open }, firstDay),
      clerkFor: (id, at) => openClerk(desk, study, clocks, supply, id, at),
      onClosed,
    },
    firstDay,
  );
  let last = firstDay;
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) {
    last = Math.max(last, next.day);
    next.happen();
  }
  closeStudy(study, desk, last, clocks.open);
  return { log, sealed, key: openKey(secret) };
};
