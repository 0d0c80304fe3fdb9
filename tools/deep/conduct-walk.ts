/**
 * Random walks through a trial: commands in any order, by any role, with dates, values and names that may be wrong, put to
 * the desk of production. Whatever is asked, nothing throws, and what is recorded keeps its order.
 */

import type { Act } from '#core/conduct/act.ts';
import { openDesk } from '#core/conduct/desk.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import { strataOf } from '#core/conduct/strata.ts';
import type { StudyCommand } from '#core/conduct/study-command.ts';
import type { SealedEvent, TrialEvent } from '#core/conduct/trial-event.ts';
import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { drawList } from '#core/randomisation/draw-list.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import type { Log } from '#core/record/log.ts';
import { openMemoryLog } from '#core/record/memory-log.ts';
import { isByChance } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';
import type { Candidate } from '#hosts/rehearsal/candidates/candidate.ts';
import { fillPool } from '#hosts/rehearsal/characteristics/eligible-pool.ts';
import { planForms } from '#hosts/rehearsal/visit-forms.ts';
import { arbitrary, sensible, someDay, type Walk } from './walk-commands.ts';
import { lotStep, supplyStep } from './walk-lots.ts';
import { reviewStep } from './walk-review.ts';
import { safetyRole } from './walk-safety.ts';
import { personOf, readying, siteCommand, studyCommand } from './walk-sites.ts';

/** What a walk came to: the logs that it left, and how often each refusal and each kind of event came. */
export interface Walked {
  readonly log: Log<TrialEvent>;
  readonly sealed: Log<SealedEvent>;
  readonly refused: ReadonlyMap<string, number>;
}

const firstDay = readDay('2026-03-02') ?? 0;
const people = 3;
const roles = [
  'investigator',
  'investigator',
  'investigator',
  'coordinator',
  'pharmacist',
  'laboratory',
  'sponsor',
  'nobody',
];

const actOn = (walk: Walk, role: string, date = writeDay(walk.today)): Act => ({
  at: { instant: `${date}T08:00:00Z`, offset: '+00:00', zone: 'UTC', date },
  actor: { id: personOf(role), role },
});

const openStudy = (walk: Walk, secret: Uint8Array): void => {
  const { study, desk } = walk;
  const tell = (command: StudyCommand, role: string) => desk.actOnStudy(command, actOn(walk, role));
  tell({ type: 'draft study' }, 'protocol author');
  tell({ type: 'approve study' }, 'sponsor');
  const { allocation, arms } = study.definition;
  if (isByChance(allocation)) {
    const shares = arms.map(({ id }) => ({ id, ratio: allocation.ratio[id] ?? 1 }));
    const list = drawList({ algorithm: 'simple/1', arms: shares, strata: strataOf(study), slotsPerStratum: 3 }, secret);
    if ('refused' in list) throw new Error(`walk: no list: ${list.refused}`);
    desk.keepList(list, actOn(walk, 'unblinded statistician'));
    tell(
      { type: 'seal allocation list', commitment: 'x', slots: list.slots.length, method: list.algorithm },
      'unblinded statistician',
    );
  }
  tell({ type: 'open study', purpose: 'rehearsal' }, 'sponsor');
  for (const [site, command, role] of readying(walk, writeDay(walk.today)))
    desk.actOnSite(site, command, actOn(walk, role));
};

/** Something about the stock, or something that is taken from it or comes back. */
const stockStep = (walk: Walk, id: string, other: string): unknown => {
  const { stream, desk } = walk;
  const act = (own: string): Act => actOn(walk, stream.chance(0.95) ? own : other);
  if (stream.chance(0.5)) {
    const [lot, command, own] = lotStep(walk);
    return desk.actOnLot(lot, command, act(own));
  }
  const [command, own] = supplyStep(walk, id);
  return desk.actOnParticipant(id, command, act(own));
};

/** One step: something sensible, something arbitrary, or something about the whole study. */
const step = (walk: Walk): unknown => {
  const { stream, desk, study } = walk;
  walk.today += stream.chance(0.03) ? stream.integer(20) : 0;
  const person = stream.pick(walk.candidates);
  const role = stream.chance(0.85) ? 'investigator' : stream.pick(roles);
  if (stream.chance(0.001))
    return desk.actOnStudy(studyCommand(walk), actOn(walk, stream.pick(['sponsor', 'unblinded statistician', role])));
  if (stream.chance(0.004)) {
    const actor = actOn(walk, stream.pick(['sponsor', 'investigator', role]));
    return desk.actOnSite(stream.pick(study.definition.sites).id, siteCommand(walk), actor);
  }
  if (stream.chance(0.15)) {
    const [command, own] = reviewStep(walk, person.id);
    return desk.actOnParticipant(person.id, command, actOn(walk, stream.chance(0.9) ? own : role));
  }
  if (stream.chance(0.16)) return stockStep(walk, person.id, role);
  const wanted = stream.chance(0.6)
    ? sensible(walk, person)
    : stream.chance(0.06)
      ? 'allocate'
      : arbitrary(walk, person);
  if (wanted !== 'allocate')
    return desk.actOnParticipant(person.id, wanted, actOn(walk, safetyRole(walk, wanted) ?? role));
  const act = actOn(walk, role);
  return isByChance(study.definition.allocation)
    ? desk.randomise(person.id, someDay(walk), act)
    : desk.assign(person.id, { on: someDay(walk), arm: stream.pick(study.definition.arms).id }, act);
};

/** Where walks of one study take place: people who are eligible, and the forms of every visit. */
export interface Ground {
  readonly study: Study;
  readonly people: readonly Candidate[];
  readonly forms: ReturnType<typeof planForms>;
}

const groundSize = 20;

export const openGround = (study: Study): Ground => ({
  study,
  people: fillPool(study, 7, groundSize, firstDay).map(({ person }) => person),
  forms: planForms(study),
});

/** Walks so many steps through one trial. The same seed walks the same way. */
export const walkTrial = (ground: Ground, seed: number, steps: number): Walked => {
  const { study } = ground;
  const secret = secretFromSeed(seed);
  const log = openMemoryLog<TrialEvent>();
  const sealed = openMemoryLog<SealedEvent>();
  const walk: Walk = {
    study,
    stream: openStream(secret, 'walk'),
    desk: openDesk(study, log, sealed),
    candidates: Array.from(
      { length: people },
      (_, index) => ground.people[(seed * people + index) % ground.people.length] ?? ground.people[0],
    ).filter((each) => each !== undefined),
    forms: ground.forms,
    today: firstDay,
  };
  openStudy(walk, secret);
  const refused = new Map<string, number>();
  for (let taken = 0; taken < steps; taken += 1) {
    const answer = step(walk);
    if (isRefusal(answer)) refused.set(answer.refused, (refused.get(answer.refused) ?? 0) + 1);
  }
  return { log, sealed, refused };
};
