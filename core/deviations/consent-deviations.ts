import { consentWanting } from '#core/conduct/consent.ts';
import type { ConsentWanting } from '#core/conduct/refusal.ts';
import { civilOf, type Day, dayOf, writeDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { FoundDeviation } from './deviation.ts';
import type { DeviationKind } from './deviation-kinds.ts';
import { type Dossier, type FindDeviations, mustBeDay } from './dossier.ts';
import { treatmentActs } from './treatment-acts.ts';

/** Something that needs a consent. */
interface ActWithConsent {
  readonly what: string;
  readonly on: Day;
  readonly record: string;
}

/** What was done with somebody, in the order of time. */
const actsWithConsent = (dossier: Dossier): readonly ActWithConsent[] => {
  const { held, participant } = dossier;
  const { enrolledOn, allocated, acts } = participant;
  const enrolment =
    enrolledOn === undefined
      ? []
      : [{ what: 'Enrolment took place', on: mustBeDay(enrolledOn), record: acts.get('participant enrolled') ?? '' }];
  const allocation =
    allocated === undefined
      ? []
      : [{ what: 'Allocation took place', on: mustBeDay(allocated.on), record: allocated.record }];
  return [
    ...held.map(({ plan, on, record }) => ({ what: `Visit ${plan.id} was held`, on, record })),
    ...enrolment,
    ...allocation,
    ...treatmentActs(dossier),
  ].toSorted((a, b) => a.on - b.on);
};

const kindOf = (wanting: ConsentWanting): DeviationKind => {
  switch (wanting) {
    case 'consent of a parent or guardian':
      return 'guardian consent missing';
    case 'assent':
      return 'assent missing';
    case 'own consent':
      return 'own consent missing';
    case 'own consent since coming of age':
    case 'consent to the amended study':
      return 're-consent late';
    default:
      return wanting satisfies never;
  }
};

const wantingOn = ({ study, participant }: Dossier, on: Day): readonly DeviationKind[] => {
  const isConsented = participant.consents.some((each) => each.on <= writeDay(on));
  return isConsented ? consentWanting(study, participant, writeDay(on)).map(kindOf) : ['act without consent'];
};

const wants: Readonly<Partial<Record<DeviationKind, string>>> = {
  'act without consent': 'any consent',
  'guardian consent missing': 'the consent of a parent or guardian',
  'assent missing': "the minor's assent",
  'own consent missing': "the participant's own consent",
  're-consent late': "the participant's own consent since coming of age",
};

/** One deviation for each consent that was wanting, with the first act that it was wanting for. */
const withoutConsent = (dossier: Dossier): readonly FoundDeviation[] => {
  const wanting = actsWithConsent(dossier).flatMap((act) => wantingOn(dossier, act.on).map((kind) => ({ kind, act })));
  return [...Map.groupBy(wanting, ({ kind }) => kind)].flatMap(([kind, acts]) => {
    const first = acts[0]?.act;
    if (first === undefined) return [];
    const more = acts.length === 1 ? '' : `, and ${acts.length - 1} more was done after it`;
    const says = `${first.what} on ${writeDay(first.on)} without ${wants[kind] ?? 'a consent'}${more}.`;
    return [{ kind, on: writeDay(first.on), record: first.record, says }];
  });
};

/** The first day on which somebody is certainly of age; who was born on 29 February comes of age on 1 March. */
const ofAgeOn = ({ study, participant }: Dossier): Day | undefined => {
  const years = study.definition.consent?.['of age'];
  const born = participant.born && readDate(participant.born.written);
  if (years === undefined || born === undefined) return undefined;
  const { year, month, day } = civilOf(born.last);
  return dayOf(year + years, month, day) ?? dayOf(year + years, 3, 1);
};

/** By the end of the first window that opens on or after coming of age, the participant is to have consented. */
const reconsentDueOn = ({ visits, dayZero }: Dossier, ofAge: Day): Day | undefined => {
  const next = dayZero === undefined ? undefined : visits.find(({ earliest }) => dayZero + earliest >= ofAge);
  return next && dayZero !== undefined ? dayZero + next.latest : undefined;
};

const lateAtMajority = (dossier: Dossier): readonly FoundDeviation[] => {
  const { study, participant, asOf, endedOn } = dossier;
  const ofAge = ofAgeOn(dossier);
  const due = ofAge === undefined ? undefined : reconsentDueOn(dossier, ofAge);
  const isMinor = ofAge !== undefined && (participant.consentedOn ?? '') < writeDay(ofAge);
  if (study.definition.consent?.['reconsent at majority'] !== true || due === undefined || !isMinor) return [];
  const own = participant.consents
    .filter(({ by, on }) => by === 'participant' && on >= writeDay(ofAge))
    .map(({ on }) => mustBeDay(on));
  const until = Math.min(asOf, endedOn ?? asOf, ...own);
  if (until <= due) return [];
  return [
    {
      kind: 're-consent late',
      on: writeDay(due + 1),
      record: participant.born?.record ?? '',
      says: `The participant came of age on ${writeDay(ofAge)}, was to consent anew by ${writeDay(due)}, and had not until ${writeDay(until)}.`,
    },
  ];
};

/** Consents that were wanting for what was done. Which version of the form was in force on a day the events do not say. */
export const findConsentDeviations: FindDeviations = (dossier) => {
  const without = withoutConsent(dossier);
  const isSaid = without.some(({ kind }) => kind === 're-consent late');
  return [...without, ...(isSaid ? [] : lateAtMajority(dossier))];
};
