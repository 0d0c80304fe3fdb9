import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';

const text = readFileSync(new URL('study.yaml', import.meta.url), 'utf8');

/** The study with one text in place of another, which must stand in it. */
const changed = (from: string, to: string): string => {
  assert(text.includes(from), from);
  return text.replace(from, () => to);
};

const lineOf = (file: string, part: string): number => file.slice(0, file.indexOf(part)).split('\n').length;

interface Expected {
  /** Text that stands where the finding points: on its line, from its column on. */
  readonly at: string;
  readonly what: RegExp;
  readonly nearest?: string;
  readonly path?: string;
}

const firstAt = (file: string, { at, what, nearest, path }: Expected): void => {
  const { study, findings } = readStudy(file);
  assert.equal(study, undefined);
  const lines = file.split('\n');
  const found = findings.find((finding) => what.test(finding.what));
  assert(found !== undefined, JSON.stringify(findings.slice(0, 5), null, 1));
  assert(
    lines[found.line - 1]?.slice(found.column - 1).startsWith(at),
    `${found.line}:${found.column} ${lines[found.line - 1]}`,
  );
  if (nearest !== undefined) assert.equal(found.nearest, nearest);
  if (path !== undefined) assert.equal(found.path, path);
};

const rows: readonly (readonly [string, string, Expected])[] = [
  [
    'an unknown key',
    changed('title: Low-dose interleukin-2', 'titel: Low-dose interleukin-2'),
    { at: 'titel', what: /"titel" is not a field here/, nearest: 'title' },
  ],
  [
    'an unknown key at the top',
    `${text}\nendpoint: []\n`,
    { at: 'endpoint', what: /"endpoint" is not a field/, nearest: 'endpoints' },
  ],
  [
    'an unknown measure in an activity',
    changed('measures: [creatinine, UPCR,', 'measures: [creatinin, UPCR,'),
    { at: 'creatinin,', what: /"creatinin" is no measure/, nearest: 'creatinine' },
  ],
  [
    'an unknown measure in a sentence',
    changed('rule: SLEDAI-2K at screening >= 6', 'rule: SLEDIA-2K at screening >= 6'),
    { at: 'SLEDIA-2K', what: /found "SLEDIA-2K"/, nearest: 'SLEDAI-2K', path: 'eligibility.include[2].rule' },
  ],
  [
    'an unknown visit in a sentence',
    changed('rule: SLEDAI-2K at screening >= 6', 'rule: SLEDAI-2K at screning >= 6'),
    { at: 'screning', what: /found "screning"/, nearest: 'screening' },
  ],
  [
    'an unknown visit of an endpoint',
    changed('at least: PR\n    at: week 24', 'at least: PR\n    at: week 42'),
    { at: 'week 42', what: /"week 42" is no visit/, nearest: 'week 4' },
  ],
  [
    'an unknown concept',
    changed('received B-cell-depletion', 'received B-cell-depleton'),
    { at: 'B-cell-depleton', what: /found/, nearest: 'B-cell-depletion' },
  ],
  [
    'an unknown unit in a sentence',
    changed('creatinine <= 1.2 mg/dL or', 'creatinine <= 1.2 mg/dLL or'),
    { at: 'mg/dLL', what: /unknown unit "mg\/dLL"/, nearest: 'mg/dL' },
  ],
  [
    'an unknown unit in a dose',
    changed('"2000000 {cells}/kg"', '"2000000 clels/kg"'),
    { at: '"2000000 clels/kg"', what: /has no unit that is known/ },
  ],
  [
    'a missing unit',
    changed('prednisone-equivalent <= 10 mg/d\n', 'prednisone-equivalent <= 10\n'),
    { at: '10', what: /without a unit/ },
  ],
  ['a duplicate id', changed('- id: I2', '- id: I1'), { at: 'I1', what: /"I1" stands twice/ }],
  [
    'a duplicate id of the other kind',
    changed('- id: E8', '- id: I1'),
    { at: 'I1', what: /"I1" is also an inclusion/ },
  ],
  ['a duplicate visit', changed('- { id: week 8,', '- { id: week 4,'), { at: 'week 4', what: /"week 4" stands twice/ }],
  [
    'a duplicate key',
    changed('version: "0.1"', 'version: "0.1"\nversion: "0.2"'),
    { at: 'version: "0.2"', what: /unique/ },
  ],
  ['a missing field', changed('  phase: 3\n', ''), { at: 'design', what: /"phase" is missing/, path: 'design.phase' }],
  [
    'a definition that is itself',
    changed('rule: creatinine at baseline > 1.2 mg/dL', 'rule: CR or PR'),
    { at: '', what: /refers to itself/ },
  ],
  [
    'a visit that does not measure what is asked',
    changed('rule: change of SLEDAI-2K from baseline', 'rule: change of weight from baseline'),
    { at: '', what: /weight is not scheduled at week 24/ },
  ],
  [
    'a control character',
    changed('title: Umbilical', 'title: Umbi\u0007lical'),
    { at: '\u0007', what: /control character \(code 7\)/ },
  ],
  [
    'a control character by its escape, in a sentence',
    changed('rule: SLEDAI-2K at screening >= 6', 'rule: "SLEDAI-2K at \\u0000screening >= 6"'),
    { at: '', what: /control character/ },
  ],
  [
    'a control character by its escape, in a judgement',
    changed('rule: pregnant at screening or', 'rule: "judged \\"x\\u001by\\" at screening or pregnant at screening" #'),
    { at: '', what: /control character/ },
  ],
];
for (const [what, file, expected] of rows) test(`${what}: a finding at its place`, () => firstAt(file, expected));

/** Files that are refused as a whole, quickly, and what is said. */
const whole: readonly (readonly [string, string, RegExp])[] = [
  ['an empty file', '', /no fields/],
  ['blanks only', ' \n \n', /no fields/],
  ['a comment only', '# nothing\n', /no fields/],
  ['a list', '- a\n- b\n', /no fields/],
  ['a word', 'trialwright', /no fields/],
  ['10 MB', `${text}\n${'# padding\n'.repeat(1_000_000)}`, /characters; nothing of it was read/],
  ['10 MB of one line', `title: ${'x'.repeat(10_000_000)}`, /characters; nothing of it was read/],
  ['100,000 opening brackets', `a: ${'['.repeat(100_000)}`, /nested too deeply/],
  ['100,000 opening braces', `a: ${'{'.repeat(100_000)}`, /nested too deeply/],
  ['100,000 pairs of brackets', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested too deeply/],
  ['a thousand lists in one line', `${'- '.repeat(1000)}a`, /nested too deeply/],
  [
    '1,000 indents',
    Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    /nested too deeply/,
  ],
  [
    'binary noise',
    String.fromCharCode(...Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)),
    /control character/,
  ],
  ['a tab for an indent', 'a:\n\tb: 1\n', /./],
  ['an unclosed quotation', `${text}\nx: "open\n`, /./],
  ['two documents', `${text}\n---\n${text}`, /./],
];
for (const [what, file, said] of whole)
  test(`${what}: refused as a whole, with a place`, () => {
    const start = performance.now();
    const { study, findings } = readStudy(file);
    assert.equal(study, undefined);
    const [first] = findings;
    assert(first !== undefined && said.test(first.what), first?.what);
    const lines = file.split('\n');
    assert(first.line >= 1 && first.line <= lines.length && first.column >= 1);
    assert(performance.now() - start < 5000);
  });

test('10,000 indents of two are refused before they are parsed', () => {
  const file = Array.from({ length: 1400 }, (_, depth) => `${' '.repeat(2 * Math.min(depth, 340))}a${depth}:`).join(
    '\n',
  );
  assert(file.length < 1_000_000);
  const { study, findings } = readStudy(file);
  assert.equal(study, undefined);
  assert.match(findings[0]?.what ?? '', /nested too deeply/);
});

test('an alias bomb is refused', () => {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  );
  const start = performance.now();
  const { study, findings } = readStudy(levels.join('\n'));
  assert.equal(study, undefined);
  assert(findings.length > 0);
  assert(performance.now() - start < 2000);
});

test('several findings come in the order of the file, each once', () => {
  const file = changed('- id: I2', '- id: I1').replace('SLEDAI-2K at screening >= 6', 'SLEDIA-2K at screening >= 6');
  const { findings } = readStudy(file);
  assert.equal(findings.length, 2);
  assert.deepEqual(
    findings.map(({ line }) => line),
    [lineOf(file, '- id: I1\n      title: Adult'), lineOf(file, 'SLEDIA-2K')],
  );
});
