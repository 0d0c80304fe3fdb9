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

/** The study, the first day, and why not; undefined where it can be rehearsed. */
const rows: readonly (readonly [string, Study, string, RegExp | undefined])[] = [
  ['the shipped study', study, '2026-01-05', undefined],
  ['the first day of all', study, '1900-01-01', undefined],
  ['a day too early', study, '1899-12-31', /--start 1899-12-31 is no day/],
  ['a day too late', study, '2200-01-01', /is no day/],
  ['no date', study, '2026-02-30', /--start 2026-02-30 is no day/],
  ['part of a date', study, '2026-02', /is no day/],
  ['no visit before', without('screening'), '2026-01-05', undefined],
  ['no visit of day 0', without('baseline'), '2026-01-05', /no visit with day: 0/],
];

for (const [what, which, start, why] of rows)
  test(what, () => {
    const found = whyNotRehearsed(which, start);
    if (why === undefined) assert.equal(found, undefined);
    else assert.match(found?.why ?? '', why);
    assert.ok(found === undefined || found.todo.endsWith('.'));
  });
