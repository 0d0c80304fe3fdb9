import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { diffStudies } from './diff-studies.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');

const definitionOf = (content: string) => {
  const { study, findings } = readStudy(content);
  assert.ok(study, JSON.stringify(findings));
  return study.definition;
};

const changes = (edit: (text: string) => string): readonly string[] =>
  diffStudies(definitionOf(text), definitionOf(edit(text))).map(
    ({ change, place, before, after }) => `${change} ${place}: ${before ?? '-'} → ${after ?? '-'}`,
  );

const newCriterion = '    - { id: I9, title: Not thin, rule: weight at screening >= 40 kg }\n  exclude:\n';

/** An edit of study.yaml, and what is said of it. */
const rows: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
  ['nothing', (same) => same, []],
  [
    'white space inside a sentence',
    (same) => same.replace('age at consent > 18 years and', 'age at consent > 18 years   and'),
    [],
  ],
  [
    'a threshold',
    (same) => same.replace('SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screening >= 10'),
    ['changed eligibility include I3 rule: SLEDAI-2K at screening >= 6 → SLEDAI-2K at screening >= 10'],
  ],
  [
    'the size',
    (same) => same.replace('participants: 40', 'participants: 60'),
    ['changed design participants: 40 → 60'],
  ],
  [
    'a new criterion changes no other',
    (same) => same.replace('  exclude:\n', newCriterion),
    ['added eligibility include I9: - → id: I9; title: Not thin; rule: weight at screening >= 40 kg'],
  ],
  [
    'a window',
    (same) => same.replace('earliest: 25, latest: 31', 'earliest: 24, latest: 32'),
    ['changed visits week 4 earliest: 25 → 24', 'changed visits week 4 latest: 31 → 32'],
  ],
  [
    'block sizes',
    (same) => same.replace('block sizes: [2, 4, 6]', 'block sizes: [4, 6]'),
    ['changed allocation block sizes: 2, 4, 6 → 4, 6'],
  ],
  [
    'a dose that is capped in no way any more',
    (same) => same.replace('        suspended in: 30 mL saline\n', ''),
    ['removed arms msc doses msc-infusion suspended in: 30 mL saline → -'],
  ],
  [
    'the order of arms',
    (same) => {
      const [start, end] = [same.indexOf('  - id: msc\n'), same.indexOf('\nallocation:')];
      const [msc = '', il2 = ''] = same.slice(start, end).split(/(?= {2}- id: il-2\n)/);
      return `${same.slice(0, start)}${il2}\n${msc}${same.slice(end)}`.replace(/\n\n\n+/g, '\n\n');
    },
    ['moved arms: msc, il-2 → il-2, msc'],
  ],
];

for (const [what, edit, said] of rows) test(what, () => assert.deepEqual(changes(edit), said));

test('going back says the same with before and after changed', () => {
  const later = text
    .replace('SLEDAI-2K at screening >= 6', 'SLEDAI-2K at screening >= 10')
    .replace('  exclude:\n', newCriterion);
  const [there, back] = [
    diffStudies(definitionOf(text), definitionOf(later)),
    diffStudies(definitionOf(later), definitionOf(text)),
  ];
  const turned = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
  assert.deepEqual(back.map(({ place }) => place).toSorted(), there.map(({ place }) => place).toSorted());
  for (const each of there)
    assert.ok(
      back.some(
        (other) =>
          other.place === each.place &&
          other.change === turned[each.change] &&
          other.before === each.after &&
          other.after === each.before,
      ),
    );
});
