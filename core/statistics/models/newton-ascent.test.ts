import assert from 'node:assert/strict';
import test from 'node:test';
import { estimated } from '../given.ts';
import { type Ascent, climb } from './newton-ascent.ts';

// Tops known in closed form (mccullagh1989 climbs likewise). A parabola is reached in one step.
const parabola: Ascent['heightAt'] = ([x = 0, y = 0]) => ({
  value: -((x - 3) ** 2) - 2 * (y + 1) ** 2,
  score: [-2 * (x - 3), -4 * (y + 1)],
  information: [
    [2, 0],
    [0, 4],
  ],
});

test('a parabola, whole and along one axis', () => {
  const both = estimated(climb({ heightAt: parabola, start: [0, 0], free: [0, 1] }));
  assert.deepEqual([both.point, both.height.value], [[3, -1], -0]);
  assert.ok(both.steps <= 2);
  const along = estimated(climb({ heightAt: parabola, start: [0, 5], free: [0] }));
  assert.deepEqual(along.point, [3, 5]);
});

test('without a free coefficient it stays', () => {
  const found = estimated(climb({ heightAt: parabola, start: [1, 2], free: [] }));
  assert.deepEqual([found.point, found.steps], [[1, 2], 0]);
});

// ln x − x has its top at 1; from 2.5 a full step of Newton's would leave the domain.
const logarithm: Ascent['heightAt'] = ([x = 0]) => ({
  value: x > 0 ? Math.log(x) - x : Number.NEGATIVE_INFINITY,
  score: [1 / x - 1],
  information: [[1 / (x * x)]],
});

test('steps that would lead down are halved', () => {
  const found = estimated(climb({ heightAt: logarithm, start: [2.5], free: [0] }));
  assert.ok(Math.abs((found.point[0] ?? 0) - 1) < 1e-11);
});

test('refuses what has no top, no information, or is stopped', () => {
  const slope: Ascent['heightAt'] = ([x = 0]) => ({ value: x, score: [1], information: [[1]] });
  assert.deepEqual(climb({ heightAt: slope, start: [0], free: [0] }), { notEstimable: 'no convergence' });
  const flat: Ascent['heightAt'] = () => ({ value: 0, score: [1], information: [[0]] });
  assert.deepEqual(climb({ heightAt: flat, start: [0], free: [0] }), { notEstimable: 'information singular' });
  const stopped = climb({ heightAt: parabola, start: [0, 0], free: [0, 1], stops: ([x = 0]) => x > 2 });
  assert.deepEqual(stopped, { notEstimable: 'stopped' });
});
