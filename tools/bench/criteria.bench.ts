/**
 * A million people screened for 25 trials, with verdict and reason: columns, against cql-execution on the ELM that is
 * emitted, JSON Logic from the same trees, and a loop written by hand; and what an explained verdict costs.
 */
import type { ColumnTable } from '#core/criteria/columns/column.ts';
import { type ColumnVerdicts, screenColumns } from '#core/criteria/columns/screen-columns.ts';
import { cqlExecution } from './eligibility-elm.ts';
import { timeExplanations } from './explanation.ts';
import { plainColumns, screenByHand, trialByHand } from './hand-loop.ts';
import { jsonLogicName } from './json-logic.ts';
import { type Measurement, median } from './measurement.ts';
import { measureNineTerms } from './nine-terms.ts';
import { makePopulation } from './population.ts';
import { agreed, agreeWithElm, askJsonLogic, timeElm } from './sampled-peers.ts';
import { readTrialRules, type TrialRules } from './trial-rules.ts';

const rows = 1_000_000;
const screenings = 25;
const rounds = 3;
const millisecondsForPeer = 3000;

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const screenOne = ({ criteria, program }: TrialRules, table: ColumnTable): ColumnVerdicts =>
  screenColumns(criteria, program, table);

const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Seconds for all screenings, one trial after another; nothing is kept from one screening for the next. */
const timeAll = (trials: readonly TrialRules[], table: ColumnTable): number => {
  const once = (): void => {
    for (let index = 0; index < screenings; index += 1) {
      const trial = trials[index % trials.length];
      if (trial !== undefined) screenOne(trial, table);
    }
  };
  return median(Array.from({ length: rounds }, () => milliseconds(once) / 1000));
};

/** Of one rule set among those that are repeated: how often it comes among the screenings. */
const turns = (index: number, of: number): number => Math.floor((screenings - 1 - index) / of) + 1;

/** Seconds that a peer would take for all, from its microseconds for one person of each trial. */
const scaled = (microseconds: readonly number[]): number =>
  (rows / 1e6) * microseconds.reduce((sum, each, index) => sum + each * turns(index, microseconds.length), 0);

const elmRow = async (what: string, ours: number, trials: readonly TrialRules[], table: ColumnTable) => {
  const found: number[] = [];
  for (const trial of trials) {
    await agreeWithElm(trial, table, screenOne(trial, table));
    found.push(await timeElm(trial, table, millisecondsForPeer / trials.length));
  }
  const peer = { name: `${cqlExecution}, sampled for 3 s and scaled`, value: scaled(found) };
  const note = `cql-execution ran the emitted ELM, one execution a person (${mean(found).toFixed(1)} µs each); verdict and reason agree for ${agreed} people in each of ${trials.length} trials`;
  return { what, unit: 's', ours, peer, note } as const;
};

const jsonRow = async (
  what: string,
  ours: number,
  trials: readonly TrialRules[],
  table: ColumnTable,
): Promise<Measurement> => {
  const each = millisecondsForPeer / trials.length;
  const all = await Promise.all(trials.map((trial) => askJsonLogic(trial, table, screenOne(trial, table), each)));
  const found = all.filter((one) => one !== undefined);
  if (found.length === 0) return { what, unit: 's', ours, note: `${jsonLogicName} is not installed` };
  const sum = (pick: (one: (typeof found)[number]) => number): number => found.reduce((all, one) => all + pick(one), 0);
  const open = sum((one) => one.open);
  const note = `of ${open} screenings that need information, JSON Logic calls ${sum((one) => one.calledNotEligible)} not eligible and ${sum((one) => one.calledEligible)} eligible`;
  const value = scaled(found.map(({ microseconds }) => microseconds));
  return { what, unit: 's', ours, peer: { name: `${jsonLogicName}, sampled for 3 s and scaled`, value }, note };
};

/** Throws on the first person of whom the loop by hand says something else. */
const agreeWithHand = (ours: ColumnVerdicts, theirs: ColumnVerdicts): void => {
  const other = ours.verdicts.findIndex(
    (verdict, row) => verdict !== theirs.verdicts[row] || ours.reasons[row] !== theirs.reasons[row],
  );
  if (other >= 0) throw new Error(`person ${other}: the loop by hand says something else`);
};

const handRow = (trial: TrialRules, table: ColumnTable): Measurement => {
  const plain = plainColumns(trial, table);
  const theirs: ColumnVerdicts = { verdicts: new Uint8Array(rows), reasons: new Int16Array(rows) };
  const [ours, hand]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3 * rounds; round += 1) {
    ours.push(milliseconds(() => screenOne(trial, table)));
    hand.push(milliseconds(() => screenByHand(plain, theirs)));
  }
  const screened = screenOne(trial, table);
  agreeWithHand(screened, theirs);
  const count = (code: number): string => share(screened.verdicts.filter((verdict) => verdict === code).length, rows);
  const note = `in ${trialByHand} ${count(0)} are eligible, ${count(1)} are not, ${count(2)} need information; the loop by hand agrees on all of them`;
  const peer = { name: 'loop by hand over plain arrays', value: median(hand) };
  return { what: `1e6 people × ${trialByHand}, verdict and reason`, unit: 'ms', ours: median(ours), peer, note };
};

const explanationRows = (trial: TrialRules): readonly Measurement[] => {
  const { people, explanation, filling } = timeExplanations(trial);
  const of = `one of ${people} rehearsed people × ${trial.criteria.length} criteria`;
  return [
    { what: `verdict explained, ${of}`, unit: 'µs', ours: explanation },
    { what: `row of columns filled from a chart, ${of}`, unit: 'µs', ours: filling },
  ];
};

const bytesOf = (table: ColumnTable): number =>
  [...table.columns.values()].reduce((sum, column) => {
    if (column.type === 'Integer') return sum + column.parts.byteLength + column.known.byteLength;
    const planes = column.type === 'String' ? [...column.levels.values()] : [column.truth];
    return sum + planes.reduce((all, { holds, fails }) => all + holds.byteLength + fails.byteLength, 0);
  }, 0);

export const measure = async (): Promise<readonly Measurement[]> => {
  const trials = readTrialRules();
  const byHand = trials.find(({ study }) => study.definition.id === trialByHand);
  if (byHand === undefined) throw new Error(`there is no trial ${trialByHand}`);
  // Short work first, before the table of a million people fills the memory.
  const explained = [...explanationRows(byHand), ...(await measureNineTerms())];
  const table = makePopulation(trials, rows, 7);
  const what = `1e6 people × ${screenings} trials, verdict and reason`;
  const ours = timeAll(trials, table);
  const criteria = trials.map((trial) => trial.criteria.length).join(', ');
  const note = `${screenings} screenings of ${trials.length} rule sets (${criteria} criteria), over ${table.columns.size} columns in ${(bytesOf(table) / 1e6).toFixed(0)} MB with 3 % missing`;
  return [
    { what, unit: 's', ours, note },
    await elmRow(what, ours, trials, table),
    await jsonRow(what, ours, trials, table),
    handRow(byHand, table),
    ...explained,
  ];
};
