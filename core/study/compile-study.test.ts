import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { chartFrom } from '#core/criteria/given.ts';
import { printCondition } from '#core/criteria/print.ts';
import { canonicalText } from '#core/record/canonical.ts';
import { hashText } from '#core/record/link.ts';
import { readStudy, versionHash } from './compile-study.ts';
import { edited, placeOf, withSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const compiled = (of: string) => {
  const { study, findings } = readStudy(of);
  assert.ok(study, JSON.stringify(findings));
  return study;
};
const base = compiled(text);

test('the trial reads without a finding', () => {
  assert.deepEqual(readStudy(text).findings, []);
  assert.equal(
    base.criteria.length,
    base.definition.eligibility.include.length + base.definition.eligibility.exclude.length,
  );
  assert.deepEqual(
    base.endpoints.map(({ of }) => of.id),
    base.definition.endpoints.map(({ id }) => id),
  );
  assert.deepEqual(
    base.responses.get('renal-response')?.levels.map(({ id }) => id),
    ['CR', 'PR'],
  );
});

test('measures are scheduled at a visit in the order of its activities', () => {
  assert.deepEqual(base.scheduledAt('baseline'), [
    'creatinine',
    'UPCR',
    'protein-24h',
    'haemoglobin',
    'leucocytes',
    'neutrophils',
    'lymphocytes',
    'platelets',
    'ALT',
    'AST',
    'weight',
    'SLEDAI-2K',
    'BILAG-2004',
    'PGA',
  ]);
  assert.deepEqual(base.scheduledAt('week 99'), []);
});

test('the hash names the definition: comments, quotes and the order of keys are not part of it', () => {
  assert.equal(base.hash, hashText(canonicalText(base.definition)));
  assert.equal(versionHash(base.definition), base.hash);
  const including = compiled(readFileSync(new URL('../../trials/nct03673748/study.yaml', import.meta.url), 'utf8'));
  assert.equal(versionHash(including.definition), including.hash);
  assert.notEqual(including.hash, hashText(canonicalText(including.definition)));
  assert.equal(compiled(`# a comment\n${text}\n# another\n`).hash, base.hash);
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };
  assert.equal(compiled(stringify(turned(parse(text)))).hash, base.hash);
});

test('any value that changes changes the hash', () => {
  const leaves: (readonly PropertyKey[])[] = [];
  const collect = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return void leaves.push(path);
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key]);
  };
  collect(base.definition, []);
  const changed = (value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown => {
    if (key === undefined) return typeof value === 'number' ? value + 1 : `${String(value)} x`;
    if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? changed(each, rest) : each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === key ? changed(inner, rest) : inner]),
    );
  };
  const hashes = new Set(leaves.map((path) => hashText(canonicalText(changed(base.definition, path)))));
  assert.ok(leaves.length > 500);
  assert.equal(hashes.size, leaves.length);
  assert.ok(!hashes.has(base.hash));
});

test('with an error nothing is compiled, and the findings stand in the order of the lines', () => {
  const broken = edited(
    edited(text, 'SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screning >= 6'),
    'control: il-2',
    'control: il-3',
  );
  const { study, findings } = readStudy(broken);
  assert.equal(study, undefined);
  assert.deepEqual(
    findings.map(({ path }) => path),
    ['eligibility.include[2].rule', 'analyses[0].control'],
  );
});

test('sixty mutated files: no exception, and every rejection has a place', () => {
  const lines = text.split('\n');
  const mutation = fc.record({
    line: fc.nat({ max: lines.length - 1 }),
    at: fc.nat({ max: 80 }),
    kind: fc.constantFrom('cut', 'double', 'swap', 'insert', 'drop'),
    letter: fc.constantFrom(...'aZ09 :-[]{}"\'#|>&*\t\u0007é,;()<='),
  });
  const mutate = ({ line, at, kind, letter }: { line: number; at: number; kind: string; letter: string }): string => {
    const changed = [...lines];
    const old = lines[line] ?? '';
    if (kind === 'cut') changed[line] = old.slice(0, at);
    if (kind === 'double') changed.splice(line, 0, old);
    if (kind === 'swap') changed[line] = old.slice(0, at) + letter + old.slice(at + 1);
    if (kind === 'insert') changed[line] = old.slice(0, at) + letter + old.slice(at);
    if (kind === 'drop') changed.splice(line, 1);
    return changed.join('\n');
  };
  let refused = 0;
  fc.assert(
    fc.property(mutation, (each) => {
      const { study, findings } = readStudy(mutate(each));
      if (study !== undefined) return;
      refused += 1;
      for (const { line, column, what } of findings)
        assert.ok(line >= 1 && column >= 1 && what.length > 0, JSON.stringify(findings));
    }),
    { numRuns: 60 },
  );
  assert.ok(refused > 15, `${refused} were refused`);
});

test('what stratifies and what stops is compiled with its sentence', () => {
  const safety = `safety:
  grading: CTCAE v5.0
  rules:
    - { id: S1, title: Kidney, rule: creatinine > 3 mg/dL, at: [week 4], action: stop treatment }
  stopping:
    - id: T1
      title: Infections
      event: |
        had infection where (severe)
        from first dose to week 24
      participants: 3
      of: 10
      action: pause recruitment
`;
  const strata = '  strata: [{ id: heavy, title: Heavy, rule: UPCR at screening >= 3 g/g }]\n';
  const study = compiled(edited(withSections(text, safety), '  assumes: [A-18]\n', `${strata}  assumes: [A-18]\n`));
  assert.deepEqual([base.strata, base.safetyRules, base.stoppingRules], [[], [], []]);
  const [heavy] = study.strata;
  const [rule] = study.safetyRules;
  const [stopping] = study.stoppingRules;
  assert.ok(heavy && rule && stopping);
  assert.deepEqual([heavy.id, printCondition(heavy.condition)], ['heavy', 'UPCR at screening >= 3 g/g']);
  assert.deepEqual([rule.of.action, printCondition(rule.condition)], ['stop treatment', 'creatinine > 3 mg/dL']);
  assert.deepEqual(
    [stopping.of.participants, stopping.of.of, printCondition(stopping.condition)],
    [3, 10, 'had infection where (severe) from first dose to week 24'],
  );
  const empty = chartFrom({}, study.lexicon);
  for (const { ask } of [heavy, rule, stopping]) assert.equal(ask(empty, 'week 4').truth, 'unknown');
});

test('library and questions are in the definition as they were written', () => {
  const library = 'library: [{ use: BELONG-CR, as: kidney, points: { baseline: week 4 } }]\n';
  const question = 'ask: "How many cycles of IL-2 are given?", ';
  const { definition } = compiled(
    edited(withSections(text, library), question, `${question}from: "interventions[1]", `),
  );
  assert.deepEqual(definition.library, [{ use: 'BELONG-CR', as: 'kidney', points: { baseline: 'week 4' } }]);
  assert.equal(definition.questions.find(({ id }) => id === 'S002-04')?.from, 'interventions[1]');
});

test('a fault inside an event of a stopping rule is found at its word', () => {
  const safety = `safety:
  stopping:
    - id: T1
      title: Infections
      event: |
        had infection
        from first dos to week 24
      participants: 3
      action: pause recruitment
`;
  const changed = withSections(text, safety);
  const [{ line, column } = { line: 0, column: 0 }] = readStudy(changed).findings;
  assert.deepEqual({ line, column }, placeOf(changed, 'from ▸first dos to'));
});
