import { type Desk, openDesk } from '#core/conduct/desk.ts';
import { onlyStratum } from '#core/conduct/randomise.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import { listCommitment } from '#core/randomisation/allocation.ts';
import { generateList } from '#core/randomisation/permuted-blocks.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import type { Log } from '#core/record/log.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import type { Study } from '#core/study/study.ts';
import { openAgenda } from './agenda.ts';
import { openClerk } from './desk-clerk.ts';
import { openClock, sponsor, statistician } from './moments.ts';
import { recruit } from './recruitment.ts';

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
}

const mustDo = (answer: unknown): void => {
  if (isRefusal(answer)) throw new Error(`rehearsal: refused ${JSON.stringify(answer)}`);
};

const openStudy = (
  study: Study,
  desk: Desk,
  secret: Uint8Array,
  day: Day,
  clock: ReturnType<typeof openClock>,
): void => {
  const { definition } = study;
  const { allocation } = definition;
  if (allocation.method !== 'permuted blocks') throw new Error(`rehearsal: no list for ${allocation.method}`);
  const arms = definition.arms.map((arm) => ({ id: arm.id, ratio: allocation.ratio[arm.id] ?? 1 }));
  const list = generateList({
    arms,
    blockSizes: allocation['block sizes'],
    strata: [onlyStratum],
    slotsPerStratum: definition.design.participants,
    secret,
  });
  if ('refused' in list) throw new Error(`rehearsal: no allocation list: ${list.refused}`);
  mustDo(desk.actOnStudy({ type: 'approve study' }, clock(day, sponsor)));
  desk.keepList(list, clock(day, statistician));
  const commitment = listCommitment(list, secret);
  mustDo(
    desk.actOnStudy(
      { type: 'seal allocation list', commitment, slots: list.slots.length, method: list.algorithm },
      clock(day, statistician),
    ),
  );
  mustDo(desk.actOnStudy({ type: 'open study', purpose: 'rehearsal' }, clock(day, sponsor)));
};

const openKey = (secret: Uint8Array): Uint8Array => {
  const stream = openStream(secret, 'sealed log key');
  return Uint8Array.from({ length: 32 }, () => stream.integer(256));
};

/**
 * Rehearses a whole trial: virtual people are identified, screened, enrolled, randomised, treated and followed through
 * the same decisions as in production, on simulated days, until the planned number is randomised and followed up.
 * The same study, seed and start give the same log, byte for byte.
 */
export const rehearse = ({ study, seed, start }: RehearsalPlan): Rehearsal => {
  const secret = secretFromSeed(seed);
  const firstDay = readDay(start);
  const [site] = study.definition.sites;
  if (firstDay === undefined || site === undefined) throw new Error(`rehearsal: ${start} is no day`);
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const desk = openDesk(study, log, sealed);
  const clock = openClock(site);
  openStudy(study, desk, secret, firstDay - 7, clock);
  const agenda = openAgenda();
  recruit({ study, secret, agenda, clerkFor: (id) => openClerk(desk, study, clock, id) }, firstDay);
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) next.happen();
  return { log, sealed, key: openKey(secret) };
};
