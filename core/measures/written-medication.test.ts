import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#core/quantities/civil-date.ts';
import { isFaulty } from './written-fault.ts';
import { type WrittenCourse, writtenMedication } from './written-medication.ts';

const read = (course: WrittenCourse) => writtenMedication({ records: [course] }, ['medication']);

test('courses are read with their dose, days and kind, and the history with the day through which it is complete', () => {
  const answer = writtenMedication(
    {
      'complete through': '2026-05-18',
      records: [
        { concept: 'prednisone', from: '2026-01-10', dose: '30 mg' },
        { concept: 'mycophenolate', from: '2025-09', to: '2026-01-31', dose: '1 g', 'times a day': 2 },
        { concept: 'methylprednisolone', on: '2026-03-02', dose: '500 mg', kind: 'pulse' },
        { concept: 'hydroxychloroquine', from: '2021' },
      ],
    },
    ['medication'],
  );
  if (isFaulty(answer)) assert.fail(JSON.stringify(answer.faults));
  const { courses, completeThrough } = answer.read;
  assert.equal(completeThrough, readDay('2026-05-18'));
  assert.deepEqual(
    courses.map(({ concept, start, end, dose, kind }) => [
      concept,
      start.written,
      typeof end === 'string' ? end : end.written,
      dose && `${dose.amount} ${dose.unit} /${dose.everyDays} x${dose.timesADay}`,
      kind,
    ]),
    [
      ['prednisone', '2026-01-10', 'ongoing', '30 mg /1 x1', undefined],
      ['mycophenolate', '2025-09', '2026-01-31', '1 g /1 x2', undefined],
      ['methylprednisolone', '2026-03-02', 'single', '500 mg /1 x1', 'pulse'],
      ['hydroxychloroquine', '2021', 'ongoing', undefined, undefined],
    ],
  );
});

const prednisone = { concept: 'prednisone', from: '2026-01-10' };
const dose = 'an amount and a unit, such as "30 mg"';

/** One slip each; the medicines are those of the lexicon, the unit of a steroid that of meikle1977. */
const slips: readonly (readonly [course: WrittenCourse, field: string, fault: string, more?: string])[] = [
  [{ ...prednisone, concept: 'prednison' }, 'concept', 'medicine unknown', 'prednisone'],
  [{ ...prednisone, concept: 'lupus' }, 'concept', 'medicine unknown'],
  [{ ...prednisone, concept: 'plasmapheresis' }, 'concept', 'medicine unknown'],
  [{ concept: 'prednisone' }, 'from', 'date impossible', ''],
  [{ ...prednisone, concept: 'mycophenolate', dose: '1 pill' }, 'dose', 'unit not accepted', 'pill'],
  [{ ...prednisone, 'every days': 366 }, 'every days', 'value not accepted', '366'],
  [{ ...prednisone, from: '2026-13-01' }, 'from', 'date impossible', 'no date'],
  [{ ...prednisone, from: '1826-01-01' }, 'from', 'date impossible', 'outside the years 1900 to 2199'],
  [{ ...prednisone, to: '2026-01-09' }, 'to', 'date impossible', 'before its start'],
  [{ ...prednisone, to: 'now' }, 'to', 'date impossible', 'no date'],
  [{ concept: 'prednisone', on: 'today' }, 'on', 'date impossible', 'no date'],
  [{ ...prednisone, dose: '30' }, 'dose', 'unit not accepted'],
  [{ ...prednisone, dose: '30 ml' }, 'dose', 'unit not accepted', 'ml'],
  [{ ...prednisone, dose: 'thirty mg' }, 'dose', 'value not accepted', dose],
  [{ ...prednisone, dose: '-30 mg' }, 'dose', 'value not accepted', dose],
  [{ ...prednisone, dose: '30 mg daily' }, 'dose', 'value not accepted', dose],
  [{ ...prednisone, 'every days': 0 }, 'every days', 'value not accepted', 'a whole number from 1 to 365'],
  [{ ...prednisone, 'times a day': 1.5 }, 'times a day', 'value not accepted', 'a whole number from 1 to 365'],
];

for (const [course, field, fault, more] of slips)
  test(`${JSON.stringify(course)}: ${fault} at ${field}`, () => {
    const answer = read(course);
    assert.ok(isFaulty(answer));
    const [only, ...others] = answer.faults;
    assert.deepEqual([others.length, only?.fault, only?.path], [0, fault, ['medication', 'records', 0, field]]);
    if (more !== undefined) assert.ok(Object.values(only ?? {}).includes(more), JSON.stringify(only));
  });

test('a day that is none completes no history, and every fault is told at once', () => {
  const answer = writtenMedication({ 'complete through': '2026-05', records: [{ concept: 'x', from: 'y' }] }, ['m']);
  assert.ok(isFaulty(answer));
  assert.deepEqual(
    answer.faults.map(({ path }) => path.join('/')),
    ['m/complete through', 'm/records/0/concept', 'm/records/0/from'],
  );
});

test('nothing written is no course and no complete history', () => {
  assert.deepEqual(writtenMedication({}, ['m']), { read: { courses: [], completeThrough: undefined } });
});

test('a dose of nothing, every day and once a year are taken; each course has a record of its own', () => {
  const answer = writtenMedication(
    {
      records: [
        { ...prednisone, dose: '0 mg', 'every days': 1 },
        { ...prednisone, dose: '5 mg', 'every days': 365, 'times a day': 2 },
      ],
    },
    ['m'],
  );
  if (isFaulty(answer)) assert.fail(JSON.stringify(answer.faults));
  assert.deepEqual(
    answer.read.courses.map((each) => [each.record, each.dose]),
    [
      ['medication 1', { amount: '0', unit: 'mg', everyDays: 1, timesADay: 1 }],
      ['medication 2', { amount: '5', unit: 'mg', everyDays: 365, timesADay: 2 }],
    ],
  );
});

test('a unit that is not taken is told with those that are', () => {
  const answer = read({ ...prednisone, dose: '30 ml' });
  assert.deepEqual(isFaulty(answer) && answer.faults.map((each) => 'accepted' in each && each.accepted), [['mg', 'g']]);
});
