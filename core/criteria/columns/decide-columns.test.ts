import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';
import type { Truth } from '#core/quantities/truth.ts';
import { and, atLeast, not, or } from '#core/quantities/truth.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { namedFormulas } from '#core/study/named-formulas.ts';
import type { Study } from '#core/study/study.ts';
import type { Chart } from '../chart.ts';
import { compileCondition, type Glossary } from '../compile.ts';
import { chartFrom, formulaOf } from '../given.ts';
import { type TranslatedLibrary, translateToElm } from '../translate/elm.ts';
import { rowsInBlock } from './block.ts';
import { type ColumnTable, emptyColumn, setAnswer } from './column.ts';
import { columnsOf } from './columns-of.ts';
import { compileColumns } from './compile-columns.ts';
import { decideColumns, truthCodes } from './decide-columns.ts';
import { drawPerson, glossary, libraryOf } from './given.ts';

const truthAt = (truths: ReadonlyMap<string, Uint8Array>, name: string, row: number): Truth | undefined =>
  truthCodes[truths.get(name)?.[row] ?? 3];

/** Asks columns and proofs of everyone who can be held, and counts what each sentence said. */
const compareWithProofs = (charts: readonly Chart[], library: TranslatedLibrary, words: Glossary) => {
  const { table, unheld } = columnsOf(charts, library, words);
  const truths = decideColumns(compileColumns(library), table);
  const left = new Set(unheld.map(({ row }) => row));
  const counts = new Map<string, number>();
  for (const [name, sentence] of library.sentences) {
    const ask = compileCondition(sentence, words);
    for (const [row, chart] of charts.entries()) {
      if (left.has(row)) continue;
      const { truth } = ask(chart, undefined);
      assert.equal(truthAt(truths, name, row), truth, `${name}, row ${row}`);
      counts.set(`${name} ${truth}`, (counts.get(`${name} ${truth}`) ?? 0) + 1);
    }
  }
  return { counts, unheld };
};

const mustReadStudy = (path: string): Study => {
  const { study } = readStudy(readFileSync(path, 'utf8'));
  assert(study !== undefined, path);
  return study;
};

for (const path of globSync('trials/*/study.yaml').sort()) {
  const people = path.includes('nct05631717') ? 2000 : 300;
  test(`every sentence of ${path} is decided as its proof is, for ${people} people near the limits`, () => {
    const study = mustReadStudy(path);
    const library = translateToElm({ id: study.definition.id, version: '1' }, namedFormulas(study), study);
    assert(library.sentences.size > 20, `${library.sentences.size}`);
    const stream = openStream(secretFromSeed('columns'), 'trial');
    const charts = Array.from({ length: people }, () => drawPerson(study.lexicon, stream));
    const { counts, unheld } = compareWithProofs(charts, library, study);
    assert(unheld.length < people / 2, `${unheld.length} unheld`);
    const seen = [...library.sentences.keys()].flatMap((name) =>
      truthCodes.filter((truth) => (counts.get(`${name} ${truth}`) ?? 0) > 0),
    );
    assert(seen.length > 2 * library.sentences.size, `${seen.length} answers of ${3 * library.sentences.size}`);
  });
}

/** One of every construct of docs/language.md. */
const constructs: readonly string[] = [
  'ACR-1997-count at screening >= 4',
  'age at consent > 18 years and age at consent <= 65 years',
  'UPCR at screening between 0.5 g/g and 3 g/g',
  'creatinine at screening <= 106 umol/L',
  'ALT at screening > 3 x ULN',
  'AST at screening between 1 x LLN and 1.5 x ULN',
  'creatinine at baseline > 1 x ULN of creatinine at screening',
  'creatinine at week 24 <= 125% of creatinine at baseline',
  'UPCR at week 24 falls by > 50% from baseline',
  'SLEDAI-2K at week 24 falls by >= 4 from baseline',
  'creatinine at week 24 rises by >= 8.84 umol/L from baseline',
  'creatinine at week 24 within 15% of creatinine at baseline',
  'PGA at week 24 - PGA at baseline < 0.3',
  'change of creatinine at week 24 from baseline = 0 mg/dL',
  'creatinine at week 24 + creatinine at baseline - creatinine at screening / 3 * 2 != 0.7 mg/dL',
  'creatinine at week 24 - (creatinine at baseline - creatinine at screening) < 120% of creatinine at baseline',
  '0 mg/dL - creatinine at week 24 < 0 mg/dL - 1.2 mg/dL',
  '0% of creatinine at week 24 < 1 mg/dL',
  'UPCR at week 24 = UPCR at week 24',
  'UPCR at week 24 - UPCR at week 24 > 0.1 g/g',
  'number of new A grades of BILAG-2004 at week 24 from baseline = 0',
  'any point from week 4 to week 24 where (UPCR < 0.5 g/g)',
  'every point from baseline to week 24 where (creatinine <= 2 mg/dL)',
  'latest UPCR within 4 weeks before randomisation > 1.0 g/g',
  'highest creatinine from baseline to week 24 <= 2 mg/dL',
  'mean UPCR from baseline to week 24 < 0.5 g/g',
  'highest prednisone-equivalent within 1 week before baseline <= 10 mg/d',
  'integral of prednisone-equivalent from baseline to week 24 <= 1000 mg',
  'number of pneumonia where (severe) within 1 year before screening >= 1',
  'urine-hCG at screening = negative',
  'urine-hCG at screening != negative',
  'pregnant at screening or not lactating at screening',
  'LN-class at screening includes only (III, IV, V)',
  'LN-class at screening includes any of (III, IV)',
  'LN-class at screening includes none of (I, VI)',
  'known creatinine at screening',
  'received B-cell-depletion within 24 weeks before screening',
  'had infection where (hospitalised and iv-antibiotics) within 4 weeks before screening',
  'changed dose of mycophenolate, tacrolimus within 12 weeks before screening counting starts and stops',
  'received prednisone where (dose > 20 mg/d and failed) ever',
  'takes mycophenolate at baseline',
  'judged "able and willing to comply with the study" at screening',
  'reached consent',
  'low-protein at week 24 and not low-protein at screening',
  'at least 2 of (pregnant at screening; lactating at screening; fertile at screening; reached consent)',
  'at least 1 of (UPCR at screening > 1.0 g/g)',
  '(if fertile at screening then agrees-to-contraception at screening else reached consent)',
  '(if fertile at screening then agrees-to-contraception at screening else undefined "no rule")',
  'any available of (UPCR at screening > 1.0 g/g; protein-24h at screening > 1.0 g/24h)',
  'first available of (UPCR at screening > 1.0 g/g; protein-24h at screening > 1.0 g/24h)',
  'undefined "no rule" or reached consent',
];

test('every construct of the language is decided as its proof is', () => {
  const library = libraryOf(constructs);
  const stream = openStream(secretFromSeed('columns'), 'constructs');
  const charts = Array.from({ length: 1500 }, () => drawPerson(glossary.lexicon, stream));
  const { counts, unheld } = compareWithProofs(charts, library, glossary);
  assert(unheld.length < 1200, `${unheld.length} unheld`);
  const oneAnswer = constructs.filter(
    (name) => truthCodes.filter((truth) => counts.has(`${name} ${truth}`)).length < 2,
  );
  assert.deepEqual(oneAnswer, ['0% of creatinine at week 24 < 1 mg/dL']);
});

test('classes, values and times are no conditions, so that columns never see them', () => {
  const sentences = [
    'classify ("low": UPCR at week 24 < 0.5 g/g; otherwise "high")',
    'change of SLEDAI-2K at week 24 from baseline',
    'first point from week 4 to week 24 where (low-protein)',
  ];
  const named = sentences.map((name) => ({ name, formula: formulaOf(name), here: undefined }));
  const library = translateToElm({ id: 'others', version: '1' }, named, glossary);
  assert.equal(library.refused.length, 3);
  assert.equal(compileColumns(library).statements.size, 0);
});

const truths = ['true', 'false', 'unknown'] as const;
const judged = (text: string): string => `judged "${text}" at screening`;
const [a, b, c] = [judged('a'), judged('b'), judged('c')];
const triples = truths.flatMap((x) => truths.flatMap((y) => truths.map((z) => [x, y, z] as const)));

/** Expected by core/quantities/truth.ts, or written out here after docs/language.md. */
const connectives: readonly (readonly [sentence: string, of: (x: Truth, y: Truth, z: Truth) => Truth])[] = [
  [`${a} and ${b}`, (x, y) => and([x, y])],
  [`${a} or ${b}`, (x, y) => or([x, y])],
  [`not ${a}`, (x) => not(x)],
  [`${a} and ${b} and not ${c}`, (x, y, z) => and([x, y, not(z)])],
  [`at least 1 of (${a}; ${b}; ${c})`, (...all) => atLeast(1, all)],
  [`at least 2 of (${a}; ${b}; ${c})`, (...all) => atLeast(2, all)],
  [`at least 2 of (${a}; not ${b}; ${c})`, (x, y, z) => atLeast(2, [x, not(y), z])],
  [`at least 3 of (${a}; ${b}; ${c})`, (...all) => atLeast(3, all)],
  [`not at least 2 of (${a}; ${b}; ${c})`, (...all) => not(atLeast(2, all))],
  [
    `(if ${a} then ${b} else ${c})`,
    (x, y, z) => {
      if (x !== 'unknown') return x === 'true' ? y : z;
      return y === z ? y : 'unknown';
    },
  ],
  [`first available of (${a}; ${b}; ${c})`, (...all) => all.find((each) => each !== 'unknown') ?? 'unknown'],
  [
    `any available of (${a}; ${b}; ${c})`,
    (...all) => {
      const known = all.filter((each) => each !== 'unknown');
      return known.length === 0 ? 'unknown' : or(known);
    },
  ],
];

test('the truth tables of all connectives, and of two one inside the other, at every place of a word', () => {
  const library = libraryOf(connectives.map(([sentence]) => sentence));
  const rows = triples.length * 5;
  const columns = new Map(library.parameters.map((parameter) => [parameter.name, emptyColumn(parameter, rows)]));
  const answers = { true: true, false: false, unknown: null } as const;
  for (let row = 0; row < rows; row += 1)
    for (const [index, name] of [a, b, c].entries()) {
      const column = columns.get(name);
      assert(column !== undefined, name);
      setAnswer(column, row, answers[triples[row % 27]?.[index] ?? 'unknown']);
    }
  const decided = decideColumns(compileColumns(library), { rows, columns });
  for (const [sentence, expected] of connectives)
    for (let row = 0; row < rows; row += 1) {
      const [x, y, z] = triples[row % 27] ?? (['unknown', 'unknown', 'unknown'] as const);
      assert.equal(truthAt(decided, sentence, row), expected(x, y, z), `${sentence}: ${x} ${y} ${z}`);
    }
});

for (const rows of [0, 1, 31, 32, 33, rowsInBlock - 1, rowsInBlock, rowsInBlock + 1, 2 * rowsInBlock + 33])
  test(`${rows} rows are all decided, each by its own answers`, () => {
    const sentences = ['SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screening - SLEDAI-2K at baseline >= 1'];
    const library = libraryOf(sentences);
    const columns = new Map(library.parameters.map((parameter) => [parameter.name, emptyColumn(parameter, rows)]));
    const score = (row: number): number | null => (row % 7 === 3 ? null : row % 13);
    for (let row = 0; row < rows; row += 1) for (const column of columns.values()) setAnswer(column, row, score(row));
    const decided = decideColumns(compileColumns(library), { rows, columns });
    const expected = Array.from({ length: rows }, (_, row) =>
      score(row) === null ? 2 : Number((score(row) ?? 0) >= 6),
    );
    assert.deepEqual([...(decided.get(sentences[0] ?? '') ?? [])], expected);
    assert.equal(decided.get(sentences[1] ?? '')?.length, rows);
  });

test('a number at the end of what a parameter takes is compared exactly, either side of zero', () => {
  const sentence = 'creatinine at week 24 <= 125% of creatinine at baseline';
  const library = libraryOf([sentence]);
  const [now, before] = ['creatinine at week 24', 'creatinine at baseline'];
  // 4 × now against 5 × baseline, in ten-thousandths, close below 2^31
  const pairs = [
    [536_870_910, 429_496_728, 'true'],
    [536_870_911, 429_496_728, 'false'],
    [-536_870_910, -429_496_728, 'true'],
    [-536_870_909, -429_496_728, 'false'],
    [0, 0, 'true'],
  ] as const;
  const columns: ColumnTable['columns'] = new Map(
    library.parameters.map((parameter) => [parameter.name, emptyColumn(parameter, pairs.length)]),
  );
  for (const [row, [x, y]] of pairs.entries())
    for (const [name, value] of [
      [now, x],
      [before, y],
    ] as const) {
      const column = columns.get(name);
      assert(column !== undefined);
      setAnswer(column, row, value);
    }
  const decided = decideColumns(compileColumns(library), { rows: pairs.length, columns });
  assert.deepEqual(
    pairs.map((_, row) => truthAt(decided, sentence, row)),
    pairs.map(([, , truth]) => truth),
  );
});

test('a table without a column that is asked is refused by name', () => {
  const library = libraryOf(['reached consent']);
  assert.throws(
    () => decideColumns(compileColumns(library), { rows: 1, columns: new Map() }),
    /none for reached consent/,
  );
});

test('a chart of plain facts: held, decided, and open where nothing was recorded', () => {
  const library = libraryOf(['creatinine at screening <= 1.2 mg/dL', 'UPCR at screening > 1.0 g/g']);
  const chart = chartFrom({ items: { 'creatinine at screening': '106.08 umol/L' } });
  const { table } = columnsOf([chart], library, glossary);
  const decided = decideColumns(compileColumns(library), table);
  assert.deepEqual(
    [...decided.values()].map((each) => truthCodes[each[0] ?? 3]),
    ['true', 'unknown'],
  );
});
