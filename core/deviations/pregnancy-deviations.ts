import { itemsOf } from '#core/conduct/accept-item.ts';
import { itemAt } from '#core/conduct/participant.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { type Dossier, type FindDeviations, type HeldVisit, isDue } from './dossier.ts';
import { rulesMet } from './safety-rule-deviations.ts';
import { treatmentActs } from './treatment-acts.ts';

const tests: readonly string[] = ['urine-hCG', 'serum-hCG'];

/** Whether a participant can become pregnant, by sex and by what was last said of it. */
export const canBePregnant = ({ participant, held }: Dossier): Truth => {
  if (participant.sex === 'male') return 'false';
  const said = held.flatMap(({ plan }) => itemAt(participant, plan.id, 'childbearing-potential')?.value ?? []).at(-1);
  if (said === 'yes') return 'true';
  return said === 'no' ? 'false' : 'unknown';
};

export const isPregnancyTest = (item: string): boolean => tests.includes(item);

/** The pregnancy tests that the schedule asks at a visit and that have no result there. */
const untested = ({ study, participant }: Dossier, visit: string): readonly string[] =>
  study.definition.activities
    .filter(({ visits }) => visits.includes(visit))
    .flatMap(({ id }) => [...itemsOf(study, id).keys()])
    .filter((item) => isPregnancyTest(item) && (itemAt(participant, visit, item)?.value ?? 'not done') === 'not done');

/** Visits at which a test was due of somebody who can become pregnant and has no result, and the tests. */
export const missingTests = (
  dossier: Dossier,
): readonly { readonly visit: HeldVisit; readonly items: readonly string[] }[] =>
  canBePregnant(dossier) !== 'true' || dossier.participant.enrolledOn === undefined
    ? []
    : dossier.held
        .filter(({ on }) => isDue(dossier, on))
        .map((visit) => ({ visit, items: untested(dossier, visit.plan.id) }))
        .filter(({ items }) => items.length > 0);

/** What was given on or after the day of a positive test; where a rule of safety says the same, it is said by that. */
const treatedAfterTest: FindDeviations = (dossier) => {
  const { participant, held } = dossier;
  const positive = held.find(({ plan }) =>
    tests.some((item) => itemAt(participant, plan.id, item)?.value === 'positive'),
  );
  const stopped = rulesMet(dossier, 'stop treatment').some(({ visit }) => visit.plan.id === positive?.plan.id);
  if (positive === undefined || stopped) return [];
  const [first, ...more] = treatmentActs(dossier).filter(({ on }) => on >= positive.on);
  if (first === undefined) return [];
  return [
    {
      kind: 'dose after a positive pregnancy test',
      visit: positive.plan.id,
      dose: first.dose,
      on: writeDay(first.on),
      record: first.record,
      says: `${first.what} on ${writeDay(first.on)}${more.length === 0 ? '' : `, and ${more.length} more after it`}, though the pregnancy test of visit ${positive.plan.id} on ${writeDay(positive.on)} was positive.`,
    },
  ];
};

/** Tests that were not done are asked only of those of whom it is said that they can become pregnant. */
export const findPregnancyDeviations: FindDeviations = (dossier) => [
  ...missingTests(dossier).map(({ visit: { plan, on, record }, items }) => ({
    kind: 'pregnancy test not done' as const,
    visit: plan.id,
    on: writeDay(on),
    record,
    says: `At visit ${plan.id} on ${writeDay(on)} there is no result of ${items.join(' and ')}, and pregnancy is possible.`,
  })),
  ...treatedAfterTest(dossier),
];
