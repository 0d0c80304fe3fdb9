import type { Setting } from '#core/conduct/command.ts';
import type { Decide } from '#core/conduct/decision.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { ctcaeDictionary, ctcaeTitle } from './ctcae-dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import type { EventCode } from './review-event.ts';

/** The code of an adverse event as it stands: a correction of the event is another record, which has none. */
export const codeOf = ({ review }: Participant, record: string): EventCode | undefined => review.codes.get(record);

/** Adverse events that have no code. */
export const uncodedEvents = (participant: Participant): readonly StandingRecord[] =>
  participant.history.filter(
    ({ source, record }) => source === 'adverse event' && codeOf(participant, record) === undefined,
  );

const dictionaryCalled = (title: string, { dictionaries = [] }: Setting): Dictionary | undefined =>
  [ctcaeDictionary, ...dictionaries].find((each) => each.title === title);

const unknownDictionary = (title: string, { dictionaries = [] }: Setting): Objection => ({
  refused: 'name unknown',
  kind: 'dictionary',
  name: title,
  nearest: nearestName(
    title,
    [ctcaeDictionary, ...dictionaries].map((each) => each.title),
  ),
});

/** Codes an adverse event by a term of a dictionary; another code for the same event takes a reason. */
export const decideCoding: Decide<'code event'> = (command, participant, setting) => {
  const { record, dictionary: title = ctcaeTitle, term, reason } = command;
  const dictionary = dictionaryCalled(title, setting);
  const found = dictionary?.find(term);
  const code: EventCode = found ?? { dictionary: title, term, code: '', class: '' };
  const standing = codeOf(participant, record);
  const isEvent = participant.history.some((entry) => entry.record === record && entry.source === 'adverse event');
  return unless(
    [
      dictionary === undefined && unknownDictionary(title, setting),
      dictionary !== undefined &&
        found === undefined && { refused: 'name unknown', kind: 'term', name: term, nearest: dictionary.nearest(term) },
      !isEvent && { refused: 'value not found', record },
      standing?.dictionary === title &&
        standing.term === code.term && { refused: 'done already', what: `code ${term}` },
      standing !== undefined && (reason ?? '').trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'event coded', record, ...code }],
  );
};
