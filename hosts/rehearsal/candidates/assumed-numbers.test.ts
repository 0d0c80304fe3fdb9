import assert from 'node:assert/strict';
import test from 'node:test';
import { concepts } from '#core/criteria/concepts.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import { readUnit } from '#core/quantities/unit.ts';
import {
  acrItems,
  events,
  findings,
  judgements,
  laboratoryRatios,
  laboratoryValues,
  medicines,
  people,
  recordDetails,
  sledaiItems,
  sliccItems,
  standardResponse,
} from './assumed-numbers.ts';

const itemsOfCatalogue = new Map(
  catalogue.flatMap(({ instrument }) => (instrument?.items ?? []).map((item) => [item.id, item])),
);
const isChance = (value: number): boolean => value >= 0 && value <= 1;

test('every result is one that a form asks, in a unit that the form takes and within what is plausible', () => {
  for (const [id, unit] of [...laboratoryValues, ...laboratoryRatios]) {
    const { answer } = itemsOfCatalogue.get(id) ?? assert.fail(`no form asks ${id}`);
    assert.ok(answer.type === 'quantity' && answer.units.includes(unit), `${id} in ${unit}`);
    assert.ok('code' in readUnit(unit), unit);
  }
  assert.ok(laboratoryValues.every(([, , , median, spread]) => median > 0 && spread > 0));
  assert.ok(laboratoryRatios.every(([, , , , times, spread]) => times > 0 && spread >= 0));
  const correlations = laboratoryValues.map(([, , , , , withActivity]) => withActivity);
  assert.ok(correlations.every((each) => each > -1 && each < 1));
});

test('every result of the laboratory that a form asks has a row; the numbers of BILAG-2004 are copies', () => {
  const known = new Set([...laboratoryValues, ...laboratoryRatios].map(([id]) => id));
  const asked = [...itemsOfCatalogue.values()]
    .filter(({ answer }) => answer.type === 'quantity')
    .map(({ id }) => id)
    .filter((id) => !id.startsWith('BILAG.'));
  assert.deepEqual(
    asked.filter((id) => !known.has(id)),
    ['weight', 'height'],
  );
});

test('every answer is one of its closed list', () => {
  for (const [id, answer, chance, otherwise] of findings) {
    const item = itemsOfCatalogue.get(id) ?? assert.fail(id);
    const levels: readonly string[] = item.answer.type === 'level' ? item.answer.levels : [];
    assert.deepEqual([answer, otherwise].toSorted(), levels.toSorted(), id);
    assert.ok(isChance(chance), id);
  }
});

test('every item that is drawn stands on its form', () => {
  for (const [form, items] of [
    ['SLEDAI-2K', sledaiItems],
    ['ACR-1997-count', acrItems],
    ['SLICC-2012', sliccItems],
  ] as const)
    for (const [item, chance] of items) {
      assert.ok(itemsOfCatalogue.has(`${form}.${item}`), `${form}.${item}`);
      assert.ok(isChance(chance), item);
    }
});

test('every record is of a concept, and chances are chances', () => {
  for (const [concept, chance, least, most] of events) {
    assert.ok(concepts.has(concept), concept);
    assert.ok(isChance(chance) && least > 0 && most > least, concept);
  }
  for (const [concept, ever, now, amount, unit, , , failed, notTolerated] of medicines) {
    assert.equal(concepts.get(concept)?.source, 'medication', concept);
    assert.ok(
      [ever, now, failed, notTolerated].every(isChance) && Number(amount) > 0 && 'code' in readUnit(unit),
      concept,
    );
  }
  const attributes = new Set([...concepts.values()].flatMap((each) => each.attributes));
  for (const [name, chance] of Object.entries(recordDetails)) assert.ok(attributes.has(name) && isChance(chance), name);
  assert.ok(judgements.every(([, chance]) => isChance(chance)));
});

test('shares that are all there is add up to one', () => {
  for (const [name, { value }] of [
    ['classes', people.classes],
    ['prednisone', people.steroidDoses],
    ['relapse', { value: people.relapse.value.degrees }],
    ['response', standardResponse],
  ] as const) {
    const sum = value.reduce((total, [, share]) => total + share, 0);
    assert.ok(Math.abs(sum - 1) < 1e-9, `${name} ${sum}`);
  }
});

test('what is derived or seen names where; our judgement says that it is ours', () => {
  const rows = [...laboratoryValues, ...laboratoryRatios].map(([, , , , , , tag, source]) => ({ tag, source }));
  for (const { tag, source } of [...Object.values(people), ...rows]) {
    assert.equal(tag === 'G', source.startsWith('own') && tag !== 'D', source);
    assert.ok(source.length > 0);
  }
});
