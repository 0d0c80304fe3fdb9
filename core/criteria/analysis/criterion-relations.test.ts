import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, lexicon } from '../given.ts';
import { type NamedCriterion, relateCriteria } from './criterion-relations.ts';

const criterion = (text: string, index: number): NamedCriterion => {
  const [kind = '', ...words] = text.split(' ');
  assert(kind === 'include' || kind === 'exclude');
  return { id: `${kind[0]}${index + 1}`, kind, condition: conditionOf(words.join(' ')) };
};

/** 2^17 combinations of answers. */
const manyJudgements = Array.from({ length: 17 }, (_, index) => `judged "${index}" at screening`).join(' and ');

/** Criteria, and what is said of them. */
const rows: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['include SLEDAI-2K at screening >= 6'], []],
  [['include SLEDAI-2K at screening > 105'], ['nobody passes i1']],
  [['include SLEDAI-2K at screening >= 105'], []],
  [['include SLEDAI-2K at screening >= 0'], ['excludes nobody i1']],
  [['exclude SLEDAI-2K at screening > 105'], ['excludes nobody e1']],
  [['include UPCR at screening > 1 g/g and UPCR at screening < 1000 mg/g'], ['nobody passes i1']],
  [['include UPCR at screening >= 1 g/g and UPCR at screening <= 1000 mg/g'], []],
  [['include SLEDAI-2K at screening >= 6', 'include SLEDAI-2K at screening >= 10'], ['implied by i1 i2']],
  [['include SLEDAI-2K at screening >= 10', 'exclude SLEDAI-2K at screening >= 6'], ['nobody passes i1 e2']],
  [['include SLEDAI-2K at screening >= 6', 'exclude SLEDAI-2K at screening >= 10'], []],
  [
    ['include creatinine at screening < 1.2 mg/dL', 'exclude creatinine at screening > 150 umol/L'],
    ['implied by e2 i1'],
  ],
  [
    ['include pregnant at screening', 'exclude pregnant at screening or lactating at screening'],
    ['nobody passes i1 e2'],
  ],
  [['include urine-hCG at screening in (negative, positive)'], ['excludes nobody i1']],
  [['include judged "willing" at screening', 'exclude not judged "willing" at screening'], []],
  [
    [
      'include creatinine at baseline <= 125% of creatinine at screening',
      'include creatinine at baseline <= 150% of creatinine at screening',
    ],
    ['implied by i2 i1'],
  ],
  [
    [
      'include UPCR at baseline falls by > 50% from screening',
      'exclude UPCR at baseline falls by > 20% from screening',
    ],
    ['nobody passes i1 e2'],
  ],
  [[`include ${manyJudgements}`], ['not analysed i1']],
  [['include received rituximab ever', 'exclude received rituximab ever'], []],
  [
    ['include LN-class at screening includes any of (I)', 'exclude LN-class at screening includes any of (I, VI)'],
    ['nobody passes i1 e2'],
  ],
  [
    [
      'include LN-class at screening includes only (III, IV, V)',
      'exclude LN-class at screening includes any of (I, VI)',
    ],
    ['implied by e2 i1'],
  ],
  [
    [
      'include LN-class at screening includes any of (III, IV)',
      'exclude LN-class at screening includes any of (I, VI)',
    ],
    [],
  ],
  [['include LN-class at screening includes any of (I, II, III, IV, V, VI)'], ['excludes nobody i1']],
  [
    ['include LN-class at screening includes any of (III) and LN-class at screening includes none of (III)'],
    ['nobody passes i1'],
  ],
];

for (const [criteria, said] of rows)
  test(`${criteria.map((each) => each.slice(0, 90)).join(' | ')} → ${said.join(', ') || 'nothing'}`, () => {
    const relations = relateCriteria(criteria.map(criterion), lexicon);
    assert.deepEqual(
      relations.map(({ relation, criteria: ids }) => [relation, ...ids].join(' ')),
      said,
    );
  });
