import type { Study } from '#core/study/study.ts';
import { type PlannedScreening, planVisit } from './candidates/screening-plan.ts';

/** What is asked at each visit of a study, laid down once. */
export type VisitForms = ReadonlyMap<string, PlannedScreening>;

export const planForms = (study: Study): VisitForms =>
  new Map(study.definition.visits.map((visit) => [visit.id, planVisit(study, visit, 0)]));
