import type { HistoryEntry } from '#core/conduct/trial-event.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Clerk } from './desk-clerk.ts';
import type { DiseaseCourse } from './disease-course.ts';
import type { VirtualPerson } from './virtual-person.ts';

const sources = ['medication', 'condition', 'procedure', 'vaccination'] as const;
const daysOfYear = 365.25;

const infectionDetails = {
  severe: true,
  active: true,
  recurrent: false,
  hospitalised: true,
  'iv-antibiotics': true,
  treated: true,
};

const exposureOf = (person: VirtualPerson, today: Day): readonly HistoryEntry[] => {
  const start = writeDay(today - person.exposedDaysAgo);
  switch (person.exposure) {
    case 'rituximab':
      return [{ source: 'medication', concept: 'rituximab', start }];
    case 'belimumab':
      return [
        {
          source: 'medication',
          concept: 'belimumab',
          start,
          end: writeDay(today - Math.min(person.exposedDaysAgo, 20)),
        },
      ];
    case 'dose changed':
      return [
        {
          source: 'medication',
          concept: 'mycophenolate',
          start,
          end: 'ongoing',
          dose: { amount: '1', unit: 'g', everyDays: 1, timesADay: 2 },
        },
      ];
    case 'infection':
      return [
        {
          source: 'condition',
          concept: 'pneumonia',
          start,
          end: writeDay(today - person.exposedDaysAgo + 7),
          attributes: infectionDetails,
        },
      ];
    case 'surgery':
      return [{ source: 'procedure', concept: 'major-surgery', start }];
    case 'live vaccine':
      return [{ source: 'vaccination', concept: 'yellow-fever-vaccine', start }];
    case 'none':
      return [];
    default:
      return person.exposure satisfies never;
  }
};

const steroid = (person: VirtualPerson, today: Day): HistoryEntry => ({
  source: 'medication',
  concept: 'prednisone',
  start: writeDay(today - 60),
  end: 'ongoing',
  dose: { amount: String(person.prednisone), unit: 'mg', everyDays: 1, timesADay: 1 },
  kind: 'maintenance',
});

const hydroxychloroquine = (today: Day): HistoryEntry => ({
  source: 'medication',
  concept: 'hydroxychloroquine',
  start: writeDay(today - 700).slice(0, 7),
  end: 'ongoing',
});

const positiveJudgement = /^able and willing/;

/** Identification, consent and the whole screening visit of one day. Declining ends it. */
export const screen = (
  clerk: Clerk,
  person: VirtualPerson,
  course: DiseaseCourse,
  site: string,
  today: Day,
): 'declined' | 'screened' => {
  const on = writeDay(today);
  clerk.act({ type: 'identify', participant: person.id, site }, today);
  if (person.declines) {
    clerk.act({ type: 'decline', on }, today);
    return 'declined';
  }
  clerk.act({ type: 'give consent', on, version: '1.0' }, today);
  clerk.act(
    { type: 'describe', born: writeDay(today - Math.round(person.ageYears * daysOfYear)), sex: person.sex },
    today,
  );
  clerk.act({ type: 'hold visit', visit: 'screening', on }, today);
  clerk.fillForms({ person, course, visit: 'screening', week: 0 }, today);
  clerk.judge('screening', today, (text) =>
    positiveJudgement.test(text) || (person.severeDisease && text.startsWith('severe')) ? 'yes' : 'no',
  );
  clerk.act(
    {
      type: 'record history',
      records: [steroid(person, today), hydroxychloroquine(today), ...exposureOf(person, today)],
    },
    today,
  );
  for (const source of sources)
    if (source !== 'medication' || !person.historyLate)
      clerk.act({ type: 'complete history', source, through: on }, today);
  clerk.act({ type: 'assess eligibility', on }, today);
  return 'screened';
};

/** Histories are signed through the day on which somebody looks at them again. */
export const signHistories = (clerk: Clerk, day: Day): void => {
  for (const source of sources) clerk.act({ type: 'complete history', source, through: writeDay(day) }, day);
};
