import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, expectInSections, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const open = '  masking: open\n';
/** The trial under another masking, with a section that says who is masked. */
const under = (kind: string, section: string): string =>
  `  masking: ${kind}\n`.concat(`  recruitment: one centre\n\nmasking: ${section}\n`);
const design = '  masking: open\n  participants: 40\n  recruitment: one centre\n';
const masked = (kind: string, section: string): readonly [string, string] => [
  design,
  `  participants: 40\n${under(kind, section)}`,
];

test('what is not open says who is masked and how; what is open masks no participant', () => {
  const missing = (kind: string): string =>
    `design.masking: masking is ${kind}, and nothing says who is masked and how; masking: { masked: [...], means: [...] }`;
  const rows: readonly PlantedFault[] = [
    ...['assessor', 'single', 'double'].map((kind): PlantedFault => [open, `  masking: ${kind}\n`, missing(kind)]),
    [...masked('double', '{ masked: [participant, investigator], means: [an opaque bag] }')],
    [...masked('single', '{ masked: [participant], means: [an opaque bag] }')],
    [...masked('assessor', '{ masked: [assessor], means: [forms without the arm] }')],
    [
      ...masked('double', '{ masked: [participant], means: [] }'),
      'masking.masked: masking is double, and 1 masked; at least 2',
      'masking.means: masking is double, by no means; how it is hidden',
    ],
    [
      ...masked('double', '{ masked: [investigator, assessor], means: [a bag] }'),
      'masking.masked: masking is double, and the participant is not masked; participant',
    ],
    [
      ...masked('assessor', '{ masked: [statistician], means: [a bag] }'),
      'masking.masked: masking is assessor, and the assessor is not masked; assessor',
    ],
    [
      ...masked('single', '{ masked: [], means: [a bag] }'),
      'masking.masked: masking is single, and 0 masked; at least 1',
    ],
    [...masked('open', '{ masked: [assessor, statistician], means: [] }')],
    [
      ...masked('open', '{ masked: [assessor, participant], means: [] }'),
      'masking.masked[1]: the design is open, and the participant is masked; masking: single, or none here',
    ],
  ];
  expectFindings(text, rows);
});

test('sealed measures are measures', () => {
  expectInSections(text, [
    ['masking: { masked: [], means: [], sealed measures: [creatinine], unmasked roles: [pharmacist] }\n'],
    [
      'masking: { masked: [], means: [], sealed measures: [creatinin] }\n',
      'masking.sealed measures[0]: "creatinin" is no measure; a measure (creatinine)',
    ],
  ]);
});

const cellsOf = '        times: 1\n        assumes: [A-03, A-05]\n';
const injectionsOf = '        cycle days: 28\n        assumes: [A-04]\n';
const noInjections = (more = ''): string =>
  `      - { id: no-il-2, product: saline, route: subcutaneous, amount: 1 mL, times: 7, every days: 2, cycles: 3, cycle days: 28, placebo for: il-2-injection${more} }\n`;
const noCells = (more = ''): string =>
  `      - { id: no-cells, product: saline, route: intravenous, amount: 30 mL, times: 1, placebo for: msc-infusion${more} }\n`;
const section = 'masking: { masked: [participant, investigator], means: [two placebos] }\n\nconventions:\n';
const dummy = edited(edited(text, 'masking: open', 'masking: double dummy'), 'conventions:\n', section);
const both = edited(edited(dummy, cellsOf, cellsOf + noInjections()), injectionsOf, injectionsOf + noCells());

test('a double dummy gives in each arm what looks like each dose of the other', () => {
  const wanted = 'placebo for: a dose of another arm';
  expectFindings(dummy, [
    [
      cellsOf,
      cellsOf,
      ...['msc', 'il-2'].map(
        (arm, index) => `arms[${index}].doses: double dummy, and ${arm} has no placebo; ${wanted}`,
      ),
    ],
    [cellsOf, cellsOf + noInjections(), `arms[1].doses: double dummy, and il-2 has no placebo; ${wanted}`],
  ]);
  expectFindings(both, [
    [noCells(), noCells()],
    [
      noCells(),
      `${noCells()}      - { id: steroid, product: prednisone, route: oral, amount: 10 mg, last day: 167 }\n`,
      'arms[0].doses: double dummy, and nothing in msc looks like steroid; placebo for: steroid',
    ],
  ]);
  const steroid = '      - { id: steroid, product: prednisone, route: oral, amount: 10 mg, last day: 167 }\n';
  expectFindings(edited(both, noCells(), noCells() + steroid), [
    [noInjections(), noInjections() + steroid.replace('id: steroid', 'id: the-same')],
  ]);
});

test('a placebo looks like the dose: route, volume, days and who gives it', () => {
  const path = 'arms[1].doses[1]';
  const rows: readonly PlantedFault[] = [
    [
      noCells(),
      noCells().replace('route: intravenous', 'route: oral'),
      `${path}.route: route oral is not that of msc-infusion (intravenous); route: intravenous`,
    ],
    [
      noCells(),
      noCells(', volume: 30 mL'),
      `${path}.volume: volume 30 mL is not that of msc-infusion (none); no volume`,
    ],
    [
      noCells(),
      noCells(', self administered: true'),
      `${path}.self administered: self administered true is not that of msc-infusion (none); no self administered`,
    ],
    [
      noCells(),
      noCells().replace('times: 1', 'on days: [0, 7]'),
      `${path}: its days are not those of msc-infusion; the same days and times a day`,
    ],
    [noCells(), noCells().replace('times: 1', 'on days: [0]')],
    [
      'placebo for: msc-infusion',
      'placebo for: il-2-injection',
      `${path}.placebo for: "il-2-injection" is no dose of another arm; msc-infusion`,
      'arms[1].doses: double dummy, and nothing in il-2 looks like msc-infusion; placebo for: msc-infusion',
    ],
  ];
  expectFindings(both, rows);
  const bag = edited(both, '        suspended in: 30 mL saline\n', '        volume: 30 mL\n');
  expectFindings(bag, [
    [noCells(), noCells(', volume: 30 mL')],
    [noCells(), noCells(), `${path}: volume none is not that of msc-infusion (30 mL); volume: 30 mL`],
  ]);
});

test('who is given nothing cannot be masked', () => {
  const doses = text.slice(text.indexOf('    doses:\n      - id: il-2-injection'), text.indexOf('allocation:'));
  const untreated = edited(text, doses, '    doses: []\n\n').replaceAll('from first dose', 'from baseline');
  expectFindings(untreated, [
    [
      ...masked('single', '{ masked: [participant], means: [an opaque bag] }'),
      'arms[1].doses: participants are masked, and il-2 is given nothing; a placebo, or participants who are not masked',
    ],
  ]);
});
