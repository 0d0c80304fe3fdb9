import assert from 'node:assert/strict';
import test from 'node:test';
import { itemsOfSystem } from './items.ts';
import { bilagOptions, defaultBilagOptions } from './options.ts';

test('every option is told with its source and how far it was checked', () => {
  assert.deepEqual(
    bilagOptions.map(({ option }) => option),
    Object.keys(defaultBilagOptions),
  );
  for (const { says } of bilagOptions) assert.match(says, /^[A-Z]/);
  assert.deepEqual(
    bilagOptions.map(({ option, source, standing }) => [option, source, standing]),
    [
      ['dialect', 'yee2010', 'verified'],
      ['notDone', 'own', 'verified'],
      ['haematology', 'yee2010', 'recalled'],
      ['cardiorespiratory', 'yee2010', 'recalled'],
    ],
  );
});

test('a default is one of its choices', () => {
  for (const { option, choices } of bilagOptions) {
    const value = defaultBilagOptions[option];
    assert.equal(typeof value === 'string', choices !== undefined, option);
    if (choices !== undefined)
      assert.ok(
        choices.some((choice) => choice === value),
        option,
      );
  }
});

test('the cardiorespiratory lists share out the items of the system, each once', () => {
  const { A, B, C } = defaultBilagOptions.cardiorespiratory;
  assert.deepEqual([...A, ...B, ...C].toSorted(), itemsOfSystem('cardiorespiratory'));
});

test('limits of haematology rise from step to step', () => {
  const { haemoglobin, leucocytes, neutrophils, platelets } = defaultBilagOptions.haematology;
  for (const limits of [haemoglobin, leucocytes, neutrophils, platelets])
    assert.deepEqual(
      limits,
      limits.toSorted((a, b) => a - b),
    );
});

test('the choices of an option, word for word', () => {
  assert.deepEqual(
    bilagOptions.map(({ choices }) => choices?.join(', ')),
    ['paper2009, access-vba', 'open, open unless an alternative was done, contributes nothing', undefined, undefined],
  );
});
