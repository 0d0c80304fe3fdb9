import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';
import { checkItems, checkSections } from './check-forms.ts';
import { checkDays, checkEnds, checkOrder } from './check-histories.ts';
import { checkAgainstBefore, checkPlausibility, checkUnits } from './check-values.ts';
import { type CheckLimits, type EditCheck, openChecks, type ProposedQuery, usualCheckLimits } from './checked-data.ts';
import { queryKey } from './query.ts';
import type { QueryRule } from './review-event.ts';

/** The check behind each rule. */
const checks: Readonly<Record<QueryRule, EditCheck>> = {
  'value not plausible': checkPlausibility,
  'value far from the visit before': checkAgainstBefore,
  'unit other than usual': checkUnits,
  'section missing': checkSections,
  'item missing': checkItems,
  'end before start': checkOrder,
  'day not known': checkDays,
  'event without end': checkEnds,
};

/** A value that is not plausible is far from that of the visit before as well: one question is enough. */
const askedOnce = (found: readonly ProposedQuery[]): readonly ProposedQuery[] => {
  const keys = new Set(found.map(({ rule, about }) => queryKey(rule, about)));
  return found.filter(
    ({ rule, about }) =>
      rule !== 'value far from the visit before' || !keys.has(queryKey('value not plausible', about)),
  );
};

/**
 * What the edit checks find in the data of a participant as they stand in public, on a day: `asOf` says what should have
 * been entered by then. Nothing of it hangs on what is sealed. What was asked already is found again as long as it holds.
 */
export const findQueries = (
  study: Study,
  participant: Participant,
  asOf: string,
  limits: CheckLimits = usualCheckLimits,
): readonly ProposedQuery[] => {
  const data = openChecks(study, participant, asOf, limits);
  return askedOnce(Object.values(checks).flatMap((check) => check(data)));
};

/** The same of one rule alone: whether what it found holds still. */
export const findByRule = (
  rule: QueryRule,
  study: Study,
  participant: Participant,
  asOf: string,
  limits: CheckLimits = usualCheckLimits,
): readonly ProposedQuery[] => checks[rule](openChecks(study, participant, asOf, limits));

/** Of what the edit checks find, what no query of the same rule was raised about. */
export const newQueries = (
  study: Study,
  participant: Participant,
  asOf: string,
  limits: CheckLimits = usualCheckLimits,
): readonly ProposedQuery[] => {
  const raised = new Set(
    participant.review.queries.flatMap(({ rule, about }) => (rule === undefined ? [] : [queryKey(rule, about)])),
  );
  return findQueries(study, participant, asOf, limits).filter(({ rule, about }) => !raised.has(queryKey(rule, about)));
};
