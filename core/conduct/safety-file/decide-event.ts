import { sinceStart } from '#core/conduct/dates.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import { acceptAnswers } from './accept-event.ts';
import { pastMoment } from './learnt-when.ts';
import type { DecideSafety } from './safety-decision.ts';
import type { EventAnswers } from './safety-event.ts';
import { lastVersion } from './safety-file.ts';

/** The record of an adverse event that stands under an id. */
const eventRecord = (record: string, { history }: Participant): StandingRecord | undefined =>
  history.find((entry) => entry.record === record && entry.source === 'adverse event');

const unknownRecord = (record: string): Objection => ({ refused: 'value not found', record });

/** Opens the file of an adverse event that is recorded: once, by who learnt of it, not before it began. */
export const decideReport: DecideSafety<'report event'> = ({ record, awareness, said }, participant, setting) => {
  const event = eventRecord(record, participant);
  return unless(
    [
      event === undefined && unknownRecord(record),
      participant.safety.events.has(record) && { refused: 'done already', what: `the report of ${event?.concept}` },
      pastMoment(awareness, setting),
      event !== undefined && sinceStart(awareness.date, event.start),
      ...(event === undefined ? [] : acceptAnswers(said, event)),
    ],
    () => [{ type: 'event reported', record, awareness, received: setting.at, said }],
  );
};

const changesNothing = (changed: Partial<EventAnswers>, learnt: string): boolean =>
  Object.keys(changed).length === 0 && learnt.trim() === '';

/** Enters what was learnt later; answers that do not change need not be repeated. */
export const decideFollowUp: DecideSafety<'follow up event'> = (command, participant, setting) => {
  const { record, awareness, changed, learnt } = command;
  const event = eventRecord(record, participant);
  const file = participant.safety.events.get(record);
  const last = file && lastVersion(file);
  return unless(
    [
      event === undefined && unknownRecord(record),
      event !== undefined && file === undefined && { refused: 'event not reported', record },
      pastMoment(awareness, setting, last?.awareness),
      changesNothing(changed, learnt) && {
        refused: 'value not accepted',
        item: 'what was learnt',
        value: learnt,
        accepted: 'what is new',
      },
      ...(event === undefined || last === undefined ? [] : acceptAnswers({ ...last.said, ...changed }, event)),
    ],
    () => [{ type: 'event followed up', record, awareness, received: setting.at, changed, learnt }],
  );
};
