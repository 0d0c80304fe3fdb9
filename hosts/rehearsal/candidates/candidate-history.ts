import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import type { Concept, Lexicon } from '#core/criteria/lexicon.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { events, medicines, people, recordDetails } from './assumed-numbers.ts';
import type { Candidate } from './candidate.ts';
import { drawnFinding } from './drawn-finding.ts';
import type { Draws } from './draws.ts';

type Concepts = Lexicon['concepts'];
type Details = Readonly<Record<string, boolean>>;

const daysOfYear = 365;

/** People remember the month of what is more than a year ago. */
const remembered = (daysAgo: number, today: Day): string => {
  const written = writeDay(today - daysAgo);
  return daysAgo > daysOfYear ? written.slice(0, 7) : written;
};

const medicineDetails = (draws: Draws, failed: number, notTolerated: number): Details => ({
  failed: draws.chance(failed),
  'not-tolerated': draws.chance(notTolerated),
});

/** What the form asks of a record; antibiotics by vein go with a stay in hospital. */
const detailsOf = ({ attributes }: Concept, draws: Draws): Details => {
  const asked = Object.entries(recordDetails).filter(([name]) => attributes.includes(name));
  const drawn = Object.fromEntries(asked.map(([name, chance]) => [name, draws.chance(chance)]));
  const byVein = drawn['iv-antibiotics'];
  return byVein === undefined ? drawn : { ...drawn, 'iv-antibiotics': byVein && drawn.hospitalised === true };
};

/** One row of the table of records, for the share of people who have one. */
const eventOf = (row: (typeof events)[number], { draws: drawsOf }: Candidate, today: Day, concepts: Concepts) => {
  const [name, chance, least, most, days] = row;
  const concept = concepts.get(name);
  const draws = drawsOf(`record ${name}`);
  if (concept === undefined || !draws.chance(chance)) return [];
  const begun = draws.between(least, most);
  const end = typeof days === 'number' && begun > days ? remembered(begun - days, today) : 'ongoing';
  const attributes = detailsOf(concept, draws);
  const entry: HistoryEntry = {
    source: concept.source,
    concept: name,
    start: remembered(begun, today),
    ...(days === 'one day' ? {} : { end }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
  return [entry];
};

const half = (amount: string): string => String(Number(amount) * people.changeOfDose.value);

/** A course that goes on, in two parts where its dose changed lately, or one that has ended. */
const medicineOf = (row: (typeof medicines)[number], { draws: drawsOf }: Candidate, today: Day, concepts: Concepts) => {
  const [concept, ever, now, amount, unit, everyDays, timesADay, failed, notTolerated] = row;
  const draws = drawsOf(`medicine ${concept}`);
  if (!concepts.has(concept) || !draws.chance(ever)) return [];
  const since = draws.between(people.medicineSince.value.least, people.medicineSince.value.most);
  const lasted = draws.between(people.medicineFor.value.least, people.medicineFor.value.most);
  const [ongoing, attributes] = [draws.chance(now), medicineDetails(draws, failed, notTolerated)];
  const { chance, within } = people.doseChanged.value;
  const changed = draws.chance(chance) ? draws.between(1, within) : 0;
  const course = (start: number, end: number | 'ongoing', taken: string): HistoryEntry => ({
    source: 'medication',
    concept,
    start: remembered(start, today),
    end: end === 'ongoing' ? end : remembered(end, today),
    attributes,
    dose: { amount: taken, unit, everyDays, timesADay },
  });
  if (!ongoing && since > lasted) return [course(since, since - lasted, amount)];
  if (changed === 0 || changed >= since) return [course(since, 'ongoing', amount)];
  return [course(since, changed + 1, half(amount)), course(changed, 'ongoing', amount)];
};

/** The dose of today, and the one before it; nothing for those who take none. */
const steroidsOf = ({ draws: drawsOf }: Candidate, today: Day): readonly HistoryEntry[] => {
  const draws = drawsOf('prednisone');
  const amount = draws.weighted(people.steroidDoses.value);
  const since = draws.between(people.steroidSince.value.least, people.steroidSince.value.most);
  const attributes = medicineDetails(draws, people.steroidFailed.value, people.steroidNotTolerated.value);
  if (amount === '0') return [];
  const course = { source: 'medication', concept: 'prednisone', attributes, kind: 'maintenance' } as const;
  const dose = (taken: string) => ({ amount: taken, unit: 'mg', everyDays: 1, timesADay: 1 });
  const before = since + draws.between(people.medicineFor.value.least, people.medicineFor.value.most);
  return [
    {
      ...course,
      start: remembered(before, today),
      end: remembered(since + 1, today),
      dose: dose(String(Number(amount) * people.steroidBefore.value)),
    },
    { ...course, start: remembered(since, today), end: 'ongoing', dose: dose(amount) },
  ];
};

const pulseOf = ({ draws: drawsOf }: Candidate, today: Day): readonly HistoryEntry[] => {
  const draws = drawsOf('pulse');
  const { chance, within, amount } = people.pulse.value;
  if (!draws.chance(chance)) return [];
  const begun = draws.between(4, within);
  const dose = { amount, unit: 'mg', everyDays: 1, timesADay: 1 };
  const course = { source: 'medication', concept: 'methylprednisolone', kind: 'pulse', dose } as const;
  return [{ ...course, start: writeDay(today - begun), end: writeDay(today - begun + 2) }];
};

const carriedInfection = (concept: string, start: string, { draws }: Candidate): HistoryEntry => {
  const none = { severe: false, recurrent: false, uncontrolled: false, latent: false, hospitalised: false };
  const treated = draws(`carried ${concept}`).chance(people.carrierTreated.value);
  const attributes = { ...none, active: true, 'iv-antibiotics': false, treated };
  return { source: 'condition', concept, start, end: 'ongoing', attributes };
};

const relapseOf = ({ draws: drawsOf }: Candidate, today: Day): HistoryEntry => {
  const draws = drawsOf('relapse');
  const { degrees, least, most } = people.relapse.value;
  const degree = draws.weighted(degrees);
  const attributes = { mild: false, moderate: false, severe: false, [degree]: true };
  const start = writeDay(today - draws.between(least, most));
  return { source: 'condition', concept: 'lupus-relapse', start, end: 'ongoing', attributes };
};

/** A positive test is a standing condition, so that a record does not contradict a form. */
const conditionOfTest = [
  ['HBsAg', 'hepatitis-B'],
  ['anti-HCV', 'hepatitis-C'],
  ['anti-HIV', 'HIV-infection'],
  ['syphilis-test', 'syphilis'],
] as const;

/** What follows from the answers of the same person. */
const consequencesOf = (candidate: Candidate, today: Day): readonly HistoryEntry[] => {
  const start = remembered(Math.round(candidate.diseaseYears * daysOfYear), today);
  const attributes = Object.fromEntries(
    Object.entries(people.lupus.value).map(([name, chance]) => [name, candidate.draws(`lupus ${name}`).chance(chance)]),
  );
  const lasting = { start, end: 'ongoing' } as const;
  const lupus = { source: 'condition', ...lasting, attributes } as const;
  const biopsy = candidate.biopsyDaysAgo;
  const dialysed = drawnFinding(candidate, 'on-dialysis') === 'yes';
  return [
    { ...lupus, concept: 'systemic-lupus-erythematosus' },
    { ...lupus, concept: 'lupus-nephritis' },
    ...(biopsy === undefined
      ? []
      : [{ source: 'procedure', concept: 'kidney-biopsy', start: remembered(biopsy, today) } as const]),
    ...(drawnFinding(candidate, 'entry') === 'relapse' ? [relapseOf(candidate, today)] : []),
    ...(dialysed ? [{ source: 'condition', concept: 'end-stage-renal-failure', ...lasting } as const] : []),
    ...(dialysed ? [{ source: 'procedure', concept: 'dialysis', ...lasting } as const] : []),
    ...conditionOfTest
      .filter(([test]) => drawnFinding(candidate, test) === 'positive')
      .map(([, concept]) => carriedInfection(concept, start, candidate)),
  ];
};

/** Concepts that some virtual person may have a record of. */
export const recordedConcepts: readonly string[] = [
  ...[...events, ...medicines].map(([concept]) => concept),
  ...conditionOfTest.map(([, concept]) => concept),
  ...['prednisone', 'methylprednisolone', 'systemic-lupus-erythematosus', 'lupus-nephritis', 'lupus-relapse'],
  ...['kidney-biopsy', 'end-stage-renal-failure', 'dialysis'],
];

/** Everything that a person can tell of the time before today, as the history forms of a study with these concepts take it. */
export const historyOf = (candidate: Candidate, today: Day, concepts: Concepts): readonly HistoryEntry[] =>
  [
    ...steroidsOf(candidate, today),
    ...pulseOf(candidate, today),
    ...medicines.flatMap((row) => medicineOf(row, candidate, today, concepts)),
    ...events.flatMap((row) => eventOf(row, candidate, today, concepts)),
    ...consequencesOf(candidate, today),
  ].filter(({ concept }) => concepts.has(concept));
