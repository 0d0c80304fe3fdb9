import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited, withSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** Findings as `severity path: what`. */
const found = (study: string): readonly string[] =>
  readStudy(study).findings.map(({ severity, path, what }) => `${severity} ${path}: ${what}`);

const withLimit = edited(text, 'rule: creatinine at screening > 0 mg/dL', 'rule: creatinine at screening < 2 x ULN');
const laboratory = (measure: string, unit: string): string =>
  `laboratories:\n  - { id: central, title: Central, ranges: [{ measure: ${measure}, low: "0.5", high: "1.1", unit: ${unit} }] }\n`;
const atSite = (study: string): string =>
  edited(study, 'title: "Nanjing Drum Tower Hospital",', 'title: "Nanjing Drum Tower Hospital", laboratory: central,');

const finding = 'warning eligibility.include[7].rule: ULN of creatinine is not known at nanjing';

test('a limit of normal that no laboratory says is found', () => assert.deepEqual(found(withLimit), [finding]));

test('one that another laboratory says, or of another measure, is found too', () => {
  assert.deepEqual(found(withSections(withLimit, laboratory('creatinine', 'mg/dL'))), [finding]);
  assert.deepEqual(found(atSite(withSections(withLimit, laboratory('UPCR', 'g/g')))), [finding]);
});

test('one that the laboratory of the site says is not', () =>
  assert.deepEqual(found(atSite(withSections(withLimit, laboratory('creatinine', 'mg/dL')))), []));

test('a range without the end that is asked for says nothing of it', () => {
  const onlyHigh = laboratory('creatinine', 'mg/dL').replace('low: "0.5", ', '');
  assert.deepEqual(found(atSite(withSections(withLimit, onlyHigh))), []);
  assert.deepEqual(found(atSite(withSections(edited(withLimit, '2 x ULN', '2 x LLN'), onlyHigh))), [
    finding.replace('ULN', 'LLN'),
  ]);
});

test('nor is anything found in a study without limits of normal', () => assert.deepEqual(found(text), []));
