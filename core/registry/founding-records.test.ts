import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { lintRecord } from './lint-record.ts';
import { isRecord, readRecord } from './read-record.ts';
import type { RecordFinding } from './record-finding.ts';

/**
 * What a careful reader found in the five founding records, by the numbers under which the questions of the trials name
 * it (S000 NCT03580291, S001 NCT04318600, S002 NCT05631717, S003 NCT03673748, S004 NCT01741857). The linter has to find
 * each at one of its places, with these words; `undefined` where nothing stands.
 */
type Case = readonly [id: string, rule: string, place: string, quote: string | undefined];

const nct03580291: readonly Case[] = [
  ['S000-01', 'placebo-controlled-against-active-control', 'summary', 'placebo-controlled'],
  ['S000-01', 'placebo-controlled-against-active-control', 'summary', 'compared to mycophenolate mofetil'],
  ['S000-02', 'non-inferiority-without-margin', 'summary', 'non-inferiority'],
  ['S000-03', 'arms-missing', 'arms', undefined],
  ['S000-04', 'criteria-missing', 'inclusion', undefined],
  ['S000-05', 'outcomes-missing', 'primary outcomes', undefined],
  ['S000-06', 'sites-missing', 'sites', undefined],
  ['S000-06', 'enrolment-missing', 'enrolment', undefined],
  ['S000-06', 'allocation-not-stated', 'design.allocation', undefined],
  ['S000-07', 'identifier-not-on-the-page', 'id from', 'NCT03580291'],
  ['S000-08', 'control-described-differently', 'official title', 'parallel-controlled'],
  ['S000-15', 'masking-not-stated', 'official title', 'double-blind'],
  ['S000-15', 'masked-roles-not-stated', 'design.masked roles', undefined],
  ['S000-18', 'record-out-of-date', 'copies[1].status[1].says', 'Unknown, was: Not yet recruiting'],
  ['S000-18', 'nothing-after-primary-completion', 'copies[2].dates.completion.date', '2021-06-01'],
  ['as S002-10', 'ratio-without-unit', 'copies[3].inclusion[4]', 'creatinine ratio >1.0'],
  ['as S002-11', 'criterion-without-effect', 'copies[3].inclusion[4]', 'with or without microscopic haematuria'],
  ['as S001-17', 'cell-product-not-biological', 'copies[1].interventions[1].type', 'other'],
];

const nct04318600: readonly Case[] = [
  ['S001-01', 'masked-without-treatment', 'design.masking', 'single'],
  ['S001-01', 'masked-without-treatment', 'arms[2].type', 'no intervention'],
  ['S001-02', 'class-undecided', 'arms[1].text', 'class III, IV or V'],
  ['S001-02', 'class-undecided', 'exclusion[1]', 'Type I, VI'],
  ['S001-02', 'classes-disagree', 'copies[1].inclusion[2]', 'Type II, III, or IV'],
  ['S001-03', 'inclusion-missing', 'inclusion', undefined],
  ['S001-04', 'outcomes-missing', 'primary outcomes', undefined],
  ['S001-05', 'fused-criteria', 'exclusion[7]', '; 8. '],
  ['S001-06', 'lost-superscript', 'arms[1].text', '1×106'],
  ['S001-06', 'lost-superscript', 'exclusion[4]', '2.5 × 109'],
  ['S001-06', 'lost-superscript', 'exclusion[4]', '100 × 109'],
  ['S001-07', 'month-as-interval', 'arms[1].text', 'once every month'],
  ['S001-08', 'and-or-mixed', 'descriptions[2]', 'and intravenous cyclophosphamide, or'],
  ['S001-09', 'minors-admitted', 'ages.minimum', '14 years'],
  ['S001-09', 'minors-called-adults', 'copies[1].inclusion[1]', 'Adult'],
  ['S001-10', 'normal-value-excluded', 'exclusion[2]', '≥ the upper limit of normal'],
  ['S001-13', 'undefined-qualifier', 'exclusion[4]', 'severe'],
  ['S001-14', 'undefined-qualifier', 'exclusion[7]', 'abnormal'],
  ['S001-17', 'cell-product-not-biological', 'interventions[1].type', 'drug'],
  ['S001-18', 'intervention-as-condition', 'conditions[1]', 'Lupus Nephritis Mesenchymal Stem Cells'],
  ['S001-21', 'sites-missing', 'sites', undefined],
  ['as S004-26', 'instrument-version-missing', 'copies[1].inclusion[3]', 'SLEDAI'],
];

const nct05631717: readonly Case[] = [
  ['S002-01', 'abbreviation-undefined', 'primary[1].measure', 'RR'],
  ['S002-02', 'gap-in-the-schedule', 'secondary[4].time frame', '4, 8, 16, 20 and 24'],
  ['S002-02', 'gap-in-the-schedule', 'secondary[6].time frame', '4, 8, 16, 20 and 24'],
  ['S002-03', 'doses-disagree', 'arms[2].text', '2 × 10\\^6 cells / kg'],
  ['S002-03', 'doses-disagree', 'copies[2].interventions[1].text', '1 × 10 \\^6 cells / kg'],
  ['S002-03', 'lost-superscript', 'copies[3].descriptions[1]', '2 × 106'],
  ['S002-04', 'number-of-cycles-not-stated', 'arms[1].text', 'an interval of 2 weeks'],
  ['S002-05', 'number-of-doses-not-stated', 'arms[2].text', 'suspended in 30ml saline'],
  ['S002-07', 'physician-scale-called-patient-reported', 'secondary[4].description', 'patient reported'],
  ['S002-07', 'physician-scale-called-patient-reported', 'secondary[5].description', 'patient reported'],
  ['S002-08', 'age-at-the-limit', 'inclusion[2]', 'Age when consent is obtained: > 18 and ≤ 65 years'],
  ['S002-08', 'age-at-the-limit', 'copies[4].ages.minimum', '18 years'],
  ['S002-09', 'intervention-not-listed', 'arms[1].intervention', 'Interleukin-2'],
  ['S002-10', 'ratio-without-unit', 'inclusion[4]', 'creatinine ratio > 1.0'],
  ['S002-10', 'ratio-without-unit', 'primary[1].CR', 'creatinine ratio \\<0.5'],
  ['S002-11', 'criterion-without-effect', 'inclusion[4]', 'with or without microscopic haematuria'],
  ['S002-12', 'and-or-mixed', 'primary[1].CR', 'or ≤ 125% of baseline, and'],
  ['S002-13', 'undefined-qualifier', 'primary[1].PR', 'abnormal'],
  ['S002-14', 'undefined-qualifier', 'primary[1].PR', 'deterioration'],
  ['S002-20', 'window-after-its-anchor', 'exclusion[1]', 'within the first 12 weeks of screening'],
  ['S002-21', 'several-anchors', 'exclusion[1]', '24 weeks before screening'],
  ['S002-21', 'several-anchors', 'exclusion[4]', '4 weeks before random allocation'],
  ['S002-23', 'undefined-qualifier', 'exclusion[1]', 'unstable doses'],
  ['S002-24', 'undefined-qualifier', 'exclusion[3]', 'Severe'],
  ['S002-24', 'undefined-qualifier', 'exclusion[3]', 'uncontrolled'],
  ['S002-29', 'undefined-qualifier', 'secondary[8].measure', 'significant changes'],
  ['S002-29', 'undefined-qualifier', 'secondary[9].measure', 'significant changes'],
  ['S002-31', 'few-participants-for-phase-3', 'enrolment.participants', '40'],
  ['S002-32', 'allocation-not-stated', 'design.allocation', undefined],
  ['S002-32', 'masking-not-stated', 'design.masking', undefined],
  ['S002-34', 'registered-after-start', 'copies[5].dates.start.date', '2022-10-01'],
  ['S002-34', 'record-out-of-date', 'copies[5].dates.completion.date', '2025-12-31'],
  ['S002-36', 'markdown-left-over', 'arms[1].text', '\\^'],
];

const nct03673748: readonly Case[] = [
  ['S003-01', 'criteria-missing', 'inclusion', undefined],
  ['S003-02', 'decline-called-response', 'primary[1].CR', 'decrease to'],
  ['S003-02', 'tolerance-both-ways', 'primary[1].CR', '± 15%'],
  ['S003-03', 'decrease-by-or-to', 'primary[2].PR', 'decrease in proteinuria \\< 3.5'],
  ['S003-04', 'cell-count-without-volume', 'primary[1].CR', '≤ 5 red blood cells'],
  ['S003-04', 'cell-count-without-volume', 'primary[1].CR', '≤ 5 leukocytes'],
  ['S003-05', 'several-primary-outcomes', 'primary[2].measure', 'partial response'],
  [
    'S003-05',
    'primary-outcome-differs-elsewhere',
    'copies[5].primary[1].measure',
    'complete or partial response at week 24',
  ],
  ['S003-06', 'by-or-at', 'primary[1].time frame', '0-24 weeks'],
  ['S003-06', 'by-or-at', 'primary[2].time frame', '0-24 weeks'],
  ['S003-07', 'safety-without-outcome', 'summary', 'Safety'],
  ['S003-08', 'sub-phase-in-text-only', 'phase[2].says', 'Phase 2b'],
  ['S003-10', 'several-reference-visits', 'secondary[1].description', 'selection visit'],
  ['S003-10', 'several-reference-visits', 'primary[1].CR', 'baseline'],
  ['S003-14', 'average-as-time-point', 'secondary[2].time frame', 'an average of 1.5 years'],
  ['S003-17', 'cell-product-not-biological', 'interventions[1].type', 'drug'],
  ['S003-21', 'criteria-differ-between-copies', 'copies[1].inclusion[5]', '≥ 6'],
  ['S003-21', 'criteria-differ-between-copies', 'copies[2].inclusion[5]', '≥ 10'],
  ['S003-21', 'criteria-differ-between-copies', 'copies[1].exclusion[1]', 'within 1 year'],
  ['S003-21', 'criteria-differ-between-copies', 'copies[2].exclusion[2]', 'in the 6 months before selection'],
  ['S003-22', 'dates-disagree', 'copies[3].dates.completion.date', '2026-07'],
  ['S003-22', 'sponsor-differs-elsewhere', 'copies[5].sponsor', 'Hospital Universitario Rio Hortega'],
  ['S003-25', 'instrument-version-missing', 'secondary[1].description', 'BILAG'],
  ['as S002-32', 'allocation-not-stated', 'design.allocation', undefined],
];

const nct01741857: readonly Case[] = [
  ['S004-01', 'ages-disagree', 'inclusion[1]', 'aged from 15 to 60 years'],
  ['S004-01', 'ages-disagree', 'ages.maximum', '60 years'],
  ['S004-01', 'ages-disagree', 'descriptions[1]', 'aged from 15 to 70 years'],
  ['S004-02', 'phases-disagree', 'phase[1].says', 'Phase 1'],
  ['S004-02', 'phases-disagree', 'phase[3].says', 'Phase I/II'],
  ['S004-03', 'condition-not-listed', 'inclusion[2]', 'Lupus nephritis'],
  ['S004-04', 'dose-not-stated', 'arms[1].text', 'human umbilical cord derived MSC transplantation for SLE'],
  ['S004-05', 'dose-without-unit', 'inclusion[3]', '0.6 / m2'],
  ['S004-07', 'outcome-without-metric', 'primary[1].measure', 'British Isles Lupus Assessment Group score (BILAG)'],
  ['S004-07', 'by-or-at', 'primary[1].time frame', 'up to 12 months'],
  ['S004-07', 'instrument-version-missing', 'primary[1].measure', 'BILAG'],
  ['S004-08', 'primary-outcome-differs-elsewhere', 'copies[3].primary[1].measure', 'Safety profiles'],
  ['S004-09', 'safety-without-outcome', 'summary', 'safety'],
  ['S004-10', 'several-measures-in-one-outcome', 'secondary[1].measure', 'Lupus serology (Alb, ANA, dsDNA, C3, C4)'],
  [
    'S004-11',
    'schedule-inside-an-outcome',
    'secondary[2].time frame',
    '(for GFR assessed at baseline and 12 months after MSCT)',
  ],
  ['S004-11', 'several-reference-visits', 'secondary[1].time frame', 'pre-MSC transplantation'],
  ['S004-13', 'statuses-disagree', 'sites[1].status', 'Recruiting'],
  ['S004-13', 'anticipated-date-in-the-past', 'dates.completion.date', '2013-12'],
  ['S004-13', 'record-out-of-date', 'status[1].says', 'Unknown status'],
  ['S004-14', 'registered-after-start', 'dates.start.date', '2012-01'],
  ['S004-15', 'centres-differ', 'copies[3].summary', 'multicentre'],
  ['S004-17', 'normal-without-limit', 'exclusion[1]', 'times the normal value'],
  ['S004-18', 'and-or-mixed', 'exclusion[3]', 'and pulmonary failure, or'],
  ['S004-25', 'minors-admitted', 'ages.minimum', '15 years'],
  ['S004-26', 'instrument-version-missing', 'inclusion[1]', 'SLEDAI'],
  ['S004-27', 'dates-disagree', 'copies[1].dates.first posted.date', '2012-12-05'],
];

const cases: Readonly<Record<string, readonly Case[]>> = {
  nct01741857,
  nct03580291,
  nct03673748,
  nct04318600,
  nct05631717,
};

const findingsOf = (id: string): readonly RecordFinding[] => {
  const read = readRecord(readFileSync(new URL(`../../trials/${id}/record.yaml`, import.meta.url), 'utf8'));
  assert.ok(isRecord(read), JSON.stringify(read));
  return lintRecord(read.record);
};

const finds = (findings: readonly RecordFinding[], [, rule, place, words]: Case): boolean =>
  findings.some(
    (finding) =>
      finding.rule === rule &&
      finding.places.some(
        (each) =>
          each.place === place && (words === undefined ? each.quote === undefined : each.quote?.includes(words)),
      ),
  );

test('every case of the founding records is found, where it stands and in its words', () => {
  for (const [id, rows] of Object.entries(cases)) {
    const findings = findingsOf(id);
    for (const row of rows) assert.ok(finds(findings, row), `${id}: ${row.join(' | ')}`);
  }
});

test('every error in a founding record is one of the cases', () => {
  for (const [id, rows] of Object.entries(cases)) {
    const listed = new Set(rows.map(([, rule]) => rule));
    const left = findingsOf(id).filter(({ rule, severity }) => severity === 'error' && !listed.has(rule));
    assert.deepEqual(left, [], id);
  }
});

const readings: readonly (readonly [trial: string, rule: string, reading: string])[] = [
  ['nct01741857', 'ages-disagree', '60 years, as ages.maximum has it'],
  ['nct01741857', 'phases-disagree', 'phase 1/2'],
  ['nct01741857', 'dose-not-stated', 'as copies[4].arms[1].text has it'],
  ['nct03580291', 'criteria-missing', 'as copies[3].inclusion has it'],
  ['nct03580291', 'enrolment-missing', 'as copies[2].enrolment has it'],
  ['nct03580291', 'placebo-controlled-against-active-control', 'double dummy'],
  ['nct03673748', 'criteria-missing', 'as copies[2].inclusion has it'],
  ['nct03673748', 'decrease-by-or-to', 'proteinuria falls to below 3.5'],
  ['nct03673748', 'sub-phase-in-text-only', 'Phase 2b'],
  ['nct04318600', 'inclusion-missing', 'as copies[1].inclusion has it'],
  ['nct04318600', 'lost-superscript', '1×10^6'],
  ['nct05631717', 'abbreviation-undefined', 'PR'],
  ['nct05631717', 'gap-in-the-schedule', 'a visit at week 12'],
  ['nct05631717', 'window-after-its-anchor', 'within 12 weeks before screening'],
  ['nct05631717', 'number-of-doses-not-stated', 'as copies[2].interventions[1].text has it'],
  ['nct05631717', 'number-of-cycles-not-stated', 'as copies[2].interventions[2].text has it'],
];

test('the proposed readings are those that a reader would propose', () => {
  for (const [trial, rule, reading] of readings)
    assert.equal(findingsOf(trial).find((finding) => finding.rule === rule)?.reading, reading, `${trial} ${rule}`);
});
