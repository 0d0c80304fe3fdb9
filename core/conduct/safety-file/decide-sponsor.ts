import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { clockRules } from '#core/safety/clocks/clock-rules.ts';
import { isBefore } from '#core/safety/clocks/instant.ts';
import { armKnown } from '#core/safety/events/arm-known.ts';
import { expectednessOf } from '#core/safety/events/expectedness.ts';
import { pastMoment } from './learnt-when.ts';
import type { DecideSafety } from './safety-decision.ts';
import type { Expectedness } from './safety-event.ts';
import { type EventFile, lastVersion } from './safety-file.ts';

const said = { true: 'expected', false: 'unexpected', unknown: 'not known' } as const satisfies Readonly<
  Record<string, Expectedness>
>;

const notReported = (record: string, { history }: Participant): Objection =>
  history.some((entry) => entry.record === record)
    ? { refused: 'event not reported', record }
    : { refused: 'value not found', record };

/**
 * The sponsor's opinion on the cause, beside that of the investigator and never in its place, and whether the reference
 * safety information lets such an event be expected. May be given again; the latest stands.
 */
export const decideAssessmentOfEvent: DecideSafety<'assess event'> = ({ record, causality }, participant, setting) => {
  const [file, event] = [
    participant.safety.events.get(record),
    participant.history.find((each) => each.record === record),
  ];
  if (file === undefined || event === undefined) return unless([notReported(record, participant)], () => []);
  const { study, at } = setting;
  const found = expectednessOf(study, armKnown(study, participant), event.concept, lastVersion(file).said);
  return [{ type: 'event assessed', record, determined: at, causality, expectedness: said[found] }];
};

/** What the sponsor sends: the duty of the investigator is done by the report itself. */
const sponsorDuties = clockRules.filter(({ who }) => who === 'sponsor').map(({ id }) => id);

/** Sent already, and nothing was learnt since. */
const isSentAlready = (file: EventFile, duty: string): boolean =>
  file.sent.some((each) => each.duty === duty && !isBefore(each.sent, lastVersion(file).received));

/** That a report to an authority was sent, and when: a late one is recorded as well as one in time. */
export const decideReportSent: DecideSafety<'record report sent'> = ({ record, duty, sent }, participant, setting) => {
  const file = participant.safety.events.get(record);
  return unless(
    [
      file === undefined && notReported(record, participant),
      file !== undefined && isSentAlready(file, duty) && { refused: 'done already', what: `${duty} of ${record}` },
      pastMoment(sent, setting, file?.versions[0].awareness),
      !sponsorDuties.includes(duty) && {
        refused: 'name unknown',
        kind: 'duty',
        name: duty,
        nearest: nearestName(duty, sponsorDuties),
      },
    ],
    () => [{ type: 'report sent', record, duty, sent }],
  );
};
