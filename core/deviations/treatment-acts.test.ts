import assert from 'node:assert/strict';
import test from 'node:test';
import { mustBeDay } from './dossier.ts';
import { courses, day, dossierOf, until } from './given.ts';
import { treatmentActs } from './treatment-acts.ts';

test('doses and what was dispensed, in the order of the days', () => {
  const { dayZero = 0, ...dossier } = dossierOf(until(14)(courses.tablets));
  assert.deepEqual(
    treatmentActs({ ...dossier, dayZero }).map(({ what, on }) => [on - dayZero, what]),
    [
      [0, 'Dose 1 of cell-infusion was given'],
      [0, '14 of mmf-week-1 were dispensed'],
      [7, 'Dose 2 of cell-infusion was given'],
      [7, '14 of mmf-induction were dispensed'],
      [14, '28 of mmf-induction were dispensed'],
    ],
  );
});

test('each leads to its record', () => {
  const [first] = treatmentActs(dossierOf(courses.cells));
  assert.equal(first?.on, mustBeDay(day(0)));
  assert.match(first?.record ?? '', /^participant\/P-001#\d+\/msc-infusion\.1$/);
  assert.equal(first?.dose, 'msc-infusion');
});

test('who was not treated has none', () => assert.deepEqual(treatmentActs(dossierOf(until(-1)(courses.cells))), []));
