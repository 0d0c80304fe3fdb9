import assert from 'node:assert/strict';
import test from 'node:test';
import {
  all,
  asked,
  courses,
  day,
  dossierOf,
  type Edit,
  saidAfter,
  until,
  withItem,
  without,
  withoutVisit,
} from './given.ts';
import { primaryEndpointGaps } from './primary-endpoint-gaps.ts';

type Name = keyof typeof courses;
const unsigned: Edit = without(
  'history completed',
  ({ source, through }) => source === 'medication' && through === day(168),
);

/** Creatinine was abnormal and urine protein falls by more than half: whether creatinine falls too decides. */
const open: readonly Edit[] = [
  withItem('baseline', 'creatinine', '1.3'),
  withItem('week 24', 'UPCR', '0.9'),
  withItem('week 24', 'protein-24h', '0.9'),
];

/** Whether complete or partial response at week 24 can be told: urine protein by either measure, creatinine at both visits. */
const rows: readonly (readonly [what: string, from: Name, edits: readonly Edit[], missing: number])[] = [
  ['everything is there', 'cells', [], 0],
  ['creatinine where urine protein decides alone', 'cells', [withItem('week 24', 'creatinine', undefined)], 0],
  ['one measure of urine protein', 'cells', [withItem('week 24', 'UPCR', 'not done')], 0],
  [
    'neither measure',
    'cells',
    [withItem('week 24', 'UPCR', 'not done'), withItem('week 24', 'protein-24h', undefined)],
    1,
  ],
  ['the visit was not held: that is said by the visit', 'cells', [withoutVisit('week 24')], 0],
  [
    'not yet: seven days after the visit',
    'cells',
    [...open, withItem('week 24', 'creatinine', undefined), asked(175)],
    0,
  ],
  ['a day later', 'cells', [...open, withItem('week 24', 'creatinine', undefined), asked(176)], 1],
  ['nobody was allocated', 'cells', [until(-1)], 0],
  ['what is not needed for it', 'cells', [withItem('week 24', 'PGA', undefined)], 0],
  ['the history of medicines where the dose does not decide', 'cells', [unsigned], 0],
];
for (const [what, from, edits, missing] of rows)
  test(`${what}: ${missing}`, () =>
    assert.equal(primaryEndpointGaps(dossierOf(all(...edits)(courses[from]))).length, missing));

test('where the protocol has no rule nobody is blamed for it', () => {
  const normal = (visit: string): readonly Edit[] => [
    withItem(visit, 'UPCR', '0.3'),
    withItem(visit, 'protein-24h', '0.3'),
  ];
  const high: Edit = withItem('week 24', 'UPCR', '2.0');
  const dossier = dossierOf(all(...normal('baseline'), high, withItem('week 24', 'protein-24h', '2.0'))(courses.cells));
  assert.deepEqual(primaryEndpointGaps(dossier), []);
});

test('the sentence names what is missing, each once', () =>
  assert.deepEqual(saidAfter('cells', ...open, withItem('week 24', 'creatinine', 'not done')), [
    'The primary endpoint response cannot be told at visit week 24: what is missing is creatinine at week 24 (not done).',
  ]));
