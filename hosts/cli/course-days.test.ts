import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { checkDays } from './course-days.ts';

const record = z
  .object({ on: z.string().optional(), from: z.string().optional(), to: z.string().optional() })
  .superRefine(checkDays);
const either = ': either on (one day) or from (a course)';
const goesWith = 'to: to goes with from';
const [a, b] = ['2026-01-01', '2026-02-01'];

/** What is written, and what is wrong with it: where, and what. */
const rows: readonly (readonly [z.input<typeof record>, readonly string[]])[] = [
  [{ on: a }, []],
  [{ from: a }, []],
  [{ from: a, to: b }, []],
  [{}, [either]],
  [{ to: b }, [either]],
  [{ on: a, from: a }, [either]],
  [{ on: a, to: b }, [goesWith]],
  [{ on: a, from: a, to: b }, [either, goesWith]],
];

for (const [written, expected] of rows)
  test(`${JSON.stringify(written)}: ${expected.length === 0 ? 'fine' : expected.join('; ')}`, () => {
    const issues = record.safeParse(written).error?.issues ?? [];
    assert.deepEqual(
      issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
      expected,
    );
  });

test('the place is that of the record in what holds it', () => {
  const issues = z.object({ records: z.array(record) }).safeParse({ records: [{ on: a }, { on: a, to: b }] })
    .error?.issues;
  assert.deepEqual(
    issues?.map(({ path }) => path),
    [['records', 1, 'to']],
  );
});
