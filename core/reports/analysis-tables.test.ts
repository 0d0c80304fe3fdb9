import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { studyWith, timed } from '#core/endpoints/analyses/given.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { analysisTables } from './analysis-tables.ts';

const arms = 'experimental: msc, control: il-2';
const study = studyWith([
  `id: by-visit, kind: change, endpoint: sledai-change, population: randomised, test: none, comparison: ancova, ${arms}`,
  `id: times, ${timed}`,
  'id: claims, kind: description, endpoint: sri-4, population: randomised',
  'id: share, kind: proportion, endpoint: any-adverse-event, population: randomised, interval: wilson, level: "0.95"',
]);
const tablesOf = (people: readonly Participant[], of = study) =>
  analysisTables(of, people, [], deriveValues(of, people));
const people = sixPeople(study);

test('each analysis with its sensitivity behind it, then what is tested, changes within arms, shares', () => {
  const { efficacy, described, results, sensitivity } = tablesOf(people);
  assert.deepEqual(
    efficacy.map(({ id }) => id),
    [
      'primary',
      'primary-comparison',
      'primary-sensitivity',
      'by-visit',
      'by-visit-sensitivity',
      'times',
      'times-sensitivity',
      'testing',
      'changes',
      'shares',
    ],
  );
  assert.deepEqual(
    described.map(({ id }) => id),
    ['described', 'secondary'],
  );
  assert.deepEqual(
    results.map(({ analysis }) => analysis.id),
    ['primary'],
  );
  assert.deepEqual(
    sensitivity.map(({ analysis }) => analysis),
    ['primary', 'by-visit', 'times'],
  );
});

test('every cell has an id of its own', () => {
  const { efficacy, described } = tablesOf(people);
  const ids = [...efficacy, ...described].flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ id }) => id)));
  assert.equal(new Set(ids).size, ids.length);
});

test('an endpoint that is described or analysed is not described again at the same visit', () => {
  const secondary = tablesOf(people).described.find(({ id }) => id === 'secondary');
  const labels = secondary?.rows.map(({ label }) => label) ?? [];
  assert.equal(
    labels.some((label) => label.startsWith('SRI-4')),
    false,
  );
  assert.equal(labels.includes('Change of SLEDAI-2K, week 12'), true);
  assert.equal(labels.includes('Change of SLEDAI-2K, week 24'), false);
});

/** Both worlds have the same people; in one the arms are planted the other way round. */
const exchanged = (person: Participant): Participant => ({ ...person, arm: person.arm === 'msc' ? 'il-2' : 'msc' });
const text = (of: readonly Participant[]): string =>
  JSON.stringify(tablesOf(of), (_, value) => (typeof value === 'bigint' ? String(value) : value));

test('while nobody knows the arms all is pooled, and nothing is tested', () => {
  const { efficacy, described, results, sensitivity } = tablesOf(
    people.map((person) => ({ ...person, arm: undefined })),
  );
  assert.deepEqual(
    efficacy.map(({ id }) => id),
    ['pooled'],
  );
  assert.deepEqual(
    described.map(({ id, columns }) => [id, ...columns]),
    [['secondary', 'all participants']],
  );
  assert.deepEqual([results, sensitivity], [[], []]);
  assert.equal(efficacy[0]?.rows[0]?.cells[0]?.value, '3 of 6 (50.0%), 11.8% to 88.2%');
});

test('a broken code of some changes nothing that is shown while others are masked', () => {
  const masked = people.map((person) => ({ ...person, arm: undefined }));
  for (let told = 0; told < people.length; told += 1) {
    const broken = masked.map((person, index) => (index < told ? { ...person, arm: people[index]?.arm } : person));
    const turned = broken.map((person) => (person.arm === undefined ? person : exchanged(person)));
    assert.equal(text(broken), text(masked), `${told} told`);
    assert.equal(text(turned), text(masked), `${told} told, arms exchanged`);
  }
  assert.notEqual(text(people), text(people.map(exchanged)), 'once all are told the arms matter');
});

test('the founding trials, nobody in them yet', () => {
  for (const trial of ['nct03580291', 'nct03673748', 'nct04318600', 'nct05631717', 'nct01741857']) {
    const founding = shipped(trial);
    const { efficacy } = tablesOf([], founding);
    const ids = efficacy.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, trial);
    assert.equal(ids.includes('pooled'), false);
  }
});
