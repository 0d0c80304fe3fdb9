import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { countLines, countScores, personLines, scoreCsvText, scoreValue } from './score-output.ts';
import type { ScoredPerson } from './score-row.ts';

const measureNamed = (id: string) => catalogue.find((each) => each.id === id) ?? assert.fail(id);

const person = (id: string, more: Partial<ScoredPerson>): ScoredPerson => ({
  id,
  date: '2026-05-18',
  status: 'ok',
  value: '',
  low: '',
  high: '',
  systems: [],
  missing: [],
  sentence: '',
  questioned: [],
  faults: [],
  ...more,
});

const fault = {
  severity: 'error',
  line: 4,
  column: 9,
  path: 'PGA',
  what: '"x" is not accepted',
  expected: ['0 to 3'],
  nearest: undefined,
} as const;
const people = [
  person('P-1', { value: '1.8', low: '1.8', high: '1.8', sentence: 'PGA 1.8' }),
  person('P-2', { status: 'not evaluable', sentence: 'PGA not known', missing: ['PGA', 'birth'] }),
  person('P-3', { status: 'not evaluable', missing: ['PGA'] }),
  person('P-4', { status: 'refused', faults: [fault] }),
  person('P, 5', { status: 'partial', value: '1..2', questioned: ['creatinine 88 mg/dL, plausible 0.1 to 20 mg/dL'] }),
];

test('people are counted by what came of them, and what was missing by how many', () => {
  assert.deepEqual(countScores(people), {
    people: 5,
    byStatus: { ok: 1, partial: 1, 'not evaluable': 2, refused: 1 },
    missing: [
      ['PGA', 2],
      ['birth', 1],
    ],
    questioned: 1,
  });
  assert.deepEqual(countLines(countScores(people), ['centre']), [
    '5 people: 1 ok, 1 partial, 2 not evaluable, 1 refused.',
    'Missing, and for how many: PGA 2, birth 1.',
    'Results to be looked at: of 1 person.',
    'Not read: centre.',
  ]);
  assert.deepEqual(countLines(countScores([]), []), ['0 people: 0 ok, 0 partial, 0 not evaluable, 0 refused.']);
});

test('a person is a line, with what is missing below', () => {
  assert.deepEqual(people.map(personLines), [
    ['P-1  1.8  PGA 1.8'],
    ['P-2  not evaluable  PGA not known', '    missing PGA, birth'],
    ['P-3  not evaluable', '    missing PGA'],
    ['P-4  refused'],
    ['P, 5  1..2  partial', '    to be looked at: creatinine 88 mg/dL, plausible 0.1 to 20 mg/dL'],
  ]);
});

test('as CSV: a row for each, the refused too, cells quoted where they must be', () => {
  const lines = scoreCsvText(measureNamed('PGA'), { people, unread: [] }).split('\r\n');
  assert.deepEqual(lines, [
    'id,date,measure,rule,status,value,low,high,unit,missing,sentence,questioned,faults',
    'P-1,2026-05-18,PGA,pga/1,ok,1.8,1.8,1.8,,,PGA 1.8,,',
    'P-2,2026-05-18,PGA,pga/1,not evaluable,,,,,PGA; birth,PGA not known,,',
    'P-3,2026-05-18,PGA,pga/1,not evaluable,,,,,PGA,,,',
    'P-4,2026-05-18,PGA,pga/1,refused,,,,,,,,"4:9 ""x"" is not accepted; expected 0 to 3"',
    '"P, 5",2026-05-18,PGA,pga/1,partial,1..2,,,,,,"creatinine 88 mg/dL, plausible 0.1 to 20 mg/dL",',
    '',
  ]);
});

test('a profile has a column for each system, a quantity its unit', () => {
  const [head = ''] = scoreCsvText(measureNamed('BILAG-2004'), { people: [], unread: [] }).split('\r\n');
  assert.match(head, /,unit,constitutional,mucocutaneous,.*,renal,haematological,missing,/);
  const creatinine = scoreCsvText(measureNamed('creatinine'), { people: [person('P', {})], unread: [] });
  assert.match(creatinine, /,mg\/dL,/);
});

test('as JSON: measure, people, counts', () => {
  const value = scoreValue(measureNamed('creatinine'), 'a.csv', { people, unread: ['centre'] });
  assert.deepEqual(value.measure, {
    id: 'creatinine',
    title: 'Serum creatinine',
    rule: 'creatinine/1',
    source: 'kdigo2024',
    unit: 'mg/dL',
  });
  assert.deepEqual(value.counts, { people: 5, ok: 1, partial: 1, 'not evaluable': 2, refused: 1, questioned: 1 });
  assert.deepEqual([value.file, value.people.length, value.unread], ['a.csv', 5, ['centre']]);
  const graded = scoreValue(measureNamed('BILAG-2004'), 'a.csv', {
    people: [person('P', { systems: [...'EEEEEEEAE'] })],
    unread: [],
  });
  const [first] = graded.people;
  assert.equal(JSON.parse(JSON.stringify(first)).systems.renal, 'A');
});
