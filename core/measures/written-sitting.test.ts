import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from './catalogue.ts';
import { rangeText } from './given.ts';
import { isFaulty } from './written-fault.ts';
import { type WrittenPerson, writtenSitting } from './written-sitting.ts';

const measureNamed = (id: string) => catalogue.find((each) => each.id === id) ?? assert.fail(id);

const sittingOf = (id: string, person: WrittenPerson) => {
  const written = writtenSitting(measureNamed(id), person);
  return isFaulty(written) ? assert.fail(JSON.stringify(written.faults)) : written.read;
};

const woman: WrittenPerson = { born: '1996-01-15', sex: 'female', date: '2026-05-18' };

/** Worked examples E1 of inker2021 and S1 of gladman2002, from what a person writes. */
test('what was written is computed with', () => {
  const egfr = measureNamed('eGFR').compute(sittingOf('eGFR', { ...woman, items: { creatinine: '0.8 mg/dL' } }));
  assert.match(rangeText(egfr), /^\[101\.589/);
  const items = {
    'SLEDAI-2K': {
      proteinuria: 'present',
      haematuria: 'present',
      'low-complement': 'present',
      'increased-dna-binding': 'present',
      rash: 'present',
      others: 'absent',
    },
  };
  assert.equal(rangeText(measureNamed('SLEDAI-2K').compute(sittingOf('SLEDAI-2K', { items }))), '[14');
});

test('what is left out is missing, not a fault', () => {
  const sitting = sittingOf('eGFR', {});
  const { status, missing } = measureNamed('eGFR').compute(sitting);
  assert.equal(status, 'not evaluable');
  assert.deepEqual(
    missing.map((each) => (each.kind === 'item' ? each.item : each.kind === 'date' ? each.of : '')),
    ['creatinine', 'birth', ''],
  );
});

test('normal ranges and medication reach the sitting', () => {
  const sitting = sittingOf('prednisone-equivalent', {
    date: '2026-05-18',
    normal: { ALT: '7 to 40 U/L' },
    medication: {
      'complete through': '2026-05-18',
      records: [{ concept: 'prednisone', from: '2026-01', dose: '30 mg' }],
    },
  });
  assert.equal(sitting.normalRange('ALT')?.written, '7 to 40 U/L');
  assert.equal(sitting.normalRange('AST'), undefined);
  assert.equal(rangeText(measureNamed('prednisone-equivalent').compute(sitting)), '[30');
});

test('earlier visits come the latest first', () => {
  const sitting = sittingOf('SLEDAI-2K', {
    date: '2026-05-18',
    earlier: [
      { date: '2026-01-01', items: { rash: 'present' } },
      { date: '2026-03-01', items: { rash: 'absent' } },
    ],
  });
  assert.deepEqual(
    sitting.earlier.map(({ date, answer }) => [date?.written, answer('SLEDAI-2K.rash')?.written]),
    [
      ['2026-03-01', 'absent'],
      ['2026-01-01', 'present'],
    ],
  );
});

/** A slip each, with the place and kind of the fault. */
const slips: readonly (readonly [person: WrittenPerson, faults: readonly string[]])[] = [
  [{ born: '1996-13-15' }, ['born: date impossible, no date']],
  [{ born: '2027-01-01', today: '2026-05-18' }, ['born: date impossible, in the future']],
  [{ born: '2026-05-19', date: '2026-05-18' }, ['date: date impossible, before birth']],
  [{ date: '2026-05-19', today: '2026-05-18' }, ['date: date impossible, in the future']],
  [{ date: '2026-05-18', today: '2026-05-18' }, []],
  [{ today: 'today' }, ['today: date impossible, no date']],
  [{ today: '2026-05' }, ['today: date impossible, no date']],
  [{ sex: 'male' }, []],
  [{ sex: 'f' }, ['sex: value not accepted, f']],
  [{ normal: { ALT: '40' } }, ['normal/ALT: value not accepted, 40']],
  [
    { medication: { records: [{ concept: 'x', from: '2026' }] } },
    ['medication/records/0/concept: medicine unknown, x'],
  ],
  [
    { earlier: [{ date: '2026-06-01', items: {} }], date: '2026-05-18' },
    ['earlier/0/date: date impossible, not before the visit'],
  ],
  [
    { earlier: [{ date: '2026-05', items: {} }], date: '2026-05-18' },
    ['earlier/0/date: date impossible, not before the visit'],
  ],
  [
    { earlier: [{ date: '2026-05-18', items: {} }], date: '2026-05-18' },
    ['earlier/0/date: date impossible, not before the visit'],
  ],
  [{ earlier: [{ date: '2026-05-17', items: {} }], date: '2026-05-18' }, []],
  [{ earlier: [{ date: '2026-05-18', items: {} }] }, []],
  [{ earlier: [{ date: '2026-01-01', items: { rash: 'y' } }] }, ['earlier/0/items/rash: value not accepted, y']],
  [
    { earlier: [{ date: 'x', items: { rash: 'y' } }] },
    ['earlier/0/date: date impossible, no date', 'earlier/0/items/rash: value not accepted, y'],
  ],
  [
    { sex: 'f', born: 'x', items: { rash: 'y' } },
    ['born: date impossible, no date', 'sex: value not accepted, f', 'items/rash: value not accepted, y'],
  ],
];

for (const [person, expected] of slips)
  test(`${JSON.stringify(person)}: ${expected.length === 0 ? 'taken' : expected.join('; ')}`, () => {
    const written = writtenSitting(measureNamed('SLEDAI-2K'), person);
    const faults = isFaulty(written) ? written.faults : [];
    const said = faults.map((each) => {
      const why = 'why' in each ? each.why : 'value' in each ? each.value : 'name' in each ? each.name : '';
      return `${each.path.join('/')}: ${each.fault}, ${why}`;
    });
    assert.deepEqual(said, expected);
  });

test('what was written of a person is found under its name, and nothing stands for what was not', () => {
  const { birth, sex } = sittingOf('eGFR', woman);
  assert.deepEqual(birth, { written: '1996-01-15', unit: undefined, date: undefined, record: 'born' });
  assert.deepEqual(sex, { written: 'female', unit: undefined, date: undefined, record: 'sex' });
  const nothing = sittingOf('eGFR', {});
  assert.deepEqual([nothing.birth, nothing.sex], [undefined, undefined]);
  assert.deepEqual(nothing.medication, { courses: [], completeThrough: undefined });
});

test('a fault of the sex names what is taken instead', () => {
  const written = writtenSitting(measureNamed('eGFR'), { sex: 'f' });
  assert.deepEqual(isFaulty(written) && written.faults, [
    { fault: 'value not accepted', path: ['sex'], of: 'sex', value: 'f', accepted: 'female, male' },
  ]);
});

test('earlier visits are numbered as they were written, in either order', () => {
  const [january, march] = ['2026-01-01', '2026-03-01'].map((date) => ({ date, items: {} }));
  assert.ok(january && march);
  const points = (...earlier: NonNullable<WrittenPerson['earlier']>) =>
    sittingOf('SLEDAI-2K', { earlier }).earlier.map(({ point, date }) => `${point}: ${date?.written}`);
  assert.deepEqual(points(january, march), ['earlier 2: 2026-03-01', 'earlier 1: 2026-01-01']);
  assert.deepEqual(points(march, january), ['earlier 1: 2026-03-01', 'earlier 2: 2026-01-01']);
});
