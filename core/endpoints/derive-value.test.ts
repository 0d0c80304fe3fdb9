import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { studyIn } from '#core/conduct/given.ts';
import { sayRange } from '#core/measures/say.ts';
import type { AnalysisValue } from './analysis-value.ts';
import { deriveValue } from './derive-value.ts';
import { type Course, courses, person } from './given.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const value = (endpoint: string, course: Course): AnalysisValue => {
  const found = study.endpoints.find(({ of }) => of.id === endpoint);
  assert.ok(found, endpoint);
  return deriveValue(found, study, person(study, 'P-001', 'msc', course));
};
const level = ({ outcome }: AnalysisValue): string =>
  outcome.kind === 'level' ? [...new Set([outcome.worst, outcome.best])].join(' or ') : '?';

/** Worked examples R1 to R3 of the protocol's response, and what is missing. */
test('the response at week 24: what was observed, what is reported, and whether the policy was used', () => {
  const rows = [
    [courses.complete, 'CR', 'true', 'true', 'observed'],
    [courses.partial, 'PR', 'true', 'false', 'observed'],
    [courses.none, 'none', 'false', 'false', 'observed'],
    [courses.unchanged, 'none', 'false', 'false', 'observed'],
    [courses.steroidUnknown, 'PR or CR', 'true', 'false', 'observed'],
    [courses.missed, 'none or CR', 'false', 'false', 'non-responder'],
  ] as const;
  for (const [course, expected, response, complete, policy] of rows) {
    const found = value('response', course);
    assert.equal(level(found), expected);
    assert.equal(found.reported, response, expected);
    assert.equal(found.policy, policy, expected);
    assert.equal(value('complete-response', course).reported, complete, expected);
  }
  assert.equal(
    value('complete-response', courses.steroidUnknown).policy,
    'non-responder',
    'a response for certain, CR not',
  );
});

test('a value rests on the records of what decided, and says what is missing', () => {
  const certain = value('response', courses.complete);
  assert.deepEqual(certain.missing, []);
  assert.ok(certain.records.some((record) => record.endsWith('/UPCR')));
  assert.ok(certain.because.length > 0);
  const open = value('response', courses.steroidUnknown);
  assert.deepEqual(open.missing, [{ kind: 'source', source: 'medication', through: '2026-11-16' }]);
  assert.match(open.because.join('; '), /UPCR .*holds/, 'the partial response that makes it a response');
  assert.match(open.because.join('; '), /prednisone-equivalent .*is not known/);
});

test('the policy belongs to the endpoint: where it is "unknown", unknown is reported', () => {
  const found = value('any-adverse-event', courses.complete);
  assert.equal(found.reported, 'unknown', 'no dose was given, so the window has no beginning');
  assert.equal(found.policy, 'observed');
});

test('changes from baseline, exact; with bounds from a partial form; unknown from none', () => {
  const change = (after: readonly string[]): Course => ({
    ...courses.complete,
    sledai: [['proteinuria', 'haematuria', 'rash'], after],
  });
  const said = (course: Course, endpoint = 'sledai-change'): string => {
    const { outcome } = value(endpoint, course);
    return outcome.kind === 'number' ? sayRange(outcome.range) : '?';
  };
  assert.equal(said(change(['proteinuria'])), '-6', '4 minus 10');
  assert.equal(said(change(['proteinuria', 'haematuria', 'rash', 'fever'])), '1');
  assert.equal(said(courses.complete), 'not known');
  const partial = g.section('week 24', 'disease activity', g.sledai('proteinuria').slice(0, -1));
  assert.equal(
    said({
      ...courses.complete,
      sledai: [['proteinuria', 'haematuria', 'rash'], []],
      week24: undefined,
      more: [g.held('week 24', '2026-11-16'), partial],
    }),
    '-6 to -5',
    'leucopenia was not assessed',
  );
  assert.equal(said(courses.partial, 'steroid-change'), '0', '12.5 mg at both visits');
  assert.equal(value('sledai-change', courses.complete).reported, undefined, 'a number is not met or missed');
});

const at = (visit: string, on: string, ratio: string, ...more: readonly string[]) => [
  g.held(visit, on),
  g.kidney(visit, 'creatinine 1.0 mg/dL', `UPCR ${ratio} g/g`, 'protein-24h not done', ...more),
];

test('the time to response: the first visit, its day, and what an open visit leaves of it', () => {
  const time = (more: Course['more'], week24: string | undefined = '1.0 1.9') => {
    const { outcome } = value('time-to-response', { baseline: '0.9 2.0', week24, more: more ?? [] });
    assert.ok(outcome.kind === 'time');
    return [outcome.reached, outcome.visit, outcome.day, outcome.by];
  };
  const low = (visit: string, on: string) => at(visit, on, '0.4');
  const high = (visit: string, on: string) => at(visit, on, '1.9');
  const rows = [
    [[...low('week 4', '2026-06-29')], ['true', 'week 4', 28, 'week 4']],
    [
      [...high('week 4', '2026-06-29'), ...low('week 8', '2026-07-28')],
      ['true', 'week 8', 57, 'week 8'],
    ],
    [[...low('week 8', '2026-07-27')], ['true', undefined, undefined, 'week 8']],
    [[], ['unknown', undefined, undefined, undefined]],
    [
      [
        ...high('week 4', '2026-06-29'),
        ...high('week 8', '2026-07-27'),
        ...high('week 12', '2026-08-24'),
        ...high('week 16', '2026-09-21'),
        ...high('week 20', '2026-10-19'),
      ],
      ['false', undefined, undefined, undefined],
    ],
  ] as const;
  for (const [more, expected] of rows) assert.deepEqual(time(more), expected);
});
