import assert from 'node:assert/strict';
import test from 'node:test';
import type { Study } from '#core/study/study.ts';
import { compileShipped } from './given.ts';
import { whyNotRehearsed } from './why-not-rehearsed.ts';

const study = compileShipped();
const without = (visit: string): Study => {
  const visits = study.definition.visits.filter(({ id }) => id !== visit);
  return { ...study, definition: { ...study.definition, visits } };
};

const masked = compileShipped(
  ['masking: open', 'masking: double'],
  ['conventions:\n', 'masking: { masked: [participant, investigator], means: [an opaque bag] }\nconventions:\n'],
);
const blocks = '  method: permuted blocks\n  ratio: { msc: 1, il-2: 1 }\n  block sizes: [2, 4, 6]\n';
const assigned = compileShipped([
  blocks,
  '  method: assigned\n  rule: the investigator decides\n  participants: { msc: 30, il-2: 10 }\n',
]);
const stratified = compileShipped([
  '  assumes: [A-18]\n',
  '  strata: [{ id: heavy, title: Heavy, rule: UPCR at screening >= 3 g/g }]\n  assumes: [A-18]\n',
]);
const bySite = compileShipped(['  assumes: [A-18]\n', '  by site: true\n  assumes: [A-18]\n']);
const atHome = compileShipped(['        times: 7\n', '        times: 7\n        self administered: true\n']);
const weighed = '    visits: [screening, baseline]\n';
const byWeight = (days: string): Study =>
  compileShipped(
    [weighed, weighed.replace(']', ', week 4]')],
    ['        weight at: baseline\n', '        weight at: each visit\n'],
    ['        times: 1\n', `        on days: ${days}\n`],
  );

/** The study, the first day, and why not; undefined where it can be rehearsed. */
const rows: readonly (readonly [string, Study, string, RegExp | undefined])[] = [
  ['the shipped study', study, '2026-01-05', undefined],
  ['the first day of all', study, '1900-01-01', undefined],
  ['a day too early', study, '1899-12-31', /--start 1899-12-31 is no day/],
  ['a day too late', study, '2200-01-01', /is no day/],
  ['no date', study, '2026-02-30', /--start 2026-02-30 is no day/],
  ['part of a date', study, '2026-02', /is no day/],
  ['no screening', without('screening'), '2026-01-05', /no visit screening/],
  ['no baseline', without('baseline'), '2026-01-05', /no visit baseline/],
  ['masked', masked, '2026-01-05', /masked study cannot be rehearsed/],
  ['not random', assigned, '2026-01-05', /allocation is assigned cannot be rehearsed/],
  ['stratified', stratified, '2026-01-05', /stratified study cannot be rehearsed/],
  ['stratified by site', bySite, '2026-01-05', /stratified study cannot be rehearsed/],
  ['weighed on the day of the only dose', byWeight('[0]'), '2026-01-05', undefined],
  ['weighed later', byWeight('[0, 28]'), '2026-01-05', /weight of a later visit cannot be rehearsed/],
  ['taken at home', atHome, '2026-01-05', /at home cannot be rehearsed/],
];

for (const [what, which, start, why] of rows)
  test(what, () => {
    const found = whyNotRehearsed(which, start);
    if (why === undefined) assert.equal(found, undefined);
    else assert.match(found?.why ?? '', why);
    assert.ok(found === undefined || found.todo.endsWith('.'));
  });
