import { readFileSync } from 'node:fs';
import test from 'node:test';
import { expectFindings, type PlantedFault } from './given.ts';

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

test('allocation: every arm has a share, every block holds the ratio, each size once', () => {
  const rows: readonly PlantedFault[] = [
    [
      '{ msc: 1, il-2: 1 }',
      '{ msc: 1, il2: 1 }',
      'allocation.ratio.il2: "il2" is no arm; msc | il-2 (il-2)',
      'allocation.ratio: arm "il-2" has no share; il-2: 1',
    ],
    ['{ msc: 1, il-2: 1 }', '{ msc: 1 }', 'allocation.ratio: arm "il-2" has no share; il-2: 1'],
    [
      '{ msc: 1, il-2: 1 }',
      '{ msc: 2, il-2: 1 }',
      'allocation.block sizes[0]: a block of 2 cannot hold the ratio; a multiple of 3',
      'allocation.block sizes[1]: a block of 4 cannot hold the ratio; a multiple of 3',
    ],
    ['[2, 4, 6]', '[2, 4, 5]', 'allocation.block sizes[2]: a block of 5 cannot hold the ratio; a multiple of 2'],
    ['[2, 4, 6]', '[0]', 'allocation.block sizes[0]: a block of 0 cannot hold the ratio; a multiple of 2'],
    ['[2, 4, 6]', '[2, 4, 2]', 'allocation.block sizes[2]: a block of 2 stands twice; each size once'],
  ];
  expectFindings(text, rows);
});
