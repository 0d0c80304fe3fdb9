import type { Item, ItemType } from '#core/measures/instrument.ts';
import type { MeasureKind } from '#core/measures/measure.ts';
import type { BesideItems } from '#core/measures/measure-reads.ts';

/** What an item takes, as a person reads it: "mg/dL or umol/L, plausible 0.1 to 20 mg/dL". */
export const sayItemType = (answer: ItemType): string => {
  switch (answer.type) {
    case 'quantity':
      return `${answer.units.join(' or ')}; plausible ${answer.plausible.join(' to ')} ${answer.units[0]}`;
    case 'whole number':
      return `whole number ${answer.least} to ${answer.most}`;
    case 'decimal':
      return `number ${answer.least} to ${answer.most}, at most ${answer.places} decimal${answer.places === 1 ? '' : 's'}`;
    case 'level':
      return answer.levels.join(' or ');
    case 'levels':
      return `one or several of ${answer.levels.join(', ')}`;
    default:
      return answer satisfies never;
  }
};

/** What kind of value a measure gives: "mg/dL", "score 0 to 105", "yes or no". */
export const sayMeasureKind = (value: MeasureKind): string => {
  switch (value.kind) {
    case 'quantity':
      return value.unit;
    case 'score':
      return `score ${value.least} to ${value.most}`;
    case 'level':
      return value.levels.join(' or ');
    case 'set':
      return `one or several of ${value.levels.join(', ')}`;
    case 'profile':
      return `${value.levels.join(', ')} for each of ${value.systems.length} systems`;
    default:
      return value satisfies never;
  }
};

/** What a measure reads that is no item of a form. */
export const besideWords: Readonly<Record<BesideItems, string>> = {
  date: 'the date of the visit',
  birth: 'the date of birth',
  sex: 'the sex',
  medication: 'the medication and the day through which it is complete',
  'earlier visits': 'the visits before',
};

const plainLine = ({ id, label, answer, loinc }: Item): string =>
  `${id}: ${label}; ${sayItemType(answer)}${loinc === undefined ? '' : `; LOINC ${loinc}`}`;

const fewAlike = 3;

/** Items in lines: of many that follow one another and take the same, what they take is said once. */
export const itemLines = (items: readonly Item[]): readonly string[] => {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const isAlike = run?.[0] !== undefined && sayItemType(run[0].answer) === sayItemType(item.answer);
    if (run !== undefined && isAlike && item.loinc === undefined) run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined || run.length < fewAlike || first.loinc !== undefined) return run.map(plainLine);
    return [`each of ${run.length}: ${sayItemType(first.answer)}`, ...run.map(({ id, label }) => `  ${id}: ${label}`)];
  });
};
