/** Random people with gaps, and one predicate of nine terms on them, in our language and written by hand. */

import type { Chart } from '#core/criteria/chart.ts';
import { compileCondition } from '#core/criteria/compile.ts';
import { concepts } from '#core/criteria/concepts.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { noReadings } from '#core/criteria/no-readings.ts';
import { isUnreadable, readRule } from '#core/criteria/read.ts';
import { ageBy } from '#core/measures/age.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import type { Measured, Missing } from '#core/measures/measured.ts';
import { everything, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';

/** The predicate in the criterion language, in the style of the trials' eligibility. */
export const sentence = `age at consent between 19 years and 65 years
  and SLEDAI-2K at screening >= 6
  and (UPCR at screening > 1.0 g/g or protein-24h at screening > 1.0 g/24h)
  and creatinine at screening <= 125% of creatinine at baseline
  and platelets at screening >= 100 10^9/L
  and not pregnant at screening
  and (not fertile at screening or agrees-to-contraception at screening)`;

/** Field, lowest and highest value in hundredths; the last three are answers, 0 for no and 1 for yes. */
const fields = {
  age: [1500, 7000],
  sledai: [300, 2000],
  upcr: [20, 400],
  protein: [20, 400],
  creatinineBefore: [60, 120],
  creatinine: [60, 125],
  platelets: [8000, 30_000],
  pregnant: [0, 0],
  fertile: [0, 1],
  agrees: [0, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export type Field = keyof typeof fields;

const names = Object.keys(fields).filter((name): name is Field => name in fields);
const wholeNumbers: ReadonlySet<Field> = new Set(['age', 'sledai', 'platelets']);

/** Columns of hundredths; −1 where nothing is known. */
export interface People {
  readonly count: number;
  readonly columns: Readonly<Record<Field, Int32Array>>;
}

const missing = -1;

const drawn = (name: Field, stream: Stream): number => {
  if (stream.chance(0.03)) return missing;
  const [least, most] = fields[name];
  if (name === 'pregnant') return stream.chance(0.05) ? 1 : 0;
  if (name === 'agrees') return stream.chance(0.8) ? 1 : 0;
  const value = least + stream.integer(most - least + 1);
  return wholeNumbers.has(name) ? Math.round(value / 100) * 100 : value;
};

/** So many people; the same seed gives the same ones. */
export const makePeople = (count: number, seed: string): People => {
  const stream = openStream(secretFromSeed(seed), 'eligibility');
  const column = (name: Field): Int32Array => Int32Array.from({ length: count }, () => drawn(name, stream));
  return {
    count,
    columns: {
      age: column('age'),
      sledai: column('sledai'),
      upcr: column('upcr'),
      protein: column('protein'),
      creatinineBefore: column('creatinineBefore'),
      creatinine: column('creatinine'),
      platelets: column('platelets'),
      pregnant: column('pregnant'),
      fertile: column('fertile'),
      agrees: column('agrees'),
    },
  };
};

const lexicon: Lexicon = {
  measures: new Map([...catalogue, ageBy('completed years')].map((measure) => [measure.id, measure])),
  concepts,
  points: ['consent', 'screening', 'baseline'],
  visits: new Set(['screening', 'baseline']),
  definitions: new Set(),
};

const fieldOf = (measure: string, point: string): Field => {
  switch (measure) {
    case 'SLEDAI-2K':
      return 'sledai';
    case 'UPCR':
      return 'upcr';
    case 'protein-24h':
      return 'protein';
    case 'creatinine':
      return point === 'baseline' ? 'creatinineBefore' : 'creatinine';
    case 'agrees-to-contraception':
      return 'agrees';
    default: {
      const found = names.find((name) => name === measure);
      if (found === undefined) throw new Error(`no column for ${measure}`);
      return found;
    }
  }
};

const isAnswer: ReadonlySet<Field> = new Set(['pregnant', 'fertile', 'agrees']);

const measuredOf = (field: Field, value: number, point: string): Measured => {
  const lacking = value === missing;
  const lacks: readonly Missing[] = lacking ? [{ kind: 'item', item: field, point, why: 'not recorded' }] : [];
  const traced = { status: lacking ? 'not evaluable' : 'ok', evidence: [], missing: lacks } as const;
  if (!isAnswer.has(field))
    return { kind: 'number', range: lacking ? everything : exactly(rational(value, 100)), ...traced };
  const known = value === 1 ? 'yes' : 'no';
  return { kind: 'level', possible: lacking ? ['yes', 'no'] : [known], ...traced };
};

/** One person's chart, as the criterion language asks it. */
const chartOfPerson = ({ columns }: People, index: number): Chart => ({
  ...noReadings,
  dateOf: () => undefined,
  recordOf: () => undefined,
  measure: (measure, point) => {
    const field = fieldOf(measure, point);
    return measuredOf(field, columns[field][index] ?? missing, point);
  },
  records: () => [],
  completeThrough: () => undefined,
  judgement: () => ({ truth: 'unknown', record: undefined }),
});

/** Our predicate: the sentence, read and compiled once. */
export const compilePredicate = (): ((people: People, index: number) => Truth) => {
  const read = readRule(sentence, lexicon);
  if (isUnreadable(read)) throw new Error(`the predicate cannot be read: ${read.problem}`);
  const ask = compileCondition(read, { lexicon, definitions: new Map() });
  return (people, index) => ask(chartOfPerson(people, index), undefined).truth;
};

/** True 1, false 0, unknown −1: what a programmer would write for one trial, without reasons. */
type Quick = -1 | 0 | 1;
const answer = (value: number): Quick => (value < 0 ? -1 : value === 1 ? 1 : 0);
const holds = (value: number, test: boolean): Quick => (value < 0 ? -1 : test ? 1 : 0);
const inverse = (quick: Quick): Quick => (quick < 0 ? -1 : quick === 1 ? 0 : 1);
const either = (a: Quick, b: Quick): Quick => (a === 1 || b === 1 ? 1 : a < 0 || b < 0 ? -1 : 0);

export const byHand = ({ columns }: People, index: number): Quick => {
  const at = (name: Field): number => columns[name][index] ?? missing;
  const [age, sledai, upcr, protein, platelets] = [at('age'), at('sledai'), at('upcr'), at('protein'), at('platelets')];
  const [before, now] = [at('creatinineBefore'), at('creatinine')];
  const terms = [
    holds(age, age >= 1900 && age <= 6500),
    holds(sledai, sledai >= 600),
    either(holds(upcr, upcr > 100), holds(protein, protein > 100)),
    before < 0 || now < 0 ? -1 : now * 100 <= before * 125 ? 1 : 0,
    holds(platelets, platelets >= 10_000),
    inverse(answer(at('pregnant'))),
    either(inverse(answer(at('fertile'))), answer(at('agrees'))),
  ];
  if (terms.includes(0)) return 0;
  return terms.includes(-1) ? -1 : 1;
};
