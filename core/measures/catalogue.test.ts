import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { rationalOf, readDecimal, writeRational } from '#core/quantities/decimal.ts';
import { compare } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { ageBy } from './age.ts';
import { catalogue } from './catalogue.ts';
import { sittingWith } from './given.ts';
import type { Item, ItemType } from './instrument.ts';
import type { Measure } from './measure.ts';

const all = [...catalogue, ageBy('completed years'), ageBy('exact')];
const instruments = new Map(
  all.flatMap(({ instrument }) => (instrument === undefined ? [] : [[instrument.id, instrument] as const])),
);
const items = [...instruments.values()].flatMap((instrument) => instrument.items);
const twins = (list: readonly string[]): readonly string[] =>
  list.filter((each, index) => list.indexOf(each) !== index);

test('every measure has an id of its own, also in small letters, and so has every item of every instrument', () => {
  assert.deepEqual(twins(catalogue.map(({ id }) => id.toLowerCase())), []);
  assert.deepEqual(twins(items.map(({ id }) => id)), []);
  assert.ok(items.length > 50, 'the items were looked at');
});

test('an id is one name of the language: letters, digits and hyphens', () => {
  for (const { id } of all) assert.match(id, /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/);
});

test('two measures that share an instrument share the very same form', () => {
  for (const { instrument } of all) if (instrument) assert.equal(instruments.get(instrument.id), instrument);
});

test('every unit of an item can be read and converts to the unit in which its measure answers', () => {
  const checked: string[] = [];
  for (const { id: measure, value, instrument } of catalogue) {
    for (const { id, answer } of instrument?.items ?? []) {
      // What is computed from an item answers in a unit of its own.
      if (id !== measure || answer.type !== 'quantity' || value.kind !== 'quantity') continue;
      const own = readUnit(value.unit);
      for (const unit of answer.units) {
        const read = readUnit(unit);
        assert.ok(isUnit(read) && isUnit(own), unit);
        assert.ok(conversionFactor(read, own, value.molarMass), `${unit} to ${value.unit}`);
        checked.push(unit);
      }
      assert.equal(answer.units[0], value.unit, 'plausible limits are in the first unit');
    }
  }
  assert.ok(checked.length > 20);
});

test('what is plausible is a range of numbers', () => {
  for (const { id, answer } of items) {
    if (answer.type !== 'quantity') continue;
    const [low, high] = answer.plausible.map((limit) => readDecimal(limit));
    assert.ok(low && high, id);
    assert.equal(compare(rationalOf(low), rationalOf(high)), -1, id);
  }
});

test('every measure has a source in evidence/references.bib, or is our own', () => {
  const bibliography = readFileSync(new URL('../../evidence/references.bib', import.meta.url), 'utf8');
  const keys = new Set([...bibliography.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key));
  for (const { id, source } of all) assert.ok(source === 'own' || keys.has(source), `${id}: ${source}`);
});

test('with nothing answered no measure knows a value, and each says what is missing', () => {
  for (const measure of all) {
    const measured = measure.compute(sittingWith({}));
    assert.equal(measured.status, 'not evaluable', measure.id);
    assert.ok(measured.missing.length > 0, measure.id);
    assert.deepEqual(measured.evidence, [], measure.id);
    assert.ok(measure.explain(measured).length > 0, measure.id);
  }
});

test('a rule is named with its version', () => {
  for (const { rule } of all) assert.match(rule, /^[\w-]+\/\d+$/);
});

const kindText = (value: Measure['value']): string => {
  switch (value.kind) {
    case 'quantity':
      return `${value.unit}${value.molarMass === undefined ? '' : `, ${writeRational(value.molarMass)} g/mol`}`;
    case 'score':
      return `score ${value.least} to ${value.most}`;
    case 'level':
      return `one of ${value.levels.join(', ')}${value.ordered ? ', ordered' : ''}`;
    case 'set':
      return `some of ${value.levels.join(', ')}`;
    case 'profile':
      return `one of ${value.levels.join(', ')} for each of ${value.systems.join(', ')}`;
    default:
      return value satisfies never;
  }
};

const answerText = (answer: ItemType): string => {
  switch (answer.type) {
    case 'quantity':
      return `${answer.units.join(' or ')}, plausible ${answer.plausible.join(' to ')}`;
    case 'whole number':
      return `whole number ${answer.least} to ${answer.most}`;
    case 'decimal':
      return `${answer.least} to ${answer.most}, ${answer.places} places`;
    case 'level':
      return `one of ${answer.levels.join(', ')}`;
    case 'levels':
      return `some of ${answer.levels.join(', ')}`;
    default:
      return answer satisfies never;
  }
};

const measureText = ({ id, title, value, source, rule, needs, instrument }: Measure): string =>
  [id, title, kindText(value), source, rule, ...(needs === undefined ? [] : [`needs ${needs.join(', ')}`])].join(
    ' | ',
  ) + (instrument === undefined ? '' : ` | form ${instrument.id}`);

const itemText = ({ id, label, answer, loinc }: Item): string =>
  ['  ', id, ' | ', label, ' | ', answerText(answer), ...(loinc === undefined ? [] : [` | LOINC ${loinc}`])].join('');

/** What is promised of each measure, word for word: a change of a unit, a limit, a source or a version shows in review. */
test('the catalogue and its forms say what core/measures/golden/catalogue.txt says', (t) => {
  const forms = [...instruments.values()].flatMap(({ id, title, items: asked }) => [
    `form ${id} | ${title}`,
    ...asked.map(itemText),
  ]);
  t.assert.fileSnapshot(
    [...all.map(measureText), '', ...forms].join('\n'),
    fileURLToPath(new URL('./golden/catalogue.txt', import.meta.url)),
    { serializers: [(text: string) => `${text}\n`] },
  );
});
