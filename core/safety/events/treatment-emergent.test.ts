import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import * as s from '#core/conduct/safety-file/given.ts';
import type { EventFile } from '#core/conduct/safety-file/safety-file.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { everywhere, infection, studyWith, treatedOn } from './given.ts';
import { isTreatmentEmergent, worseningsOf } from './treatment-emergent.ts';

const month = studyWith('{ days after the last dose: 28 }');

/** Doses, start of the event, and whether it emerged: without end, and until 28 days after the last dose. */
const rows: readonly (readonly [doses: readonly string[], start: string, plain: Truth, in28: Truth])[] = [
  [[], '2026-06-10', 'false', 'false'],
  [['2026-06-10'], '2026-06-09', 'false', 'false'],
  [['2026-06-10'], '2026-06-10', 'true', 'true'],
  [['2026-06-10'], '2026-06-11', 'true', 'true'],
  [['2026-06-10'], '2026-06', 'unknown', 'unknown'],
  [['2026-06-01'], '2026-06', 'true', 'unknown'],
  [['2026-06-10'], '2026-05', 'false', 'false'],
  [['2026-06-10'], '2026', 'unknown', 'unknown'],
  [['2026-06-10', '2026-06-20'], '2026-07-18', 'true', 'true'],
  [['2026-06-10', '2026-06-20'], '2026-07-19', 'true', 'false'],
  [['2026-06-20', '2026-06-10'], '2026-06-12', 'true', 'true'],
  [['2028-02-01'], '2028-02-29', 'true', 'true'],
  [['2028-02-01'], '2028-03-01', 'true', 'false'],
];
for (const [doses, start, plain, in28] of rows)
  test(`treated on ${doses.join(', ') || 'no day'}, began ${start}: ${plain}; within 28 days ${in28}`, () => {
    const asked = (study: typeof month) => isTreatmentEmergent(study, treatedOn(...doses), infection({ start }));
    assert.deepEqual([asked(everywhere), asked(month)], [plain, in28]);
  });

const withFile = (file: EventFile, ...doses: readonly string[]) => ({
  ...treatedOn(...doses),
  safety: { events: new Map([[s.record, file]]), pregnancies: [] },
});
const before = infection({ start: '2026-06-01' });
const mild = s.version('2026-06-05', s.mild);

/** When it was known to be worse, the first dose, and whether that makes it emergent. */
const worse: readonly (readonly [learnt: string, dose: string, expected: Truth])[] = [
  ['2026-06-12', '2026-06-04', 'true'],
  ['2026-06-12', '2026-06-05', 'true'],
  ['2026-06-12', '2026-06-06', 'unknown'],
  ['2026-06-12', '2026-06-12', 'unknown'],
  ['2026-06-12', '2026-06-13', 'false'],
];
for (const [learnt, dose, expected] of worse)
  test(`mild on the 5th, worse on ${learnt}, treated on ${dose}: ${expected}`, () =>
    assert.equal(
      isTreatmentEmergent(everywhere, withFile(s.file(mild, s.version(learnt, s.hospital)), dose), before),
      expected,
    ));

test('a grade or a criterion that rises is a worsening, one that falls or stays is none', () => {
  const second = (said: typeof s.mild) =>
    worseningsOf(s.file(s.version('2026-06-05', s.hospital), s.version('2026-06-09', said)));
  assert.deepEqual(
    second({ ...s.hospital, grade: 4 }).map(({ written }) => written),
    ['2026-06-05 to 2026-06-09'],
  );
  assert.equal(second({ ...s.hospital, seriousness: ['hospitalisation', 'disability'] }).length, 1);
  assert.deepEqual(second(s.hospital), []);
  assert.deepEqual(second(s.mild), []);
});

test('what nobody may know of treatment nobody knows of its events', () => {
  const masked = { ...treatedOn(), arm: undefined };
  assert.equal(isTreatmentEmergent(g.shipped('nct04318600'), masked, infection()), 'unknown');
});
