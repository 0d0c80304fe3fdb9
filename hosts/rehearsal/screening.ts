import { itemAt } from '#core/conduct/participant.ts';
import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { people } from './candidates/assumed-numbers.ts';
import type { Candidate } from './candidates/candidate.ts';
import { historyOf } from './candidates/candidate-history.ts';
import type { PlannedScreening } from './candidates/screening-plan.ts';
import type { Clerk } from './desk-clerk.ts';
import { fillVisit } from './fill-visit.ts';
import type { Scenario } from './scenario.ts';

const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;
const daysOfYear = 365.25;

/** Who comes, to which site, and how their screening goes. */
export interface Screening {
  readonly study: Study;
  readonly scenario: Scenario;
  readonly clerk: Clerk;
  readonly person: Candidate;
  readonly plan: readonly PlannedScreening[];
}

/** Somebody comes: they say no, or consent, by themselves or by a parent or guardian, and are described. */
export const welcome = ({ study, scenario, clerk, person }: Screening, today: Day): 'declined' | 'consented' => {
  const on = writeDay(today);
  clerk.act({ type: 'identify', participant: person.id, site: clerk.site.id }, today);
  if (person.draws('declines').chance(scenario.assumed('declines'))) {
    clerk.act({ type: 'decline', on }, today);
    return 'declined';
  }
  const isMinor = person.ageYears < (study.definition.consent?.['of age'] ?? 0);
  clerk.act({ type: 'give consent', on, version: '1.0', by: isMinor ? 'representative' : 'participant' }, today);
  const born = writeDay(today - Math.round(person.ageYears * daysOfYear));
  clerk.act({ type: 'describe', born, sex: person.sex }, today);
  clerk.renewConsent(today);
  return 'consented';
};

const isUnsigned = ({ person, scenario }: Screening, source: (typeof sources)[number]): boolean =>
  person
    .draws(`unsigned ${source}`)
    .chance(Math.min(1, people.unsigned.value[source] * scenario.assumed('histories late')));

/** Signs histories through a day; adverse events are asked from the first dose on, and signed as none before. */
export const signHistories = (clerk: Clerk, day: Day, which: readonly (typeof sources)[number][] = sources): void => {
  for (const source of which) clerk.act({ type: 'complete history', source, through: writeDay(day) }, day);
};

const recordHistory = ({ study, clerk, person }: Screening, today: Day): void => {
  const records: readonly HistoryEntry[] = historyOf(person, today, study.lexicon.concepts);
  if (records.length > 0) clerk.act({ type: 'record history', records }, today);
};

/** One visit of the screening; with the first, the histories are taken down. */
export const screenOn = (screening: Screening, index: number, day: Day): void => {
  const { clerk, person, plan } = screening;
  const planned = plan[index];
  if (planned === undefined) throw new Error(`rehearsal: no screening visit ${index}`);
  clerk.act({ type: 'hold visit', visit: planned.visit, on: writeDay(day) }, day);
  fillVisit(screening, planned, person, day);
  if (index === 0) recordHistory(screening, day);
  signHistories(
    clerk,
    day,
    sources.filter((source) => !isUnsigned(screening, source)),
  );
};

/** Forms and histories that came late are completed, and eligibility is asked once more. */
export const completeLate = (screening: Screening, day: Day): void => {
  const { clerk, person, plan } = screening;
  for (const planned of plan) {
    if (clerk.state().visits.get(planned.visit)?.on === undefined) continue;
    const late = planned.sections.filter(({ items }) =>
      items.every(({ item }) => itemAt(clerk.state(), planned.visit, item.id) === undefined),
    );
    for (const { id, items } of late)
      clerk.fill(planned.visit, { id, items: items.map((each) => each.answer(person)) }, day);
  }
  signHistories(clerk, day);
  clerk.act({ type: 'assess eligibility', on: writeDay(day) }, day);
};
