import { isScheduledIn } from '#core/study/check-schedule.ts';
import type { Study } from '#core/study/study.ts';
import { visitsFromBaseline } from './chart-scene.ts';

/** How protein in urine may be measured, the first that a trial repeats is what its pictures show. */
const proteins = ['UPCR', 'protein-24h'] as const;

/** The visits from allocation on at which a measure is on a form; all of them for one without a form. */
export const visitsOfMeasure = (study: Study, measure: string): readonly string[] => {
  const visits = visitsFromBaseline(study).map(({ id }) => id);
  const defined = study.lexicon.measures.get(measure);
  if (defined === undefined) return [];
  if (defined.instrument === undefined) return visits;
  const isScheduled = isScheduledIn(study.definition, study.lexicon);
  return visits.filter((visit) => isScheduled(measure, visit));
};

/** The measure of protein in urine that a study repeats after allocation; undefined where it has none. */
export const proteinOf = (study: Study): string | undefined =>
  proteins.find((measure) => visitsOfMeasure(study, measure).length > 1);

/** The visit of day 0, from which changes are counted. */
export const baselineOf = (study: Study): string | undefined =>
  study.definition.visits.find(({ day }) => day === 0)?.id;
