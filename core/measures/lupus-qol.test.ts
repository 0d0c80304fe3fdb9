import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rangeText, sittingWith } from './given.ts';
import { lupusQol } from './lupus-qol.ts';
import type { Measured } from './measured.ts';

/** Domains and items of mcelhone2007. */
const domains = [
  ['physical-health', 1, 8],
  ['pain', 9, 11],
  ['planning', 12, 14],
  ['intimate-relationships', 15, 16],
  ['burden', 17, 19],
  ['emotional-health', 20, 25],
  ['body-image', 26, 30],
  ['fatigue', 31, 34],
] as const;
type Domain = (typeof domains)[number][0];

const measureOf = (domain: Domain) => lupusQol.find(({ id }) => id === `LupusQoL-${domain}`) ?? assert.fail(domain);
const firstOf = (domain: Domain): number => domains.find(([name]) => name === domain)?.[1] ?? assert.fail(domain);

/** Answers in the order of the items of the domain; N is not applicable, - is none. */
const domainScore = (domain: Domain, answers: string): Measured => {
  const written = new Map(
    answers.split(' ').flatMap((answer, index) => {
      const item = `lupusqol.${firstOf(domain) + index}`;
      if (answer === '-') return [];
      const text = answer === 'N' ? 'not applicable' : answer;
      return [[item, { written: text, unit: undefined, date: undefined, record: item }] as const];
    }),
  );
  return measureOf(domain).compute(sittingWith({}, { answer: (item) => written.get(item) }));
};

test('worked examples L1, L2, L3, and half of the items', () => {
  const rows = [
    ['pain', '2 3 4', '[75', 'ok'],
    ['intimate-relationships', 'N 3', '[75', 'ok'],
    ['burden', '1 N -', '..', 'not evaluable'],
    ['fatigue', '4 4 - -', '[100', 'ok'],
    ['fatigue', '4 - - -', '..', 'not evaluable'],
    ['fatigue', '0 0 0 0', '[0', 'ok'],
    ['body-image', '1 2 N N N', '..', 'not evaluable'],
    ['body-image', '1 2 3 N N', '[50', 'ok'],
    ['physical-health', '4 4 4 4 4 4 4 3', '[96.875', 'ok'],
    ['emotional-health', '1 2 3 4 5 4', '[70', 'ok'],
    ['planning', '1 1 0', '[16.666666667', 'ok'],
  ] as const;
  for (const [domain, answers, expected, status] of rows) {
    const measured = domainScore(domain, answers);
    assert.equal(rangeText(measured), expected, `${domain} ${answers}`);
    assert.equal(measured.status, status, `${domain} ${answers}`);
  }
});

test('what is missing is what was not answered; what does not apply is not missing', () => {
  const rows = [
    ['burden', '1 N -', [{ kind: 'item', item: 'lupusqol.19', point: 'screening', why: 'not recorded' }]],
    [
      'intimate-relationships',
      'N N',
      [{ kind: 'no rule', reason: 'fewer than half of the items of intimate-relationships apply' }],
    ],
    ['intimate-relationships', '- -', [{ kind: 'item', item: 'LupusQoL', point: 'screening', why: 'not recorded' }]],
    ['intimate-relationships', 'N 3', []],
  ] as const;
  for (const [domain, answers, missing] of rows)
    assert.deepEqual(domainScore(domain, answers).missing, missing, `${domain} ${answers}`);
});

test('the domains share the 34 numbered items, each in one of them', () => {
  const items = lupusQol[0]?.instrument?.items ?? [];
  assert.equal(items.length, 34);
  assert.deepEqual(items[4], {
    id: 'lupusqol.5',
    label: 'LupusQoL item 5',
    answer: { type: 'level', levels: ['0', '1', '2', '3', '4', 'not applicable'] },
  });
  assert.deepEqual(
    lupusQol.map(({ id }) => id),
    domains.map(([name]) => `LupusQoL-${name}`),
  );
  for (const { value } of lupusQol) assert.deepEqual(value, { kind: 'score', least: 0, most: 100 });
  assert.equal(new Set(items.map(({ id }) => id)).size, 34);
  assert.equal(items[0]?.id, 'lupusqol.1');
  assert.equal(
    domains.reduce((sum, [, first, last]) => sum + last - first + 1, 0),
    34,
  );
  assert.equal(measureOf('pain').explain(domainScore('pain', '2 3 4')), 'LupusQoL-pain 75');
});

test('a domain reads its own items and no others', () => {
  for (const [own, first, last] of domains) {
    const answer = (item: string) => {
      const number = Number(item.replace('lupusqol.', ''));
      const written = number >= first && number <= last ? '4' : '0';
      return { written, unit: undefined, date: undefined, record: item };
    };
    for (const [domain] of domains)
      assert.equal(rangeText(measureOf(domain).compute(sittingWith({}, { answer }))), domain === own ? '[100' : '[0');
  }
});

test('the order of the answers is irrelevant, and one step better never lowers a domain', () => {
  const answer = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(fc.array(answer, { minLength: 4, maxLength: 4 }), (all) => {
      const score = (answers: readonly number[]): string => rangeText(domainScore('fatigue', answers.join(' ')));
      assert.equal(score(all.toReversed()), score(all));
      const better = all.map((each, index) => (index === 0 ? Math.min(4, each + 1) : each));
      assert.ok(Number(score(better).slice(1)) >= Number(score(all).slice(1)));
    }),
  );
});

test('the answers are the evidence', () => {
  const { evidence } = domainScore('pain', '2 3 N');
  assert.deepEqual(
    evidence.map(({ what, written }) => `${what} ${written}`),
    ['lupusqol.9 2', 'lupusqol.10 3'],
  );
});
