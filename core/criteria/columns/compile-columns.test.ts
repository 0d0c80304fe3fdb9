import assert from 'node:assert/strict';
import test from 'node:test';
import { type ElmExpression, elmType, integer } from '../translate/elm-tree.ts';
import { compileColumns } from './compile-columns.ts';
import { libraryOf } from './given.ts';

const compiled = (...sentences: readonly string[]) => compileColumns(libraryOf(sentences));

/** In ten-thousandths of mg/dL, or whole points: the least number that reaches what is asked. */
const bounds: readonly (readonly [sentence: string, bound: number, negated: boolean])[] = [
  ['creatinine at screening >= 1.2 mg/dL', 12_000, false],
  ['creatinine at screening > 1.2 mg/dL', 12_001, false],
  ['creatinine at screening < 1.2 mg/dL', 12_000, true],
  ['creatinine at screening <= 1.2 mg/dL', 12_001, true],
  ['0 mg/dL - creatinine at screening >= 0 mg/dL - 1.2 mg/dL', 12_001, true],
  ['SLEDAI-2K at screening * 4 >= 23', 6, false],
  ['SLEDAI-2K at screening * 4 > 24', 7, false],
  ['SLEDAI-2K at screening * 4 <= 23', 6, true],
];
for (const [sentence, bound, negated] of bounds)
  test(`${sentence}: one comparison with ${bound}${negated ? ', turned' : ''}`, () => {
    const { instructions, statements } = compiled(sentence);
    assert.equal(instructions.length, 1);
    const [only] = instructions;
    assert(only?.kind === 'at least');
    assert.deepEqual([only.bound, only.terms.map(({ factor }) => factor)], [bound, [1]]);
    assert.deepEqual(statements.get(sentence), { kind: 'computed', step: 0, negated });
  });

test('what sentences share is computed once', () => {
  const [one, other] = [
    'SLEDAI-2K at screening >= 6 and reached consent',
    'SLEDAI-2K at screening >= 6 or reached consent',
  ];
  assert.equal(compiled(one).instructions.length, 2);
  assert.equal(compiled(one, other).instructions.length, 3);
  assert.equal(compiled(one, `not (${one})`).instructions.length, 2);
  assert.equal(
    compiled('low-protein at screening and reached consent', 'low-protein at screening or reached consent').instructions
      .length,
    5,
  );
});

test('answers, levels and what is not asked take no step', () => {
  assert.equal(compiled('reached consent', 'urine-hCG at screening = negative').instructions.length, 0);
  assert.deepEqual(
    [...compiled('0% of creatinine at week 24 < 1 mg/dL').statements.values()],
    [{ kind: 'constant', truth: 'true' }],
  );
});

const statement = (expression: ElmExpression) => {
  const { elm, parameters } = libraryOf(['urine-hCG at screening = negative', 'SLEDAI-2K at screening >= 6']);
  const def = [{ name: 'S', context: 'Unfiltered', accessLevel: 'Public', expression }] as const;
  return { parameters, elm: { library: { ...elm.library, statements: { def } } } };
};
const text = (value: string): ElmExpression => ({ type: 'Literal', valueType: elmType('String'), value });
const hCG: ElmExpression = { type: 'ParameterRef', name: 'urine-hCG at screening' };
const counted: ElmExpression = {
  type: 'If',
  condition: hCG,
  // biome-ignore lint/suspicious/noThenProperty: ELM names it so; nothing awaits an expression
  then: integer(1n),
  else: integer(0n),
};

const refused: readonly (readonly [expression: ElmExpression, message: RegExp])[] = [
  [integer(1n), /1 is no truth/],
  [{ type: 'Add', operand: [integer(1n), integer(1n)] }, /Add is no truth/],
  [{ type: 'Coalesce', operand: [] }, /first of nothing/],
  [{ type: 'ExpressionRef', name: 'T' }, /T is no statement/],
  [{ type: 'ExpressionRef', name: 'S' }, /S refers to itself/],
  [{ type: 'Equal', operand: [hCG, text('perhaps')] }, /is never perhaps/],
  [{ type: 'Equal', operand: [counted, integer(1n)] }, /a count beside a number/],
];
for (const [expression, message] of refused)
  test(`never written by translation: ${message.source}`, () => {
    assert.throws(() => compileColumns(statement(expression)), message);
  });
