import type { Participant } from '#core/conduct/participant.ts';
import type { Moment } from '#core/record/envelope.ts';
import { type SafetySummary, summariseSafety } from '#core/safety/events/safety-summary.ts';
import type { Study } from '#core/study/study.ts';
import { count, layOutRows, type Style } from '#hosts/render/text.ts';

const eventRows = ({ byGrade, ofInterest, susars }: SafetySummary): readonly (readonly string[])[] => [
  ['', 'events', 'serious', 'related'],
  ...byGrade
    .filter(({ events }) => events > 0)
    .map(({ grade, events, serious, related }) => [`grade ${grade}`, String(events), String(serious), String(related)]),
  ...ofInterest.map(({ title, events, perhaps }) => [
    `of special interest: ${title}`,
    perhaps === 0 ? String(events) : `${events} to ${events + perhaps}`,
    '',
    '',
  ]),
  ['suspected unexpected serious reactions', String(susars), '', ''],
];

const sayRegions = ({ definition }: Study): string => {
  const regions = definition.safety?.regions ?? [];
  return regions.length === 0
    ? 'no region is named, so no authority is told'
    : `to the authorities of ${regions.join(' and ')}`;
};

/** Adverse events by grade and how the duties to report them stand, as lines; nothing where nobody had one. */
export const saySafety = (
  study: Study,
  participants: readonly Participant[],
  now: Moment | undefined,
  style: Style,
): readonly string[] => {
  if (now === undefined) return [];
  const summary = summariseSafety(study, participants, now);
  if (summary.events + summary.pregnancies === 0) return [];
  const { events, participants: people, emergent, unreported, inTime, late, open, pregnancies } = summary;
  const [head = '', ...rows] = layOutRows(eventRows(summary));
  return [
    style.strong('Adverse events'),
    `  ${count(events, 'event')} of ${count(people, 'participant')}, ${emergent.true} after the first dose or worse since`,
    ...(unreported === 0 ? [] : [`  ${unreported} not reported`]),
    ...(pregnancies === 0 ? [] : [`  ${count(pregnancies, 'pregnancy', 'pregnancies')}`]),
    style.faint(head),
    ...rows,
    `  duties: ${inTime} done in time, ${late} late, ${open} open (${sayRegions(study)})`,
    '',
  ];
};
