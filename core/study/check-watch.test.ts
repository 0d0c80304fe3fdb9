import { readFileSync } from 'node:fs';
import test from 'node:test';
import { expectInSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const watch = (more: string, doses = '[msc-infusion]'): string =>
  `safety: { watch: [{ id: vitals, title: Vital signs, doses: ${doses}, ${more} }] }\n`;
const at = 'safety.watch[0]';

test('doses that are given at a site, measures that there are, moments in their order', () => {
  expectInSections(text, [
    [watch('measures: [heart-rate], minutes from start: [15, 30]')],
    [watch('measures: [heart-rate]')],
    [
      watch('measures: [heart-rate]', '[msc-infusions]'),
      `${at}.doses[0]: "msc-infusions" is no dose given at a site; msc-infusion | il-2-injection (msc-infusion)`,
    ],
    [watch('measures: [heart-rates]'), `${at}.measures[0]: "heart-rates" is no measure; a measure (heart-rate)`],
    [
      watch('measures: [heart-rate], minutes from start: [15, 15]'),
      `${at}.minutes from start[1]: 15 minutes do not come after 15; minutes in ascending order, each once`,
    ],
    [
      watch('measures: [heart-rate], minutes from end: [30, 60, 45]'),
      `${at}.minutes from end[2]: 45 minutes do not come after 60; minutes in ascending order, each once`,
    ],
    [
      watch('measures: [heart-rate], before: false'),
      `${at}: vitals says no moment; before: true | minutes from start | minutes from end`,
    ],
    [
      watch('measures: [heart-rate]', '[msc-infusion, msc-infusion]'),
      `${at}.doses[1]: msc-infusion is watched twice; each dose in one watch`,
    ],
  ]);
});
