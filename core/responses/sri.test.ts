import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

const systems = [
  'constitutional',
  'mucocutaneous',
  'neuropsychiatric',
  'musculoskeletal',
  'cardiorespiratory',
  'gastrointestinal',
  'ophthalmic',
  'renal',
  'haematological',
];

/** One letter for each of the nine systems. */
const bilag = (grades: string, point: string) =>
  systems.map((system, index) => [`BILAG-2004.${system} at ${point}`, grades[index] ?? '']);

/** SLEDAI-2K, BILAG grades and physician's assessment at baseline and at week 24; SRI-4, SRI-5. */
const rows: readonly (readonly [string, string, string, string, string, string, string, string, string])[] = [
  // C1: the kidney from A to B, activity from 12 to 8, assessment from 1.8 to 1.2.
  ['C1', '12', '8', 'EEEEEEEAE', 'EEEEEEEBE', '1.8', '1.2', 'true', 'false'],
  // C2: two systems newly B.
  ['C2', '10', '4', 'EEEEEEEBE', 'EBEBEEECE', '1.0', '0.8', 'false', 'false'],
  // C3: worse by exactly 0.3.
  ['C3', '10', '6', 'EEEEEEEBE', 'EEEEEEEBE', '0.4', '0.7', 'false', 'false'],
  ['one newly B', '12', '7', 'EEEEEEEBE', 'EBEEEEEBE', '1.0', '1.2', 'true', 'true'],
  ['one newly A', '12', '7', 'EEEEEEEBE', 'EAEEEEEBE', '1.0', '1.0', 'false', 'false'],
];
for (const [name, before, now, graded, grades, assessed, assessment, four, five] of rows)
  test(`furie2009, ${name}: SRI-4 ${four}, SRI-5 ${five}`, () => {
    const items = Object.fromEntries([
      ['SLEDAI-2K at baseline', before],
      ['SLEDAI-2K at week 24', now],
      ['PGA at baseline', assessed],
      ['PGA at week 24', assessment],
      ...bilag(graded, 'baseline'),
      ...bilag(grades, 'week 24'),
    ]);
    assert.deepEqual([holds('SRI-4', items), holds('SRI-5', items)], [four, five]);
  });
