import { itemAt, type Participant } from '#core/conduct/participant.ts';
import { isPregnancyTest } from '#core/deviations/pregnancy-deviations.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import type { IntercurrentKind } from '#core/study/schema-endpoints.ts';
import type { EndpointSpan } from './endpoint-point.ts';
import type { FoundEvent } from './event-occurrence.ts';
import type { MedicineKind } from './medicine-events.ts';
import { isWithin } from './within-span.ts';

export type ConductKind = Exclude<IntercurrentKind, MedicineKind | 'dose changed'>;

interface Recorded {
  readonly what: string;
  readonly on: string;
  readonly record: string | undefined;
}

const ended = ({ ended: end, acts }: Participant, what: string, ...ways: readonly string[]): readonly Recorded[] =>
  end !== undefined && ways.includes(end.how) ? [{ what, on: end.on, record: acts.get('participation ended') }] : [];

const isPositive = (item: string, value: string): boolean =>
  (isPregnancyTest(item) && value === 'positive') || (item === 'pregnant' && value === 'yes');

/** Tests that were positive and answers that somebody is pregnant, on the days of their visits. */
const pregnancies = (participant: Participant): readonly Recorded[] =>
  [...participant.visits].flatMap(([visit, { on }]) =>
    on === undefined
      ? []
      : [...(participant.items.get(visit)?.keys() ?? [])].flatMap((item) => {
          const entry = itemAt(participant, visit, item);
          const isFound = entry !== undefined && isPositive(item, entry.value);
          return isFound ? [{ what: `pregnancy (${item} ${entry.value})`, on, record: entry.record }] : [];
        }),
  );

const recorded = (kind: ConductKind, participant: Participant): readonly Recorded[] => {
  const { discontinued, codeBrokenOn, missedDoses, acts } = participant;
  switch (kind) {
    case 'treatment discontinued': {
      const record = acts.get('treatment discontinued');
      return discontinued === undefined ? [] : [{ what: `${kind} (${discontinued.why})`, on: discontinued.on, record }];
    }
    case 'dose missed':
      return missedDoses.map(({ dose, number, on, record }) => ({ what: `${dose} ${number} missed`, on, record }));
    case 'death':
      return ended(participant, kind, 'died');
    case 'withdrawal':
      return ended(participant, kind, 'withdrawn', 'excluded');
    case 'loss to follow-up':
      return ended(participant, kind, 'lost to follow-up');
    case 'code broken':
      return codeBrokenOn === undefined ? [] : [{ what: kind, on: codeBrokenOn, record: acts.get('code broken') }];
    case 'pregnancy':
      return pregnancies(participant);
    default:
      return kind satisfies never;
  }
};

const mustBeDate = ({ what, on }: Recorded): PartialDate => {
  const date = readDate(on);
  if (date === undefined) throw new Error(`${what} holds the date "${on}", which no decision lets through`);
  return date;
};

/**
 * What the trial itself records of a participant, in the span. The stream of acts is complete by its nature, so what
 * does not stand there has not happened. Of a pregnancy only what was found in the span counts, on the day of the visit.
 */
export const findConductEvents = (
  kind: ConductKind,
  participant: Participant,
  span: EndpointSpan,
): readonly FoundEvent[] =>
  recorded(kind, participant).map((each) => {
    const on = mustBeDate(each);
    const records = each.record === undefined ? [] : [each.record];
    return { what: each.what, on, happened: isWithin(on, span), records, missing: [] };
  });
