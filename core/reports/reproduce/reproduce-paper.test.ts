import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { paperSchema } from './paper.ts';
import { type ReproducedNumber, reproducePaper } from './reproduce-paper.ts';

const folder = new URL('../../../evidence/papers/', import.meta.url);
const openPaper = (name: string) => paperSchema.parse(parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')));
const found = (name: string): readonly ReproducedNumber[] => reproducePaper(openPaper(name));
const of = (name: string, id: string, what: ReproducedNumber['what']): ReproducedNumber =>
  found(name).find((each) => each.id === id && each.what === what) ?? assert.fail(`${name} ${id} ${what}`);

/** Published numbers and the method that prints them (evidence/papers); recomputed in R 4.2.2 before. */
test('which method prints what a paper printed', () => {
  const rows = [
    ['kamen2022', 'SRI-4', 'interval', ['Clopper–Pearson']],
    ['deng2017', 'remission', 'p', ['Fisher exact']],
    ['rovin2012', 'response', 'p', ['chi-square']],
    ['furie2022', 'complete response at week 76', 'p', ['chi-square']],
    ['appel2009', 'normal creatinine', 'difference interval', ['Wald']],
    ['he2020', 'SRI-4 at week 24', 'p', ['chi-square']],
    ['he2020', 'complete remission of nephritis', 'p', []],
    ['rovin2021', 'complete response', 'odds ratio', []],
    ['furie2025', 'complete response, obinutuzumab', 'percent', []],
  ] as const;
  for (const [name, id, what, by] of rows) {
    const methods = of(name, id, what).by;
    for (const each of by) assert.ok(methods.includes(each), `${name} ${id}: ${methods.join()}`);
    if (by.length === 0) assert.deepEqual(methods, [], `${name} ${id}`);
  }
  assert.ok(of('furie2020', 'renal response', 'odds ratio').by.includes('Mantel–Haenszel'));
});

test('every printed percentage that has a count is that count', () => {
  for (const name of ['gu2014', 'wang2014', 'deng2017', 'rovin2012', 'he2020'])
    for (const each of found(name).filter(({ what }) => what === 'percent'))
      assert.equal(each.by.length, 1, `${name} ${each.id}`);
});

/** wang2019: 26 rows; three cannot be had from the counts by any of the tests. */
test('23 of 26 p values of one table, each by chi-square or Fisher; three by neither', () => {
  const numbers = found('wang2019');
  const lost = numbers.filter(({ by }) => !by.some((each) => each === 'chi-square' || each === 'Fisher exact'));
  assert.deepEqual(
    [numbers.length, lost.map(({ id }) => id)],
    [26, ['vasculitis', 'cardiorespiratory', 'antinuclear antibodies']],
  );
});

test('every paper that comes with the program is read, and names a source', () => {
  const keys = readFileSync(new URL('../references.bib', folder), 'utf8');
  for (const file of readdirSync(folder)) {
    const paper = openPaper(file.replace('.yaml', ''));
    assert.ok(keys.includes(`{${paper.paper},`), paper.paper);
    assert.ok(reproducePaper(paper).length > 0, file);
  }
});
