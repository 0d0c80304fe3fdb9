import { dosesFor } from '#core/conduct/visible-doses.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, entriesOf, type FindDeviations, isDue, mustBeDay } from './dossier.ts';
import { fromTo, inDays } from './in-days.ts';
import { type SiteDose, siteDoses } from './site-doses.ts';

const nameOf = ({ planned }: SiteDose): string => `Dose ${planned.number} of ${planned.dose}`;

const offItsDay = (each: SiteDose): readonly FoundDeviation[] => {
  const { given, earliest, latest, planned } = each;
  if (given === undefined || (given.day >= earliest && given.day <= latest)) return [];
  const isEarly = given.day < earliest;
  const away = isEarly ? `${inDays(earliest - given.day)} before` : `${inDays(given.day - latest)} after`;
  return [
    {
      kind: isEarly ? 'dose early' : 'dose late',
      dose: planned.dose,
      on: given.on,
      record: given.record,
      says: `${nameOf(each)} was given on ${given.on}, ${away} its time ${fromTo(earliest, latest)}.`,
    },
  ];
};

const missed = ({ participant }: Dossier): readonly FoundDeviation[] =>
  participant.missedDoses.map(({ dose, number, on, why, record }) => ({
    kind: 'dose missed',
    dose,
    on,
    record,
    says: `Dose ${number} of ${dose} was missed: ${why}.`,
  }));

/** Due before treatment and participation ended, and of which nothing was said. */
const overdue = (dossier: Dossier, all: readonly SiteDose[]): readonly FoundDeviation[] => {
  const { participant, discontinuedOn, endedOn } = dossier;
  const end = Math.min(discontinuedOn ?? Number.POSITIVE_INFINITY, endedOn ?? Number.POSITIVE_INFINITY);
  const isMissed = ({ planned: { dose, number } }: SiteDose): boolean =>
    participant.missedDoses.some((each) => each.dose === dose && each.number === number);
  return all
    .filter((each) => each.given === undefined && !isMissed(each))
    .filter(({ latest }) => latest < end && isDue(dossier, latest))
    .map((each) => ({
      kind: 'dose overdue',
      dose: each.planned.dose,
      on: writeDay(each.latest + 1),
      record: participant.allocated?.record ?? '',
      says: `${nameOf(each)}, due ${fromTo(each.earliest, each.latest)}, was neither given nor entered as missed.`,
    }));
};

/** Of each dose, the administrations in the order of the plan: none before an earlier one, no two of other days on one day. */
const disordered = (all: readonly SiteDose[]): readonly FoundDeviation[] =>
  all.flatMap((each, index) => {
    const before = all
      .slice(0, index)
      .findLast((other) => other.planned.dose === each.planned.dose && other.given !== undefined);
    const [earlier, now] = [before?.given, each.given];
    if (before === undefined || earlier === undefined || now === undefined || now.day > earlier.day) return [];
    const isSameDay = now.day === earlier.day;
    if (isSameDay && before.day === each.day) return [];
    const says = isSameDay
      ? `${nameOf(before)} and number ${each.planned.number} were both given on ${now.on}; planned were ${writeDay(before.day)} and ${writeDay(each.day)}.`
      : `${nameOf(each)} was given on ${now.on}, ${inDays(earlier.day - now.day)} before number ${before.planned.number}.`;
    const kind = isSameDay ? 'two doses on one day' : 'doses out of order';
    return [{ kind, dose: each.planned.dose, on: now.on, record: now.record, says }];
  });

const afterDiscontinuation = ({ participant, discontinuedOn }: Dossier): readonly FoundDeviation[] =>
  discontinuedOn === undefined
    ? []
    : participant.doses
        .filter(({ on }) => mustBeDay(on) > discontinuedOn)
        .map(({ dose, number, on, record }) => ({
          kind: 'dose after discontinuation',
          dose,
          on,
          record,
          says: `Dose ${number} of ${dose} was given on ${on}, ${inDays(mustBeDay(on) - discontinuedOn)} after the treatment was discontinued.`,
        }));

/** Given, or made ready, though the arm has no such dose; not asked by those who do not know the arm. */
const ofAnotherArm = (dossier: Dossier): readonly FoundDeviation[] => {
  const { study, participant } = dossier;
  const { arm, doses } = participant;
  if (arm === undefined) return [];
  const own = study.definition.arms.find(({ id }) => id === arm)?.doses.map(({ id }) => id) ?? [];
  const seen = dosesFor(study.definition, participant).map((view) => view.dose.id);
  const prepared = entriesOf(dossier, 'dose prepared').map(({ event, record }) => ({
    ...event,
    record: record(`${event.dose}.${event.number}`),
  }));
  const wrongly = [
    ...doses.filter(({ dose }) => !seen.includes(dose)).map((each) => ({ ...each, what: 'given' })),
    ...prepared.filter(({ dose }) => !own.includes(dose)).map((each) => ({ ...each, what: 'prepared' })),
  ];
  return wrongly.map(({ dose, number, on, record, what }) => ({
    kind: 'dose of another arm',
    dose,
    on,
    record,
    says: `Dose ${number} of ${dose} was ${what} on ${on}, which is none of arm ${arm}.`,
  }));
};

/** Doses at the site against their plan, of which the days count from allocation. */
export const findDoseDeviations: FindDeviations = (dossier) => {
  const all = siteDoses(dossier);
  return [
    ...all.flatMap(offItsDay),
    ...missed(dossier),
    ...overdue(dossier, all),
    ...disordered(all),
    ...afterDiscontinuation(dossier),
    ...ofAnotherArm(dossier),
  ];
};
