import assert from 'node:assert/strict';
import test from 'node:test';
import { at, fatal, file, hospital, mild, record, version } from '#core/conduct/safety-file/given.ts';
import { everywhere, having, infection, studyWith } from './given.ts';
import { summariseSafety } from './safety-summary.ts';

const now = at('2026-07-20');
const treated = [{ dose: 'a', number: 1, on: '2026-06-05', amount: '1', unit: 'IU', record: 'd' }];
const people = [
  having(file(version('2026-06-11', mild)), { doses: treated }),
  having(file(version('2026-06-11 09:00', hospital, '2026-06-12 10:00')), { doses: treated }),
  having({
    ...file(version('2026-06-11', { ...fatal, causality: 'not related' })),
    assessments: [{ determined: at('2026-06-12'), causality: 'related', expectedness: 'expected' }],
  }),
  having(undefined, { history: [infection({ start: '2026-06' }), infection({ record: 'x' })], doses: treated }),
  having(undefined, { history: [] }),
];

test('events by grade, seriousness and suspicion; counted by hand', () => {
  const { byGrade, ...rest } = summariseSafety(everywhere, people, now);
  assert.deepEqual(byGrade, [
    { grade: 1, events: 1, serious: 0, related: 0 },
    { grade: 2, events: 0, serious: 0, related: 0 },
    { grade: 3, events: 1, serious: 1, related: 1 },
    { grade: 4, events: 0, serious: 0, related: 0 },
    { grade: 5, events: 1, serious: 1, related: 1 },
  ]);
  assert.deepEqual(rest, {
    events: 5,
    participants: 4,
    unreported: 2,
    // The third was never treated; the month of the fourth may lie before the dose.
    emergent: { true: 3, false: 1, unknown: 1 },
    ofInterest: [],
    susars: 1,
    pregnancies: 0,
    // In time: the site's report of the death, and both assessments of it and nothing else.
    inTime: 2,
    // A day and an hour; 15 days from the 12th are over; and the assessment, which had them too.
    late: 3,
    open: 0,
  });
});

test('what is still open is neither in time nor late', () => {
  const { inTime, late, open } = summariseSafety(everywhere, people.slice(1, 2), at('2026-06-13'));
  assert.deepEqual({ inTime, late, open }, { inTime: 0, late: 1, open: 2 });
});

test('events of special interest, and those that may be one', () => {
  const study = studyWith(
    '{ special interest: [{ id: X1, title: Infection, concept: infection-event, within: 6 days }, { id: X2, title: Reaction, concept: infusion-reaction }] }',
  );
  assert.deepEqual(summariseSafety(study, people, now).ofInterest, [
    { id: 'X1', title: 'Infection', events: 3, perhaps: 1 },
    { id: 'X2', title: 'Reaction', events: 0, perhaps: 0 },
  ]);
});

test('pregnancies are counted, those of partners too, and nobody has none of anything', () => {
  const pregnancy = { record, awareness: now, received: now, ended: undefined } as const;
  const person = having(undefined, {
    history: [],
    safety: {
      events: new Map(),
      pregnancies: [
        { ...pregnancy, of: 'participant' },
        { ...pregnancy, of: 'partner' },
      ],
    },
  });
  assert.equal(summariseSafety(everywhere, [person], now).pregnancies, 2);
  assert.deepEqual(summariseSafety(everywhere, [], now).emergent, { true: 0, false: 0, unknown: 0 });
});
