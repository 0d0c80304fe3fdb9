import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable, withoutSpans } from './given.ts';
import type { RecordCondition } from './syntax.ts';

const ever = { kind: 'ever' };
const query = (verb: string, concepts: readonly string[], more: object = {}) => ({
  kind: 'records',
  verb,
  concepts,
  otherThan: [],
  where: undefined,
  window: ever,
  startsAndStops: undefined,
  ...more,
});

const rows: readonly (readonly [string, object])[] = [
  ['received rituximab ever', query('received', ['rituximab'])],
  ['takes prednisone ever', query('takes', ['prednisone'])],
  ['had malignancy ever', query('had', ['malignancy'])],
  ['has HIV-infection ever', query('has', ['HIV-infection'])],
  ['received rituximab, belimumab ever', query('received', ['rituximab', 'belimumab'])],
  [
    'had malignancy other than cured-basal-cell-carcinoma, basal-cell-carcinoma ever',
    query('had', ['malignancy'], { otherThan: ['cured-basal-cell-carcinoma', 'basal-cell-carcinoma'] }),
  ],
  [
    'changed dose of tacrolimus ever counting starts and stops',
    query('changed dose of', ['tacrolimus'], { startsAndStops: 'counting' }),
  ],
  [
    'changed dose of tacrolimus ever not counting starts and stops',
    query('changed dose of', ['tacrolimus'], { startsAndStops: 'not counting' }),
  ],
  [
    'had infection other than onychomycosis where (severe) within 4 weeks before screening',
    query('had', ['infection'], {
      otherThan: ['onychomycosis'],
      where: { kind: 'attribute', attribute: 'severe' },
      window: {
        kind: 'within',
        least: undefined,
        most: { count: 4, unit: 'week' },
        direction: 'before',
        point: { kind: 'named', name: 'screening' },
      },
    }),
  ],
];
for (const [sentence, expected] of rows)
  test(sentence, () => assert.deepEqual(withoutSpans(conditionOf(sentence)), expected));

const bracketed = (where: RecordCondition): string => {
  if (where.kind === 'attribute') return where.attribute;
  if (where.kind === 'not') return `!${bracketed(where.term)}`;
  if (where.kind === 'dose') return `dose ${where.comparator} ${where.written} ${where.unit}`;
  if (where.kind === 'lasting') return `lasting ${where.least.count} ${where.least.unit}`;
  return `[${where.kind} ${where.terms.map(bracketed).join(' ')}]`;
};

const wheres: readonly (readonly [string, string])[] = [
  ['severe', 'severe'],
  ['not severe', '!severe'],
  ['not not severe', '!!severe'],
  ['severe and active and treated', '[and severe active treated]'],
  ['severe or not active', '[or severe !active]'],
  ['severe and (active or recurrent)', '[and severe [or active recurrent]]'],
  ['not (severe and active)', '![and severe active]'],
  ['((severe))', 'severe'],
  ['dose > 20 mg/d', 'dose > 20 mg/d'],
  ['dose >= 0.4 g/m2 and lasting at least 6 months', '[and dose >= 0.4 g/m2 lasting 6 month]'],
  ['not dose <= 5 mg', '!dose <= 5 mg'],
];
for (const [where, expected] of wheres)
  test(`where (${where}) → ${expected}`, () => {
    const read = conditionOf(`had infection where (${where}) ever`);
    assert(read.kind === 'records' && read.where !== undefined);
    assert.equal(bracketed(read.where), expected);
  });

/** Sentence, what stands at the place, what was expected there, nearest. */
const errors: readonly (readonly [string, string, string, string | undefined])[] = [
  ['received rituximb ever', 'rituximb', 'a drug, condition or procedure', 'rituximab'],
  ['received rituximab, belimumb ever', 'belimumb', 'a drug, condition or procedure', 'belimumab'],
  ['received aspirin ever', 'aspirin', 'a drug, condition or procedure', undefined],
  ['received rituximab, ever', 'ever', 'a drug, condition or procedure', undefined],
  ['received rituximab or belimumab ever', 'or', 'within', undefined],
  ['received rituximab', '', 'ever', undefined],
  ['had malignancy other then basal-cell-carcinoma ever', 'other', 'from … to …', undefined],
  ['had infection unless treated ever', 'unless', 'within', undefined],
  ['had infection with treated ever', 'with', 'within', undefined],
  ['had infection where severe ever', 'severe', '(', undefined],
  ['had infection where () ever', ')', 'severe', undefined],
  ['had infection where (sevre) ever', 'sevre', 'active', 'severe'],
  ['had infection where (severe and active or treated) ever', 'or', ')', undefined],
  ['had infection where (severe or active and treated) ever', 'and', ')', undefined],
  ['had malignancy where (severe) ever', 'severe', 'dose', undefined],
  ['received prednisone where (dose > 20) ever', ')', 'the unit of the dose, such as mg/d', undefined],
  ['received prednisone where (dose 20 mg/d) ever', '20', 'a comparator', undefined],
  ['received prednisone where (lasting 6 months) ever', 'lasting', 'lasting at least', 'lasting at least'],
  [
    'received prednisone where (lasting at least) ever',
    ')',
    'a whole number of days, weeks, months or years',
    undefined,
  ],
  ['changed dose of tacrolimus ever', '', 'counting starts and stops', undefined],
  ['changed dose of tacrolimus ever not counting starts', 'not', 'not counting starts and stops', undefined],
  ['changed dose tacrolimus ever', 'changed', 'a measure, a number or a value in parentheses', undefined],
  ['received rituximab ever counting starts and stops', 'counting', 'the end of the sentence', undefined],
];
for (const [sentence, place, expected, nearest] of errors)
  test(`${sentence}: at "${place}" expects ${expected}, nearest ${nearest}`, () => {
    const found = unreadable(sentence);
    assert.equal(sentence.slice(found.span.start, found.span.end), place);
    assert(
      expected === '' ? found.expected.length === 0 : found.expected.includes(expected),
      found.expected.join('; '),
    );
    assert.equal(found.nearest, nearest);
  });

test('where (…) nests at most 40 deep', () => {
  const found = unreadable(`had infection where (${'('.repeat(60)}severe${')'.repeat(60)}) ever`);
  assert.equal(found.problem, 'nested more than 40 deep');
  assert.equal(unreadable(`had infection where (${'not '.repeat(60)}severe) ever`).problem, 'nested more than 40 deep');
});
