/**
 * What holds for every measure of the catalogue, whatever paper it is from: the limits it declares hold, what is hidden
 * leaves the value possible, what it says of itself is a sentence. No expected number, so no key of
 * evidence/references.bib.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { catalogue } from './catalogue.ts';
import { person, sittingWith } from './given.ts';
import type { Item } from './instrument.ts';
import type { Measure } from './measure.ts';
import type { Measured } from './measured.ts';

/** Where items left out are not open but filled in by the rule of the questionnaire. */
const fillsIn = /^(SF-36|RAND-36|LupusQoL)/;

type Form = ReadonlyMap<string, string>;

const spread = (least: string, most: string): fc.Arbitrary<string> => {
  const [low, high] = [Number(least), Number(most)];
  return fc
    .integer({ min: 0, max: 1000 })
    .map((step) => String(Number((low + ((high - low) * step) / 1000).toFixed(2))));
};

/** An answer that the form takes, with its unit where it has one. */
const answerTo = ({ answer }: Item): fc.Arbitrary<string> => {
  switch (answer.type) {
    case 'quantity':
      return spread(...answer.plausible).map((value) => `${value} ${answer.units[0]}`);
    case 'whole number':
      return fc.integer({ min: answer.least, max: answer.most }).map(String);
    case 'decimal':
      return spread(answer.least, answer.most);
    case 'level':
      return fc.constantFrom(...answer.levels);
    case 'levels':
      return fc.subarray([...answer.levels], { minLength: 1 }).map((levels) => levels.join('+'));
    default:
      return answer satisfies never;
  }
};

/** Items of the measure's own form, and of the others that it needs. */
const itemsOf = ({ instrument, needs }: Measure): readonly Item[] => [
  ...(instrument?.items ?? []),
  ...(needs ?? []).flatMap((id) => catalogue.find((measure) => measure.id === id)?.instrument?.items ?? []),
];

const formOf = (items: readonly Item[]): fc.Arbitrary<Form> =>
  fc.tuple(...items.map(answerTo)).map((answers) => new Map(items.map(({ id }, index) => [id, answers[index] ?? ''])));

const ages = ['2010-03-01', '1990-03-01', '1950-03-01'] as const;

const compute = (measure: Measure, form: Form, born: string | undefined): Measured => {
  const answer = (id: string) => {
    const text = form.get(id);
    if (text === undefined) return undefined;
    // A level may hold a blank; a quantity is a number, one blank and its unit.
    const isQuantity = itemsOf(measure).some((item) => item.id === id && item.answer.type === 'quantity');
    const [written = '', unit] = isQuantity ? text.split(' ') : [text];
    return { written, unit, date: '2026-05-18', record: id };
  };
  return measure.compute({ ...sittingWith({}, person(born, born && 'female')), answer });
};

const holds = (outer: Range, inner: Range): boolean =>
  (outer.low === undefined ||
    inner.low === undefined ||
    compareRanges(exactly(inner.low), '>=', exactly(outer.low)) === 'true') &&
  (outer.high === undefined ||
    inner.high === undefined ||
    compareRanges(exactly(inner.high), '<=', exactly(outer.high)) === 'true');

/** Whether what is known with less contains what is known with more. */
const contains = (less: Measured, more: Measured): boolean => {
  if (less.kind === 'number' && more.kind === 'number')
    return more.status === 'not evaluable' || holds(less.range, more.range);
  if (less.kind === 'level' && more.kind === 'level')
    return more.possible.every((each) => less.possible.includes(each));
  if (less.kind === 'set' && more.kind === 'set')
    return (
      less.certain.every((each) => more.certain.includes(each)) &&
      more.possible.every((each) => less.possible.includes(each))
    );
  if (less.kind === 'profile' && more.kind === 'profile')
    return [...more.systems].every(([system, grades]) =>
      grades.every((grade) => less.systems.get(system)?.includes(grade)),
    );
  return false;
};

const withinLimits = ({ value }: Measure, measured: Measured): boolean => {
  if (value.kind === 'score' && measured.kind === 'number' && measured.status !== 'not evaluable')
    return holds({ ...exactly(rational(0)), low: rational(value.least), high: rational(value.most) }, measured.range);
  if ((value.kind === 'level' || value.kind === 'set') && (measured.kind === 'level' || measured.kind === 'set'))
    return measured.possible.every((each) => value.levels.includes(each));
  return true;
};

for (const measure of catalogue) {
  const items = itemsOf(measure);
  if (items.length === 0) continue;
  test(`${measure.id}: within its limits; what is hidden leaves the value possible`, () => {
    fc.assert(
      fc.property(formOf(items), fc.constantFrom(...ages), fc.infiniteStream(fc.boolean()), (form, born, coin) => {
        const whole = compute(measure, form, born);
        assert.ok(withinLimits(measure, whole), measure.explain(whole));
        assert.notEqual(measure.explain(whole), '');
        // Whose cause a number has is asked of that number: not answered it is taken for lupus, by a rule and not for want of it.
        const hidden = new Map([...form].filter(([id]) => coin.next().value === true || id.endsWith('.due-to-lupus')));
        const part = compute(measure, hidden, born);
        assert.ok(withinLimits(measure, part), measure.explain(part));
        if (!fillsIn.test(measure.id))
          assert.ok(contains(part, whole), `${measure.explain(part)} | ${measure.explain(whole)}`);
        if (part.status !== 'ok') assert.ok(part.missing.length > 0, 'what is missing has a name');
      }),
      { numRuns: items.length > 60 ? 20 : 60 },
    );
  });
}

test('nothing recorded is not evaluable and names what is missing, and nothing is taken for zero', () => {
  for (const measure of catalogue) {
    const measured = compute(measure, new Map(), undefined);
    assert.notEqual(measured.status, 'ok', measure.id);
    assert.ok(measured.missing.length > 0, measure.id);
  }
});
