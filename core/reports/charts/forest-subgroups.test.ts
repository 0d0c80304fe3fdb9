import assert from 'node:assert/strict';
import test from 'node:test';
import type { Participant } from '#core/conduct/participant.ts';
import { sixPeople, studyEdited } from '#core/endpoints/given.ts';
import { comparisonsOf } from './forest-rows.ts';
import { subgroupRows } from './forest-subgroups.ts';
import { founding, sceneOfPeople, six } from './given.ts';

const rowsOf = (people: readonly Participant[], study = founding) => {
  const scene = sceneOfPeople(study, people);
  const [analysis] = comparisonsOf(scene);
  return subgroupRows(analysis ?? assert.fail(), scene, 0.95);
};

const withMen = (...men: readonly string[]): readonly Participant[] =>
  six.map((person) => ({ ...person, sex: men.includes(person.id ?? '') ? 'male' : 'female' }));

test('a factor with people of both arms in one group alone is no subgroup', () => {
  assert.deepEqual(rowsOf(six), []);
  assert.deepEqual(rowsOf(withMen('P-001')), []);
});

/** By hand: CR, PR, none in cells; response, not known, none in IL-2. */
test('responders of each sex in both arms, counted by hand', () => {
  const rows = rowsOf(withMen('P-001', 'P-004', 'P-005'));
  assert.deepEqual(
    rows.map(({ label, role, counts, estimate }) => [label, role, counts, estimate]),
    [
      ['sex: female', 'subgroup', '1/2 v 0/1', 0.5],
      ['sex: male', 'subgroup', '1/1 v 1/2', 0.5],
    ],
  );
  assert.deepEqual(rows[0]?.rests, ['value/response/P-002', 'value/response/P-003', 'value/response/P-006']);
});

const twoCentres = studyEdited([
  'sites:\n',
  'sites:\n  - { id: second, title: Second, zone: Asia/Shanghai, offset: "+08:00" }\n',
]);

test('centres are those of the study, in its order', () => {
  const [first] = founding.definition.sites;
  const people = sixPeople(twoCentres).map((person, index) => ({
    ...person,
    site: index % 2 === 0 ? 'second' : (first?.id ?? ''),
  }));
  assert.deepEqual(
    rowsOf(people, twoCentres).map(({ label, counts }) => [label, counts]),
    [
      ['centre: second', '1/2 v 0/1'],
      [`centre: ${first?.id}`, '1/1 v 1/2'],
    ],
  );
});

test('strata are asked of each participant, and one whose answer all share is none', () => {
  const rule = '  strata:\n    - { id: heavy, title: heavy proteinuria, rule: UPCR at screening >= 2 g/g }\n';
  const study = studyEdited(['  block sizes: [2, 4, 6]\n', `  block sizes: [2, 4, 6]\n${rule}`]);
  assert.deepEqual(rowsOf(sixPeople(study), study), []);
  const people = sixPeople(study).map((person, index) => {
    const screening = new Map(person.items.get('screening'));
    const entry = screening.get('UPCR') ?? assert.fail();
    if (index % 2 === 0) screening.set('UPCR', { ...entry, value: '1.5' });
    return { ...person, items: new Map([...person.items, ['screening', screening]]) };
  });
  assert.deepEqual(
    rowsOf(people, study).map(({ label, counts }) => [label, counts]),
    [
      ['heavy proteinuria: yes', '1/1 v 1/2'],
      ['heavy proteinuria: no', '1/2 v 0/1'],
    ],
  );
});
