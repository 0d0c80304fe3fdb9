import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { courses, person } from '#core/endpoints/given.ts';
import { allocationFactors } from './allocation-factors.ts';
import { studyWith } from './given.ts';

const stratified = shipped('nct03580291');
const plain = studyWith([]);
const someone = person(plain, 'P-001', 'msc', courses.complete);
const inStratum = (id: string, stratum: string) => ({
  ...someone,
  id,
  allocated: someone.allocated && { ...someone.allocated, slot: { number: 1, stratum } },
});

test('the site and each rule, as the stratum of the allocation names them', () => {
  const factors = allocationFactors(stratified, [
    inStratum('P-1', 'drum-tower, class-v-only no, heavy-proteinuria yes'),
    inStratum('P-2', 'centre-b, class-v-only yes, heavy-proteinuria no'),
  ]);
  assert.deepEqual(factors('P-1'), ['drum-tower', 'class-v-only no', 'heavy-proteinuria yes']);
  assert.deepEqual(factors('P-2'), ['centre-b', 'class-v-only yes', 'heavy-proteinuria no']);
});

test('a stratum of another study, nobody, and who was not allocated have an unnamed level of each', () => {
  const unallocated = { ...someone, id: 'P-4', allocated: undefined };
  const factors = allocationFactors(stratified, [inStratum('P-3', 'drum-tower'), unallocated]);
  for (const id of ['P-3', 'P-4', 'P-9']) assert.deepEqual(factors(id), ['', '', ''], id);
});

test('the arm has no part in them, and without strata there are none', () => {
  const [one, other] = ['cells', 'mmf'].map((arm) => {
    const stratum = 'drum-tower, class-v-only no, heavy-proteinuria yes';
    return allocationFactors(stratified, [{ ...inStratum('P-1', stratum), arm }])('P-1');
  });
  assert.deepEqual(one, other);
  assert.deepEqual(allocationFactors(plain, [someone])('P-001'), []);
});

test('a minimisation keeps no stratum: its factors are asked again', () => {
  const minimised = studyWith(
    [],
    [
      '  method: permuted blocks\n',
      '  method: permuted blocks\n  strata: [{ id: protein, title: Protein, rule: UPCR at screening > 1.5 g/g }]\n',
    ],
  );
  const [first = assert.fail()] = [person(minimised, 'P-001', 'msc', courses.complete)];
  assert.equal(first.allocated?.slot?.stratum, 'all');
  assert.deepEqual(allocationFactors(minimised, [first])('P-001'), ['yes'], '2.0 g/g at screening');
});
