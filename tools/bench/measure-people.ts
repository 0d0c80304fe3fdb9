/** People of whom the measures are asked: each as a sitting with written answers, and as the numbers of a plain array. */
import { beforeIds, itemId, ordinalLevels } from '#core/measures/bilag/form.ts';
import type { BilagAssessment, BilagValue } from '#core/measures/bilag/item-state.ts';
import { type BilagItem, bilagItemTable } from '#core/measures/bilag/items.ts';
import type { Answer } from '#core/measures/instrument.ts';
import type { Sitting } from '#core/measures/measure.ts';
import { sledai2k } from '#core/measures/sledai-2k.ts';
import { onDay, readDate } from '#core/quantities/partial-date.ts';
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';

const streamOf = (name: string): Stream => openStream(secretFromSeed(7), 'measures', name);

const manyOf = <Person>(count: number, name: string, draw: (stream: Stream) => Person): readonly Person[] => {
  const stream = streamOf(name);
  return Array.from({ length: count }, () => draw(stream));
};

const answerTo = (written: string, unit?: string): Answer => ({ written, unit, date: '2026-05-18', record: 'visit' });

const sittingOf = (answers: ReadonlyMap<string, Answer>, more: Partial<Sitting> = {}): Sitting => ({
  point: 'visit',
  date: readDate('2026-05-18') ?? onDay(0),
  answer: (item) => answers.get(item),
  earlier: [],
  birth: undefined,
  sex: undefined,
  normalRange: () => undefined,
  medication: { courses: [], completeThrough: undefined },
  ...more,
});

/** The 24 items as 0 or 1, beside the sitting in which they are written. */
export interface SledaiPerson {
  readonly sitting: Sitting;
  readonly present: Uint8Array;
}

export const sledaiPeople = (count: number): readonly SledaiPerson[] => {
  const ids = (sledai2k.instrument?.items ?? []).map(({ id }) => id);
  return manyOf(count, 'SLEDAI-2K', (stream) => {
    const present = Uint8Array.from(ids, () => (stream.chance(0.15) ? 1 : 0));
    const answers = ids.map((id, index) => [id, answerTo(present[index] === 1 ? 'present' : 'absent')] as const);
    return { sitting: sittingOf(new Map(answers)), present };
  });
};

export interface FiltrationBenchPerson {
  readonly sitting: Sitting;
  /** mg/dL, completed years, and whether female. */
  readonly creatinine: number;
  readonly age: number;
  readonly isFemale: boolean;
}

/** Adults born on the day of the visit, so that the age needs no calendar beside. */
export const filtrationPeople = (count: number): readonly FiltrationBenchPerson[] =>
  manyOf(count, 'eGFR', (stream) => {
    const [creatinine, age, isFemale] = [(40 + stream.integer(400)) / 100, 18 + stream.integer(60), stream.chance(0.8)];
    const sitting = sittingOf(new Map([['creatinine', answerTo(creatinine.toFixed(2), 'mg/dL')]]), {
      birth: answerTo(`${2026 - age}-05-18`),
      sex: answerTo(isFemale ? 'female' : 'male'),
    });
    return { sitting, creatinine, age, isFemale };
  });

/** Ordinary results of the numbers of the form, and their units. */
const ordinary: Readonly<Record<number, readonly [value: number, unit: string]>> = {
  78: [120, 'mm[Hg]'],
  79: [75, 'mm[Hg]'],
  82: [1, 'mg/mmol'],
  83: [30, 'mg/mmol'],
  84: [0.3, 'g/24h'],
  86: [80, 'umol/L'],
  87: [95, 'mL/min/1.73m2'],
  90: [12.5, 'g/dL'],
  91: [5.5, '10*9/L'],
  92: [3.5, '10*9/L'],
  93: [1.2, '10*9/L'],
  94: [220, '10*9/L'],
};

const presentShare = 0.05;

const drawValue = ({ number, answer }: BilagItem, stream: Stream): BilagValue => {
  const isPresent = stream.chance(presentShare);
  if (answer.type === 'ordinal') return isPresent ? 1 + stream.integer(4) : 0;
  if (answer.type === 'yes/no') return isPresent ? 'yes' : 'no';
  if (answer.type === 'dipstick') return isPresent ? 1 + stream.integer(3) : 0;
  const [usual] = ordinary[number] ?? [1];
  return Math.round(usual * (80 + stream.integer(41))) / 100;
};

const writtenOf = ({ number, answer }: BilagItem, value: BilagValue): Answer => {
  if (answer.type === 'amount') return answerTo(String(value), ordinary[number]?.[1]);
  return answerTo(answer.type === 'ordinal' ? (ordinalLevels[Number(value)] ?? '') : String(value));
};

export interface BilagPerson {
  readonly sitting: Sitting;
  readonly answers: BilagAssessment;
  /** Levels of the ordinal items by their number; 0 for what is not ordinal. */
  readonly levels: Uint8Array;
}

/** Whole first assessments, every item answered with one value; one in twenty findings is there. */
export const bilagPeople = (count: number): readonly BilagPerson[] =>
  manyOf(count, 'BILAG', (stream) => {
    const answers = new Map(bilagItemTable.map((item) => [item.number, drawValue(item, stream)] as const));
    const written = bilagItemTable.map(
      (item) => [itemId(item.number), writtenOf(item, answers.get(item.number) ?? 0)] as const,
    );
    const before = Object.values(beforeIds).map((id) => [id, answerTo('no')] as const);
    const levels = Uint8Array.from({ length: 98 }, (_, number) => {
      const value = answers.get(number);
      return typeof value === 'number' && bilagItemTable[number - 1]?.answer.type === 'ordinal' ? value : 0;
    });
    return { sitting: sittingOf(new Map([...written, ...before])), answers, levels };
  });
