import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('an analysis compares two arms by an endpoint that is met or not, at a level above zero', () => {
  const rows: readonly PlantedFault[] = [
    [
      '    endpoint: response\n',
      '    endpoint: sledai-change\n',
      'analyses[0].endpoint: "sledai-change" is no endpoint that is met or not; response | complete-response | sri-4 | any-adverse-event | any-serious-event | laboratory-change | vital-sign-change',
    ],
    ['    endpoint: response\n', '    endpoint: sri-4\n'],
    ['experimental: msc', 'experimental: mcs', 'analyses[0].experimental: "mcs" is no arm; msc | il-2 (msc)'],
    ['control: il-2', 'control: placebo', 'analyses[0].control: "placebo" is no arm; msc | il-2'],
    ['control: il-2', 'control: msc', 'analyses[0].control: an arm compared with itself; another arm'],
    ['alpha: "0.05"', 'alpha: "0.00"', 'analyses[0].alpha: a level of zero never rejects; "0.05"'],
  ];
  expectFindings(text, rows);
});

const superiority = '    hypothesis: superiority\n';
const before = 'assumptions:\n';
const added = (written: string): string => `  - { id: more, ${written} }\n\n${before}`;

test('non-inferiority has a margin, or a question that asks for it; superiority has none', () => {
  const other = (more: string): string => `    hypothesis: non-inferiority\n${more}`;
  const wanted = 'margin: "0.15" | margin question: the question that asks for it';
  const between = 'a number between 0 and 1, such as "0.15"';
  const rows: readonly PlantedFault[] = [
    [superiority, other('    margin: "0.15"\n')],
    [superiority, other('    margin: 0.15\n    margin question: S002-31\n')],
    [superiority, other('    margin question: S002-31\n')],
    [superiority, other(''), `analyses[0].hypothesis: non-inferiority without a margin; ${wanted}`],
    [superiority, other('    margin: "15%"\n'), `analyses[0].margin: "15%" is no margin; ${between}`],
    [superiority, other('    margin: "0"\n'), `analyses[0].margin: "0" is no margin; ${between}`],
    [superiority, other('    margin: "1"\n'), `analyses[0].margin: "1" is no margin; ${between}`],
    [
      superiority,
      other('    margin question: S002-99\n'),
      'analyses[0].margin question: "S002-99" is no question; S002-03 | S002-04 | S002-05 | S002-01 | S002-02 | S002-08 | S002-10 | S002-12 | S002-13 | S002-14 | S002-15 | S002-17 | S002-18 | S002-19 | S002-20 | S002-23 | S002-24 | S002-25 | S002-26 | S002-27 | S002-29 | S002-31 | S002-32 (S002-19)',
    ],
    [
      superiority,
      `${superiority}    margin: "0.15"\n`,
      'analyses[0].margin: superiority has no margin; hypothesis: non-inferiority',
    ],
    [
      superiority,
      `${superiority}    margin question: S002-31\n`,
      'analyses[0].margin question: superiority has no margin; hypothesis: non-inferiority',
    ],
  ];
  expectFindings(text, rows);
});

test('a stratified test needs strata', () => {
  const test = '    test: fisher exact\n';
  const cmh = '    test: cochran-mantel-haenszel\n';
  const missing = 'analyses[0].test: cochran-mantel-haenszel without strata; strata or by site in the allocation';
  expectFindings(text, [[test, cmh, missing]]);
  expectFindings(edited(text, '  assumes: [A-18]\n', '  by site: true\n  assumes: [A-18]\n'), [[test, cmh]]);
  expectFindings(edited(text, '  assumes: [A-18]\n', '  by site: false\n  assumes: [A-18]\n'), [[test, cmh, missing]]);
});

test('each kind of analysis takes its kind of endpoint, and names what it compares', () => {
  const two = 'compares two arms, and';
  const rows: readonly PlantedFault[] = [
    [before, added('kind: description, endpoint: time-to-response, population: treated')],
    [before, added('kind: proportion, endpoint: sri-4, population: randomised, interval: wilson, level: "0.95"')],
    [
      before,
      added('kind: proportion, endpoint: sri-4, arm: mcs, population: randomised, interval: wilson, level: "0.00"'),
      'analyses[1].arm: "mcs" is no arm; msc | il-2 (msc)',
      'analyses[1].level: an interval of level zero holds nothing; "0.95"',
    ],
    [before, added('kind: change, endpoint: sledai-change, population: randomised, test: wilcoxon signed rank')],
    [
      before,
      added('kind: change, endpoint: sri-4, population: randomised, test: none'),
      'analyses[1].endpoint: "sri-4" is no endpoint that is a value; sledai-change | bilag-change | steroid-change',
    ],
    [
      before,
      added('kind: change, endpoint: sledai-change, population: randomised, test: none, comparison: ancova'),
      `analyses[1]: ancova ${two} experimental is missing; experimental: an arm`,
      `analyses[1]: ancova ${two} control is missing; control: an arm`,
    ],
    [
      before,
      added(
        'kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: none',
      ),
    ],
    [
      before,
      added(
        'kind: time to event, endpoint: response, population: randomised, estimate: kaplan-meier, test: log-rank, experimental: msc',
      ),
      'analyses[1].endpoint: "response" is no endpoint that is a time; time-to-response',
      `analyses[1]: log-rank ${two} control is missing; control: an arm`,
    ],
    [
      before,
      added(
        'kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: log-rank, experimental: msc, control: msc',
      ),
      'analyses[1].control: an arm compared with itself; another arm',
    ],
  ];
  expectFindings(text, rows);
});

test('per protocol goes by a rule of the study, and it is told where the usual one is taken', () => {
  const per = added('kind: description, endpoint: response, population: per protocol');
  expectFindings(text, [
    [
      before,
      per,
      'analyses[1].population: per protocol without its rule in this study: the usual one is taken; populations: { per protocol: … }',
    ],
  ]);
  expectFindings(text, [
    ['analyses:\n', 'populations:\n  per protocol: { deviations: [visit missed] }\n\nanalyses:\n'],
  ]);
  expectFindings(
    edited(text, 'analyses:\n', 'populations:\n  per protocol: { deviations: [visit missed] }\n\nanalyses:\n'),
    [[before, per]],
  );
});
