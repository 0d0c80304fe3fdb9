import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { edited, withSections } from '#core/study/given.ts';
import * as g from './given.ts';
import { normalRangesOf } from './normal-ranges.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const laboratories = `laboratories:
  - id: drum
    title: Drum Tower
    ranges:
      - { measure: creatinine, sex: female, from age: 18, to age: 36, low: 0.5, high: 1.0, unit: mg/dL }
      - { measure: creatinine, sex: female, from age: 36, low: 0.5, high: 1.1, unit: mg/dL }
      - { measure: creatinine, sex: male, low: 0.6, high: 1.2, unit: mg/dL }
  - { id: other, title: Other, ranges: [{ measure: creatinine, high: 9, unit: mg/dL }] }
`;
const zone = 'zone: Asia/Shanghai,';
const study = g.studyIn(edited(withSections(text, laboratories), zone, `${zone} laboratory: drum,`));
const withoutSite = g.studyIn(withSections(text, laboratories));

/** Born on 15 June 1990, a woman: 35 until 14 June 2026, 36 from the next day. */
test('the range of the site’s laboratory for the participant on the day', () => {
  const known = [g.identified, g.consented, g.described];
  const rows = [
    [study, known, 'creatinine', '2026-06-14', '1'],
    [study, known, 'creatinine', '2026-06-15', '1.1'],
    [study, known, 'creatinine', '2026-06', undefined],
    [study, known, 'creatinine', undefined, undefined],
    [study, known, 'ALT', '2026-06-15', undefined],
    [study, known, 'cholesterol', '2026-06-15', undefined],
    [study, [g.identified, g.consented], 'creatinine', '2026-06-15', undefined],
    [study, [], 'creatinine', '2026-06-15', undefined],
    [withoutSite, known, 'creatinine', '2026-06-15', undefined],
  ] as const;
  for (const [of, events, measure, written, expected] of rows) {
    const date = written === undefined ? undefined : readDate(written);
    const high = normalRangesOf(of, g.participantAfter(events))(measure, date)?.high;
    assert.equal(high && writeRational(high), expected, `${measure} on ${written}`);
  }
});
