/** What somebody on a random walk asks for the data of a participant, right or wrong, and who would ask it. */

import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { Participant, StandingItem } from '#core/conduct/participant.ts';
import { newQueries } from '#core/conduct/review/find-queries.ts';
import type { QueryAbout } from '#core/conduct/review/review-event.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Walk } from './walk-commands.ts';

/** A command and the role whose it is. */
export type ReviewStep = readonly [ParticipantCommand, role: string];

type MakeStep = (walk: Walk, person: Participant) => ReviewStep;

const noRecord = 'participant/P-000#1/nothing';

const someReason = ({ stream }: Walk): string => stream.pick(['looked again', '']);

/** Mostly a visit that was held. */
const someVisit = ({ stream, study }: Walk, { visits }: Participant): string => {
  const held = [...visits].filter(([, { on }]) => on !== undefined).map(([visit]) => visit);
  return held.length === 0 || stream.chance(0.1) ? stream.pick(study.definition.visits).id : stream.pick(held);
};

const someItem = ({ stream }: Walk, { items }: Participant, visit: string): StandingItem => {
  const standing = [...(items.get(visit)?.values() ?? [])];
  return standing.length === 0 || stream.chance(0.1)
    ? { item: 'creatinine', value: '1.0', unit: 'mg/dL', record: noRecord }
    : stream.pick(standing);
};

const someHistory = ({ stream }: Walk, { history }: Participant): string =>
  history.length === 0 || stream.chance(0.1) ? noRecord : stream.pick(history).record;

const someAbout = (walk: Walk, person: Participant): QueryAbout => {
  const visit = someVisit(walk, person);
  const { item, record } = someItem(walk, person, visit);
  return walk.stream.pick<QueryAbout>([
    { kind: 'item', visit, item, record },
    { kind: 'visit', visit },
    { kind: 'history', record: someHistory(walk, person) },
  ]);
};

const raise: MakeStep = (walk, person) => [
  { type: 'raise query', about: someAbout(walk, person), text: walk.stream.pick(['Is this so?', '']) },
  walk.stream.pick(['monitor', 'data manager']),
];

/** What a rule finds; where it finds nothing, a rule that should not ask. */
const raiseByRule: MakeStep = (walk, person) => {
  const found = newQueries(walk.study, person, writeDay(walk.today));
  const any = { rule: 'item missing', about: someAbout(walk, person), text: 'Is this so?' } as const;
  return [{ type: 'raise query', ...(found.length === 0 ? any : walk.stream.pick(found)) }, 'edit check'];
};

const settle: MakeStep = (walk, { review }) => {
  const query = `Q${1 + walk.stream.integer(review.queries.length + 1)}`;
  const reason = someReason(walk);
  return walk.stream.pick<ReviewStep>([
    [{ type: 'answer query', query, text: reason }, 'coordinator'],
    [{ type: 'answer query', query, text: 'It is so.' }, 'investigator'],
    [{ type: 'close query', query }, 'monitor'],
    [{ type: 'close query', query }, 'edit check'],
    [{ type: 'reopen query', query, reason }, 'data manager'],
    [{ type: 'withdraw query', query, reason }, 'monitor'],
  ]);
};

const verify: MakeStep = (walk, person) => {
  const visit = someVisit(walk, person);
  const items = walk.stream.chance(0.5) ? 'all' : [someItem(walk, person, visit).item];
  return walk.stream.chance(0.5)
    ? [{ type: 'verify items', visit, items }, 'monitor']
    : [{ type: 'unverify items', visit, items: 'all', reason: someReason(walk) }, 'monitor'];
};

const code: MakeStep = (walk, person) => {
  const term = walk.stream.pick(['Anemia', 'Infusion related reaction', 'Anaemia of the moon']);
  const again = walk.stream.chance(0.5) ? { reason: someReason(walk) } : {};
  return [{ type: 'code event', record: someHistory(walk, person), term, ...again }, 'data manager'];
};

const freeze: MakeStep = (walk, person) => {
  const visit = someVisit(walk, person);
  return walk.stream.chance(0.4)
    ? [{ type: 'freeze visit', visit }, 'data manager']
    : [{ type: 'unfreeze visit', visit, reason: someReason(walk) }, 'data manager'];
};

const sign: MakeStep = (walk, person) => {
  const meaning = walk.stream.pick(['author', 'approver'] as const);
  return walk.stream.chance(0.7)
    ? [{ type: 'sign visit', visit: someVisit(walk, person), meaning }, 'investigator']
    : [{ type: 'sign casebook', meaning }, 'investigator'];
};

const correct: MakeStep = (walk, person) => {
  const visit = someVisit(walk, person);
  const { record, ...entry } = someItem(walk, person, visit);
  const value = walk.stream.chance(0.3) ? 'not done' : entry.value;
  const { unit: _, ...blank } = entry;
  const corrected = value === 'not done' ? { ...blank, value } : entry;
  return [
    { type: 'correct item', visit, replaces: record, entry: corrected, reason: someReason(walk) },
    'investigator',
  ];
};

const makers: readonly MakeStep[] = [raise, raiseByRule, settle, settle, verify, code, freeze, sign, correct];

/** One act of the review, or a correction that it may lead to, of somebody as they stand in public. */
export const reviewStep = (walk: Walk, id: string): ReviewStep =>
  walk.stream.pick(makers)(walk, walk.desk.participant(id));
