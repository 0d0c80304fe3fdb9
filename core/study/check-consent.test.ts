import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited, expectFindings, type PlantedFault, withSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const adult = 'rule: age at consent > 18 years and age at consent <= 65 years';
const consent = 'consent: { of age: 18, assent from: 14, reconsent at majority: true }';
const expected = 'consent: { of age: 18, assent from: 14, reconsent at majority: true }';
const warning = (age: number | string, place = 'eligibility.include[1].rule'): string =>
  `${place}: people from ${age} years may take part, and nothing says who consents for a minor; ${expected}`;

/** In completed years, above 17 begins with the 18th birthday. */
test('a lower limit of age under 18 asks for a section on consent', () => {
  const rows: readonly PlantedFault[] = [
    [adult, 'rule: age at consent >= 18 years'],
    [adult, 'rule: age at consent > 17 years'],
    [adult, 'rule: age at consent >= 17 years', warning(17)],
    [adult, 'rule: age at consent > 16 years', warning(17)],
    [adult, 'rule: age at consent >= 168 months', warning(14)],
    [adult, 'rule: age at consent between 14 years and 60 years', warning(14)],
    [adult, 'rule: age at consent >= 18 years or age at consent >= 15 years', warning(15)],
    [adult, 'rule: age at consent <= 65 years'],
  ];
  expectFindings(text, rows);
  expectFindings(edited(text, 'age: completed years', 'age: exact'), [
    [adult, 'rule: age at consent > 17 years', warning(17)],
  ]);
});

test('an exclusion sets a lower limit too', () => {
  const pregnant = 'rule: pregnant at screening or lactating at screening';
  const older = edited(text, adult, 'rule: age at consent <= 65 years');
  const place = 'eligibility.exclude[9].rule';
  expectFindings(older, [
    [pregnant, 'rule: age at consent < 14 years', warning(14, place)],
    [pregnant, 'rule: age at consent <= 13 years', warning(14, place)],
    [pregnant, 'rule: age at consent < 18 years'],
  ]);
});

test('with the section there is no warning, and assent comes before majority', () => {
  const minors = edited(text, adult, 'rule: age at consent >= 14 years');
  expectFindings(withSections(minors, consent), [
    ['of age: 18', 'of age: 18'],
    ['of age: 18', 'of age: 14', 'consent.assent from: assent from 14, and of age at 14; below 14'],
    [', assent from: 14', ''],
  ]);
});
