import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isCondition } from '#core/criteria/formula-kind.ts';
import { readStudy } from './compile-study.ts';
import { edited, expectFindings, lineOf, type PlantedFault, placeOf } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { readSentences } from './sentences.ts';
import { lexiconOf } from './study-lexicon.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('a sentence that goes wrong is found at the character where it does', () => {
  const rows = [
    ['SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screning >= 6', 'SLEDAI-2K at ▸screning', 'screening'],
    ['SLEDAI-2K at screening >= 6', 'SLEDAI at screening >= 6', 'rule: ▸SLEDAI at', undefined],
    ['and PGA - PGA at baseline < 0.3', 'and PGA - PGA at baselin < 0.3', 'PGA at ▸baselin <', 'baseline'],
    [
      'and prednisone-equivalent <= 10 mg/d',
      'and prednison-equivalent <= 10 mg/d',
      'and ▸prednison-eq',
      'prednisone-equivalent',
    ],
    [
      'received B-cell-depletion within',
      'received B-cell-depletoin within',
      'received ▸B-cell-depletoin',
      'B-cell-depletion',
    ],
    [
      'had plasmapheresis, immunoadsorption within',
      'had plasmapheresis, imunoadsorption within',
      ', ▸imunoads',
      'immunoadsorption',
    ],
    [
      'or had infection where (treated) within 2',
      'or had infection where (treted) within 2',
      'where (▸treted',
      'treated',
    ],
  ] as const;
  for (const [from, to, at, nearest] of rows) {
    const changed = edited(text, from, to);
    const [first] = readStudy(changed).findings;
    assert.ok(first, to);
    assert.deepEqual({ line: first.line, column: first.column }, placeOf(changed, at), `${to}: ${lineOf(first)}`);
    if (nearest !== undefined) assert.equal(first.nearest, nearest, to);
  }
});

test('types, units and points are checked where the sentence stands', () => {
  const rows = [
    ['creatinine at baseline > 1.2 mg/dL', 'creatinine at baseline > 1.2', /a number without a unit/],
    ['creatinine at baseline > 1.2 mg/dL', 'creatinine at baseline > 1.2 g/24h', /cannot be compared/],
    ['SLEDAI-2K at screening >= 6', 'SLEDAI-2K >= 6', /no point in time/],
    ['SLEDAI-2K at screening >= 6', 'weight at week 4 >= 6 kg', /weight is not scheduled at week 4/],
    ['SLEDAI-2K at screening >= 6', 'SLEDAI-2K at consent >= 6', /nothing is measured at consent/],
  ] as const;
  for (const [from, to, expected] of rows) {
    const { study, findings } = readStudy(edited(text, from, to));
    assert.equal(study, undefined, to);
    assert.match(findings.map(({ what }) => what).join('; '), expected, to);
  }
});

test('an endpoint is of the kind that its sentence is', () => {
  const change = 'kind: value\n    rule: change of SLEDAI-2K from baseline';
  const rows: readonly PlantedFault[] = [
    [
      change,
      'kind: condition\n    rule: change of SLEDAI-2K from baseline',
      'endpoints[4].kind: the sentence is a value; value',
    ],
    [change, 'kind: value\n    rule: SLEDAI-2K <= 4', 'endpoints[4].kind: the sentence is a condition; condition'],
    [
      change,
      'kind: condition\n    rule: first point from week 4 to week 24 where (CR)',
      'endpoints[4].kind: the sentence is a time; time',
    ],
  ];
  expectFindings(text, rows);
});

test('all sentences of the trial are read, each under its id', () => {
  const read = readDefinition(text);
  assert.ok(isDefinition(read));
  const { criteria, definitions, endpoints, faults } = readSentences(read.definition, lexiconOf(read.definition));
  assert.deepEqual(faults, []);
  const { include, exclude } = read.definition.eligibility;
  assert.deepEqual(
    [...criteria.keys()],
    [...include, ...exclude].map(({ id }) => id),
  );
  assert.deepEqual(
    [...definitions.keys()],
    read.definition.definitions.map(({ id }) => id),
  );
  const kinds = read.definition.endpoints.filter(({ kind }) => kind !== 'response').map(({ id }) => id);
  assert.deepEqual([...endpoints.keys()], kinds);
  for (const [id, formula] of endpoints)
    assert.equal(isCondition(formula), !/change$|time-to/.test(id) || /laboratory|vital/.test(id), id);
});
