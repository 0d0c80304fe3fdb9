import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isRecord, readRecord } from './read-record.ts';

const least = 'registry: ClinicalTrials.gov\nid: NCT00000000\nread on: 2026-11-22\n';

/** "line:column path: what (nearest)" of each finding. */
const refusals = (text: string): readonly string[] => {
  const read = readRecord(text);
  assert.ok(!isRecord(read), 'it was read');
  return read.map(
    ({ line, column, path, what, nearest }) =>
      `${line}:${column} ${path}: ${what}${nearest === undefined ? '' : ` (${nearest})`}`,
  );
};

test('a record is read, with the places of its values', () => {
  const read = readRecord(`${least}inclusion:\n  - SLEDAI-2K ≥ 6\n  - UPCR > 1.0 g/g\n`);
  assert.ok(isRecord(read));
  assert.deepEqual(read.record.inclusion, ['SLEDAI-2K ≥ 6', 'UPCR > 1.0 g/g']);
  assert.deepEqual(read.source.placeOf(['inclusion', 1]), { line: 6, column: 5 });
});

test('what is wrong is said with its line and column', () => {
  const rows: readonly (readonly [text: string, ...expected: readonly string[]])[] = [
    [`${least}inclusio: [a]\n`, '4:1 inclusio: "inclusio" is not a field here (inclusion)'],
    [`${least}sex: Both\n`, '4:6 sex: this cannot stand here, or is missing'],
    [`${least}dates:\n  start: { date: 2022-13 }\n`, '5:18 dates.start.date: this cannot stand here, or is missing'],
    [`${least}arms:\n  - { id: a, dose: b }\n`, '5:14 arms[0].dose: "dose" is not a field here'],
    ['registry: x\nid: NCT00000000\n', '1:1 read on: this cannot stand here, or is missing'],
    [`${least}title: "a\\u202Eb"\n`, '4:8 title: a mark that turns the direction of text (code 8238)'],
  ];
  for (const [text, ...expected] of rows) assert.deepEqual(refusals(text), expected, text);
});

test('what is no YAML is refused', () => {
  for (const text of ['', '- a', 'a: [', `${least}id: NCT00000001\n`]) assert.ok(refusals(text).length > 0, text);
});

test('all five founding records are read', () => {
  for (const id of ['nct01741857', 'nct03580291', 'nct03673748', 'nct04318600', 'nct05631717']) {
    const read = readRecord(readFileSync(new URL(`../../trials/${id}/record.yaml`, import.meta.url), 'utf8'));
    assert.ok(isRecord(read), `${id}: ${JSON.stringify(read)}`);
    assert.equal(read.record.id, id.toUpperCase());
  }
});
