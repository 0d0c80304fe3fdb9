/** A register of visits scored: SLEDAI-2K, eGFR and BILAG-2004 from items, each beside its bare arithmetic in a loop. */
import { bilagItems } from '#core/measures/bilag/bilag-items.ts';
import { gradeBilag } from '#core/measures/bilag/grade-bilag.ts';
import { type BilagSystem, bilagSystems } from '#core/measures/bilag/systems.ts';
import { floatOf } from '#core/measures/binary-float.ts';
import { egfr } from '#core/measures/egfr-ckd-epi-2021.ts';
import type { Measure, Sitting } from '#core/measures/measure.ts';
import type { Measured } from '#core/measures/measured.ts';
import { sledai2k } from '#core/measures/sledai-2k.ts';
import { bilagByHand, filtrationByHand, sledaiByHand } from './measure-loops.ts';
import { bilagPeople, filtrationPeople, sledaiPeople } from './measure-people.ts';
import { type Measurement, median } from './measurement.ts';

const different = 200;
const rounds = 3;
const aim = { name: 'aim', value: 1 };

/** Seconds to do something with so many people, of whom so many are different. */
const seconds = <Person>(people: readonly Person[], count: number, work: (person: Person) => number): number => {
  const once = (): number => {
    const start = performance.now();
    let sum = 0;
    for (let index = 0; index < count; index += people.length) for (const person of people) sum += work(person);
    // The sum is looked at, so that no work is left out.
    if (Number.isNaN(sum)) throw new Error('somebody has no number');
    return (performance.now() - start) / 1000;
  };
  return median(Array.from({ length: rounds }, once));
};

/** The one value that a complete sitting has. */
const numberOf = (measured: Measured): number => {
  if (measured.kind !== 'number' || measured.status !== 'ok' || measured.range.low === undefined)
    throw new Error('a complete visit has one value');
  return floatOf(measured.range.low);
};

const agree = (measure: string, ours: number, theirs: number): void => {
  if (Math.abs(ours - theirs) > 1e-8) throw new Error(`${measure}: ${ours}, the loop by hand says ${theirs}`);
};

const rate = (count: number, value: number): string => `${Math.round(count / value).toLocaleString('en')} a second`;

interface Raced {
  readonly what: string;
  readonly count: number;
  readonly ours: number;
  readonly hand: number;
  /** What the loop leaves out. */
  readonly leftOut: string;
}

const rowsOf = ({ what, count, ours, hand, leftOut }: Raced): readonly Measurement[] => {
  const peer = { name: 'loop by hand over plain arrays', value: hand };
  const note = `${what}: ${rate(count, ours)}, the loop ${rate(count, hand)}; the loop ${leftOut}`;
  return [
    { what, unit: 's', ours, peer: aim },
    { what: `${what}, arithmetic alone`, unit: 's', ours, peer, note },
  ];
};

const scoring =
  ({ compute }: Measure) =>
  ({ sitting }: { readonly sitting: Sitting }): number =>
    compute(sitting).evidence.length;

const reads = 'reads no text, keeps no evidence and asks nothing that may be missing';

const raceSledai = (): readonly Measurement[] => {
  const [people, count] = [sledaiPeople(different), 1_000_000];
  for (const { sitting, present } of people)
    agree('SLEDAI-2K', numberOf(sledai2k.compute(sitting)), sledaiByHand(present));
  const ours = seconds(people, count, scoring(sledai2k));
  const hand = seconds(people, count, ({ present }) => sledaiByHand(present));
  return rowsOf({ what: '1e6 SLEDAI-2K from 24 items', count, ours, hand, leftOut: reads });
};

const raceFiltration = (): readonly Measurement[] => {
  const [people, count] = [filtrationPeople(different), 1_000_000];
  for (const { sitting, creatinine, age, isFemale } of people)
    agree('eGFR', numberOf(egfr.compute(sitting)), filtrationByHand(creatinine, age, isFemale));
  const ours = seconds(people, count, scoring(egfr));
  const hand = seconds(people, count, ({ creatinine, age, isFemale }) => filtrationByHand(creatinine, age, isFemale));
  const leftOut = 'reads no text and no unit, counts no years from dates, keeps no evidence and no exact value';
  return rowsOf({ what: '1e6 eGFR (CKD-EPI 2021)', count, ours, hand, leftOut });
};

const generic: readonly BilagSystem[] = bilagSystems.slice(1, 7);
const severityOf: Readonly<Record<string, number>> = { A: 3, B: 2, C: 1, E: 0 };

const raceBilag = (): readonly Measurement[] => {
  const [people, count] = [bilagPeople(different), 100_000];
  const before = new Map(bilagSystems.map((system) => [system, 'false'] as const));
  const worst = new Uint8Array(generic.length);
  const grade = (answers: Parameters<typeof gradeBilag>[0]) => gradeBilag(answers, undefined, before).systems;
  for (const { answers, levels } of people) {
    const [systems, byHand] = [grade(answers), bilagByHand(levels, worst)];
    generic.forEach((system, index) => {
      const [only] = systems[system].possible;
      agree(system, severityOf[only?.grade ?? ''] ?? Number.NaN, byHand[index] ?? Number.NaN);
    });
  }
  const hand = seconds(people, count, ({ levels }) => bilagByHand(levels, worst)[0] ?? 0);
  const left = 'grades six of the nine systems, without reasons, history, limits or anything open';
  const graded = seconds(people, count, ({ answers }) => grade(answers).renal.possible.length);
  const visits = seconds(people, count, scoring(bilagItems));
  return [
    ...rowsOf({ what: '1e5 BILAG-2004 graded from values', count, ours: graded, hand, leftOut: left }),
    ...rowsOf({
      what: '1e5 BILAG-2004 visits from 97 items',
      count,
      ours: visits,
      hand,
      leftOut: `${left}, and ${reads}`,
    }),
  ];
};

export const measure = (): readonly Measurement[] => [...raceSledai(), ...raceFiltration(), ...raceBilag()];
