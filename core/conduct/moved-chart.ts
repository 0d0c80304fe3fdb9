import type { Chart } from '#core/criteria/chart.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import { onDay } from '#core/quantities/partial-date.ts';
import type { Study } from '#core/study/study.ts';

/** Points that come again when somebody is screened on a later day: those before day 0 and the day of randomisation. */
const comesAgain = (study: Study): ReadonlySet<string> =>
  new Set(['randomisation', ...study.definition.visits.filter(({ day }) => day < 0).map(({ id }) => id)]);

/**
 * A chart as it would be if screening and randomisation were on a later day and all records stayed as they are, the
 * histories signed through that day where they were signed at all. Consent and what was measured stay.
 */
export const movedTo = (chart: Chart, study: Study, day: Day): Chart => {
  const again = comesAgain(study);
  return {
    ...chart,
    dateOf: (point) => {
      const date = chart.dateOf(point);
      return date !== undefined && again.has(point) && date.last < day ? onDay(day) : date;
    },
    completeThrough: (source) => {
      const through = chart.completeThrough(source);
      return through === undefined ? undefined : Math.max(through, day);
    },
  };
};
