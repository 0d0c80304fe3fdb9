import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { readsOf } from '#core/measures/measure-reads.ts';
import { openScoreTable } from './score-table.ts';
import { sayProblem } from './trial-files.ts';

const opened = (id: string, text: string) => {
  const measure = catalogue.find((each) => each.id === id) ?? assert.fail(id);
  return openScoreTable(text, measure, readsOf(measure));
};

/** Headers that are understood: what each column holds. */
const headers: readonly (readonly [measure: string, header: string, columns: string])[] = [
  ['SLEDAI-2K', 'id,rash', 'person id, item SLEDAI-2K.rash'],
  [
    'SLEDAI-2K',
    'id,date,born,sex,today,SLEDAI-2K.rash',
    'person id, person date, person born, person sex, person today, item SLEDAI-2K.rash',
  ],
  ['SLEDAI-2K', ' id , rash ', 'person id, item SLEDAI-2K.rash'],
  ['SLEDAI-2K', 'rash,others', 'item SLEDAI-2K.rash, item others'],
  ['SLEDAI-2K', 'rash,creatinine [mg/dL],centre', 'item SLEDAI-2K.rash, not read creatinine, not read centre'],
  ['creatinine', 'creatinine [umol/L]', 'item creatinine umol/L'],
  ['creatinine', 'creatinine[mg/dl]', 'item creatinine mg/dl'],
  ['creatinine', 'creatinine,others', 'item creatinine, not read others'],
  ['systolic-pressure', 'systolic-pressure [mm[Hg]]', 'item systolic-pressure mm[Hg]'],
  ['anti-dsDNA', 'anti-dsDNA [[IU]/mL]', 'item anti-dsDNA [IU]/mL'],
  ['SLICC-2012', 'anti-dsDNA', 'item SLICC-2012.anti-dsDNA'],
  ['sex', 'id,sex', 'person id, person sex'],
  ['SLEDAI-2K', 'rash,note,note', 'item SLEDAI-2K.rash, not read note, not read note'],
];

for (const [measure, header, columns] of headers)
  test(`${measure}: ${header}`, () => {
    const table = opened(measure, `${header}\n`);
    if (!('columns' in table)) return assert.fail(JSON.stringify(table));
    const said = table.columns.map(({ kind, name, unit }) =>
      [kind, name, ...(unit === undefined ? [] : [unit])].join(' '),
    );
    assert.equal(said.join(', ').replace('not read creatinine mg/dL', 'not read creatinine'), columns);
  });

/** Headers that are not: place and problem. */
const refused: readonly (readonly [measure: string, header: string, said: string])[] = [
  ['SLEDAI-2K', '', '1:1 the file is empty; expected a header and a row for each person'],
  ['SLEDAI-2K', 'id,rahs', '1:4 "rahs" is no item and no field of a person; did you mean rash?'],
  ['SLEDAI-2K', 'id,rash,other', '1:9 "other" is no item and no field of a person; did you mean others?'],
  ['SLEDAI-2K', 'ID,rash', '1:1 "ID" is no item and no field of a person; did you mean id?'],
  ['SLEDAI-2K', 'id,,rash', '1:4 a column without a name'],
  ['SLEDAI-2K', 'rash,SLEDAI-2K.rash', '1:6 SLEDAI-2K.rash has a second column'],
  ['SLEDAI-2K', 'id,id,rash', '1:4 id has a second column'],
  ['SLEDAI-2K', 'id,SLEDAI-2K', '1:4 "SLEDAI-2K" is a form of 24 items; expected a column for each item'],
  ['SLEDAI-2K', 'rash [mg/dL]', '1:1 the unit "mg/dL" is not accepted for SLEDAI-2K.rash; expected no unit'],
  ['creatinine', 'creatinine [g/24h]', '1:1 the unit "g/24h" is not accepted for creatinine; expected mg/dL, umol/L'],
  ['creatinine', 'id,date', '1:1 no column is an item that creatinine reads; expected creatinine'],
  ['creatinine', 'id;creatinine', '1:1 the header has one cell; they seem to be separated by ";"; expected commas'],
  ['creatinine', 'id\tcreatinine', '1:1 the header has one cell; they seem to be separated by "\\t"; expected commas'],
  ['creatinine', 'id,"creatinine', '1:1 a quote that never closes'],
  ['creatinine', 'id\u0000,creatinine', '1:3 a control character (code 0); expected plain text in UTF-8'],
  ['creatinine', 'id,creatinine\n\u001b[31m', '2:1 a control character (code 27); expected plain text in UTF-8'],
  ['creatinine', ','.repeat(6000), '1:1 a header of 6001 cells; expected at most 5000'],
];

for (const [measure, header, said] of refused)
  test(`${measure}: ${said}`, () => {
    const findings = opened(measure, header);
    if ('columns' in findings) return assert.fail(header);
    const [first, ...more] = findings;
    assert.ok(first);
    assert.equal(`${first.line}:${first.column} ${sayProblem(first.what, first.expected, first.nearest)}`, said);
    assert.equal(more.length, 0);
  });
