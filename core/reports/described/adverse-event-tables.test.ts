import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { adverseEventTables } from './adverse-event-tables.ts';
import { event, figureOf, shown, someone, twoArms } from './given.ts';

const study = shipped('nct04318600');
const people = [
  someone('1', 'cells'),
  someone('2', 'cells'),
  someone('3', 'placebo'),
  someone('4', 'placebo', { treated: false }),
];
const events = [
  event('1', 'cells'),
  event('1', 'cells', { grade: 3, serious: true, related: true, record: 'r2' }),
  event('2', 'cells', { term: 'Sepsis', class: 'Infections and infestations', grade: 5, fatal: true, serious: true }),
  event('2', 'cells', { emergent: 'false', term: 'Before' }),
  event('3', 'placebo', { emergent: 'unknown', interest: ['infection'], action: 'stopped' }),
  event('4', 'placebo', { term: 'Of somebody untreated' }),
];
const [overview, terms, grades] = adverseEventTables(study, people, events, twoArms);
assert.ok(overview !== undefined && terms !== undefined && grades !== undefined);

/** Row and its cells: cells, placebo, all; people, share of the treated, events. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['any', ['2 (100.0%), 3 events', '1 (100.0%), 1 event', '3 (100.0%), 4 events']],
  ['serious', ['2 (100.0%), 2 events', '0', '2 (66.7%), 2 events']],
  ['related, to the investigator or the sponsor', ['1 (50.0%), 1 event', '0', '1 (33.3%), 1 event']],
  ['not related', ['2 (100.0%), 2 events', '1 (100.0%), 1 event', '3 (100.0%), 3 events']],
  ['not said whether related', ['0', '0', '0']],
  ['grade 3 or more', ['2 (100.0%), 2 events', '0', '2 (66.7%), 2 events']],
  ['treatment stopped for it', ['0', '1 (100.0%), 1 event', '1 (33.3%), 1 event']],
  ['fatal', ['1 (50.0%), 1 event', '0', '1 (33.3%), 1 event']],
  ['began before treatment, not counted above', ['1 (50.0%), 1 event', '0', '1 (33.3%), 1 event']],
];
for (const [label, expected] of rows) test(label, () => assert.deepEqual(shown(overview, label), expected));

test('an event of special interest is counted under its title', () => {
  const title = study.definition.safety?.['special interest']?.find(({ id }) => id === 'infection')?.title;
  assert.deepEqual(shown(overview, `of special interest: ${title}`), [
    '0',
    '1 (100.0%), 1 event',
    '1 (33.3%), 1 event',
  ]);
});

test('a rate per 100 person-years: 3 events of two people over 365 days each', () => {
  const { rate, years, lower, upper } = figureOf(overview, 'events/rate/cells')?.numbers ?? {};
  assert.ok(Math.abs((years ?? 0) - 730 / 365.25) < 1e-12);
  assert.ok(Math.abs((rate ?? 0) - (300 * 365.25) / 730) < 1e-9);
  // Garwood's interval of 3: 0.6187 to 8.7673 (`evidence/oracles/poisson-rate`)
  assert.ok(Math.abs(((lower ?? 0) * (years ?? 0)) / 100 - 0.618672) < 1e-6);
  assert.ok(Math.abs(((upper ?? 0) * (years ?? 0)) / 100 - 8.767273) < 1e-6);
});

test('an event of which it is not known whether it began under treatment is counted, and this is said', () => {
  assert.match(overview.notes?.join(' ') ?? '', /not known whether they began under treatment/);
  const [other] = adverseEventTables(study, people, events.slice(0, 4), twoArms);
  assert.doesNotMatch(other?.notes?.join(' ') ?? '', /not known/);
});

test('classes and terms by how many people have them, then by name', () => {
  assert.deepEqual(
    terms.rows.map(({ label }) => label),
    ['Nervous system disorders', '– Headache', 'Infections and infestations', '– Sepsis'],
  );
  assert.doesNotMatch(JSON.stringify(terms), /untreated|Before/);
});

test('each participant once, by the worst grade', () => {
  assert.deepEqual(shown(grades, 'grade 1'), ['0 of 2 (0.0%)', '1 of 1 (100.0%)', '1 of 3 (33.3%)']);
  assert.deepEqual(shown(grades, 'grade 3'), ['1 of 2 (50.0%)', '0 of 1 (0.0%)', '1 of 3 (33.3%)']);
  assert.deepEqual(shown(grades, 'grade 5'), ['1 of 2 (50.0%)', '0 of 1 (0.0%)', '1 of 3 (33.3%)']);
});

test('without events only the overview is there, and says so with zeros', () => {
  const none = adverseEventTables(study, people, [], twoArms);
  assert.equal(none.length, 1);
  assert.ok(none[0] !== undefined);
  assert.deepEqual(shown(none[0], 'any'), ['0', '0', '0']);
});
