import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('doses: an amount that can be computed, a weight that is measured, a rhythm that fits', () => {
  const rows: readonly PlantedFault[] = [
    [
      '"2000000 {cells}/kg"',
      '"many {cells}/kg"',
      'arms[0].doses[0].amount: "many {cells}/kg" is no amount; a number and a unit, such as "2000000 {cells}/kg"',
    ],
    [
      '"2000000 {cells}/kg"',
      '"0 {cells}/kg"',
      'arms[0].doses[0].amount: "0 {cells}/kg" is no amount; a number and a unit, such as "2000000 {cells}/kg"',
    ],
    [
      '"1000000 IU"',
      '"1000000"',
      'arms[1].doses[0].amount: "1000000" is no amount; a number and a unit, such as "2000000 {cells}/kg"',
    ],
    [
      '"1000000 IU"',
      '"1000000 units"',
      'arms[1].doses[0].amount: "1000000 units" has no unit that is known ("units"); a number and a unit, such as "2000000 {cells}/kg"',
    ],
    [
      '"1000000 IU"',
      '"1000000 IU daily"',
      'arms[1].doses[0].amount: "1000000 IU daily" is no amount; a number and a unit, such as "2000000 {cells}/kg"',
    ],
    [
      '        weight at: baseline\n',
      '',
      'arms[0].doses[0].amount: a dose by weight without the visit whose weight counts; weight at: baseline',
    ],
    [
      '"2000000 {cells}/kg"',
      '"2000000 {cells}"',
      'arms[0].doses[0].weight at: weight at without a dose by weight; an amount by kg',
    ],
    [
      'weight at: baseline',
      'weight at: basline',
      'arms[0].doses[0].weight at: "basline" is no visit; screening | baseline | week 4 | week 8 | week 12 | week 16 | week 20 | week 24 (baseline)',
    ],
    [
      'weight at: baseline',
      'weight at: week 4',
      'arms[0].doses[0].weight at: weight is not scheduled at week 4; an activity with weight at week 4',
    ],
    ['        every days: 2\n', '', 'arms[1].doses[0]: several times without an interval; every days: 2'],
    ['        cycle days: 28\n', '', 'arms[1].doses[0]: several cycles without their length; cycle days: 28'],
    [
      'cycle days: 28',
      'cycle days: 12',
      'arms[1].doses[0].cycle days: a cycle of 12 days cannot hold 13 days of doses; at least 13',
    ],
    ['cycle days: 28', 'cycle days: 13'],
  ];
  expectFindings(text, rows);
});

const notLater = (index: number, day: number | undefined): string =>
  `arms[0].doses[0].on days[${index}]: day ${day} is not later; each day once, in order`;
const first = '        times: 1\n';
const at = 'arms[0].doses[0]';

test('when a dose is given is said in one way', () => {
  const rows: readonly PlantedFault[] = [
    [first, '', `${at}: a dose without its days; on days: [0, 7] | times: 1 | last day: 167`],
    [first, '        on days: [0]\n'],
    [first, '        on days: [0, 7]\n'],
    [
      first,
      '        on days: [0, 7]\n        times: 2\n        every days: 7\n',
      `${at}.times: times beside on days; on days alone`,
      `${at}.every days: every days beside on days; on days alone`,
    ],
    [first, '        on days: [0, 7, 7, 3]\n', ...[2, 3].map((index) => notLater(index, [0, 7, 7, 3][index]))],
    [first, '        times: 1\n        first day: 3\n'],
    [first, '        times: 1\n        last day: 3\n', `${at}.last day: last day beside times; one of them`],
    [
      first,
      '        first day: 7\n        last day: 3\n',
      `${at}.last day: the last day 3 lies before the first day 7; at least 7`,
    ],
    [first, '        last day: 167\n        per day: 2\n        self administered: true\n'],
    [first, '        last day: 10000\n', `${at}: 10001 administrations; at most 10000`],
    [first, '        last day: 9999\n'],
    [
      first,
      '        on days: [0, 20]\n        cycles: 2\n        cycle days: 20\n',
      `${at}.cycle days: a cycle of 20 days cannot hold 21 days of doses; at least 21`,
    ],
  ];
  expectFindings(text, rows);
});

/** NCT04318600: three monthly infusions, each by the weight of its day. */
test('the weight of each visit: somebody is weighed on each day of the dose', () => {
  const every = '        weight at: each visit\n';
  const dose = (days: string): string =>
    `        weight at: each visit\n        suspended in: 30 mL saline\n        on days: ${days}\n`;
  const from = '        weight at: baseline\n        suspended in: 30 mL saline\n        times: 1\n';
  const expected = 'an activity with weight at a visit on each day of the dose | a visit';
  const rows: readonly PlantedFault[] = [
    ['        weight at: baseline\n', every],
    [from, dose('[0]')],
    [from, dose('[0, 28]'), `${at}.weight at: nobody is weighed on day 28 of the dose; ${expected}`],
    [
      from,
      dose('[0, 1, 2, 3, 4, 5, 6]'),
      `${at}.weight at: nobody is weighed on day 1, 2, 3, 4, 5, … of the dose; ${expected}`,
    ],
  ];
  expectFindings(text, rows);
  const weighed = edited(text, '    visits: [screening, baseline]\n', '    visits: [screening, baseline, week 4]\n');
  expectFindings(weighed, [[from, dose('[0, 28]')]]);
});

test('amounts in the units in which medicines are measured', () => {
  for (const amount of ['0.75 g', '500 mg', '1 mL', '1000000 IU', '100 ug'])
    expectFindings(text, [['"1000000 IU"', `"${amount}"`]]);
});
