import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import type { Range } from '#core/quantities/range.ts';
import { rationalIn, reported } from './given.ts';
import { rulesOf } from './laboratory-rules.ts';
import { casesOf, type LaboratorySetting, referencesOf } from './laboratory-setting.ts';
import { type LaboratoryTerm, subjectOf } from './laboratory-term.ts';

/** "(0, 40]" as mathematicians write it. */
const say = ({ low, high, lowOpen, highOpen }: Range): string =>
  `${lowOpen ? '(' : '['}${low ? writeRational(low) : ''}, ${high ? writeRational(high) : ''}${highOpen ? ')' : ']'}`;

const limit = (text: string | undefined) => (text === undefined ? undefined : rationalIn(text));

const setting = (low: string | undefined, high: string | undefined, baseline?: string): LaboratorySetting => ({
  version: 'v5.0',
  normal: { low: limit(low), high: limit(high), of: 'test', written: '' },
  baseline: baseline === undefined ? undefined : reported(baseline),
});

const ALT = 'alanine aminotransferase increased';

/** Lower limit, upper limit and baseline, each as far as known. */
const references: readonly (readonly [LaboratorySetting, string])[] = [
  [setting('10', '40', '30 U/L'), '[10, 10] [40, 40] [30, 30]'],
  [setting(undefined, '40'), '[0, 40] [40, 40] (0, )'],
  [setting('10', undefined), '[10, 10] [10, ) (0, )'],
  [setting(undefined, undefined), '[0, ) (0, ) (0, )'],
  [setting('10', '40', '<5 U/L'), '[10, 10] [40, 40] (, 5)'],
  [setting('10', '40', '0.5 ukat/L'), '[10, 10] [40, 40] [30, 30]'],
  [setting('10', '40', '30 mg/dL'), '[10, 10] [40, 40] (0, )'],
  [{ version: 'v5.0', normal: undefined, baseline: undefined }, '[0, ) (0, ) (0, )'],
];

for (const [given, expected] of references)
  test(`references ${expected}`, () => {
    const found = referencesOf(subjectOf(ALT), given);
    const all = [found['lower limit of normal'], found['upper limit of normal'], found.baseline];
    assert.equal(all.map(say).join(' '), expected);
  });

const casesFor = (term: LaboratoryTerm, given: LaboratorySetting): readonly string[] =>
  casesOf(rulesOf(term, 'v5.0'), given, referencesOf(subjectOf(term), given)).map(
    ({ when, references: each }) =>
      `${JSON.stringify(when)} ${say(each['upper limit of normal'])} ${say(each.baseline)}`,
  );

const cases: readonly (readonly [string, LaboratoryTerm, LaboratorySetting, readonly string[]])[] = [
  ['normal baseline', ALT, setting('10', '40', '30 U/L'), ['{"highBaseline":false} [40, 40] [30, 30]']],
  ['baseline at the limit', ALT, setting('10', '40', '40 U/L'), ['{"highBaseline":false} [40, 40] [40, 40]']],
  ['high baseline', ALT, setting('10', '40', '41 U/L'), ['{"highBaseline":true} [40, 40] [41, 41]']],
  [
    'no baseline',
    ALT,
    setting('10', '40'),
    ['{"highBaseline":false} [40, 40] (0, )', '{"highBaseline":true} [40, 40] (40, )'],
  ],
  [
    'no upper limit',
    ALT,
    setting(undefined, undefined, '30 U/L'),
    ['{"highBaseline":false} [30, ) [30, 30]', '{"highBaseline":true} (0, ) [30, 30]'],
  ],
  [
    'a baseline on both sides of the limit',
    ALT,
    setting('10', '40', '35-45 U/L'),
    ['{"highBaseline":false} [40, 40] [35, 45]', '{"highBaseline":true} [40, 40] (40, 45]'],
  ],
  ['nothing asked', 'anemia', setting('120', '160'), ['{} [160, 160] (0, )']],
  [
    'symptoms not known',
    'hypokalemia',
    setting('3.5', '5'),
    ['{"symptomatic":false} [5, 5] (0, )', '{"symptomatic":true} [5, 5] (0, )'],
  ],
  [
    'symptoms known',
    'hypokalemia',
    { ...setting('3.5', '5'), symptomatic: true },
    ['{"symptomatic":true} [5, 5] (0, )'],
  ],
];

for (const [name, term, given, expected] of cases)
  test(`cases of ${term}: ${name}`, () => {
    assert.deepEqual(casesFor(term, given), expected);
  });
