import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { mustBeCalm, tell } from './given.ts';

test('every measure is listed once, in its group, with what it gives and its source', async () => {
  const told = await tell(['measures']);
  assert.equal(told.code, 0);
  mustBeCalm(told);
  const listed = [...told.out.matchAll(/^ {2}(\S+) +\S/gm)].map(([, id]) => id);
  assert.deepEqual(listed.toSorted(), catalogue.map(({ id }) => id).toSorted());
  assert.match(told.out, /^activity\n {2}SLEDAI-2K +score 0 to 105 +gladman2002 +SLE disease/m);
  assert.match(told.out, /^patient-reported\n {2}SF-36-PCS +score -2 to 81 +ware1994 /m);
});

test('as JSON: groups of measures', async () => {
  const groups: readonly { readonly group: string; readonly measures: readonly { readonly id: string }[] }[] =
    JSON.parse((await tell(['measures', '--json'])).out);
  assert.equal(groups.flatMap(({ measures }) => measures).length, catalogue.length);
  assert.deepEqual(
    groups.find(({ group }) => group === 'histology')?.measures.map(({ id }) => id),
    ['LN-class', 'NIH-activity', 'NIH-chronicity'],
  );
});

test('it takes no name and no strange option', async () => {
  assert.match((await tell(['measures', 'SLEDAI-2K'])).err, /^measures takes no name; 1 given/);
  assert.match((await tell(['measures', '--out', 'x'])).err, /^measures has no option --out/);
});
