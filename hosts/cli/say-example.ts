import { shortName } from '#core/measures/form-names.ts';
import type { WorkedExample } from '#core/measures/guide.ts';
import type { WrittenCourse } from '#core/measures/written-medication.ts';
import type { WrittenItems } from '#core/measures/written-names.ts';

type Pair = readonly [item: string, answer: string];

const pairsOf = (items: WrittenItems): readonly Pair[] =>
  Object.entries(items).flatMap(([name, given]): readonly Pair[] =>
    typeof given === 'string' ? [[name, given]] : Object.entries(given),
  );

const fewPairs = 8;

const isConsecutive = (pairs: readonly Pair[]): boolean => {
  const numbers = pairs.map(([item]) => Number(shortName(item)));
  return numbers.every((number, index) => Number.isInteger(number) && number === (numbers[0] ?? 0) + index);
};

/** Answers that many items share are counted, the others are named. */
const grouped = (pairs: readonly Pair[]): string => {
  const shared = [...Map.groupBy(pairs, ([, answer]) => answer)].filter(([, each]) => each.length > 3);
  const common = new Set(shared.map(([answer]) => answer));
  const named = pairs.filter(([, answer]) => !common.has(answer)).map(([item, answer]) => `${item} ${answer}`);
  return [...named, ...shared.map(([answer, each]) => `${each.length} items ${answer}`)].join(', ');
};

/** "rash present, others absent"; a run of numbered items as "sf36.1 to sf36.36: 3, 2, …". */
const sayAnswers = (items: WrittenItems): string => {
  const pairs = pairsOf(items);
  const [first, last] = [pairs[0]?.[0] ?? '', pairs.at(-1)?.[0] ?? ''];
  if (pairs.length > 1 && isConsecutive(pairs))
    return `${first} to ${last}: ${pairs.map(([, answer]) => answer).join(', ')}`;
  return pairs.length > fewPairs ? grouped(pairs) : pairs.map(([item, answer]) => `${item} ${answer}`).join(', ');
};

const sayCourse = (course: WrittenCourse): string =>
  [
    course.concept,
    course.dose ?? '',
    course['every days'] === undefined ? '' : `every ${course['every days']} days`,
    course.on === undefined ? `from ${course.from}` : `on ${course.on}`,
    course.to === undefined ? '' : `to ${course.to}`,
    course.kind === 'pulse' ? '(pulse)' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

/** What was entered in an example, in one line. */
export const sayExample = (example: WorkedExample): string => {
  const { born, sex, date, answers, earlier, normal, medication } = example;
  const through = medication?.['complete through'];
  return (
    [
      [sex ?? '', born === undefined ? '' : `born ${born}`, date === undefined ? '' : `on ${date}`]
        .filter((part) => part !== '')
        .join(', '),
      sayAnswers(answers),
      ...Object.entries(normal ?? {}).map(([measure, range]) => `normal ${measure} ${range}`),
      ...(medication?.records ?? []).map(sayCourse),
      through === undefined ? '' : `complete through ${through}`,
      ...(earlier ?? []).map((visit) => `before, on ${visit.date}: ${sayAnswers(visit.items)}`),
    ]
      .filter((part) => part !== '')
      .join('; ') || 'nothing'
  );
};
