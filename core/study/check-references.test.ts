import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited, expectFindings, lineOf, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const own = 'an id of its own';
const visits = 'screening | baseline | week 4 | week 8 | week 12 | week 16 | week 20 | week 24';

test('no id stands twice in its list', () => {
  const rows: readonly PlantedFault[] = [
    [
      '  - { id: week 4, day: 28, earliest: 25, latest: 31 }\n',
      '  - { id: week 4, day: 28, earliest: 25, latest: 31 }\n  - { id: week 4, day: 30, earliest: 29, latest: 31 }\n',
      `visits[3].id: "week 4" stands twice; ${own}`,
    ],
    [
      'assumptions:\n',
      'assumptions:\n  - { id: A-01, text: "Once more" }\n',
      `assumptions[1].id: "A-01" stands twice; ${own}`,
    ],
    ['id: S002-32', 'id: S002-31', `questions[22].id: "S002-31" stands twice; ${own}`],
    ['    - id: E2\n', '    - id: E1c\n', `eligibility.exclude[3].id: "E1c" stands twice; ${own}`],
    ['    - id: I2\n', '    - id: I1\n', `eligibility.include[1].id: "I1" stands twice; ${own}`],
    ['  - id: body\n', '  - id: kidney\n', `activities[4].id: "kidney" stands twice; ${own}`],
    ['  - id: sri-4\n', '  - id: response\n', `endpoints[3].id: "response" stands twice; ${own}`],
    [
      'sites:\n',
      'sites:\n  - { id: nanjing, title: "Again", zone: Asia/Shanghai, offset: "+08:00" }\n',
      `sites[1].id: "nanjing" stands twice; ${own}`,
    ],
  ];
  expectFindings(text, rows);
});

test('a name means one thing', () => {
  const rows: readonly PlantedFault[] = [
    ['    - id: E2\n', '    - id: I2\n', `eligibility.exclude[3].id: "I2" is also an inclusion; ${own}`],
    [
      '  - id: urine-abnormal-at-baseline\n',
      '  - id: weight\n',
      'definitions[0].id: "weight" already names something else; another name',
      'definitions[3].rule: found "urine-abnormal-at-baseline"; a measure | a definition | a condition',
    ],
    ['{ id: week 12, day', '{ id: randomisation, day', 'visits[4].id: "randomisation" is a milestone; another name'],
    [
      '{ id: week 12, day',
      '{ id: rituximab, day',
      'visits[4].id: "rituximab" already names something else; another name',
    ],
  ];
  for (const [from, to, first] of rows) {
    const { findings } = readStudy(edited(text, from, to));
    assert.ok(findings.map((each) => lineOf(each).replace(/^\d+:\d+ /, '')).includes(first ?? ''), to);
  }
});

test('visits stand in the order of their days, each within its own window', () => {
  const rows: readonly PlantedFault[] = [
    [
      'day: 56, earliest: 53, latest: 59',
      'day: 56, earliest: 57, latest: 59',
      'visits[3]: the window 57 to 59 does not hold day 56; earliest <= day <= latest',
    ],
    [
      'day: 56, earliest: 53, latest: 59',
      'day: 56, earliest: 53, latest: 55',
      'visits[3]: the window 53 to 55 does not hold day 56; earliest <= day <= latest',
    ],
    ['day: 56, earliest: 53, latest: 59', 'day: 56, earliest: 56, latest: 56'],
    [
      'day: 56, earliest: 53, latest: 59',
      'day: 28, earliest: 28, latest: 31',
      'visits[3]: week 8 stands after week 4 and is not later; visits in the order of their days',
    ],
  ];
  expectFindings(text, rows);
});

test('activities name measures that have a form, and visits', () => {
  const rows: readonly PlantedFault[] = [
    [
      'measures: [weight]',
      'measures: [wieght]',
      'activities[4].measures[0]: "wieght" is no measure with a form; ',
      'arms[0].doses[0].weight at: weight is not scheduled at baseline; an activity with weight at baseline',
    ],
    [
      'measures: [SLEDAI-2K, BILAG-2004, PGA]',
      'measures: [SLEDAI-2K, BILAG-2004, PGA, age]',
      `activities[5].measures[3]: "age" is no measure with a form; `,
    ],
    [
      '    visits: [screening]\n  - id: kidney',
      '    visits: [screning]\n  - id: kidney',
      `activities[1].visits[0]: "screning" is no visit; ${visits} (screening)`,
    ],
  ];
  for (const [from, to, first] of rows) {
    const { findings } = readStudy(edited(text, from, to));
    assert.ok(
      findings
        .map((each) =>
          lineOf(each)
            .replace(/^\d+:\d+ /, '')
            .startsWith(first ?? '?'),
        )
        .includes(true),
      `${to}: ${findings.map(lineOf).join('\n')}`,
    );
  }
});

test('an assumption that nothing rests on is a warning, and the study still runs', () => {
  const { study, findings } = readStudy(
    edited(text, 'assumptions:\n', 'assumptions:\n  - { id: A-99, text: "Nobody needs this" }\n'),
  );
  assert.ok(study);
  assert.deepEqual(
    findings.map(({ severity, path, what }) => [severity, path, what]),
    [['warning', 'assumptions[0].id', 'nothing rests on assumption "A-99"']],
  );
});

test('an assumption that is not there is found wherever it is named', () => {
  const { findings } = readStudy(edited(text, 'assumes: [A-18]', 'assumes: [A-81]'));
  assert.deepEqual(
    findings.map(({ severity, path, what, nearest }) => [severity, path, what, nearest]),
    [['error', 'allocation.assumes[0]', '"A-81" is no assumption', 'A-01']],
  );
});
