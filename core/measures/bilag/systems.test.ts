import assert from 'node:assert/strict';
import test from 'node:test';
import { bilag2004, bilag2004Total } from '#core/measures/bilag-2004.ts';
import { bilagGrades, bilagPoints, bilagSystems } from './systems.ts';

test('systems and grades are those of the index that an assessor grades', () => {
  assert.deepEqual(bilag2004.value, { kind: 'profile', systems: bilagSystems, levels: bilagGrades });
});

test('points of yee2010; nine systems at A make the most that the total can be', () => {
  assert.deepEqual(bilagPoints, { A: 12, B: 8, C: 1, D: 0, E: 0 });
  const most = bilagSystems.length * bilagPoints.A;
  assert.deepEqual(bilag2004Total.value, { kind: 'score', least: 0, most });
});
