import assert from 'node:assert/strict';
import test from 'node:test';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { sayMissing } from '#core/criteria/explain.ts';
import { courses, medicine, person, studyWithEvent } from './given.ts';
import { findMedicines, type MedicineKind } from './medicine-events.ts';

const study = studyWithEvent('kinds: [rescue medicine], strategy: composite');
const day = (date: string): number => Date.parse(date) / 86_400_000;
const span = { visit: 'week 24', from: day('2026-06-01'), until: day('2026-11-15') };
const of = { event: 'x', strategy: 'composite' } as const;

const found = (
  kind: MedicineKind,
  more: readonly ParticipantEvent[],
  medicines?: readonly string[],
  signed?: string,
) => {
  const course = { ...courses.complete, more, ...(signed === undefined ? {} : { signed }) };
  const chart = chartOf(study, person(study, 'P-001', 'msc', course));
  const event = medicines === undefined ? of : { ...of, medicines: [...medicines] };
  return findMedicines(kind, event, study, chart, span)
    .filter(({ happened }) => happened !== 'false')
    .map(({ what, happened, missing }) => [what, happened, ...missing.map(sayMissing)].join(' / '));
};

// Rescue is methylprednisolone and cyclophosphamide; prohibited are biologics, immunosuppressants, apheresis, live vaccines.
// biome-ignore format: one row a line
const rows: readonly (readonly [MedicineKind, readonly ParticipantEvent[], readonly string[] | undefined, ...expected: readonly string[]])[] = [
  ['rescue medicine', [medicine('cyclophosphamide', '2026-07-01')], undefined, 'rescue medicine cyclophosphamide / true'],
  ['prohibited medicine', [medicine('cyclophosphamide', '2026-07-01')], undefined],
  ['prohibited medicine', [medicine('tacrolimus', '2026-07-01')], undefined, 'prohibited medicine tacrolimus / true'],
  ['rescue medicine', [medicine('tacrolimus', '2026-07-01')], undefined],
  ['prohibited medicine', [medicine('rituximab', '2026-07-01')], ['immunosuppressant']],
  ['prohibited medicine', [medicine('rituximab', '2026-07-01')], ['B-cell-agent'], 'prohibited medicine rituximab / true'],
  ['prohibited medicine', [medicine('plasmapheresis', '2026-07-01', 'procedure')], undefined, 'prohibited medicine plasmapheresis / true'],
  ['prohibited medicine', [medicine('yellow-fever-vaccine', '2026-07-01', 'vaccination')], undefined, 'prohibited medicine yellow-fever-vaccine / true'],
  // The span holds day 0 and the day before the visit, and neither the day before nor that of the visit.
  ['rescue medicine', [medicine('cyclophosphamide', '2026-05-31')], undefined],
  ['rescue medicine', [medicine('cyclophosphamide', '2026-06-01')], undefined, 'rescue medicine cyclophosphamide / true'],
  ['rescue medicine', [medicine('cyclophosphamide', '2026-11-15')], undefined, 'rescue medicine cyclophosphamide / true'],
  ['rescue medicine', [medicine('cyclophosphamide', '2026-11-16')], undefined],
  // A month: the first days of November lie in the span, its last do not.
  ['rescue medicine', [medicine('cyclophosphamide', '2026-11')], undefined, 'rescue medicine cyclophosphamide / unknown / the exact date of cyclophosphamide of 2026-11'],
  ['rescue medicine', [medicine('cyclophosphamide', '2026-10')], undefined, 'rescue medicine cyclophosphamide / true'],
  // Coded wider than what the list names: it may have been rescue, and so it may have been prohibited.
  ['rescue medicine', [medicine('glucocorticoid', '2026-07-01')], undefined, 'rescue medicine glucocorticoid / unknown / glucocorticoid of 2026-07-01: whether it is rescue medicine'],
  ['prohibited medicine', [medicine('immunosuppressant', '2026-07-01')], undefined, 'prohibited medicine immunosuppressant / unknown / immunosuppressant of 2026-07-01: whether it is prohibited medicine'],
];

for (const [kind, more, medicines, ...expected] of rows)
  test(`${kind}${medicines ? ` of ${medicines}` : ''}: ${expected.join('; ') || `no ${JSON.stringify(more[0])}`}`, () =>
    assert.deepEqual(found(kind, more, medicines), expected));

test('only the histories in which it would stand have to be signed', () => {
  assert.deepEqual(found('rescue medicine', [], undefined, '2026-10-01'), [
    'rescue medicine / unknown / the medication history signed as complete through 2026-11-15',
  ]);
  assert.deepEqual(found('prohibited medicine', [], undefined, '2026-10-01'), [
    'prohibited medicine / unknown / the medication history signed as complete through 2026-11-15 / the procedure history signed as complete through 2026-11-15 / the vaccination history signed as complete through 2026-11-15',
  ]);
  assert.equal(found('prohibited medicine', [], ['live-vaccine'], '2026-10-01').length, 1);
  assert.deepEqual(found('rescue medicine', [], undefined, '2026-11-15'), []);
});
