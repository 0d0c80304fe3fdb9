import { itemAt } from '#core/conduct/participant.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import type { Followed } from './followed.ts';

/** A slip of the pen in a section, if there was one: a number that was written wrongly is set right, with the reason. */
export const correctSlip = ({ clerk, person, scenario, forms }: Followed, visit: string, day: Day): void => {
  for (const { id, items } of forms.get(visit)?.sections ?? []) {
    if (!person.draws(`slip ${visit} ${id}`).chance(scenario.assumed('slip'))) continue;
    const entry = items
      .map(({ item }) => itemAt(clerk.masked(), visit, item.id))
      .find((each) => each?.unit !== undefined && isNumber(each.value));
    if (entry === undefined) continue;
    const { record, ...standing } = entry;
    const value = (Number(entry.value) * 1.1).toFixed(places(entry.value));
    // So small a number rounds to itself: there is nothing to set right.
    if (value === entry.value) continue;
    clerk.act(
      {
        type: 'correct item',
        visit,
        replaces: record,
        entry: { ...standing, value },
        reason: 'differs from the report of the laboratory',
      },
      day,
    );
  }
};

const isNumber = (value: string | undefined): boolean => value !== undefined && /^\d+\.\d+$/.test(value);

const places = (value: string): number => value.length - value.indexOf('.') - 1;
