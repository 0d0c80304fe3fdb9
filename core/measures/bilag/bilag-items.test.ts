import assert from 'node:assert/strict';
import test from 'node:test';
import { bilag2004 } from '#core/measures/bilag-2004.ts';
import { rangeText, sittingWith } from '#core/measures/given.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { bilagFromItems, bilagItems, bilagItemsTotal, bilagTotalFromItems } from './bilag-items.ts';
import { bilagForm } from './form.ts';
import { healthyNumbers, resting, visit, type WrittenAnswers } from './given.ts';
import { bilagItemTable } from './items.ts';
import { defaultBilagOptions } from './options.ts';

/** Worked examples B1 to B3 (yee2010), with every other answer given. */
const whole = (more: WrittenAnswers) => resting({ ...healthyNumbers, ...more });
const b1 = whole({ 'BILAG.83': '180 mg/mmol', 'BILAG.88': 'yes', 'BILAG.86': '80 umol/L', 'BILAG.78': '130 mm[Hg]' });

const grades = (...visits: Parameters<typeof visit>) => {
  const measured = bilagItems.compute(visit(...visits));
  if (measured.kind !== 'profile') return assert.fail('no profile');
  const letters = [...measured.systems.values()].map((possible) => possible.join('/')).join(' ');
  return { ...measured, letters, said: bilagItems.explain(measured) };
};
const total = (...visits: Parameters<typeof visit>) => {
  const measured = bilagItemsTotal.compute(visit(...visits));
  return { ...measured, text: rangeText(measured), said: bilagItemsTotal.explain(measured) };
};

test('B1: renal A by protein and sediment, total 12', () => {
  const { status, letters, said, missing, evidence } = grades(b1);
  assert.deepEqual([status, letters, missing.length], ['ok', 'E E E E E E E A E', 0]);
  assert.equal(said, 'BILAG-2004: renal A (deteriorating proteinuria; active urinary sediment)');
  assert.deepEqual(
    evidence.filter(({ what }) => !what.includes('before')).map(({ what, written }) => `${what} ${written}`),
    ['BILAG.83 180 mg/mmol', 'BILAG.88 yes'],
  );
  assert.equal(evidence.filter(({ what }) => what.includes('before')).length, 8, 'the history of each resting system');
  const sum = total(b1);
  assert.deepEqual([sum.status, sum.text], ['ok', '[12']);
  assert.equal(sum.said, 'BILAG-2004 total 12: renal A (deteriorating proteinuria; active urinary sediment)');
});

test('B2 and B3: compared with the visit before, in whatever unit either was written', () => {
  const before = whole({ 'BILAG.83': '180 mg/mmol' });
  const b2 = total(whole({ 'BILAG.83': '140 mg/mmol', 'BILAG.86': '82 umol/L' }), before);
  assert.deepEqual([b2.text, b2.said], ['[8', 'BILAG-2004 total 8: renal B (deteriorating proteinuria)']);
  const gramsPerGram = (ratio: string) => total(whole({ 'BILAG.83': `${ratio} g/g` }), before).text;
  assert.equal(gramsPerGram('1.2'), '[8', '135.7 mg/mmol is more than three quarters of 180');
  assert.equal(gramsPerGram('1.19'), '[1', '134.6 mg/mmol is less');
});

test('B3 in both dialects', () => {
  const visits = [whole({ 'BILAG.83': '90 mg/mmol' }), whole({ 'BILAG.83': '140 mg/mmol' })] as const;
  assert.deepEqual([grades(...visits).letters, total(...visits).text], ['E E E E E E E C E', '[1']);
  const vba = bilagFromItems({ ...defaultBilagOptions, dialect: 'access-vba' }, 'BILAG-2004-vba');
  const measured = vba.compute(visit(...visits));
  assert.ok(measured.kind === 'profile');
  assert.deepEqual(measured.systems.get('renal'), ['D']);
  assert.equal(vba.explain(measured), 'BILAG-2004: no active system');
  assert.deepEqual([vba.id, vba.rule], ['BILAG-2004-vba', 'bilag-2004-vba/1']);
});

test('missing items leave bounds, and say what would have to be known', () => {
  const { 'BILAG.88': _, ...open } = b1;
  const found = grades(open);
  assert.deepEqual([found.status, found.letters], ['partial', 'E E E E E E E A/B E']);
  assert.deepEqual(found.missing, [{ kind: 'item', item: 'BILAG.88', point: 'now', why: 'not recorded' }]);
  assert.equal(found.said, 'BILAG-2004: renal A/B');
  assert.deepEqual([total(open).status, total(open).text], ['partial', '[8..[12']);
  assert.deepEqual(total(open).missing, found.missing);
  assert.equal(total(open).said, 'BILAG-2004 total 8 to 12: renal A/B');
});

test('what is missing and would change nothing is not asked for', () => {
  const { 'BILAG.89': _, ...open } = b1;
  assert.deepEqual([grades(open).status, grades(open).missing], ['ok', []]);
});

test('D or E: the profile is partial, the total is not', () => {
  const { 'BILAG.before.renal': _, ...open } = whole({});
  assert.deepEqual([grades(open).status, grades(open).letters], ['partial', 'E E E E E E E D/E E']);
  assert.deepEqual(
    grades(open).missing.map((missing) => missing.kind === 'item' && missing.item),
    ['BILAG.before.renal'],
  );
  assert.deepEqual([total(open).status, total(open).text, total(open).missing], ['ok', '[0', []]);
  assert.equal(total(open).said, 'BILAG-2004 total 0: no active system');
  const { 'BILAG.88': _sediment, ...both } = open;
  assert.deepEqual(
    grades(both).missing.map((missing) => missing.kind === 'item' && missing.item),
    ['BILAG.88', 'BILAG.before.renal'],
  );
});

test('as nothing: one grade, but a lower bound unless it is an A', () => {
  const options = { ...defaultBilagOptions, notDone: 'contributes nothing' } as const;
  const [profile, sum] = [bilagFromItems(options), bilagTotalFromItems(options)];
  const measure = (written: WrittenAnswers) => {
    const measured = profile.compute(visit(written));
    const scored = sum.compute(visit(written));
    return [measured.status, measured.missing.length, scored.status, rangeText(scored)];
  };
  assert.deepEqual(measure(whole({ 'BILAG.88': 'yes', 'BILAG.89': 'not done' })), ['partial', 1, 'partial', '[8']);
  assert.deepEqual(measure({ ...b1, 'BILAG.89': 'not done' }), ['ok', 0, 'ok', '[12']);
  assert.deepEqual(measure(whole({})), ['ok', 0, 'ok', '[0']);
});

test('an answer that cannot be read is never taken for absent', () => {
  const found = grades(whole({ 'BILAG.83': '180 g', 'BILAG.05': 'severe' }));
  assert.equal(found.letters, 'E A/B/E E E E E E B/C/E E');
  assert.deepEqual(
    found.missing.map((missing) => missing.kind === 'unreadable' && missing.why),
    ['"severe" is none of not present, improving, same, worse, new', 'g does not convert to mg/mmol'],
  );
});

test('with nothing answered the whole form is missing', () => {
  const nothing = grades({});
  assert.equal(nothing.status, 'not evaluable');
  assert.deepEqual(nothing.missing, [{ kind: 'item', item: 'BILAG', point: 'now', why: 'not recorded' }]);
  assert.deepEqual(nothing.evidence, []);
  assert.deepEqual([...new Set(nothing.letters.split(' '))], ['A/B/C/D/E']);
  assert.deepEqual([total({}).status, total({}).text], ['not evaluable', '[0..[108']);
  const notDone = Object.fromEntries(
    bilagItemTable.map(({ number }) => [`BILAG.${String(number).padStart(2, '0')}`, 'not done']),
  );
  assert.deepEqual(grades(notDone).missing, [{ kind: 'item', item: 'BILAG', point: 'now', why: 'not done' }]);
  assert.deepEqual(grades({ 'BILAG.83': '180' }).missing, [
    { kind: 'item', item: 'BILAG', point: 'now', why: 'not recorded' },
    { kind: 'unreadable', item: 'BILAG.83', point: 'now', why: 'the unit "" is not known' },
  ]);
});

test('the measures share one form; kinds and ids are those of the index', () => {
  assert.equal(bilagItems.instrument, bilagForm);
  assert.equal(bilagItemsTotal.instrument, bilagForm);
  assert.deepEqual(bilagItems.value, bilag2004.value);
  assert.deepEqual(
    [bilagItems, bilagItemsTotal].map(({ id, rule }) => [id, rule]),
    [
      ['BILAG-2004-items', 'bilag-2004-items/1'],
      ['BILAG-2004-items-total', 'bilag-2004-items-total/1'],
    ],
  );
  assert.deepEqual(bilagItemsTotal.value, { kind: 'score', least: 0, most: 108 });
});

test('every unit that an item takes converts to that of the form', () => {
  for (const { answer } of bilagItemTable) {
    if (answer.type !== 'amount') continue;
    const form = readUnit(answer.units[0]);
    for (const unit of answer.units) {
      const read = readUnit(unit);
      assert.ok(isUnit(read) && isUnit(form) && conversionFactor(read, form, answer.molarMass), unit);
    }
  }
});

test('a result of another measure is named without grades', () => {
  const other = bilag2004.compute(sittingWith({ 'BILAG-2004.renal': 'A' }));
  assert.equal(bilagItems.explain(other), 'BILAG-2004');
});

test('systems that are active are told one after the other, and one that was answered is enough', () => {
  const both = grades(whole({ 'BILAG.39': 'same', 'BILAG.88': 'yes' }));
  assert.equal(both.said, 'BILAG-2004: musculoskeletal A (severe myositis), renal B (active urinary sediment)');
  assert.equal(grades({ 'BILAG.88': 'yes' }).status, 'partial');
});
