import assert from 'node:assert/strict';
import test from 'node:test';
import type { WorkedExample } from '#core/measures/guide.ts';
import { sayExample } from './say-example.ts';

const many = (answer: string, count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f.x${index}`, answer]));

const rows: readonly (readonly [example: Omit<WorkedExample, 'id' | 'says'>, said: string])[] = [
  [{ answers: {} }, 'nothing'],
  [{ answers: { rash: 'present', others: 'absent' } }, 'rash present, others absent'],
  [{ answers: { 'SLEDAI-2K': { rash: 'present' } } }, 'rash present'],
  [{ answers: { 'q.1': '3', 'q.2': '1' } }, 'q.1 to q.2: 3, 1'],
  [{ answers: { 'q.1': '3', 'q.3': '1' } }, 'q.1 3, q.3 1'],
  [{ answers: { ...many('no', 9), 'f.y': 'yes' } }, 'f.y yes, 9 items no'],
  [
    { born: '1996-01-15', sex: 'female', date: '2026-05-18', answers: { creatinine: '0.8 mg/dL' } },
    'female, born 1996-01-15, on 2026-05-18; creatinine 0.8 mg/dL',
  ],
  [{ answers: {}, normal: { ALT: 'up to 40 U/L' } }, 'normal ALT up to 40 U/L'],
  [
    {
      answers: {},
      medication: {
        'complete through': '2026-03-31',
        records: [
          { concept: 'prednisone', from: '2026-02-01', to: '2026-02-28', dose: '10 mg', 'every days': 2 },
          { concept: 'methylprednisolone', on: '2026-03-05', dose: '500 mg', kind: 'pulse' },
        ],
      },
    },
    'prednisone 10 mg every 2 days from 2026-02-01 to 2026-02-28; methylprednisolone 500 mg on 2026-03-05 (pulse); complete through 2026-03-31',
  ],
  [
    { answers: { rash: 'present' }, earlier: [{ date: '2026-04-20', items: { rash: 'absent' } }] },
    'rash present; before, on 2026-04-20: rash absent',
  ],
];

for (const [example, said] of rows) test(said, () => assert.equal(sayExample({ id: 'a', says: '', ...example }), said));
