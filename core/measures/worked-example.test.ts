import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from './catalogue.ts';
import { workExample } from './worked-example.ts';

const measureNamed = (id: string) => catalogue.find((each) => each.id === id) ?? assert.fail(id);

/** X2 with the units of ucum, and G3 with the equivalents of meikle1977. */
test('an example is entered and worked', () => {
  const c3 = { id: 'X2', answers: { C3: '78 mg/dL' }, says: '' };
  assert.equal(workExample(measureNamed('C3'), c3), 'Complement C3 0.78 g/L');
  const medication = {
    'complete through': '2026-02-28',
    records: [{ concept: 'prednisone', from: '2026-02-01', to: '2026-02-28', dose: '10 mg', 'every days': 2 }],
  };
  const sum = { id: 'G3', answers: {}, medication, over: ['2026-02-01', '2026-02-28'], says: '' } as const;
  assert.equal(workExample(measureNamed('prednisone-equivalent'), sum), '140 mg from 2026-02-01 to 2026-02-28');
});

test('an example that cannot be entered, and a sum of what has none, are broken', () => {
  const wrong = { id: 'a', answers: { C3: '78' }, says: '' };
  assert.throws(() => workExample(measureNamed('C3'), wrong), /C3 a: .*unit not accepted/);
  const sum = { id: 'a', answers: {}, over: ['2026-02-01', '2026-02-28'], says: '' } as const;
  assert.throws(() => workExample(measureNamed('C3'), sum), /C3 has no sum/);
});

test('a sum from or to a day that is none is broken', () => {
  const medication = { 'complete through': '2026-12-31' };
  for (const over of [
    ['2026-02-30', '2026-03-01'],
    ['2026-02-01', '2026-02-30'],
  ] as const)
    assert.throws(
      () => workExample(measureNamed('prednisone-equivalent'), { id: 'a', answers: {}, medication, over, says: '' }),
      /prednisone-equivalent has no sum/,
    );
});
