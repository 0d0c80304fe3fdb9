import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { recordFrom } from './given.ts';
import { isRecord, readRecord } from './read-record.ts';
import { placeExists, textAt } from './record-place.ts';

const record = recordFrom({ copies: [{ where: 'a', kind: 'copy', inclusion: ['one', 'two', 'three'] }] });

const places: readonly (readonly [place: string, exists: boolean])[] = [
  ['inclusion[3]', true],
  ['inclusion[4]', false],
  ['inclusion[0]', false],
  ['inclusion', true],
  ['descriptions', false],
  ['primary[1]', true],
  ['primary[1].CR', true],
  ['primary[1].PR', false],
  ['primary[1].time frame', true],
  ['primary outcomes[1].measure', true],
  ['secondary[2]', true],
  ['secondary[3]', false],
  ['arms[2]', true],
  ['arms[2].text', true],
  ['copies[1].inclusion[3]', true],
  ['copies[1].inclusion[4]', false],
  ['copies[2].inclusion[1]', false],
  ['copies[1].primary[1]', false],
  ['ages.minimum', true],
  ['dates.start.date', true],
  ['dates.verified', false],
  ['summary', true],
  ['', false],
  ['inclusion[3', false],
  ['inclusion.3', false],
  ['inclusion.length', false],
  ['title.length', false],
  ['toString', false],
  ['__proto__', false],
  ['inclusion[1].constructor', false],
  ['arms[1][2]', false],
];

test('places that hold something', () => {
  for (const [place, exists] of places) assert.equal(placeExists(record, place), exists, place);
});

test('the text at a place; a list has none of its own', () => {
  assert.equal(textAt(record, 'copies[1].inclusion[2]'), 'two');
  assert.equal(textAt(record, 'enrolment.participants'), '40');
  assert.equal(textAt(record, 'inclusion'), undefined);
});

test('the places of NCT05631717 that its definition points to exist', () => {
  const folder = new URL('../../trials/nct05631717/', import.meta.url);
  const read = readRecord(readFileSync(new URL('record.yaml', folder), 'utf8'));
  assert.ok(isRecord(read));
  const from = [...readFileSync(new URL('study.yaml', folder), 'utf8').matchAll(/^ +from: (.+?)(?: +#.*)?$/gm)];
  assert.ok(from.length > 25);
  for (const [, place = ''] of from) assert.ok(placeExists(read.record, place), place);
});
