import assert from 'node:assert/strict';
import test from 'node:test';
import { holds } from './given.ts';

const systems =
  'constitutional mucocutaneous neuropsychiatric musculoskeletal cardiorespiratory gastrointestinal ophthalmic renal haematological';
const quiet = Object.fromEntries(
  systems
    .split(' ')
    .flatMap((system) => ['reference', 'week 24'].map((point) => [`BILAG-2004.${system} at ${point}`, 'D'])),
);

/** Dose at the reference and at week 24, mg/d; reduced without a flare (NCT03673748: by 25% or more, to 7.5 mg/d or less). */
const rows: readonly (readonly [string, string, string])[] = [
  ['10', '7.5', 'true'],
  ['10', '7.6', 'false'],
  ['9', '7', 'false'],
  ['8', '6', 'true'],
  ['20', '8', 'false'],
  ['7', '5', 'true'],
  ['0', '0', 'unknown'],
];
for (const [before, now, expected] of rows)
  test(`from ${before} to ${now} mg/d: ${expected}`, () => {
    const course = (start: string, end: string, dose: string) => ({
      concept: 'prednisone',
      start,
      end,
      dose: `${dose} mg`,
    });
    const history =
      before === '0' ? [] : [course('2025-11-01', '2026-05-31', before), course('2026-06-01', 'ongoing', now)];
    assert.equal(holds('steroid-reduction', quiet, { history }), expected);
  });

test('a flare takes it away', () => {
  const history = [
    { concept: 'prednisone', start: '2025-11-01', end: '2026-05-31', dose: '10 mg' },
    { concept: 'prednisone', start: '2026-06-01', end: 'ongoing', dose: '5 mg' },
  ];
  assert.equal(holds('steroid-reduction', { ...quiet, 'BILAG-2004.renal at week 24': 'A' }, { history }), 'false');
});
