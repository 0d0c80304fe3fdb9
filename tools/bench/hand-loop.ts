/** The eligibility of NCT05631717 as a programmer would write it once for this one trial: a loop over plain arrays. */
import type { ColumnTable } from '#core/criteria/columns/column.ts';
import { hasBit } from '#core/criteria/columns/plane.ts';
import type { ColumnVerdicts } from '#core/criteria/columns/screen-columns.ts';
import { readAnswer } from './read-answer.ts';
import type { TrialRules } from './trial-rules.ts';

export const trialByHand = 'nct05631717';

const [unknown, yes, no] = [0, 1, 2];

/** Numbers in parts, −1 where unknown; answers 1 yes, 2 no, 0 unknown. */
interface PlainColumns {
  readonly rows: number;
  readonly numbers: Readonly<Record<'acr' | 'age' | 'sledai' | 'upcr' | 'protein' | 'creatinine', Int32Array>>;
  readonly answers: readonly Uint8Array[];
}

const numbersOf = (table: ColumnTable, parameter: string): Int32Array => {
  const column = table.columns.get(parameter);
  if (column?.type !== 'Integer') throw new Error(`no numbers for ${parameter}`);
  return Int32Array.from({ length: table.rows }, (_, row) =>
    hasBit(column.known, row) ? (column.parts[row] ?? -1) : -1,
  );
};

const answersOf = (table: ColumnTable, parameter: string, met: string | true): Uint8Array =>
  Uint8Array.from({ length: table.rows }, (_, row) => {
    const answer = readAnswer(table, parameter, row);
    return answer === null ? unknown : answer === met ? yes : no;
  });

/** The arrays that the loop reads, taken out of the table before anything is timed. */
export const plainColumns = ({ library }: TrialRules, table: ColumnTable): PlainColumns => {
  const wanted = (parameter: (typeof library.parameters)[number]): string | true =>
    parameter.type === 'Boolean' ? true : parameter.name.includes('hCG') ? 'negative' : 'yes';
  const at = (name: string): Int32Array => numbersOf(table, `${name} at ${name === 'age' ? 'consent' : 'screening'}`);
  return {
    rows: table.rows,
    numbers: {
      acr: at('ACR-1997-count'),
      age: at('age'),
      sledai: at('SLEDAI-2K'),
      upcr: at('UPCR'),
      protein: at('protein-24h'),
      creatinine: at('creatinine'),
    },
    answers: library.parameters
      .filter(({ type }) => type !== 'Integer')
      .map((parameter) => answersOf(table, parameter.name, wanted(parameter))),
  };
};

const both = (a: number, b: number): number => (a & b & yes) | ((a | b) & no);
const either = (a: number, b: number): number => ((a | b) & yes) | (a & b & no);
const not = (a: number): number => ((a & yes) << 1) | (a >> 1);
const above = (value: number, limit: number): number => (value < 0 ? unknown : value > limit ? yes : no);
/** Either of two measurements, where it was made. */
const available = (a: number, b: number): number => ((a | b) & yes) | ((a | b) & no & ~(((a | b) & yes) << 1));

/** The answers in the order in which the criteria ask them. */
const named = (answers: readonly Uint8Array[]) => {
  const at = (index: number): Uint8Array => answers[index] ?? new Uint8Array();
  return {
    fertile: at(0),
    agrees: at(1),
    childbearing: at(2),
    urine: at(3),
    serum: at(4),
    consent: at(5),
    willing: at(6),
    bCell: at(7),
    dose: at(8),
    targeted: at(9),
    apheresis: at(10),
    severe: at(11),
    infection: at(12),
    hospital: at(13),
    treated: at(14),
    surgery: at(15),
    risk: at(16),
    vaccine: at(17),
    expected: at(18),
    malignancy: at(19),
    pregnant: at(20),
    lactating: at(21),
  };
};

const inclusions = 8;
const firstOf = (bits: number): number => (31 - Math.clz32(bits & -bits)) >> 1;

/**
 * Writes verdicts and reasons as `screenColumns` does, without a branch for a criterion; allocates nothing for a person.
 * Inclusions and exclusions are two words with two bits a criterion.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: eighteen criteria one after another, as by hand
export const screenByHand = (columns: PlainColumns, { verdicts, reasons }: ColumnVerdicts): void => {
  const { acr, age, sledai, upcr, protein, creatinine } = columns.numbers;
  const { fertile, agrees, childbearing, urine, serum, consent, willing, bCell, dose } = named(columns.answers);
  const { targeted, apheresis, severe, infection, hospital, treated, surgery, risk } = named(columns.answers);
  const { vaccine, expected, malignancy, pregnant, lactating } = named(columns.answers);
  for (let row = 0; row < columns.rows; row += 1) {
    let met = above(acr[row] ?? -1, 3);
    met |= both(above(age[row] ?? -1, 180_000), not(above(age[row] ?? -1, 650_000))) << 2;
    met |= above(sledai[row] ?? -1, 5) << 4;
    met |= available(above(upcr[row] ?? -1, 10_000), above(protein[row] ?? -1, 10_000)) << 6;
    met |= either(not(fertile[row] ?? 0), agrees[row] ?? 0) << 8;
    met |= either(not(childbearing[row] ?? 0), both(urine[row] ?? 0, serum[row] ?? 0)) << 10;
    met |= both(consent[row] ?? 0, willing[row] ?? 0) << 12;
    met |= above(creatinine[row] ?? -1, 0) << 14;
    let applies = bCell[row] ?? 0;
    applies |= (dose[row] ?? 0) << 2;
    applies |= (targeted[row] ?? 0) << 4;
    applies |= (apheresis[row] ?? 0) << 6;
    applies |= (severe[row] ?? 0) << 8;
    applies |= either(either(infection[row] ?? 0, hospital[row] ?? 0), treated[row] ?? 0) << 10;
    applies |= either(surgery[row] ?? 0, risk[row] ?? 0) << 12;
    applies |= either(vaccine[row] ?? 0, expected[row] ?? 0) << 14;
    applies |= (malignancy[row] ?? 0) << 16;
    applies |= either(pregnant[row] ?? 0, lactating[row] ?? 0) << 18;
    const fails = (met & 0xaaaa) | (applies & 0x55555);
    const early = fails !== 0 ? met & 0xaaaa : ~(met | (met >> 1)) & 0x5555;
    const late = fails !== 0 ? applies & 0x55555 : ~(applies | (applies >> 1)) & 0x55555;
    verdicts[row] = fails !== 0 ? 1 : (early | late) !== 0 ? 2 : 0;
    reasons[row] = early !== 0 ? firstOf(early) : late !== 0 ? inclusions + firstOf(late) : -1;
  }
};
