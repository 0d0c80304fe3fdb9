import { dosesIn, statesAmount, statesTimes } from './dose-amount.ts';
import { contentsOf, ofKinds, passagesOf } from './passages.ts';
import { patternRule } from './pattern-rule.ts';
import type { QuotedPlace, RecordRule } from './record-finding.ts';
import type { RecordContent, RegistryRecord } from './record-schema.ts';

/** A text on how an intervention is given, with the list that it stands in. */
interface Giving {
  readonly list: string;
  readonly place: string;
  readonly name: string;
  readonly text: string;
}

const givingsIn = (prefix: string, content: RecordContent): readonly Giving[] => [
  ...content.arms.map(({ intervention, text = '' }, index) => {
    const list = `${prefix}arms`;
    return { list, place: `${list}[${index + 1}].text`, name: intervention?.toLowerCase() ?? '', text };
  }),
  ...content.interventions.map(({ name, text = '' }, index) => {
    const list = `${prefix}interventions`;
    return { list, place: `${list}[${index + 1}].text`, name: name.toLowerCase(), text };
  }),
];

const givings = (record: RegistryRecord): readonly Giving[] =>
  contentsOf(record)
    .filter(({ kind }) => kind !== 'publication')
    .flatMap(({ prefix, content }) => givingsIn(prefix, content));

/** Kinds of intervention that have a dose. */
const products: ReadonlySet<string> = new Set(['biological', 'drug', 'genetic', 'not stated']);

/** Arms of the page that get something active, with all that the page says of it and what copies say. */
const treatedArms = (record: RegistryRecord) =>
  record.arms.flatMap(({ id, type, intervention = '', text = '' }, index) => {
    const idle = ['placebo comparator', 'sham comparator', 'no intervention'].includes(type);
    if (idle || /\bplacebo\b|\bsham\b/i.test(`${id} ${intervention}`)) return [];
    const listed = record.interventions.find(({ name }) => name.toLowerCase() === intervention.toLowerCase());
    if (listed !== undefined && !products.has(listed.type)) return [];
    const same = givings(record).filter(({ name }) => name === intervention.toLowerCase());
    const onPage = same.filter(({ list }) => list === 'interventions').map((each) => each.text);
    const elsewhere = same.filter(({ list }) => list.startsWith('copies'));
    return [{ place: `arms[${index + 1}].text`, said: [text, ...onPage].join(' '), text, elsewhere }];
  });

const quoteOf = (place: string, text: string): QuotedPlace => ({ place, quote: text === '' ? undefined : text });

const readingIn = (copy: Giving | undefined): string | undefined =>
  copy === undefined ? undefined : `as ${copy.place} has it`;

/** A dose that was published for the trial; its arms may have other names. */
const publishedDose = (record: RegistryRecord): Giving | undefined =>
  contentsOf(record)
    .filter(({ kind }) => kind === 'publication')
    .flatMap(({ prefix, content }) => givingsIn(prefix, content))
    .find(({ text }) => statesAmount(text));

const dosesDisagree: RecordRule = {
  id: 'doses-disagree',
  severity: 'error',
  find: (record) => {
    const doses = givings(record).flatMap(({ list, place, name, text }) =>
      dosesIn(text).map(({ quote, amount, unit }) => ({ list, place, quote, amount, of: `${name} ${unit}` })),
    );
    return [...new Set(doses.map(({ of }) => of))].flatMap((of) => {
      const same = doses.filter((dose) => dose.of === of);
      // Arms of one list may differ by design; two lists of the same record may not.
      const lists = [...Map.groupBy(same, ({ list }) => list).values()];
      const apart = lists.some((one) =>
        lists.some((other) => !one.some(({ amount }) => other.some((dose) => dose.amount === amount))),
      );
      if (!apart) return [];
      const places = same.map(({ place, quote }) => ({ place, quote }));
      const what = `The dose of one intervention is ${same.map(({ quote }) => quote.trim()).join(' and ')}.`;
      return [{ places, what, question: 'Which dose is given?', reading: `as ${same[0]?.place} has it` }];
    });
  },
};

const doseMissing: RecordRule = {
  id: 'dose-not-stated',
  severity: 'error',
  find: (record) =>
    treatedArms(record).flatMap(({ place, said, text, elsewhere }) => {
      if (statesAmount(said)) return [];
      const copy = elsewhere.find((each) => statesAmount(each.text)) ?? publishedDose(record);
      const question = 'Which dose, by which route, how often and on which days?';
      const what = 'The arm says what is given and not how much.';
      return [{ places: [quoteOf(place, text)], what, question, reading: readingIn(copy) }];
    }),
};

const timesMissing: RecordRule = {
  id: 'number-of-doses-not-stated',
  severity: 'error',
  find: (record) =>
    treatedArms(record).flatMap(({ place, said, text, elsewhere }) => {
      if (!statesAmount(said) || statesTimes(said)) return [];
      const copy = elsewhere.find((each) => statesTimes(each.text));
      const what = 'The arm states a dose and not how often it is given.';
      return [
        { places: [quoteOf(place, text)], what, question: 'How many doses, on which days?', reading: readingIn(copy) },
      ];
    }),
};

const pause = /\b(?:an )?interval of [\w ]+?(?:days?|weeks?|months?)|\b\d+ (?:days?|weeks?) off\b|\bper cycle\b/i;
const cycles = /\b(?:\d+|one|two|three|four|five|six|eight|twelve) (?:cycles|courses|rounds)\b/i;

const cyclesMissing: RecordRule = {
  id: 'number-of-cycles-not-stated',
  severity: 'error',
  find: (record) =>
    treatedArms(record).flatMap(({ place, said, text, elsewhere }) => {
      const quote = pause.exec(text)?.[0];
      if (quote === undefined || cycles.test(said)) return [];
      const copy = elsewhere.find((each) => cycles.test(each.text));
      const what = 'A course and its pause are described, and not how often they are repeated.';
      return [{ places: [{ place, quote }], what, question: 'How many cycles?', reading: readingIn(copy) }];
    }),
};

const monthly = patternRule({
  id: 'month-as-interval',
  severity: 'warning',
  kinds: ['arm', 'intervention', 'description'],
  pattern: /\b(?:once )?every month\b|\bmonthly\b|\bonce a month\b/gi,
  what: 'Doses are spaced by months, which have 28 to 31 days.',
  question: 'How many days are a month, within which window, and what if a dose is missed?',
  reading: '28 days',
});

const course =
  /every (other |(?:\d+) )?(day|days|week|weeks)\b[^.;()]{0,30}? for (\d+) (days|weeks)[^.;()]{0,20}?\((\d+) times\)/gi;

const daysIn = (number: string, unit: string): number => Number(number) * (unit.startsWith('week') ? 7 : 1);

/** A course of so many days has one dose at its first day; its last day may or may not hold another. */
const fits = (interval: number, length: number, times: number): boolean =>
  times === Math.ceil(length / interval) || times === Math.floor(length / interval) + 1;

const courseArithmetic: RecordRule = {
  id: 'course-does-not-add-up',
  severity: 'warning',
  find: (record) =>
    ofKinds(passagesOf(record), ['arm', 'intervention', 'description']).flatMap(({ place, text }) =>
      [...text.matchAll(course)].flatMap(([quote, step = '1', unit = '', length = '', lengthUnit = '', times]) => {
        const interval = daysIn(step.trim() === 'other' ? '2' : step.trim(), unit);
        if (fits(interval, daysIn(length, lengthUnit), Number(times))) return [];
        const what = `One dose every ${interval} days for ${daysIn(length, lengthUnit)} days is not ${times} doses.`;
        return [{ places: [{ place, quote }], what, question: 'How many doses are given?', reading: undefined }];
      }),
    ),
};

export const doseRules: readonly RecordRule[] = [
  dosesDisagree,
  doseMissing,
  timesMissing,
  cyclesMissing,
  monthly,
  courseArithmetic,
];
