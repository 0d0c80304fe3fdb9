import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, expectInSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const withRange = (row: string): string => `laboratories: [{ id: central, title: Central, ranges: [${row}] }]\n`;
const at = 'laboratories[0].ranges[0]';

test('a row of normal ranges: a measure with a unit, limits in order, ages and days in order', () => {
  expectInSections(text, [
    [withRange('{ measure: creatinine, low: "0.5", high: "1.2", unit: mg/dL }')],
    [withRange('{ measure: creatinine, low: 44, high: 106, unit: umol/L, sex: female, from age: 18, to age: 120 }')],
    [withRange('{ measure: ALT, high: 40, unit: U/L, from: 2022-01-01, to: 2022-12-31 }')],
    [
      withRange('{ measure: creatinin, high: 1.2, unit: mg/dL }'),
      `${at}.measure: "creatinin" is no measure with a unit; a measure with a unit (creatinine)`,
    ],
    [
      withRange('{ measure: creatinine, high: 1.2, unit: g/24h }'),
      `${at}.unit: g/24h does not convert to mg/dL, the unit of creatinine; mg/dL`,
    ],
    [withRange('{ measure: creatinine, high: 1.2, unit: mgg }'), `${at}.unit: "mgg" is no unit; mg/dL`],
    [
      withRange('{ measure: creatinine, unit: mg/dL }'),
      `${at}: a range of creatinine without limits; low: "0.5" | high: "1.2"`,
    ],
    [
      withRange('{ measure: creatinine, low: "<0.5", high: 1.2, unit: mg/dL }'),
      `${at}.low: "<0.5" is no number; "1.2"`,
    ],
    [
      withRange('{ measure: creatinine, low: 1.3, high: 1.2, unit: mg/dL }'),
      `${at}.low: low 1.3 lies above high 1.2; at most 1.2`,
    ],
    [withRange('{ measure: creatinine, low: 1.2, high: 1.2, unit: mg/dL }')],
    [
      withRange('{ measure: creatinine, high: 1.2, unit: mg/dL, from age: 18, to age: 18 }'),
      `${at}.from age: from age 18 to age 18 is nobody; below 18`,
    ],
    [
      withRange('{ measure: creatinine, high: 1.2, unit: mg/dL, from: 2026-02-30 }'),
      `${at}.from: "2026-02-30" is no day; 2026-01-31`,
    ],
    [
      withRange('{ measure: creatinine, high: 1.2, unit: mg/dL, from: 2026-02-02, to: 2026-02-01 }'),
      `${at}.from: from 2026-02-02 to 2026-02-01 is no day; at most 2026-02-01`,
    ],
  ]);
});

test('a site names a laboratory that there is', () => {
  const row = withRange('{ measure: creatinine, high: 1.2, unit: mg/dL }');
  const site = 'zone: Asia/Shanghai,';
  expectFindings(edited(text, 'visits:\n', `${row}\nvisits:\n`), [
    [site, `${site} laboratory: central,`],
    [site, `${site} laboratory: centre,`, 'sites[0].laboratory: "centre" is no laboratory; central (central)'],
  ]);
  expectFindings(edited(text, site, `${site} laboratory: central,`), [
    [
      'visits:\n',
      `${row.replace('id: central', 'id: other')}visits:\n`,
      'sites[0].laboratory: "central" is no laboratory; other',
    ],
  ]);
  expectInSections(text, [
    [
      row.replace(' }] }]', ' }] }, { id: central, title: Again, ranges: [{ measure: ALT, high: 40, unit: U/L }] }]'),
      'laboratories[1].id: "central" stands twice; an id of its own',
    ],
  ]);
});

test('two rows with other limits for the same people are a warning, unless sex, age or day part them', () => {
  const limits = 'unit: mg/dL, low: "0.5", high:';
  const both = (first: string, second: string): string =>
    withRange(`{ measure: creatinine, ${limits} 1.1${first} }, { measure: creatinine, ${limits} 1.2${second} }`);
  const what = 'creatinine has other limits in row 1 for some of the same people and days';
  const warning = `laboratories[0].ranges[1]: ${what}; rows that part people by sex, age or day`;
  expectInSections(text, [
    [both('', ''), warning],
    [both(', sex: female', ', sex: male')],
    [both(', sex: female', ''), warning],
    [both(', to age: 18', ', from age: 18')],
    [both(', to age: 18', ', from age: 17'), warning],
    [both(', to: 2025-12-31', ', from: 2026-01-01')],
    [both(', to: 2026-01-01', ', from: 2026-01-01'), warning],
    [both('', '').replace('1.2', '1.1')],
    [
      both('', '')
        .replace(', { measure: creatinine', ', { measure: ALT')
        .replace('unit: mg/dL, low: "0.5", high: 1.2', 'unit: U/L, high: 40'),
    ],
  ]);
});
