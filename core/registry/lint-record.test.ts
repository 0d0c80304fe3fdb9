import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { expectQuoted, recordFrom } from './given.ts';
import { lintRecord, recordRules } from './lint-record.ts';
import { isRecord, readRecord } from './read-record.ts';
import type { RegistryRecord } from './record-schema.ts';

const trials = new URL('../../trials/', import.meta.url);

const recordOf = (id: string): RegistryRecord => {
  const read = readRecord(readFileSync(new URL(`${id}/record.yaml`, trials), 'utf8'));
  assert.ok(isRecord(read), JSON.stringify(read));
  return read.record;
};

/** The rules that fire on each founding record, each judged by reading the record; the numbers are the cases it covers. */
const founding: Readonly<Record<string, readonly string[]>> = {
  nct01741857: [
    'ages-disagree',
    'and-or-mixed',
    'anticipated-date-in-the-past',
    'by-or-at',
    'centres-differ',
    'condition-not-listed',
    'dates-disagree',
    'dose-not-stated',
    'dose-without-unit',
    'instrument-version-missing',
    'minors-admitted',
    'normal-without-limit',
    'nothing-after-primary-completion',
    'outcome-without-metric',
    'phases-disagree',
    'primary-outcome-differs-elsewhere',
    'record-out-of-date',
    'registered-after-start',
    'safety-without-outcome',
    'schedule-inside-an-outcome',
    'several-measures-in-one-outcome',
    'several-reference-visits',
    'statuses-disagree',
    'undefined-qualifier',
  ],
  nct03580291: [
    'allocation-not-stated',
    'arms-missing',
    'cell-product-not-biological',
    'control-described-differently',
    'criteria-missing',
    'criterion-without-effect',
    'enrolment-missing',
    'identifier-not-on-the-page',
    'masked-roles-not-stated',
    'masking-not-stated',
    'non-inferiority-without-margin',
    'nothing-after-primary-completion',
    'outcomes-missing',
    'placebo-controlled-against-active-control',
    'ratio-without-unit',
    'record-out-of-date',
    'sites-missing',
  ],
  nct03673748: [
    'allocation-not-stated',
    'average-as-time-point',
    'by-or-at',
    'cell-count-without-volume',
    'cell-product-not-biological',
    'criteria-differ-between-copies',
    'criteria-missing',
    'dates-disagree',
    'decline-called-response',
    'decrease-by-or-to',
    'instrument-version-missing',
    'markdown-left-over',
    'masking-not-stated',
    'primary-outcome-differs-elsewhere',
    'safety-without-outcome',
    'several-primary-outcomes',
    'several-reference-visits',
    'sponsor-differs-elsewhere',
    'sub-phase-in-text-only',
    'tolerance-both-ways',
    'undefined-qualifier',
  ],
  nct04318600: [
    'and-or-mixed',
    'cell-product-not-biological',
    'class-undecided',
    'classes-disagree',
    'criterion-without-effect',
    'fused-criteria',
    'inclusion-missing',
    'instrument-version-missing',
    'intervention-as-condition',
    'lost-superscript',
    'markdown-left-over',
    'masked-without-treatment',
    'minors-admitted',
    'minors-called-adults',
    'month-as-interval',
    'normal-value-excluded',
    'outcomes-missing',
    'sites-missing',
    'undefined-qualifier',
  ],
  nct05631717: [
    'abbreviation-undefined',
    'age-at-the-limit',
    'allocation-not-stated',
    'and-or-mixed',
    'criterion-without-effect',
    'doses-disagree',
    'few-participants-for-phase-3',
    'gap-in-the-schedule',
    'intervention-not-listed',
    'lost-superscript',
    'markdown-left-over',
    'masking-not-stated',
    'number-of-cycles-not-stated',
    'number-of-doses-not-stated',
    'physician-scale-called-patient-reported',
    'ratio-without-unit',
    'record-out-of-date',
    'registered-after-start',
    'several-anchors',
    'undefined-qualifier',
    'window-after-its-anchor',
  ],
};

test('the rules that fire on each founding record are just these', () => {
  for (const [id, rules] of Object.entries(founding)) {
    const found = lintRecord(recordOf(id)).map(({ rule }) => rule);
    assert.deepEqual([...new Set(found)].toSorted(), rules.toSorted(), id);
  }
});

test('every trial with a record is in the table', () => {
  const ids = readdirSync(trials).filter((name) => /^nct\d{8}$/.test(name));
  assert.deepEqual(ids.toSorted(), Object.keys(founding).toSorted());
});

test('every quotation stands where the finding says', () => {
  for (const id of Object.keys(founding)) expectQuoted(recordOf(id), lintRecord(recordOf(id)));
});

test('a record without faults is passed in silence', () => {
  assert.deepEqual(lintRecord(recordFrom({})), []);
});

test('what is consistent stays silent', () => {
  const rows = [
    ['nct04318600', 'enrolment-sum-differs'],
    ['nct01741857', 'masking-not-stated'],
    ['nct01741857', 'allocation-not-stated'],
    ['nct01741857', 'masked-roles-not-stated'],
    ['nct05631717', 'course-does-not-add-up'],
    ['nct05631717', 'safety-without-outcome'],
    ['nct03673748', 'placebo-controlled-against-active-control'],
    ['nct03673748', 'number-of-doses-not-stated'],
  ] as const;
  const ids = recordRules.map(({ id }) => id);
  for (const [id, rule] of rows) {
    assert.ok(ids.includes(rule), rule);
    assert.ok(!lintRecord(recordOf(id)).some((finding) => finding.rule === rule), `${rule} fires on ${id}`);
  }
});

test('errors come before warnings, and these before information', () => {
  for (const id of Object.keys(founding)) {
    const order = lintRecord(recordOf(id)).map(({ severity }) => ['error', 'warning', 'information'].indexOf(severity));
    assert.deepEqual(order, order.toSorted());
  }
});

/** Pieces of records, damaged and whole, from which texts are put together at random. */
const pieces: readonly string[] = [
  ...['1×106/kg', '2 × 10\\^6 cells / kg', '≥ ULN', '≤ 5 leukocytes', '; 8. Patients', 'Severe', 'abnormal (', ')'],
  ...[
    'class III, IV or V',
    'Type I',
    'aged from 15 to 70 years',
    'Age > 18 years',
    'and',
    ', or',
    'or',
    ', and',
    '.',
    ';',
  ],
  ...['every other day for 2 weeks (7 times)', 'an interval of 2 weeks', 'once every month', 'creatinine ratio > 1.0'],
  ...[
    'baseline, weeks 4, 8, 16, 20 and 24',
    '0, 0, 0, 0, 0',
    'an average of 1.5 years',
    '0-24 weeks',
    'up to 12 months',
  ],
  ...[
    'decrease in proteinuria < 3.5',
    '± 15%',
    'BILAG',
    'RR',
    'double-blind',
    'randomised',
    'non-inferiority',
    '(',
    '-',
  ],
];

const anyText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));

test('whatever a record says, every quotation is exact, and reading it twice finds the same', () => {
  const texts = fc.array(anyText, { maxLength: 3 });
  const outcome = fc.record({ measure: anyText, 'time frame': anyText, description: anyText });
  const changes = fc.record({
    title: anyText,
    summary: anyText,
    descriptions: texts,
    inclusion: texts,
    exclusion: texts,
    arms: fc.array(fc.record({ id: anyText, intervention: fc.constantFrom('X', 'Y'), text: anyText }), {
      maxLength: 3,
    }),
    interventions: fc.array(fc.record({ name: fc.constantFrom('X', 'Y'), text: anyText }), { maxLength: 2 }),
    'primary outcomes': fc.array(outcome, { maxLength: 2 }),
    copies: fc.array(fc.record({ where: anyText, kind: fc.constant('copy' as const), inclusion: texts }), {
      maxLength: 2,
    }),
  });
  fc.assert(
    fc.property(changes, (planted) => {
      const record = recordFrom(planted);
      const findings = lintRecord(record);
      expectQuoted(record, findings);
      assert.deepEqual(lintRecord(record), findings);
    }),
    { seed: 7, numRuns: 300 },
  );
});

const longest: readonly (readonly [what: string, text: string])[] = [
  ['blanks', ' '.repeat(4000)],
  ['figures', '1'.repeat(4000)],
  ['ages', 'age '.repeat(1000)],
  ['limits', `age ${'> 1 '.repeat(990)}`],
  ['conjunctions', 'and, or '.repeat(500)],
  ['classes', `class ${'III, '.repeat(790)}`],
  ['powers', '1 × '.repeat(1000)],
  ['brackets', '('.repeat(4000)],
  ['points', '4, '.repeat(1300)],
  ['decreases', 'decrease in '.repeat(330)],
];

test('a text of the greatest length keeps no rule busy', () => {
  for (const [what, text] of longest) {
    const planted = { summary: text, inclusion: [text], exclusion: [text], descriptions: [text] };
    const outcomes = [{ measure: text, 'time frame': text, description: text }];
    const begun = performance.now();
    lintRecord(recordFrom({ ...planted, 'primary outcomes': outcomes }));
    assert.ok(performance.now() - begun < 2000, what);
  }
});

test('rules have ids of their own', () => {
  const ids = recordRules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)+$/);
});

const page = readFileSync(new URL('../../docs/findings.md', import.meta.url), 'utf8');

test('docs/findings.md has a row for every rule, with its severity, and for no other', () => {
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (error|warning|information) \|/gm)];
  assert.deepEqual(
    rows.map(([, id, severity]) => `${id} ${severity}`).toSorted(),
    recordRules.map(({ id, severity }) => `${id} ${severity}`).toSorted(),
  );
});
