import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { assessEligibility, type CriterionResult } from '#core/conduct/eligibility.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { translateToElm } from '../translate/elm.ts';
import { rowsInBlock } from './block.ts';
import { type Column, emptyColumn, setAnswer } from './column.ts';
import { columnsOf } from './columns-of.ts';
import { compileColumns } from './compile-columns.ts';
import { drawPerson, libraryOf } from './given.ts';
import { type ColumnCriterion, screenColumns, verdictCodes } from './screen-columns.ts';

const { study } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));
assert(study !== undefined);

const named = study.criteria.map(({ id, condition }) => ({ name: id, formula: condition, here: undefined }));
const library = translateToElm({ id: study.definition.id, version: '1' }, named, study);
const program = compileColumns(library);
const criteria: readonly ColumnCriterion[] = study.criteria.map(({ id, kind }) => ({ id, kind, statement: id }));

const stream = openStream(secretFromSeed('columns'), 'screen');
const charts = Array.from({ length: 2000 }, () => drawPerson(study.lexicon, stream));
const assessed = charts.map((chart) => assessEligibility(study, chart));
const { table, unheld } = columnsOf(charts, library, study);
const left = new Set(unheld.map(({ row }) => row));
const held = [...charts.keys()].filter((row) => !left.has(row));

/** The first criterion that fails; without one the first that is not known; −1 without either. */
const reasonIn = (results: readonly Pick<CriterionResult, 'result'>[]): number => {
  const failed = results.findIndex(({ result }) => result === 'fails');
  return failed >= 0 ? failed : results.findIndex(({ result }) => result === 'not known');
};

test('2,000 people: verdict and reason are those of the proofs', () => {
  assert(held.length > 1500, `${held.length} held`);
  const { verdicts, reasons } = screenColumns(criteria, program, table);
  for (const row of held) {
    const eligibility = assessed[row];
    assert.equal(verdictCodes[verdicts[row] ?? 3], eligibility?.verdict, `person ${row}`);
    assert.equal(reasons[row], reasonIn(eligibility?.results ?? []), `person ${row}`);
  }
});

test('any choice and order of the criteria: every verdict comes up, and is that of the proofs', () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 40; round += 1) {
    const chosen = stream.shuffle([...criteria.keys()]).slice(0, 1 + stream.integer(5));
    const some = chosen.flatMap((index) => criteria[index] ?? []);
    const { verdicts, reasons } = screenColumns(some, program, table);
    for (const row of held) {
      const results = chosen.flatMap((index) => assessed[row]?.results[index] ?? []);
      const reason = reasonIn(results);
      const found = results[reason]?.result;
      const expected = found === undefined ? 'eligible' : found === 'fails' ? 'not eligible' : 'needs information';
      const said = verdictCodes[verdicts[row] ?? 3] ?? '';
      assert.deepEqual([said, reasons[row]], [expected, reason], `person ${row}, ${some.map(({ id }) => id)}`);
      seen.set(said, (seen.get(said) ?? 0) + 1);
    }
  }
  for (const verdict of verdictCodes) assert((seen.get(verdict) ?? 0) > 1000, `${verdict}: ${seen.get(verdict)}`);
});

const two = libraryOf(['SLEDAI-2K at screening >= 6', 'pregnant at screening']);
const twoCriteria: readonly ColumnCriterion[] = [
  { id: 'I1', kind: 'include', statement: 'SLEDAI-2K at screening >= 6' },
  { id: 'E1', kind: 'exclude', statement: 'pregnant at screening' },
];

const tableOf = (people: readonly (readonly [score: number | null, pregnant: string | null])[]) => {
  const columns = new Map<string, Column>();
  for (const parameter of two.parameters) {
    const column = emptyColumn(parameter, people.length);
    for (const [row, [score, pregnant]] of people.entries())
      setAnswer(column, row, parameter.type === 'Integer' ? score : pregnant);
    columns.set(parameter.name, column);
  }
  return { rows: people.length, columns };
};

/** Missing is never taken for met; what fails for certain is the reason, also after what is unknown. */
const rows: readonly (readonly [score: number | null, pregnant: string | null, verdict: string, reason: number])[] = [
  [6, 'no', 'eligible', -1],
  [5, 'no', 'not eligible', 0],
  [6, 'yes', 'not eligible', 1],
  [5, 'yes', 'not eligible', 0],
  [null, 'no', 'needs information', 0],
  [6, null, 'needs information', 1],
  [null, null, 'needs information', 0],
  [null, 'yes', 'not eligible', 1],
  [5, null, 'not eligible', 0],
];

const said = (people: readonly (readonly [number | null, string | null])[]) => {
  const { verdicts, reasons } = screenColumns(twoCriteria, compileColumns(two), tableOf(people));
  return [...verdicts].map((code, row) => [verdictCodes[code], reasons[row]]);
};

test('one inclusion and one exclusion, every answer to both', () => {
  assert.deepEqual(
    said(rows.map(([score, pregnant]) => [score, pregnant])),
    rows.map(([, , verdict, reason]) => [verdict, reason]),
  );
});

for (const count of [0, 1, rowsInBlock - 1, rowsInBlock, rowsInBlock + 1, 3 * rowsInBlock + 5])
  test(`${count} people: each is screened by their own answers`, () => {
    const people = Array.from({ length: count }, (_, row) => rows[row % rows.length] ?? rows[0]);
    assert.deepEqual(
      said(people.map((person) => [person?.[0] ?? null, person?.[1] ?? null])),
      people.map((person) => [person?.[2], person?.[3]]),
    );
  });

/** A block that nobody is left in ends early, and the next begins anew. */
test('everyone of one block fails at once, nobody of the next', () => {
  const people = Array.from({ length: 2 * rowsInBlock }, (_, row) => [row < rowsInBlock ? 5 : 6, 'no'] as const);
  const { verdicts } = screenColumns(twoCriteria, compileColumns(two), tableOf(people));
  assert.equal(verdicts.indexOf(0), rowsInBlock);
  assert.equal(verdicts.lastIndexOf(1), rowsInBlock - 1);
});

test('no criterion leaves everyone eligible; one that the program does not have is refused', () => {
  const program = compileColumns(two);
  assert.deepEqual([...screenColumns([], program, tableOf([[5, 'yes']])).verdicts], [0]);
  const other = [{ id: 'X', kind: 'include', statement: 'reached consent' }] as const;
  assert.throws(() => screenColumns(other, program, tableOf([])), /X is said by reached consent/);
});
