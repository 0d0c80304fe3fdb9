import assert from 'node:assert/strict';
import test from 'node:test';
import {
  notAfterConsent,
  pastDate,
  pastDay,
  sinceBirth,
  sinceConsent,
  sinceEnrolment,
  sinceRandomisation,
  sinceStart,
} from './dates.ts';
import * as g from './given.ts';
import type { Refusal } from './refusal.ts';

const study = g.shipped('nct05631717');

const setting = g.settingOf(study, 'investigator', '2026-06-15');
const why = (refusal: Refusal | undefined): string =>
  refusal?.refused === 'date impossible' ? refusal.why : 'possible';

const outside = 'outside the years 1900 to 2199';

test('a whole day up to today; a partial date that may lie before today', () => {
  const rows = [
    ['2026-06-15', 'possible', 'possible'],
    ['2026-06-16', 'in the future', 'in the future'],
    ['2026-06', 'no date', 'possible'],
    ['2026', 'no date', 'possible'],
    ['2026-07', 'no date', 'in the future'],
    ['2027', 'no date', 'in the future'],
    ['1900-01-01', 'possible', 'possible'],
    ['1900', 'no date', 'possible'],
    ['1899-12-31', outside, outside],
    ['1899-12', 'no date', outside],
    ['1000', 'no date', outside],
    ['2199-12-31', 'in the future', 'in the future'],
    ['2200-01-01', outside, outside],
    ['9999-12-31', outside, outside],
    ['2026-02-29', 'no date', 'no date'],
    ['15.06.2026', 'no date', 'no date'],
    ['', 'no date', 'no date'],
  ] as const;
  for (const [date, asDay, asDate] of rows) {
    assert.equal(why(pastDay(date, setting)), asDay, date);
    assert.equal(why(pastDate(date, setting)), asDate, date);
  }
});

test('after what has to come first: on the same day is not before it', () => {
  const person = g.participantAfter(g.randomisedTo(study, 'il-2'));
  const rows = [
    [sinceConsent('2026-05-10', person), 'before consent'],
    [sinceConsent('2026-05-11', person), 'possible'],
    [sinceEnrolment('2026-05-19', person), 'before enrolment'],
    [sinceEnrolment('2026-05-20', person), 'possible'],
    [sinceRandomisation('2026-05-31', person), 'before randomisation'],
    [sinceRandomisation('2026-06-01', person), 'possible'],
    [sinceBirth('1990-06-14', person), 'before birth'],
    [sinceBirth('1990-06-15', person), 'possible'],
    [notAfterConsent('2026-05-12', person), 'before birth'],
    [notAfterConsent('2026-05-11', person), 'possible'],
    [notAfterConsent('2026-05', person), 'possible'],
    [notAfterConsent('2026-06', person), 'before birth'],
    [sinceConsent('1900-01-01', g.participantAfter([g.identified])), 'possible'],
  ] as const;
  for (const [refusal, expected] of rows) assert.equal(why(refusal), expected);
});

test('an end that certainly lies before its start', () => {
  const rows = [
    ['2026-01-31', '2026-02-01', 'before start'],
    ['2026-02-01', '2026-02-01', 'possible'],
    ['2026-01', '2026-02', 'before start'],
    ['2026-02', '2026-02-20', 'possible'],
    ['2025', '2026-01-01', 'before start'],
    ['2026', '2026-12', 'possible'],
    ['x', '2026-12', 'possible'],
  ] as const;
  for (const [end, start, expected] of rows) assert.equal(why(sinceStart(end, start)), expected, `${start} to ${end}`);
});
