import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const untreated = edited(
  text,
  text.slice(text.indexOf('    doses:\n      - id: il-2-injection'), text.indexOf('allocation:')),
  '    doses: []\n\n',
);

const found = (study: string): readonly string[] =>
  readStudy(study).findings.flatMap(({ severity, path, what }) =>
    what.includes('first dose') ? [`${severity} ${path}`] : [],
  );

test('counting from the first dose is a warning where an arm has none', () =>
  assert.deepEqual(found(untreated), [
    'warning endpoints[7].rule',
    'warning endpoints[8].rule',
    'warning endpoints[9].rule',
    'warning endpoints[10].rule',
  ]));

test('where every arm has a dose it is none', () => assert.deepEqual(found(text), []));

test('nor is it in a sentence that counts from a visit', () =>
  assert.equal(found(untreated.replaceAll('from first dose to week 24', 'from baseline to week 24')).length, 0));
