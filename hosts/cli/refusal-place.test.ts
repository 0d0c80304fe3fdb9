import assert from 'node:assert/strict';
import test from 'node:test';
import type { Refusal } from '#core/conduct/refusal.ts';
import { isSourceText, readSourceText } from '#core/study/source-text.ts';
import { placeRefusal } from './refusal-place.ts';

const read = readSourceText(
  [
    'items:',
    '  SLEDAI-2K: { rash: yes, pyuria: absent }',
    '  creatinine: high mg/dL',
    'records:',
    '  - concept: rituximb',
    '    on: 2026-02-30',
    '    details: { sever: true }',
    '',
  ].join('\n'),
);
const source = isSourceText(read) ? read : assert.fail('the text is YAML');

/** The refusal, the path it came from, and the word that is found: line, column and path. */
const rows: readonly (readonly [Refusal, readonly PropertyKey[], number, number, string])[] = [
  [
    { refused: 'value not accepted', item: 'SLEDAI-2K.rash', value: 'yes', accepted: '' },
    ['items', 'SLEDAI-2K'],
    2,
    16,
    'items.SLEDAI-2K.rash',
  ],
  [
    { refused: 'value not accepted', item: 'creatinine', value: 'high', accepted: '' },
    ['items', 'creatinine'],
    3,
    15,
    'items.creatinine',
  ],
  [
    { refused: 'name unknown', kind: 'concept', name: 'rituximb', nearest: undefined },
    ['records', 0],
    5,
    14,
    'records[0].concept',
  ],
  [{ refused: 'date impossible', date: '2026-02-30', why: 'no date' }, ['records', 0], 6, 9, 'records[0].on'],
  [
    { refused: 'name unknown', kind: 'attribute', name: 'sever', nearest: 'severe' },
    ['records', 0],
    7,
    16,
    'records[0].details.sever',
  ],
  [{ refused: 'consent missing' }, ['records', 0], 5, 5, 'records[0]'],
];

for (const [refusal, path, line, column, written] of rows)
  test(`${refusal.refused} below ${path.join('.')} stands at ${line}:${column}`, () => {
    const finding = placeRefusal(refusal, source, path);
    assert.deepEqual([finding.line, finding.column, finding.path], [line, column, written]);
    assert.equal(finding.severity, 'error');
  });
