import assert from 'node:assert/strict';
import test from 'node:test';
import { explainSystem } from './explain.ts';
import { type Answers, assessment, closed, involved, wholeAssessment } from './given.ts';
import { gradeBilag } from './grade-bilag.ts';
import type { BilagSystem } from './systems.ts';

/** Grades of yee2010 as a person reads them. */
const said = (system: BilagSystem, answers: Answers, previous?: Answers): string => {
  const { systems } = gradeBilag(wholeAssessment(answers), previous && assessment(previous), involved([]), closed);
  return explainSystem(system, systems[system]);
};

test('a known grade with the branches that decide it, each said once', () => {
  const rows = [
    ['renal', { 83: 180, 88: 'yes' }, 'renal A (deteriorating proteinuria; active urinary sediment)'],
    ['renal', { 83: 180, 84: 2 }, 'renal B (deteriorating proteinuria)'],
    ['mucocutaneous', { 5: 2, 7: 4 }, 'mucocutaneous A (severe skin eruption; severe angio-oedema)'],
    ['haematological', { 93: 0.5 }, 'haematological C (low lymphocytes)'],
    ['ophthalmic', {}, ''],
  ] as const;
  for (const [system, answers, expected] of rows) assert.equal(said(system, answers), expected);
});

test('several possible grades are given without reasons; inactive ones alone are not told', () => {
  const { systems } = gradeBilag(assessment({ 39: 0, 40: 0, 41: 0, 42: 0 }), undefined, new Map());
  assert.equal(explainSystem('musculoskeletal', systems.musculoskeletal), 'musculoskeletal C/D/E');
  const rest = gradeBilag(wholeAssessment({}), undefined, new Map(), closed).systems;
  assert.equal(explainSystem('renal', rest.renal), '');
});

test('a grade that is certain by different ways in turn has no reason that always holds', () => {
  const always = { grade: 'A', reasons: [] } as const;
  const grade = { possible: [always], wanting: [], isAnswered: true, isLowerBound: false };
  assert.equal(explainSystem('renal', grade), 'renal A');
});
