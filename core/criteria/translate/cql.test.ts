import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { conditionOf, formulaOf, lexicon } from '../given.ts';
import { writeCql } from './cql.ts';
import { translateToElm } from './elm.ts';

const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('CR, PR, I2, I4 and E1a of trials/nct05631717 read as golden/nct05631717.cql', () => {
  const { study } = readStudy(file('../../../trials/nct05631717/study.yaml'));
  assert(study !== undefined);
  const { lexicon: names, definitions, criteria } = study;
  const chosen = ['I2', 'I4', 'E1a'].map((id) => {
    const found = criteria.find((criterion) => criterion.id === id);
    assert(found !== undefined, id);
    return { name: id, formula: found.condition, here: undefined };
  });
  const responses = ['CR', 'PR'].map((id) => {
    const formula = definitions.get(id);
    assert(formula !== undefined, id);
    return { name: `${id} at week 24`, formula, here: 'week 24' };
  });
  const library = translateToElm({ id: 'nct05631717', version: '0.1' }, [...chosen, ...responses], {
    lexicon: names,
    definitions,
  });
  assert.equal(writeCql(library), file('golden/nct05631717.cql'));
});

const bodyOf = (sentence: string): string => {
  const named = [{ name: 'it', formula: conditionOf(sentence), here: 'week 4' }];
  const text = writeCql(translateToElm({ id: 'x', version: '1' }, named, { lexicon, definitions: new Map() }));
  return (text.split('define "it":\n  ')[1] ?? '').trimEnd();
};

/** By the precedence of HL7 CQL 1.5: arithmetic, comparison, and, or; the rest in parentheses. */
const rows: readonly (readonly [string, string])[] = [
  ['pregnant', `"pregnant at week 4" = 'yes'`],
  ['not pregnant', `not ("pregnant at week 4" = 'yes')`],
  ['judged "a" and judged "b"', '"judged \\"a\\" at week 4" and "judged \\"b\\" at week 4"'],
  ['judged "a \\ b"', '"judged \\"a \\\\ b\\" at week 4"'],
  ['(PGA > 1 or PGA < 2) and PGA = 1', '("PGA at week 4" > 10 or "PGA at week 4" < 20) and "PGA at week 4" = 10'],
  ['(PGA > 1 and PGA < 2) or PGA = 1', '("PGA at week 4" > 10 and "PGA at week 4" < 20) or "PGA at week 4" = 10'],
  ['PGA - (PGA - 1) > 1', '"PGA at week 4" - "PGA at week 4" + 10 > 10'],
  ['2 * PGA + 1 >= PGA / 3', '6 * "PGA at week 4" + 30 >= "PGA at week 4"'],
  ['undefined "none"', 'null as Boolean'],
  [
    'at least 1 of (judged "a")',
    'if (if "judged \\"a\\" at week 4" then 1 else 0) >= 1 then true else if (if not "judged \\"a\\" at week 4" then 0 else 1) < 1 then false else null as Boolean',
  ],
];
for (const [sentence, expected] of rows) test(`${sentence} in CQL`, () => assert.equal(bodyOf(sentence), expected));

test('parameters say the size of a step and the unit, or the levels; refusals stand at the end', () => {
  const named = ['PGA > 1 and UPCR > 1 g/g and pregnant and SLEDAI-2K > 1', 'change of PGA from baseline'].map(
    (sentence, index) => ({ name: `s${index}`, formula: formulaOf(sentence), here: 'week 4' }),
  );
  const text = writeCql(translateToElm({ id: 'x', version: '1' }, named, { lexicon, definitions: new Map() }));
  const lines = text.split('\n');
  assert.deepEqual(lines.slice(0, 8), [
    `library "x" version '1'`,
    '',
    'parameter "PGA at week 4" Integer // in 0.1',
    'parameter "UPCR at week 4" Integer // in 0.0001 g/g',
    'parameter "pregnant at week 4" String // yes, no',
    'parameter "SLEDAI-2K at week 4" Integer',
    '',
    'context Unfiltered',
  ]);
  assert.equal(lines.at(-2), '// not translated: s1, value: change of PGA from baseline');
});
