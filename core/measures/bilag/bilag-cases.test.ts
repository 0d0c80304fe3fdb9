import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { involved, lettersOf, wholeAssessment } from './given.ts';
import { gradeBilag } from './grade-bilag.ts';
import { defaultBilagOptions } from './options.ts';
import { bilagSystems } from './systems.ts';

/** Cases that someone else wrote from the rules, without sight of this implementation. */
const cases = new URL('../../../evidence/oracles/bilag-2004/cases.yaml', import.meta.url);

const answers = z.record(z.coerce.number<string>().int(), z.union([z.number(), z.enum(['yes', 'no', 'not done'])]));
const caseOf = z.strictObject({
  id: z.string(),
  note: z.string(),
  dialect: z.enum(['paper2009', 'access-vba']).default('paper2009'),
  items: answers,
  previous: answers.optional(),
  before: z.array(z.enum(bilagSystems)).default([]),
  expect: z.partialRecord(z.enum(bilagSystems), z.enum(['A', 'B', 'C', 'D', 'E'])),
});
type Case = z.infer<typeof caseOf>;

/** One line for each system in which the grade differs. */
const differences = ({ id, note, dialect, items, previous, before, expect }: Case): readonly string[] => {
  const options = { ...defaultBilagOptions, dialect, notDone: 'contributes nothing' } as const;
  const now = wholeAssessment(items);
  const { systems, refused } = gradeBilag(now, previous && wholeAssessment(previous), involved(before), options);
  const wrong = bilagSystems.flatMap((system) => {
    const found = lettersOf(systems[system]);
    const expected = expect[system];
    return expected === undefined || found === expected ? [] : [`${system} ${found}, expected ${expected}`];
  });
  return [...wrong, ...refused.map(({ item, why }) => `item ${item}: ${why}`)].map(
    (what) => `${id}: ${what} (${note})`,
  );
};

const skip = existsSync(cases) ? false : 'evidence/oracles/bilag-2004/cases.yaml is not there';

test('every case of evidence/oracles/bilag-2004 comes out as its author expects', { skip }, () => {
  const file = z.strictObject({ cases: z.array(caseOf).min(200) }).parse(parse(readFileSync(cases, 'utf8')));
  assert.equal(new Set(file.cases.map(({ id }) => id)).size, file.cases.length, 'each case has an id of its own');
  assert.ok(file.cases.every(({ expect }) => Object.keys(expect).length > 0));
  assert.deepEqual(file.cases.flatMap(differences), []);
});
