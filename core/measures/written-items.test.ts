import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { catalogue } from './catalogue.ts';
import { readsOf } from './measure-reads.ts';
import { itemsReader } from './written-items.ts';
import type { WrittenItems } from './written-names.ts';

const readerOf = (id: string) => {
  const measure = catalogue.find((each) => each.id === id) ?? assert.fail(id);
  return itemsReader(measure, readsOf(measure));
};

const told = (id: string, items: WrittenItems): readonly string[] => {
  const { answers, faults } = readerOf(id)(items, '2026-05-18');
  return [
    ...[...answers].map(([item, { written, unit }]) => `${item} = ${written}${unit === undefined ? '' : ` ${unit}`}`),
    ...faults.map(({ fault, path }) => `${path.join('/')}: ${fault}`),
  ];
};

/** Units of ucum; forms of gladman2002, furie2009, ware1994, bajema2018. */
const rows: readonly (readonly [measure: string, items: WrittenItems, expected: readonly string[]])[] = [
  ['creatinine', { creatinine: '1.20 mg/dL' }, ['creatinine = 1.20 mg/dL']],
  ['creatinine', { creatinine: '<0.04 mg/dL' }, ['creatinine = <0.04 mg/dL']],
  ['creatinine', { creatinine: 'not done' }, ['creatinine = not done']],
  ['creatinine', { creatinine: '106 umol/L' }, ['creatinine = 106 umol/L']],
  ['creatinine', { creatinine: '1.2  mg/dL' }, ['creatinine = 1.2 mg/dL']],
  ['creatinine', { creatinine: ' mg/dL' }, ['items/creatinine: value not accepted']],
  ['creatinine', { creatinine: '1.2' }, ['items/creatinine: unit not accepted']],
  ['creatinine', { creatinine: '1.2 g/24h' }, ['items/creatinine: unit not accepted']],
  ['creatinine', { creatinine: 'high mg/dL' }, ['items/creatinine: value not accepted']],
  ['creatinine', { creatinine: '1,2 mg/dL' }, ['items/creatinine: value not accepted']],
  ['creatinine', { creatinine: '-1.2 mg/dL' }, ['items/creatinine: value not accepted']],
  ['creatinine', { creatinine: '1e3 mg/dL' }, ['items/creatinine: value not accepted']],
  ['creatinine', { creatinine: '' }, ['items/creatinine: value not accepted']],
  ['creatinine', { creatinin: '1.2 mg/dL' }, ['items/creatinin: item unknown']],
  ['PGA', { PGA: '3.1' }, ['items/PGA: value not accepted']],
  ['PGA', { PGA: '0.25' }, ['items/PGA: value not accepted']],
  ['PGA', { PGA: '30 mm' }, ['items/PGA: value not accepted']],
  ['SF-36-BP', { 'sf36.21': '7', 'sf36.22': '1' }, ['sf36.22 = 1', 'items/sf36.21: value not accepted']],
  ['LN-class', { 'LN-class': 'III+V' }, ['LN-class = III+V']],
  ['LN-class', { 'LN-class': 'III, VII' }, ['items/LN-class: value not accepted']],
  [
    'SLEDAI-2K-renal',
    { haematuria: 'present', others: 'absent' },
    [
      'SLEDAI-2K.haematuria = present',
      'SLEDAI-2K.urinary-casts = absent',
      'SLEDAI-2K.proteinuria = absent',
      'SLEDAI-2K.pyuria = absent',
    ],
  ],
  [
    'SLEDAI-2K-renal',
    { 'SLEDAI-2K': { others: 'absent' }, others: 'present' },
    [
      'SLEDAI-2K.urinary-casts = absent',
      'SLEDAI-2K.haematuria = absent',
      'SLEDAI-2K.proteinuria = absent',
      'SLEDAI-2K.pyuria = absent',
    ],
  ],
  [
    'SLEDAI-2K',
    { rash: 'present', 'SLEDAI-2K.rash': 'absent' },
    ['SLEDAI-2K.rash = present', 'items/SLEDAI-2K.rash: item twice'],
  ],
  [
    'SLEDAI-2K',
    { rash: 'present', 'SLEDAI-2K': { rash: 'present' } },
    ['SLEDAI-2K.rash = present', 'items/SLEDAI-2K/rash: item twice'],
  ],
  ['SLEDAI-2K', { others: 'none' }, ['items/others: value not accepted']],
  ['SLEDAI-2K', { rash: 'yes' }, ['items/rash: value not accepted']],
  ['SLEDAI-2K', { creatinine: 'not even a number' }, []],
];

for (const [measure, items, expected] of rows)
  test(`${measure}: ${JSON.stringify(items)}`, () => assert.deepEqual(told(measure, items), expected));

test('a fault says what is accepted, and the nearest name', () => {
  const { faults } = readerOf('SLEDAI-2K')({ rash: 'yes', pyuri: 'present' }, undefined);
  assert.deepEqual(faults, [
    {
      fault: 'value not accepted',
      path: ['items', 'rash'],
      of: 'SLEDAI-2K.rash',
      value: 'yes',
      accepted: 'present, absent',
    },
    { fault: 'item unknown', path: ['items', 'pyuri'], name: 'pyuri', nearest: 'pyuria' },
  ]);
  const [noValue] = readerOf('creatinine')({ creatinine: ' mg/dL' }, undefined).faults;
  assert.equal(noValue?.fault === 'value not accepted' && noValue.value, '', 'what stands before the blank');
  const units = readerOf('creatinine')({ creatinine: '1' }, undefined).faults;
  assert.deepEqual(units, [
    {
      fault: 'unit not accepted',
      path: ['items', 'creatinine'],
      of: 'creatinine',
      unit: undefined,
      accepted: ['mg/dL', 'umol/L'],
    },
  ]);
});

test('an answer carries the day and the item that it was given for', () => {
  const { answers } = readerOf('PGA')({ PGA: '1.8' }, '2026-05-18');
  assert.deepEqual(answers.get('PGA'), { written: '1.8', unit: undefined, date: '2026-05-18', record: 'PGA' });
});

test('whatever is written, an item is answered or at fault, never both, and nothing is thrown', () => {
  const read = readerOf('SLEDAI-2K');
  const name = fc.oneof(
    fc.constantFrom('rash', 'SLEDAI-2K.rash', 'others', 'fever', '__proto__', 'toString'),
    fc.string(),
  );
  const answer = fc.oneof(fc.constantFrom('present', 'absent', 'not done'), fc.string());
  fc.assert(
    fc.property(fc.dictionary(name, answer, { maxKeys: 6 }), (items) => {
      const { answers, faults } = read(items, undefined);
      for (const { written } of answers.values()) assert.ok(['present', 'absent', 'not done'].includes(written));
      for (const { path } of faults) assert.ok(Object.hasOwn(items, String(path[1])));
    }),
  );
});

test('the nearest name is looked for in the form in which it was written', () => {
  const nearest = (items: WrittenItems) =>
    readerOf('SLEDAI-2K')(items, undefined).faults.map((each) =>
      each.fault === 'item unknown' ? each.nearest : each.fault,
    );
  const rows: readonly (readonly [WrittenItems, string | undefined])[] = [
    [{ 'SLEDAI-2K': { rahs: 'present' } }, 'rash'],
    [{ 'SLEDAI-2K': { creatinin: '1 mg/dL' } }, undefined],
    [{ creatinin: '1 mg/dL' }, 'creatinine'],
  ];
  for (const [items, expected] of rows) assert.deepEqual(nearest(items), [expected]);
});
