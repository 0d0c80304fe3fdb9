import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bilag2004, bilag2004Total } from './bilag-2004.ts';
import { rangeText, sittingWith, type Written } from './given.ts';

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
] as const;
/** yee2010: A 12, B 8, C 1, D 0, E 0. */
const worth: Readonly<Record<string, number>> = { A: 12, B: 8, C: 1, D: 0, E: 0 };

const form = (grades: string): Written =>
  Object.fromEntries(
    systems.flatMap((system, index) => {
      const grade = grades[index] ?? '.';
      return grade === '.' ? [] : [[`BILAG-2004.${system}`, grade === '-' ? 'not done' : grade]];
    }),
  );
const total = (grades: string) => bilag2004Total.compute(sittingWith(form(grades)));

test('the total of nine grades; bounds for systems that were not graded', () => {
  const rows = [
    ['EEEEEEEAE', '[12', 'ok'],
    ['EEEEEEEBE', '[8', 'ok'],
    ['EEEEEEECE', '[1', 'ok'],
    ['DDDDDDDDD', '[0', 'ok'],
    ['ABCDEEEEE', '[21', 'ok'],
    ['AAAAAAAAA', '[108', 'ok'],
    ['EEEEEEE-E', '[0..[12', 'partial'],
    ['AEEEEEE.-', '[12..[36', 'partial'],
    ['.........', '[0..[108', 'not evaluable'],
  ] as const;
  for (const [grades, range, status] of rows) {
    assert.equal(rangeText(total(grades)), range, grades);
    assert.equal(total(grades).status, status, grades);
  }
});

test('any grades sum as published, and partly graded ones bound every completion', () => {
  const nine = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(nine, fc.integer({ min: 0, max: 8 }), (grades, hidden) => {
      const sum = grades.reduce((points, grade) => points + (worth[grade] ?? Number.NaN), 0);
      assert.equal(rangeText(total(grades.join(''))), `[${sum}`);
      const rest = sum - (worth[grades[hidden] ?? ''] ?? Number.NaN);
      const partial = grades.map((grade, index) => (index === hidden ? '-' : grade)).join('');
      assert.equal(rangeText(total(partial)), `[${rest}..[${rest + 12}`);
    }),
  );
});

test('the profile keeps every grade possible for a system that was not graded', () => {
  const measured = bilag2004.compute(sittingWith(form('A-EEEEEEE')));
  assert.ok(measured.kind === 'profile');
  assert.deepEqual(measured.systems.get('constitutional'), ['A']);
  assert.deepEqual(measured.systems.get('mucocutaneous'), ['A', 'B', 'C', 'D', 'E']);
  assert.deepEqual(
    measured.evidence.slice(0, 2).map(({ what, written }) => `${what} ${written}`),
    ['BILAG-2004.constitutional A', 'BILAG-2004.neuropsychiatric E'],
  );
  assert.equal(measured.evidence.length, 8);
  assert.deepEqual(measured.missing, [
    { kind: 'item', item: 'BILAG-2004.mucocutaneous', point: 'screening', why: 'not done' },
  ]);
  assert.match(
    bilag2004.explain(measured),
    /^BILAG-2004 constitutional A, mucocutaneous A\/B\/C\/D\/E, neuropsychiatric E/,
  );
  assert.equal(bilag2004Total.explain(total('AEEEEEEEE')), 'BILAG-2004 total 12');
});

test('a letter that is no grade is not taken for the mildest', () => {
  const measured = total('FEEEEEEEE');
  assert.equal(rangeText(measured), '[0..[12');
  assert.equal(measured.missing[0]?.kind, 'unreadable');
});

test('a result that is no profile has no grades to tell', () => {
  assert.equal(bilag2004.explain(total('AEEEEEEEE')), '');
});
