import type { Day } from '#core/quantities/civil-date.ts';
import type { DiseaseCourse } from './disease-course.ts';
import type { Screening } from './screening.ts';
import type { VisitForms } from './visit-forms.ts';

/** Somebody who was allocated on day 0 and is followed from then on. */
export interface Followed extends Screening {
  readonly course: DiseaseCourse;
  readonly forms: VisitForms;
  readonly dayZero: Day;
}
