import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { studyIn } from '#core/conduct/given.ts';
import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { edited } from '#core/study/given.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import type { AnalysisValue, Outcome, ValuePolicy } from '../analysis-value.ts';
import type { ValuesOf } from '../derived-values.ts';
import type { AnalysisSetting } from './analysis-setting.ts';

const trial = readFileSync(new URL('../../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

/** NCT05631717 with the change of SLEDAI-2K asked at week 12 too, further analyses, and other passages. */
export const studyWith = (
  analyses: readonly string[],
  ...passages: readonly (readonly [from: string, to: string])[]
): Study => {
  const written = analyses.map((each) => `  - { ${each} }\n`).join('');
  const asked = edited(
    edited(trial, 'assumptions:\n', `${written}\nassumptions:\n`),
    'rule: change of SLEDAI-2K from baseline\n    at: week 24\n',
    'rule: change of SLEDAI-2K from baseline\n    at: week 24\n    also at: [week 12]\n',
  );
  return studyIn(passages.reduce((text, [from, to]) => edited(text, from, to), asked));
};

export const arms = 'experimental: msc, control: il-2';
export const compared = `kind: compare proportions, endpoint: sri-4, population: randomised, hypothesis: superiority, ${arms}, alpha: "0.05", sides: 2`;
export const changed = `kind: change, endpoint: sledai-change, population: randomised, test: none, ${arms}`;
export const timed = `kind: time to event, endpoint: time-to-response, population: randomised, estimate: kaplan-meier, test: log-rank, ${arms}`;

export const analysisIn = (study: Study, id: string): AnalysisDefinition =>
  study.definition.analyses.find((each) => each.id === id) ?? assert.fail(`the study has no analysis ${id}`);

/** The value of somebody as analyses find it. */
export const planted = (
  participant: string,
  arm: string | undefined,
  outcome: Outcome,
  policy: ValuePolicy = 'observed',
): AnalysisValue => ({
  endpoint: 'planted',
  participant,
  arm,
  at: undefined,
  outcome,
  reported: outcome.kind === 'number' || outcome.kind === 'class' ? undefined : outcome.reached,
  policy,
  because: [],
  records: [`participant/${participant}#1/item`],
  missing: [],
});

export const claim = (reached: Truth): Outcome => ({ kind: 'claim', reached });

/** Tenths are exact; undefined is a value of which nothing is known. */
export const number = (value: number | undefined): Outcome =>
  value === undefined
    ? { kind: 'number', range: { low: undefined, lowOpen: true, high: undefined, highOpen: true } }
    : { kind: 'number', range: exactly(rational(Math.round(value * 10), 10)) };

/** Reached since `after` and by `by`; without `by` not up to `after`. */
export const time = (after: number, by: number | undefined): Outcome => {
  const reached = by === undefined ? 'false' : 'true';
  const known = { kind: 'time', reached, visit: undefined, day: by, by: undefined, interval: { after, by } } as const;
  return by === undefined ? { ...known, censored: { day: after, why: 'end of the plan', record: undefined } } : known;
};

/** By people of two arms: y a response, n none, ? not known and reported as none, ! not known and reported as one. */
export const responders = (msc: string, il2: string): readonly AnalysisValue[] => {
  const ofArm = (arm: string, signs: string) =>
    [...signs].map((sign, index) => {
      const policy = sign === '?' ? 'non-responder' : sign === '!' ? 'last observation' : 'observed';
      return planted(`${arm}-${index + 1}`, arm, claim(sign === 'y' || sign === '!' ? 'true' : 'false'), policy);
    });
  return [...ofArm('msc', msc), ...ofArm('il-2', il2)];
};

const ids = Array.from({ length: 12 }, (_, index) => `P-${String(index + 1).padStart(2, '0')}`);
const armOf = (index: number): string => (index < 6 ? 'msc' : 'il-2');
const strata = 'aababaabaabb';
const baselines = [12, 9, 15, 8, 11, 14, 10, 13, 9, 16, 12, 8];
const week12 = [8, 7, 12, 5, undefined, 9, 9, 12, 7, 14, undefined, 7];
const week24 = [4, 5, 9, 3, 6, undefined, 8, 10, 7, 13, undefined, 6];
const after = [0, 28, 84, 0, 84, 168, 28, 168, 56, 28, 168, 84];
const by = [84, 56, 168, 28, undefined, undefined, 84, undefined, 112, undefined, undefined, 140];

/** Who is not in the population per protocol of the small trial. */
const outOfProtocol = ['P-03', 'P-10'];

const changesAt = (values: readonly (number | undefined)[]): readonly AnalysisValue[] =>
  ids.map((id, index) => {
    const value = values[index];
    return planted(id, armOf(index), number(value === undefined ? undefined : value - (baselines[index] ?? 0)));
  });

/** Twelve people in two arms and two strata: evidence/oracles/planned-analyses/make.R has the same numbers. */
const smallTrial: ValuesOf = (endpoint, at, population) => {
  const own = (): readonly AnalysisValue[] => {
    if (endpoint.kind === 'time')
      return ids.map((id, index) => planted(id, armOf(index), time(after[index] ?? 0, by[index])));
    if (endpoint.of.id.endsWith(' at baseline'))
      return ids.map((id, index) => planted(id, armOf(index), number(baselines[index])));
    return changesAt(at === 'week 12' ? week12 : week24);
  };
  return own().filter(({ participant }) => population !== 'per protocol' || !outOfProtocol.includes(participant));
};

const stratumOf = (id: string): string => strata[ids.indexOf(id)] ?? '';

/** The small trial, allocated by its two strata. */
export const smallSetting = (study: Study): AnalysisSetting => ({
  study,
  valuesOf: smallTrial,
  stratumOf,
  factorsOf: (id) => [stratumOf(id)],
});

/** A setting in which every endpoint has these values at every visit, without strata. */
export const settingOf = (study: Study, values: readonly AnalysisValue[]): AnalysisSetting => ({
  study,
  valuesOf: () => values,
  stratumOf: () => undefined,
  factorsOf: () => [],
});
