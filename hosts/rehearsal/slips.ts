import { itemAt, type StandingItem } from '#core/conduct/participant.ts';
import { newQueries } from '#core/conduct/review/find-queries.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Followed } from './followed.ts';

/** An edit check asks about a value that is out of the usual; otherwise a monitor finds it in the source. */
const askAbout = ({ clerk, study }: Followed, visit: string, { item, record }: StandingItem, day: Day): void => {
  const found = newQueries(study, clerk.masked(), writeDay(day)).find(
    ({ about }) => about.kind === 'item' && about.record === record,
  );
  const about = { kind: 'item', visit, item, record } as const;
  const text = `${item} at ${visit} is not as in the source. Please check it.`;
  clerk.act({ type: 'raise query', ...(found ?? { about, text }) }, day);
};

const answerLast = ({ clerk }: Followed, day: Day): void => {
  const query = clerk.masked().review.queries.at(-1)?.id ?? '';
  clerk.act({ type: 'answer query', query, text: 'corrected' }, day);
};

/** A slip of the pen in a section, if there was one: a number that was written wrongly is asked about, and set right with the reason. */
export const correctSlip = (followed: Followed, visit: string, day: Day): void => {
  const { clerk, person, scenario, forms } = followed;
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
    askAbout(followed, visit, entry, day);
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
    answerLast(followed, day);
  }
};

const isNumber = (value: string | undefined): boolean => value !== undefined && /^\d+\.\d+$/.test(value);

const places = (value: string): number => value.length - value.indexOf('.') - 1;
