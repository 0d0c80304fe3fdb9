import type { StandingRecord } from '#core/conduct/participant.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, type FindDeviations, isDue, mustBeDay } from './dossier.ts';
import { inDays } from './in-days.ts';

interface DatedEvent extends StandingRecord {
  readonly began: PartialDate;
}

const adverseEvents = ({ participant }: Dossier): readonly DatedEvent[] =>
  participant.history.flatMap((entry) => {
    const began = entry.source === 'adverse event' ? readDate(entry.start) : undefined;
    return began === undefined ? [] : [{ ...entry, began }];
  });

/** Counted from the latest day on which it may have begun. */
const enteredLate = ({ participant, enteredOn, limits }: Dossier, event: DatedEvent): readonly FoundDeviation[] => {
  const entered = enteredOn(event.record);
  if (entered === undefined) return [];
  const days = entered - event.began.last;
  const isSerious = event.attributes?.serious === true;
  // Of what was reported it is known when it was learnt of: the clock says whether that was late.
  if (isSerious && participant.safety.events.has(event.record)) return [];
  if (days <= (isSerious ? limits.daysToEnterSeriousEvent : limits.daysToEnterEvent)) return [];
  const known = isSerious ? '; the 24 hours count from awareness, which is not recorded' : '';
  return [
    {
      kind: isSerious ? 'serious event possibly reported late' : 'adverse event entered late',
      on: writeDay(entered),
      record: event.record,
      says: `The ${event.concept} that began on ${event.start} was entered on ${writeDay(entered)}, ${inDays(days)} later${known}.`,
    },
  ];
};

const outsideTrial = ({ participant, endedOn }: Dossier, event: DatedEvent): readonly FoundDeviation[] => {
  const { concept, start, began, record } = event;
  const consented = participant.consentedOn === undefined ? undefined : mustBeDay(participant.consentedOn);
  const fact = { on: writeDay(began.first), record };
  if (consented !== undefined && began.last < consented)
    return [
      {
        ...fact,
        kind: 'adverse event before consent',
        says: `The ${concept} of ${start} began ${inDays(consented - began.last)} before consent on ${writeDay(consented)}.`,
      },
    ];
  if (endedOn === undefined || began.first <= endedOn) return [];
  const says = `The ${concept} of ${start} began ${inDays(began.first - endedOn)} after participation ended on ${writeDay(endedOn)}.`;
  return [{ ...fact, kind: 'adverse event after the end', says }];
};

const unanswered = ({ study }: Dossier, event: DatedEvent): readonly FoundDeviation[] => {
  const asked = study.lexicon.concepts.get(event.concept)?.attributes ?? [];
  const isOpen = (attribute: string): boolean =>
    asked.includes(attribute) && event.attributes?.[attribute] === undefined;
  const fact = { on: writeDay(event.began.first), record: event.record };
  const of = `the ${event.concept} of ${event.start}`;
  return [
    ...(isOpen('serious')
      ? [{ ...fact, kind: 'seriousness not answered' as const, says: `It was not said whether ${of} was serious.` }]
      : []),
    ...(isOpen('related')
      ? [{ ...fact, kind: 'cause not answered' as const, says: `It was not said whether ${of} was related.` }]
      : []),
  ];
};

/** Death and its event belong together: neither without the other. */
const deaths = (dossier: Dossier, events: readonly DatedEvent[]): readonly FoundDeviation[] => {
  const { ended, acts } = dossier.participant;
  const fatal = events.filter(({ attributes }) => attributes?.fatal === true);
  const isDead = ended?.how === 'died';
  if (ended !== undefined && isDead && fatal.length === 0)
    return [
      {
        kind: 'death without a fatal event',
        on: ended.on,
        record: acts.get('participation ended') ?? '',
        says: `Participation ended by death on ${ended.on}, and no adverse event is recorded as fatal.`,
      },
    ];
  if (isDead) return [];
  return fatal
    .filter(({ began }) => isDue(dossier, began.last))
    .map(({ concept, start, began, record }) => ({
      kind: 'fatal event and no death',
      on: writeDay(began.first),
      record,
      says: `The ${concept} of ${start} is recorded as fatal, and participation ${ended === undefined ? 'has not ended' : `ended as ${ended.how}`}.`,
    }));
};

/** Adverse events as they were recorded. When the site learnt of one is not recorded, so lateness counts from its start. */
export const findAdverseEventDeviations: FindDeviations = (dossier) => {
  const events = adverseEvents(dossier);
  return [
    ...events.flatMap((event) => [
      ...enteredLate(dossier, event),
      ...outsideTrial(dossier, event),
      ...unanswered(dossier, event),
    ]),
    ...deaths(dossier, events),
  ];
};
