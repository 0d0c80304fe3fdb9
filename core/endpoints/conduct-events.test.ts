import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { type ConductKind, findConductEvents } from './conduct-events.ts';
import { courses, endedOn, person } from './given.ts';

const study = g.shipped('nct05631717');
const day = (date: string): number => Date.parse(date) / 86_400_000;
const span = { visit: 'week 24', from: day('2026-06-01'), until: day('2026-11-15') };

const found = (kind: ConductKind, ...more: readonly ParticipantEvent[]): readonly string[] =>
  findConductEvents(kind, person(study, 'P-001', 'il-2', { ...courses.complete, more }), span).map(
    ({ what, on, happened, records }) => `${what} ${on?.written} ${happened} ${records.join()}`,
  );

const missed: ParticipantEvent = {
  type: 'dose missed',
  dose: 'il-2-injection',
  number: 3,
  on: '2026-06-05',
  why: 'fever',
};
const pregnancyAt = (visit: string, on: string, ...written: readonly string[]) => [
  g.held(visit, on),
  g.section(visit, 'reproduction', g.entries(...written)),
];

// biome-ignore format: one row a line
const rows: readonly (readonly [ConductKind, readonly ParticipantEvent[], ...expected: readonly RegExp[]])[] = [
  ['treatment discontinued', [{ type: 'treatment discontinued', on: '2026-07-01', why: 'rash' }], /^treatment discontinued \(rash\) 2026-07-01 true participant\/P-001#\d+\/treatment discontinued$/],
  ['treatment discontinued', [{ type: 'treatment discontinued', on: '2026-11-16', why: 'rash' }], / false /],
  ['treatment discontinued', []],
  ['dose missed', [missed, { ...missed, number: 4, on: '2026-06-07' }], /^il-2-injection 3 missed 2026-06-05 true .*il-2-injection\.3$/, /^il-2-injection 4 missed 2026-06-07 true /],
  ['death', [endedOn('2026-09-01', 'died')], /^death 2026-09-01 true .*participation ended$/],
  ['death', [endedOn('2026-09-01', 'withdrawn')]],
  ['withdrawal', [endedOn('2026-09-01', 'withdrawn')], /^withdrawal 2026-09-01 true /],
  ['withdrawal', [endedOn('2026-09-01', 'excluded')], /^withdrawal 2026-09-01 true /],
  ['withdrawal', [endedOn('2026-09-01', 'lost to follow-up')]],
  ['loss to follow-up', [endedOn('2026-09-01', 'lost to follow-up')], /^loss to follow-up 2026-09-01 true /],
  ['loss to follow-up', [endedOn('2026-11-20', 'completed')]],
  ['code broken', [{ type: 'code broken', on: '2026-06-20' }], /^code broken 2026-06-20 true .*code broken$/],
  ['pregnancy', pregnancyAt('week 12', '2026-08-24', 'urine-hCG positive', 'pregnant yes'), /^pregnancy \(urine-hCG positive\) 2026-08-24 true .*urine-hCG$/, /^pregnancy \(pregnant yes\) 2026-08-24 true .*pregnant$/],
  ['pregnancy', pregnancyAt('week 12', '2026-08-24', 'urine-hCG negative', 'pregnant no')],
];

for (const [kind, more, ...expected] of rows)
  test(`${kind}: ${expected.map(String).join(' ') || 'none'}`, () => {
    const lines = found(kind, ...more);
    assert.equal(lines.length, expected.length, lines.join('; '));
    for (const [index, pattern] of expected.entries()) assert.match(lines[index] ?? '', pattern);
  });
