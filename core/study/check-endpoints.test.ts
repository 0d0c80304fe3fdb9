import { readFileSync } from 'node:fs';
import test from 'node:test';
import { expectFindings, type PlantedFault } from './given.ts';

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
