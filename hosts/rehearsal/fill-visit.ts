import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import type { Candidate } from './candidates/candidate.ts';
import { answered } from './candidates/participant-events.ts';
import type { PlannedScreening } from './candidates/screening-plan.ts';
import type { Clerk } from './desk-clerk.ts';
import type { Scenario } from './scenario.ts';

interface Filling {
  readonly clerk: Clerk;
  readonly person: Candidate;
  readonly scenario: Scenario;
}

/** Whether a section stays empty; one with a weight is always filled, since doses hang on it. */
const staysEmpty = ({ person, scenario }: Filling, visit: string, section: string, items: readonly ItemEntry[]) =>
  items.every(({ item }) => item !== 'weight') &&
  person.draws(`missing ${visit} ${section}`).chance(scenario.assumed('empty section'));

/** Fills the forms of a visit, and answers what the investigator judges, as the person is at that visit. */
export const fillVisit = (
  filling: Filling,
  { visit, sections, judgements }: PlannedScreening,
  now: Candidate,
  day: Day,
): void => {
  const { clerk, scenario } = filling;
  const notDone = scenario.assumed('result not done');
  for (const { id, items: asked } of sections) {
    const items = asked.map((answerer) => answered(answerer, now, visit, notDone));
    if (items.length > 0 && !staysEmpty(filling, visit, id, items)) clerk.fill(visit, { id, items }, day);
  }
  const answers = judgements.map(({ text, chance }) => ({
    text,
    answer: now.draws(`judged ${text}`).chance(chance) ? ('yes' as const) : ('no' as const),
  }));
  if (answers.length > 0) clerk.act({ type: 'record judgements', visit, answers }, day);
};
