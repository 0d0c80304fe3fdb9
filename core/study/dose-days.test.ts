import assert from 'node:assert/strict';
import test from 'node:test';
import { cycleDays, doseDays, eachVisit, weightVisit } from './dose-days.ts';
import type { DoseDefinition } from './schema-arms.ts';

const dose = (more: Partial<DoseDefinition>): DoseDefinition => ({
  id: 'd',
  product: 'the medicine',
  route: 'oral',
  amount: '1 g',
  ...more,
});

/** By hand; the third is IL-2 of NCT05631717, the fourth the cells of NCT01741857, the fifth those of NCT04318600. */
test('the days of a dose: by number, in cycles, on named days, through a last day, several times a day', () => {
  const rows = [
    [{ times: 1 }, [0]],
    [{ times: 3, 'every days': 7, 'first day': 2 }, [2, 9, 16]],
    [{ times: 2, 'every days': 2, cycles: 2, 'cycle days': 28 }, [0, 2, 28, 30]],
    [{ 'on days': [0, 7] }, [0, 7]],
    [{ 'on days': [0, 28, 56] }, [0, 28, 56]],
    [{ 'on days': [0, 3], cycles: 2, 'cycle days': 14 }, [0, 3, 14, 17]],
    [{ 'last day': 3 }, [0, 1, 2, 3]],
    [{ 'last day': 5, 'every days': 2, 'first day': 1 }, [1, 3, 5]],
    [{ 'last day': 6, 'every days': 4 }, [0, 4]],
    [{ 'last day': 1, 'per day': 2 }, [0, 0, 1, 1]],
    [{ times: 1, 'per day': 2, cycles: 2, 'cycle days': 7 }, [0, 0, 7, 7]],
    [{ 'first day': 5, 'last day': 4 }, []],
  ] as const;
  for (const [more, expected] of rows)
    assert.deepEqual(
      doseDays(dose('on days' in more ? { ...more, 'on days': [...more['on days']] } : more)),
      expected,
      JSON.stringify(more),
    );
});

/** 168 days, twice a day. */
test('mycophenolate of 0.75 g twice a day from day 0 to day 167 is one entry of 336', () => {
  const days = doseDays(dose({ 'last day': 167, 'per day': 2, 'self administered': true }));
  assert.deepEqual([days.length, days[0], days.at(-1)], [336, 0, 167]);
  assert.equal(cycleDays(dose({ 'last day': 167, 'per day': 2 })).length, 168);
});

test('the weight that counts: of the visit that is named, or of the one on that day', () => {
  const visits = [
    { id: 'baseline', day: 0, earliest: 0, latest: 0 },
    { id: 'week 4', day: 28, earliest: 25, latest: 31 },
  ];
  const rows = [
    ['baseline', 28, 'baseline'],
    [eachVisit, 0, 'baseline'],
    [eachVisit, 28, 'week 4'],
    [eachVisit, 29, undefined],
    [undefined, 0, undefined],
  ] as const;
  for (const [at, day, expected] of rows)
    assert.equal(
      weightVisit(dose(at === undefined ? {} : { 'weight at': at }), day, visits),
      expected,
      `${at} on ${day}`,
    );
});
