import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('responses and endpoints name what there is', () => {
  const rows: readonly PlantedFault[] = [
    [
      'levels: [CR, PR]',
      'levels: [CR, PRR]',
      'responses[0].levels[1]: "PRR" is no definition; urine-abnormal-at-baseline | creatinine-abnormal-at-baseline | CR | PR (PR)',
      'endpoints[0].at least: "PR" is no level of the response; CR | PRR (CR)',
    ],
    [
      'response: renal-response\n    at least: PR\n    at: week 24',
      'response: renal-respons\n    at least: PR\n    at: week 24',
      'endpoints[0].response: "renal-respons" is no response; renal-response (renal-response)',
    ],
    ['    at least: PR', '    at least: NR', 'endpoints[0].at least: "NR" is no level of the response; CR | PR (CR)'],
    [
      '    at: week 24\n    from: secondary[4]',
      '    at: week 42\n    from: secondary[4]',
      'endpoints[4].at: "week 42" is no visit; screening | baseline | week 4 | week 8 | week 12 | week 16 | week 20 | week 24 (week 4)',
    ],
  ];
  expectFindings(text, rows);
});

test('a primary endpoint has an estimand; the others may go without', () => {
  const start = text.indexOf('    estimand:\n');
  const estimand = text.slice(start, text.indexOf('  - id: complete-response\n'));
  const expected = 'estimand: with population, treatment, variable, intercurrent events and summary';
  const rows: readonly PlantedFault[] = [
    [estimand, '', `endpoints[0].estimand: response is primary and has no estimand; ${expected}`],
    [
      '    role: secondary\n',
      '    role: primary\n',
      `endpoints[1].estimand: complete-response is primary and has no estimand; ${expected}`,
    ],
    ['    role: secondary\n', '    role: exploratory\n'],
  ];
  expectFindings(text, rows);
});

test('further visits: those that there are, each once, with what is asked measured there', () => {
  const at = '    at: week 24\n    from: secondary[4]\n';
  const also = (visits: string): string => `${at}    also at: ${visits}\n`;
  const twice = 'stands twice; each visit once';
  const visits = 'screening | baseline | week 4 | week 8 | week 12 | week 16 | week 20 | week 24';
  const rows: readonly PlantedFault[] = [
    [at, also('[week 4, week 8, week 12]')],
    [at, also('[week 6]'), `endpoints[4].also at[0]: "week 6" is no visit; ${visits} (week 4)`],
    [
      at,
      also('[week 4, week 4, week 24]'),
      `endpoints[4].also at[1]: "week 4" ${twice}`,
      `endpoints[4].also at[2]: "week 24" ${twice}`,
    ],
  ];
  expectFindings(text, rows);
  const activity = 'measures: [SLEDAI-2K, BILAG-2004, PGA]\n    visits: [screening, baseline, week 4, ';
  const without = edited(text, activity, activity.replace('week 4, ', ''));
  expectFindings(without, [
    [
      at,
      also('[week 4]'),
      'endpoints[4].at: SLEDAI-2K is not scheduled at week 4, where sledai-change asks for it; an activity with it there',
    ],
  ]);
});

const value = '    at: week 24\n    from: secondary[4]\n    missing: unknown\n';
const taken = (more: string): string => `    at: week 24\n    from: secondary[4]\n${more}`;

test('what is taken over visits begins at an earlier one, between bounds that are numbers', () => {
  const summed = (written: string): string => taken(`    missing: unknown\n    summarised: { ${written} }\n`);
  const path = 'endpoints[4].summarised';
  const rows: readonly PlantedFault[] = [
    [value, summed('as: area, since: baseline')],
    [value, summed('as: average over time, since: week 4, least: "0", most: 105')],
    [
      value,
      summed('as: percent change, since: week 24'),
      `${path}.since: week 24 is not before week 24; an earlier visit`,
    ],
    [value, summed('as: area, since: baseline, most: many'), `${path}.most: "many" is no number; "0"`],
  ];
  expectFindings(text, rows);
});

test('a policy for what is missing fits its endpoint', () => {
  const path = 'endpoints[4].missing';
  const also = '    also at: [week 4]\n';
  const rows: readonly PlantedFault[] = [
    [value, taken('    missing: non-responder\n'), `${path}: a value is not met or missed; unknown`],
    [
      value,
      taken('    missing: last observation\n'),
      `${path}: last observation without another visit; also at: the visits | unknown`,
    ],
    [value, taken(`${also}    missing: last observation\n`)],
    [
      value,
      taken(`${also}    missing: worst observed\n`),
      `${path}: nothing says what is worse; worse: higher | worse: lower | unknown`,
    ],
    [value, taken(`${also}    missing: worst observed\n    worse: higher\n`)],
  ];
  expectFindings(text, rows);
});
