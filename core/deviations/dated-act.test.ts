import assert from 'node:assert/strict';
import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { datedAct, visitEntered } from './dated-act.ts';
import { mustBeDay } from './dossier.ts';
import { changed, courses, day, dossierOf, isVisit, recorded, stopped } from './given.ts';

const dossier = dossierOf(changed('visit held', isVisit('week 8'), {}, 2)(courses.cells));
const dose = { dose: 'msc-infusion', number: 1, on: day(3) } as const;
const handed = { dose: 'tablets', visit: 'week 4', on: day(28), units: 8 } as const;

/** An event, what it is in a sentence, and the day from which its entry is late, in days of the study. */
const rows: readonly (readonly [event: ParticipantEvent, what: string | undefined, on: number | undefined])[] = [
  [{ type: 'consent given', on: day(-3), version: '1' }, 'A consent', -3],
  [{ type: 'assent given', on: day(-2), version: '1' }, 'An assent', -2],
  [{ type: 'visit held', visit: 'week 8', on: day(56), inWindow: true }, 'Visit week 8', 56],
  [{ type: 'section recorded', visit: 'week 8', section: 'kidney', items: [] }, 'Section kidney of visit week 8', 58],
  [{ type: 'judgements recorded', visit: 'week 4', answers: [] }, 'What was judged at visit week 4', 28],
  [{ type: 'section recorded', visit: 'week 99', section: 'kidney', items: [] }, undefined, undefined],
  [{ type: 'dose missed', ...dose, why: 'fever' }, 'Dose 1 of msc-infusion', 3],
  [{ type: 'dose prepared', ...dose, amount: '1', unit: 'mL', checkedBy: 'b' }, 'Dose 1 of msc-infusion', 3],
  [{ type: 'medicine dispensed', ...handed }, '8 units of tablets', 28],
  [{ type: 'medicine returned', ...handed }, '8 units of tablets', 28],
  [stopped(40), 'The end of the treatment', 40],
  [{ type: 'participation ended', on: day(50), how: 'died' }, 'The end of participation', 50],
  [recorded('condition', 'allergy', day(1)), undefined, undefined],
  [{ type: 'participant enrolled', on: day(-10) }, undefined, undefined],
];
for (const [event, what, on] of rows)
  test(`${event.type}: ${what ?? 'asked otherwise, or not'}`, () => {
    const act = datedAct(dossier, event);
    assert.equal(act?.what, what);
    assert.equal(act && act.on - mustBeDay(day(0)), on);
  });

test('a visit that was entered late moves the day from which its forms are late, one that was not held has none', () => {
  assert.equal(visitEntered(dossier, 'week 8'), mustBeDay(day(58)));
  assert.equal(visitEntered(dossier, 'week 4'), mustBeDay(day(28)));
  assert.equal(visitEntered(dossier, 'week 99'), undefined);
});
