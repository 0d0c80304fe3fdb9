import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

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

const blocks = '  method: permuted blocks\n  ratio: { msc: 1, il-2: 1 }\n  block sizes: [2, 4, 6]\n';
const assigned = (participants: string): string =>
  `  method: assigned\n  rule: the investigator decides\n  participants: ${participants}\n`;

/** NCT04318600 has 11 and 5. */
test('assigned: every arm has its number, and they come to the size of the design', () => {
  const rows: readonly PlantedFault[] = [
    [blocks, assigned('{ msc: 30, il-2: 10 }')],
    [
      blocks,
      assigned('{ msc: 11, il-2: 5 }'),
      'allocation.participants: the arms hold 16 participants, the design 40; 40 in all',
    ],
    [blocks, assigned('{ msc: 40 }'), 'allocation.participants: arm "il-2" has no share; il-2: 1'],
    [
      blocks,
      assigned('{ msc: 20, il2: 20 }'),
      'allocation.participants.il2: "il2" is no arm; msc | il-2 (il-2)',
      'allocation.participants: arm "il-2" has no share; il-2: 1',
    ],
  ];
  expectFindings(text, rows);
});

test('one arm, single group and its allocation go together', () => {
  const parallel = '  assignment: parallel\n';
  const single = '  assignment: single group\n';
  const notWith = (method: string, assignment: string, expected: string): string =>
    `allocation.method: ${method} does not go with ${assignment}; ${expected}`;
  expectFindings(text, [
    [
      parallel,
      single,
      'design.assignment: single group, and there are 2 arms; parallel',
      notWith('permuted blocks', 'single group', 'single group'),
    ],
    [blocks, '  method: single group\n', notWith('single group', 'parallel', 'permuted blocks | assigned')],
  ]);
  const start = text.indexOf('  - id: il-2\n');
  const one = text.slice(0, start) + text.slice(text.indexOf('allocation:\n'));
  const alone = edited(one, 'ratio: { msc: 1, il-2: 1 }', 'ratio: { msc: 1 }');
  const noArm = 'analyses[0].control: "il-2" is no arm; msc';
  expectFindings(edited(alone, blocks.replace(', il-2: 1', ''), '  method: single group\n'), [
    [parallel, single, noArm],
    [
      'participants: 40',
      'participants: 41',
      'design.assignment: parallel, and there is 1 arm; single group',
      notWith('single group', 'parallel', 'permuted blocks | assigned'),
      noArm,
    ],
  ]);
});

test('strata are sentences at named points, each with a name of its own', () => {
  const strata = (...rules: readonly string[]): string =>
    `${blocks}  strata:\n${rules.map((rule, index) => `    - { id: s${index}, title: Stratum, rule: ${rule} }\n`).join('')}`;
  const rows: readonly PlantedFault[] = [
    [blocks, strata('UPCR at screening >= 3 g/g', 'fertile at screening')],
    [blocks, strata('UPCR >= 3 g/g'), 'allocation.strata[0].rule: no point in time; at screening or another visit'],
    [
      blocks,
      strata('UPCR at screening >= 3'),
      'allocation.strata[0].rule: a number without a unit beside a measure that has one; a unit such as g/g',
    ],
    [
      blocks,
      edited(strata('UPCR at screening >= 3 g/g', 'fertile at screening'), 'id: s1', 'id: s0'),
      'allocation.strata[1].id: "s0" stands twice; an id of its own',
    ],
  ];
  expectFindings(text, rows);
});

test('what each method by chance asks of its arms, its chance and its strata', () => {
  const by = (method: string, more = '', ratio = '{ msc: 1, il-2: 1 }'): string =>
    `  method: ${method}\n  ratio: ${ratio}\n${more}`;
  const rows: readonly PlantedFault[] = [
    [blocks, by('simple', '', '{ msc: 2, il-2: 1 }')],
    [blocks, by('uploaded list')],
    [blocks, by('big stick', '  limit: 3\n')],
    [
      blocks,
      by('big stick', '  limit: 3\n', '{ msc: 2, il-2: 1 }'),
      'allocation.ratio: big stick goes with equal shares; 1 and 1',
    ],
    [blocks, by('biased coin', '  chance: 1/1\n')],
    [blocks, by('biased coin', '  chance: 1/3\n'), 'allocation.chance: 1/3 is no such chance; from 1/2 up to 1/1'],
    [blocks, by('minimisation', '  by site: true\n')],
    [
      blocks,
      by('minimisation', '  chance: 1/1\n'),
      'allocation.chance: 1/1 is no such chance; from 1/2 below 1/1',
      'allocation.method: minimisation balances nothing; strata | by site: true',
    ],
  ];
  expectFindings(text, rows);
});
