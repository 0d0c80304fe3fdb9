import { itemsOf } from '#core/conduct/accept-item.ts';
import { countsAs } from '#core/criteria/lexicon.ts';
import type { Study } from '#core/study/study.ts';
import { askedNames } from './asked-names.ts';
import { recordedConcepts } from './candidate-history.ts';
import { type Answerer, answererOf } from './form-answer.ts';
import { type JudgementChance, judgementChance } from './judgement-answer.ts';

/** One visit of the screening: its day from the first one, what its forms ask, and what the investigator judges. */
export interface PlannedScreening {
  readonly visit: string;
  readonly day: number;
  readonly sections: readonly { readonly id: string; readonly items: readonly Answerer[] }[];
  readonly judgements: readonly JudgementChance[];
}

/** What every candidate of a study is asked before eligibility is assessed. */
export interface ScreeningPlan {
  readonly visits: readonly PlannedScreening[];
  /** What forms or sentences ask and nobody taught virtual people, as a reader would name it. */
  readonly untaught: readonly string[];
}

type ScreeningVisit = Study['definition']['visits'][number];

/** The first visit, and every other one before or on the day of treatment that a criterion names. */
const screeningVisits = (study: Study): readonly ScreeningVisit[] => {
  const before = study.definition.visits.filter(({ day }) => day <= 0).toSorted((a, b) => a.day - b.day);
  const named = new Set(study.criteria.flatMap((criterion) => [...askedNames(criterion, study).points]));
  return before.filter(({ id }, index) => index === 0 || named.has(id));
};

/** What is asked at a visit; its day is counted from the first one. */
export const planVisit = (study: Study, { id: visit, day }: ScreeningVisit, firstDay: number): PlannedScreening => ({
  visit,
  day: day - firstDay,
  sections: study.definition.activities
    .filter(({ visits }) => visits.includes(visit))
    .map(({ id }) => ({ id, items: [...itemsOf(study, id).values()].map(answererOf) })),
  judgements: study.judgements
    .filter(({ visits }) => visits.includes(visit))
    .map(({ text }) => judgementChance(study, text)),
});

const untaughtForms = (visits: readonly PlannedScreening[]): readonly string[] => {
  const items = visits.flatMap(({ sections }) => sections.flatMap((section) => section.items));
  const unknown = items.filter(({ known }) => !known).map(({ item }) => item.id.split('.')[0] ?? item.id);
  return [...Map.groupBy(unknown, (id) => id)].map(([id, all]) => (all.length === 1 ? id : `${id} (${all.length})`));
};

const untaughtConcepts = (study: Study): readonly string[] => {
  const asked = new Set(study.criteria.flatMap((criterion) => [...askedNames(criterion, study).concepts]));
  const isTaught = (wanted: string): boolean => recordedConcepts.some((each) => countsAs(study.lexicon, each, wanted));
  return [...asked].filter((concept) => !isTaught(concept));
};

/** Lays down once for a study how its screening goes for everybody. */
export const planScreening = (study: Study): ScreeningPlan => {
  const found = screeningVisits(study);
  const visits = found.map((visit) => planVisit(study, visit, found[0]?.day ?? 0));
  const sentences = visits.flatMap(({ judgements }) => judgements.filter(({ known }) => !known));
  return {
    visits,
    untaught: [
      ...untaughtForms(visits),
      ...new Set(sentences.map(({ text }) => `"${text}"`)),
      ...untaughtConcepts(study).map((concept) => `no record of ${concept}`),
    ],
  };
};
