import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, formulaOf, lexicon } from '../given.ts';
import { printCondition } from '../print.ts';
import type { Condition } from '../syntax.ts';
import { type NamedFormula, translateToElm } from './elm.ts';

const glossary = {
  lexicon,
  definitions: new Map<string, Condition>([
    ['low-protein', conditionOf('UPCR < 0.5 g/g')],
    ['CR', conditionOf('low-protein and 2 * creatinine <= 2.4 mg/dL')],
  ]),
};

const library = (...formulas: readonly (readonly [name: string, sentence: string, here?: string])[]) =>
  translateToElm(
    { id: 'trial', version: '1' },
    formulas.map(([name, sentence, here]): NamedFormula => ({ name, formula: formulaOf(sentence), here })),
    glossary,
  );

test('a library as the ELM schema (HL7 CQL 1.5) writes it', () => {
  const { elm } = library(['I3', 'SLEDAI-2K at screening >= 6']);
  assert.deepEqual(elm, {
    library: {
      identifier: { id: 'trial', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: {
        def: [
          {
            name: 'SLEDAI-2K at screening',
            accessLevel: 'Public',
            parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: '{urn:hl7-org:elm-types:r1}Integer' },
          },
        ],
      },
      statements: {
        def: [
          {
            name: 'I3',
            context: 'Unfiltered',
            accessLevel: 'Public',
            expression: {
              type: 'GreaterOrEqual',
              operand: [
                { type: 'ParameterRef', name: 'SLEDAI-2K at screening' },
                { type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}Integer', value: '6' },
              ],
            },
          },
        ],
      },
    },
  });
  assert.deepEqual(JSON.parse(JSON.stringify(elm)), elm, 'it is JSON');
});

test('a sentence without a point takes the one at which it is asked; definitions come before what refers to them', () => {
  const { elm, sentences } = library(['E', 'CR and pregnant', 'week 24']);
  assert.deepEqual(
    elm.library.statements.def.map(({ name }) => name),
    ['low-protein at week 24', 'CR at week 24', 'E'],
  );
  const said = [...sentences.values()].map(printCondition);
  assert.deepEqual(said, [
    'UPCR at week 24 < 0.5 g/g',
    'low-protein at week 24 and 2 * creatinine at week 24 <= 2.4 mg/dL',
    'CR at week 24 and pregnant at week 24',
  ]);
});

test('what has no translation is listed with its construct, and leaves nothing behind', () => {
  const { elm, parameters, atoms, refused } = library(
    ['time', 'first point from week 4 to week 24 where (CR)', 'week 24'],
    ['value', 'change of PGA from baseline', 'week 24'],
    ['square', 'pregnant or PGA * PGA > 1', 'week 24'],
    ['kept', 'fertile', 'week 24'],
  );
  assert.deepEqual(
    refused.map(({ name, construct, span }) => [name, construct, span.start]),
    [
      ['time', 'time', 0],
      ['value', 'value', 0],
      ['square', 'product of two measures', 12],
    ],
  );
  assert.equal(refused[2]?.sentence, 'pregnant or PGA * PGA > 1');
  assert.deepEqual([parameters.length, atoms.length, elm.library.statements.def.length], [1, 1, 1]);
  assert.equal(parameters[0]?.name, 'fertile at week 24');
});

test('a definition that is asked under its name at a point is not written twice', () => {
  const { elm } = library(
    ['E', 'CR', 'week 4'],
    ['CR at week 4', 'low-protein and 2 * creatinine <= 2.4 mg/dL', 'week 4'],
  );
  assert.deepEqual(
    elm.library.statements.def.map(({ name }) => name),
    ['low-protein at week 4', 'CR at week 4', 'E'],
  );
});
