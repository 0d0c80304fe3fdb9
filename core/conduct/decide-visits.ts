import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Study } from '#core/study/study.ts';
import { acceptItem, itemsOf, itemsOfSections } from './accept-item.ts';
import type { Setting } from './command.ts';
import { stillWanting } from './consent.ts';
import { pastDay, sinceConsent } from './dates.ts';
import { windowOf } from './decide-screening.ts';
import type { Decide } from './decision.ts';
import { type Objection, unless } from './first-refusal.ts';
import type { ItemEntry } from './item-entry.ts';
import { itemAt, type Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import { isSealedAt } from './sealed-items.ts';
import { isSealedRecord, type JudgementEntry, type ParticipantEvent } from './trial-event.ts';

const visitNames = (study: Study): readonly string[] => study.definition.visits.map((visit) => visit.id);

const visitKnown = (study: Study, visit: string): Refusal | undefined =>
  visitNames(study).includes(visit)
    ? undefined
    : { refused: 'name unknown', kind: 'visit', name: visit, nearest: nearestName(visit, visitNames(study)) };

const visitHeld = (participant: Participant, visit: string): Refusal | undefined =>
  participant.visits.get(visit)?.on === undefined ? { refused: 'visit not held', visit } : undefined;

const twice = <T>(list: readonly T[], nameOf: (each: T) => string): T | undefined =>
  list.find((each, index) => list.findIndex((other) => nameOf(other) === nameOf(each)) !== index);

/** Before randomisation there is no day 0 to count from: screening is never out of window. */
const inWindow = (study: Study, participant: Participant, visit: string, on: string): boolean => {
  const window = participant.allocated && windowOf(study, visit, participant.allocated.on);
  return window === undefined || (on >= window.earliest && on <= window.latest);
};

export const decideHoldVisit: Decide<'hold visit'> = ({ visit, on }, participant, setting) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      stillWanting(setting, participant, on),
      visitKnown(setting.study, visit),
      participant.visits.has(visit) && { refused: 'done already', what: visit },
      pastDay(on, setting),
      sinceConsent(on, participant),
    ],
    () => [{ type: 'visit held', visit, on, inWindow: inWindow(setting.study, participant, visit, on) }],
  );

export const decideMissVisit: Decide<'miss visit'> = ({ visit }, participant, { study }) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      visitKnown(study, visit),
      participant.visits.has(visit) && { refused: 'done already', what: visit },
    ],
    () => [{ type: 'visit missed', visit }],
  );

const sealedAmong = (study: Study, visit: string, items: readonly ItemEntry[]): Objection => {
  const sealed = items.filter(({ item }) => isSealedAt(study, visit, item)).map(({ item }) => item);
  return sealed.length > 0 && { refused: 'sealed', items: sealed };
};

const sectionKnown = (study: Study, section: string, visit: string): Refusal | undefined => {
  const here = study.definition.activities
    .filter((activity) => activity.visits.includes(visit))
    .map((activity) => activity.id);
  return here.includes(section)
    ? undefined
    : { refused: 'name unknown', kind: 'section', name: section, nearest: nearestName(section, here) };
};

export const decideSection: Decide<'record section'> = ({ visit, section, items }, participant, setting) =>
  acceptSection({ visit, section, items }, participant, setting, sealedAmong(setting.study, visit, items));

/** A section of a form at a visit, as long as nothing stands against it. */
export const acceptSection = (
  { visit, section, items }: { readonly visit: string; readonly section: string; readonly items: readonly ItemEntry[] },
  participant: Participant,
  { study }: Setting,
  sealed: Objection,
): readonly ParticipantEvent[] | Refusal => {
  const known = itemsOf(study, section);
  const doubled = twice(items, (entry) => entry.item);
  const standing = items.find((entry) => itemAt(participant, visit, entry.item) !== undefined);
  return unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      visitKnown(study, visit),
      visitHeld(participant, visit),
      sectionKnown(study, section, visit),
      sealed,
      ...items.map((entry) => acceptItem(entry, known)),
      doubled && { refused: 'done already', what: doubled.item },
      standing && { refused: 'done already', what: `${standing.item} at ${visit}` },
    ],
    () => [{ type: 'section recorded', visit, section, items }],
  );
};

/** A correction names the event that it replaces; only a change of the same item in between is a conflict. */
export const decideCorrection: Decide<'correct item'> = (command, participant, { study, actor }) => {
  const { visit, replaces, entry, reason } = command;
  const standing = itemAt(participant, visit, entry.item);
  return unless(
    [
      // The laboratory corrects what it sealed, and nobody else does.
      (actor.role === 'laboratory') !== isSealedRecord(replaces) && {
        refused: 'role may not',
        role: actor.role,
        act: command.type,
      },
      standing?.record !== replaces && { refused: 'value not found', record: replaces },
      reason.trim() === '' && { refused: 'reason missing' },
      acceptItem(entry, itemsOfSections(study)),
    ],
    () => [{ type: 'item corrected', visit, replaces, entry }],
  );
};

const judgementKnown = (study: Study, visit: string, { text }: JudgementEntry): Refusal | undefined => {
  const asked = study.judgements.filter((item) => item.visits.includes(visit)).map((item) => item.text);
  return asked.includes(text)
    ? undefined
    : { refused: 'name unknown', kind: 'judgement', name: text, nearest: nearestName(text, asked) };
};

/** A judgement is given once: to give another answer without saying why would be to change the record silently. */
export const decideJudgements: Decide<'record judgements'> = ({ visit, answers }, participant, { study }) => {
  const doubled = twice(answers, (answer) => answer.text);
  const standing = answers.find((answer) => participant.judgements.has(`${visit}/${answer.text}`));
  return unless(
    [
      visitHeld(participant, visit),
      ...answers.map((answer) => judgementKnown(study, visit, answer)),
      doubled && { refused: 'done already', what: doubled.text },
      standing && { refused: 'done already', what: `${standing.text} at ${visit}` },
    ],
    () => [{ type: 'judgements recorded', visit, answers }],
  );
};
