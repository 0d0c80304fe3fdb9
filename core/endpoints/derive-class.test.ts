import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { type ChartFacts, chartFrom } from '#core/criteria/given.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { edited } from '#core/study/given.ts';
import { deriveClass, unclassified } from './derive-class.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const bands = (otherwise: string): string => `
endpoints:
  - id: steroid-band
    title: Reduction of glucocorticoids
    role: secondary
    kind: class
    rule: |
      classify (
        "increased": prednisone-equivalent > prednisone-equivalent at screening;
        "less than 25%": prednisone-equivalent > 75% of prednisone-equivalent at screening;
        "25% to 50%": prednisone-equivalent >= 50% of prednisone-equivalent at screening${otherwise}
      )
    at: week 24
    missing: unknown
`;

const classesOf = (facts: ChartFacts, otherwise = '; otherwise "more than 50%"'): readonly string[] => {
  const { study, findings } = readStudy(edited(text, '\nendpoints:\n', bands(otherwise)));
  assert(study !== undefined, JSON.stringify(findings));
  const endpoint = study.endpoints.find(({ of }) => of.id === 'steroid-band');
  assert(endpoint?.kind === 'class');
  return deriveClass(endpoint, chartFrom(facts, study.lexicon), 'week 24').possible;
};

const dates = { screening: '2026-05-18', 'week 24': '2026-11-16' };
const taking = (before: string, now: string): ChartFacts => ({
  dates,
  complete: { medication: '2026-11-16' },
  history: [
    { concept: 'prednisone', start: '2026-01-01', end: '2026-05-31', dose: `${before} mg` },
    { concept: 'prednisone', start: '2026-06-01', end: 'ongoing', dose: `${now} mg` },
  ],
});

/** mg/d at screening and at week 24, the class: the bands of NCT03673748, each limit on it and beside it. */
const rows: readonly (readonly [string, string, string])[] = [
  ['20', '20.5', 'increased'],
  ['20', '20', 'less than 25%'],
  ['20', '15.5', 'less than 25%'],
  ['20', '15', '25% to 50%'],
  ['20', '10', '25% to 50%'],
  ['20', '9.5', 'more than 50%'],
];
for (const [before, now, expected] of rows)
  test(`from ${before} to ${now} mg/d: ${expected}`, () =>
    assert.deepEqual(classesOf(taking(before, now)), [expected]));

test('while it is not known every class stays possible', () =>
  assert.deepEqual(classesOf({ dates }), ['increased', 'less than 25%', '25% to 50%', 'more than 50%']));

test('without a class for the others, whom none holds for is unclassified', () =>
  assert.deepEqual(classesOf(taking('20', '5'), ''), [unclassified]));
