import { sittingWith } from '#core/measures/given.ts';
import type { Sitting } from '#core/measures/measure.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { gradeBilag, type SystemGrade } from './grade-bilag.ts';
import type { BilagAssessment, BilagValue } from './item-state.ts';
import { bilagItemTable, itemsOfSystem } from './items.ts';
import { type BilagOptions, defaultBilagOptions } from './options.ts';
import { type BilagSystem, bilagSystems } from './systems.ts';

/** Answers of a case by item number, for tests. */
export type Answers = Readonly<Record<number, BilagValue>>;

export const assessment = (answers: Answers): ReadonlyMap<number, BilagValue> =>
  new Map(Object.entries(answers).map(([item, value]) => [Number(item), value]));

/** Every item answered: what is not listed is 0, no, or a number that was not done. */
export const wholeAssessment = (answers: Answers): BilagAssessment =>
  new Map(
    bilagItemTable.map(({ number, answer }): [number, BilagValue] => {
      const unlisted = answer.type === 'ordinal' ? 0 : answer.type === 'yes/no' ? 'no' : 'not done';
      return [number, answers[number] ?? unlisted];
    }),
  );

/** These systems were involved before, the others were not. */
export const involved = (systems: readonly string[]): ReadonlyMap<BilagSystem, Truth> =>
  new Map(bilagSystems.map((system) => [system, systems.includes(system) ? 'true' : 'false']));

/** What was not done contributes nothing. */
export const closed: BilagOptions = { ...defaultBilagOptions, notDone: 'contributes nothing' };

/** "A" for a known grade, "B/C" where both are possible. */
export const lettersOf = ({ possible }: Pick<SystemGrade, 'possible'>): string =>
  possible.map(({ grade }) => grade).join('/');

/** The letters of one system whose other items are at rest. */
export const lettersFor = (
  system: BilagSystem,
  answers: Answers,
  options: BilagOptions = closed,
  previous?: Answers,
): string =>
  lettersOf(
    gradeBilag(wholeAssessment(answers), previous && wholeAssessment(previous), involved([]), options).systems[system],
  );

/** The letters of one system of which just these items were answered. */
export const lettersOfOpen = (
  system: BilagSystem,
  answers: Answers,
  options: BilagOptions = defaultBilagOptions,
): string => lettersOf(gradeBilag(assessment(answers), undefined, involved([]), options).systems[system]);

/** Those answers of which the items belong to a system. */
export const withinSystem = (system: BilagSystem, answers: BilagAssessment): BilagAssessment => {
  const items = itemsOfSystem(system);
  return new Map([...answers].filter(([item]) => items.includes(item)));
};

/** What was written at a visit, by the id of the item: "180 mg/mmol", "worse", "not present". */
export type WrittenAnswers = Readonly<Record<string, string>>;

const inOneWord: readonly string[] = ['not present', 'not done'];

const answerOf = (point: string, written: WrittenAnswers) => (item: string) => {
  const text = written[item];
  if (text === undefined) return undefined;
  const [value = '', unit] = inOneWord.includes(text) ? [text] : text.split(' ');
  return { written: value, unit, date: '2026-05-18', record: `${point} ${item}` };
};

/** A visit named `now`, and the visits before it, the latest first. */
export const visit = (written: WrittenAnswers, ...earlier: readonly WrittenAnswers[]): Sitting =>
  sittingWith(
    {},
    {
      point: 'now',
      answer: answerOf('now', written),
      earlier: earlier.map((each, index) => ({
        point: `earlier ${index + 1}`,
        date: undefined,
        answer: answerOf(`earlier ${index + 1}`, each),
      })),
    },
  );

/** All ordinal items not present, all findings no, numbers not done, no system involved before; and what is given. */
export const resting = (written: WrittenAnswers): WrittenAnswers => ({
  ...Object.fromEntries(bilagSystems.map((system) => [`BILAG.before.${system}`, 'no'])),
  ...Object.fromEntries(
    bilagItemTable.map(({ number, answer }) => {
      const text = answer.type === 'ordinal' ? 'not present' : answer.type === 'yes/no' ? 'no' : 'not done';
      return [`BILAG.${String(number).padStart(2, '0')}`, text];
    }),
  ),
  ...written,
});

/** Ordinary results of every number of the form. */
export const healthyNumbers: WrittenAnswers = {
  'BILAG.78': '120 mm[Hg]',
  'BILAG.79': '75 mm[Hg]',
  'BILAG.81': '0',
  'BILAG.82': '1 mg/mmol',
  'BILAG.83': '5 mg/mmol',
  'BILAG.84': '0.1 g/24h',
  'BILAG.86': '70 umol/L',
  'BILAG.87': '100 mL/min/1.73m2',
  'BILAG.90': '13 g/dL',
  'BILAG.91': '6 10*9/L',
  'BILAG.92': '4 10*9/L',
  'BILAG.93': '1.5 10*9/L',
  'BILAG.94': '250 10*9/L',
};
