import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isRecord, readRecord } from '#core/registry/read-record.ts';
import { checkRecordPlaces } from './check-record-places.ts';
import { readStudy } from './compile-study.ts';
import { edited, withSections } from './given.ts';

const folder = new URL('../../trials/nct05631717/', import.meta.url);
const text = readFileSync(new URL('study.yaml', folder), 'utf8');
const read = readRecord(readFileSync(new URL('record.yaml', folder), 'utf8'));
assert(isRecord(read));

const found = (study: string): readonly string[] => {
  const { study: compiled, findings } = readStudy(study);
  assert(compiled !== undefined, JSON.stringify(findings));
  return checkRecordPlaces(compiled.definition, read.record).map(({ path, what }) => `${path.join('.')}: ${what}`);
};

test('every place that the shipped study points to is there', () => assert.deepEqual(found(text), []));

test('a place that is not there is named with where it is said', () =>
  assert.deepEqual(found(edited(text, 'from: inclusion[3]', 'from: inclusion[33]')), [
    'eligibility.include.2.from: the record has nothing at inclusion[33]',
  ]));

test('the point from which adverse events are collected is no place', () => {
  const safety = 'safety:\n  grading: CTCAE v5.0\n  adverse events: { from: first dose, to: week 24 }\n';
  assert.deepEqual(found(withSections(text, safety)), []);
});
