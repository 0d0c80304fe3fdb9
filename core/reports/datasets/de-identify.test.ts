import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type DataColumn, dataSet } from './data-set.ts';
import { deIdentify, highestAge } from './de-identify.ts';
import { sixData } from './given.ts';
import { dataSets } from './trial-data.ts';

const sets = dataSets(sixData);
const textsIn = (all: ReturnType<typeof deIdentify>): readonly string[] =>
  all.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => ('words' in cell ? cell.words : cell.number))));

test('no code, site or word of the study is left', () => {
  const texts = textsIn(deIdentify(sets, 'secret'));
  for (const gone of ['P-001', 'P-006', 'nanjing', 'own wish']) assert.ok(!texts.includes(gone), gone);
  assert.ok(texts.includes('P001') && texts.includes('P006'));
});

test('nothing looks like a date', () => {
  for (const text of textsIn(deIdentify(sets, 'secret'))) assert.doesNotMatch(text, /\d{4}-\d{2}/);
});

test('one person keeps one code over all sets, and another secret gives other codes', () => {
  const linked = (secret: string) =>
    deIdentify(sets, secret).map(({ rows }) =>
      rows.map((row) => (row[0] !== undefined && 'words' in row[0] ? row[0].words : '')),
    );
  const [people, measured] = linked('one');
  assert.equal(new Set(people).size, 6);
  for (const code of measured ?? []) assert.ok(people?.includes(code));
  const orders = ['a', 'b', 'c', 'd', 'e'].map((secret) =>
    deIdentify(sets, secret)[0]
      ?.rows.map((row) => JSON.stringify(row.slice(1)))
      .join('\n'),
  );
  assert.ok(new Set(orders).size > 1);
});

test('the numbers stay: as many lines, the same values in another order', () => {
  const before = sixData.measurements.flatMap(({ value }) => value ?? []).toSorted((a, b) => a - b);
  const set = deIdentify(sets, 'x').find(({ id }) => id === 'measurements');
  const at = set?.columns.findIndex(({ name }) => name === 'value') ?? -1;
  const after = (set?.rows ?? []).flatMap((row) => {
    const cell = row[at];
    return cell !== undefined && 'number' in cell ? [Number(cell.number)] : [];
  });
  assert.deepEqual(
    after.toSorted((a, b) => a - b),
    before,
  );
});

interface Old {
  readonly code: string;
  readonly age: number;
}
const columns: readonly DataColumn<Old>[] = [
  { name: 'participant', label: 'p', kind: 'text', tells: 'code', read: ({ code }) => code },
  { name: 'age', label: 'a', kind: 'number', tells: 'nothing', read: ({ age }) => age },
];

test('nobody is older than the highest age that is told', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 14, max: 110 }), { maxLength: 20 }), (ages) => {
      const set = dataSet(
        'p',
        'P',
        columns,
        ages.map((age, at) => ({ code: `S${at}`, age })),
      );
      const [shared] = deIdentify([set], 'k');
      for (const row of shared?.rows ?? [])
        assert.ok(row[1] !== undefined && 'number' in row[1] && Number(row[1].number) <= highestAge);
      assert.equal(shared?.rows.length, ages.length);
    }),
  ));
