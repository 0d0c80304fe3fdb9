import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { chartFrom } from '#core/criteria/given.ts';
import { readRule } from '#core/criteria/read.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { readStudy } from './compile-study.ts';
import { circles, overgrown } from './definition-references.ts';
import { edited } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { lexiconOf } from './study-lexicon.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('definitions that go in a circle are each named, and nothing hangs', () => {
  const one = edited(
    text,
    'rule: creatinine at baseline > 1.2 mg/dL',
    'rule: creatinine-abnormal-at-baseline at baseline',
  );
  assert.deepEqual(
    readStudy(one).findings.map(({ path, what }) => [path, what]),
    [['definitions[1].rule', '"creatinine-abnormal-at-baseline" refers to itself']],
  );
  const three = edited(text, 'rule: creatinine at baseline > 1.2 mg/dL', 'rule: not PR at baseline');
  assert.deepEqual(
    readStudy(three).findings.map(({ path, what }) => [path, what]),
    [
      ['definitions[1].rule', '"creatinine-abnormal-at-baseline" refers to itself'],
      ['definitions[3].rule', '"PR" refers to itself'],
    ],
  );
});

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `d${index}`);

/** Definitions d0, d1 … with these rules, in the words of the trial. */
const defined = (rules: readonly string[]) => {
  const read = readDefinition(text);
  assert.ok(isDefinition(read));
  const lexicon = { ...lexiconOf(read.definition), definitions: new Set(names(rules.length)) };
  const placed = rules.map((rule, index) => {
    const formula = readRule(rule, lexicon);
    assert.ok(!('problem' in formula), rule.slice(0, 30));
    return { id: `d${index}`, path: ['definitions', index, 'rule'], formula };
  });
  return { placed, definitions: new Map<string, Condition>(placed.map(({ id, formula }) => [id, formula])) };
};

test('the first sentence over 2,000 conditions is told, not those that grow by it', () => {
  // A leaf is 1 condition; n leaves joined are n + 1, and a reference is 1 and what it refers to.
  const leaves = (count: number): string => Array.from({ length: count }, () => 'fertile').join(' or ');
  const rows: readonly (readonly [rules: readonly string[], ...over: readonly number[]])[] = [
    [[leaves(900)]],
    [[leaves(900), 'd0 or d0']],
    [[leaves(664), 'd0 or d0 or d0 or fertile']],
    [[leaves(664), 'd0 or d0 or d0 or fertile or fertile'], 1],
    [[leaves(900), 'd0 and d0', 'd1 and d1', 'd2', 'd0 and d0 and d0'], 2, 4],
  ];
  for (const [rules, ...over] of rows) {
    const { placed, definitions } = defined(rules);
    assert.deepEqual(
      overgrown(placed, definitions).map(({ path }) => path[1]),
      over,
      String(rules.map((rule) => rule.slice(0, 30))),
    );
    assert.deepEqual(circles(placed, definitions), []);
  }
});

/** The trial with more definitions: each row is one, d0 first, each by its sentence. */
const withDefinitions = (rules: readonly string[]): string => {
  const written = rules.map((rule, index) => `  - { id: d${index}, title: One more, rule: ${rule} }\n`).join('');
  return edited(text, 'definitions:\n', `definitions:\n${written}`);
};

test('thirty definitions that each double the one before, and a web of circles, are answered at once', () => {
  const doubled = names(30).map((_, index) => (index === 0 ? 'pregnant' : `d${index - 1} and d${index - 1}`));
  const web = names(30).map((_, index) =>
    names(30)
      .filter((name) => name !== `d${index}`)
      .join(' or '),
  );
  const rows = [
    [withDefinitions(doubled), ['definitions[9].rule: more than 2000 conditions with all that it refers to']],
    [withDefinitions(web), names(30).map((name, index) => `definitions[${index}].rule: "${name}" refers to itself`)],
  ] as const;
  for (const [study, expected] of rows) {
    const began = performance.now();
    const { findings } = readStudy(edited(study, 'SLEDAI-2K at screening >= 6', 'd29 at screening'));
    assert.ok(performance.now() - began < 2000, 'took longer than two seconds');
    assert.deepEqual(
      findings.map(({ path, what }) => `${path}: ${what}`),
      expected,
    );
  }
});

test('as deep and as long as is let through is still asked', () => {
  const chain = names(490).map((_, index) => (index === 0 ? 'pregnant' : `not not not d${index - 1}`));
  const { study, findings } = readStudy(
    edited(withDefinitions(chain), 'SLEDAI-2K at screening >= 6', 'd489 at screening'),
  );
  assert.deepEqual(findings, []);
  const deep = study?.criteria.find(({ id }) => id === 'I3');
  assert.ok(study && deep);
  const chart = chartFrom({}, study.lexicon);
  assert.equal(deep.ask(chart, undefined).truth, 'unknown');
});
