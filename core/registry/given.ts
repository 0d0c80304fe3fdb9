import assert from 'node:assert/strict';
import type { z } from 'zod';
import { lintRecord } from './lint-record.ts';
import type { RecordFinding, RecordRule } from './record-finding.ts';
import { textAt } from './record-place.ts';
import { type RegistryRecord, recordSchema } from './record-schema.ts';

export type RecordChanges = Partial<z.input<typeof recordSchema>>;

/** A record of an invented trial in which no rule finds anything. */
const quiet: z.input<typeof recordSchema> = {
  registry: 'ClinicalTrials.gov',
  id: 'NCT00000000',
  'read on': '2026-11-22',
  title: 'Cells compared with placebo in lupus nephritis',
  sponsor: 'A university hospital',
  phase: [{ says: 'Phase 2', where: 'head' }],
  status: [{ says: 'Recruiting', where: 'head' }],
  dates: {
    'first submitted': { date: '2026-01-10' },
    start: { date: '2026-03-01', type: 'actual' },
    'primary completion': { date: '2027-12', type: 'anticipated' },
    completion: { date: '2028-06', type: 'anticipated' },
    'last update': { date: '2026-09-01' },
  },
  conditions: ['Lupus Nephritis'],
  enrolment: { participants: 40, type: 'anticipated' },
  ages: { minimum: '18 years', maximum: '65 years' },
  sites: [{ facility: 'A university hospital', status: 'Recruiting' }],
  design: {
    allocation: 'randomised',
    model: 'parallel',
    masking: 'double',
    'masked roles': ['participant', 'investigator'],
  },
  summary: 'Randomised, double-blind and placebo-controlled; efficacy and safety',
  arms: [
    {
      id: 'cells',
      type: 'experimental',
      intervention: 'Stromal cells',
      participants: 20,
      text: 'Once 1×10^6 cells/kg',
    },
    { id: 'placebo', type: 'placebo comparator', intervention: 'Saline', participants: 20, text: '100 mL once' },
  ],
  interventions: [
    { name: 'Stromal cells', type: 'biological', text: 'Once 1×10^6 cells/kg' },
    { name: 'Saline', type: 'other' },
  ],
  inclusion: ['Age ≥ 18 years, at most 65', 'Lupus nephritis of class III, IV or V', 'SLEDAI-2K ≥ 6'],
  exclusion: [
    'Class I, II or VI',
    'Rituximab within 24 weeks before screening',
    'ALT > 3 times the upper limit of normal',
  ],
  'primary outcomes': [
    {
      measure: 'Proportion with complete response (CR)',
      'time frame': 'week 24',
      definitions: { CR: 'UPCR < 0.5 g/g' },
    },
  ],
  'secondary outcomes': [
    { measure: 'Number of serious adverse events', 'time frame': 'up to 52 weeks' },
    { measure: 'Change of SLEDAI-2K from baseline', 'time frame': 'baseline, weeks 4, 8, 12, 16, 20 and 24' },
  ],
};

export const recordFrom = (changes: RecordChanges): RegistryRecord => recordSchema.parse({ ...quiet, ...changes });

/** Every quotation stands in the record where the finding says so, or the place holds nothing. */
export const expectQuoted = (record: RegistryRecord, findings: readonly RecordFinding[]): void => {
  for (const { rule, places } of findings) {
    assert.ok(places.length > 0, `${rule} names no place`);
    for (const { place, quote } of places)
      assert.ok(
        quote === undefined || textAt(record, place)?.includes(quote) === true,
        `${rule} quotes ${JSON.stringify(quote)}, which does not stand at ${place}`,
      );
  }
};

/** A rule, a record on which it fires, and one much like it on which it does not. */
export type PlantedRecord = readonly [rule: string, fires: RecordChanges, silent: RecordChanges];

const firing = (changes: RecordChanges, rule: string): boolean => {
  const record = recordFrom(changes);
  const findings = lintRecord(record);
  expectQuoted(record, findings);
  return findings.some((finding) => finding.rule === rule);
};

/** Every rule of the family has a row, and every row fires and is silent as it says. */
export const expectRules = (rules: readonly RecordRule[], rows: readonly PlantedRecord[]): void => {
  assert.deepEqual([...new Set(rows.map(([rule]) => rule))].toSorted(), rules.map(({ id }) => id).toSorted());
  for (const [rule, fires, silent] of rows) {
    assert.ok(firing(fires, rule), `${rule} is silent on ${JSON.stringify(fires)}`);
    assert.ok(!firing(silent, rule), `${rule} fires on ${JSON.stringify(silent)}`);
  }
};

/** The words of the first finding of a rule: what, and the reading. */
export const firstFinding = (changes: RecordChanges, rule: string): RecordFinding => {
  const found = lintRecord(recordFrom(changes)).find((finding) => finding.rule === rule);
  assert.ok(found !== undefined, `${rule} is silent`);
  return found;
};
