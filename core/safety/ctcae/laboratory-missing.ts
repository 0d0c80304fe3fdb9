import { isExact } from '#core/quantities/range.ts';
import type { Circumstances, LaboratoryRule, Reference } from './laboratory-rule.ts';
import type { LaboratorySetting } from './laboratory-setting.ts';
import type { Reported } from './laboratory-value.ts';

/** What a laboratory grade may lack. */
export type LaboratoryInput =
  | Reference
  | 'value'
  | 'convertible unit'
  | 'exact value'
  | 'exact baseline'
  | 'whether symptomatic'
  | 'whether anticoagulated'
  | 'rule';

const baselineLacks = ({ baseline }: LaboratorySetting): readonly LaboratoryInput[] => {
  if (baseline === undefined) return ['baseline'];
  return isExact(baseline.range) ? [] : ['exact baseline'];
};

const upperLacks = ({ normal }: LaboratorySetting): readonly LaboratoryInput[] =>
  normal?.high === undefined ? ['upper limit of normal'] : [];

const referenceLacks = (reference: Reference, setting: LaboratorySetting): readonly LaboratoryInput[] => {
  switch (reference) {
    case 'baseline':
      return baselineLacks(setting);
    case 'upper limit of normal':
      return upperLacks(setting);
    case 'lower limit of normal':
      return setting.normal?.low === undefined ? ['lower limit of normal'] : [];
    default:
      return reference satisfies never;
  }
};

const circumstancesLack = (when: Circumstances, setting: LaboratorySetting): readonly LaboratoryInput[] => [
  ...(when.symptomatic !== undefined && setting.symptomatic === undefined ? (['whether symptomatic'] as const) : []),
  ...(when.anticoagulated !== undefined && setting.anticoagulated === undefined
    ? (['whether anticoagulated'] as const)
    : []),
  ...(when.highBaseline === undefined ? [] : [...baselineLacks(setting), ...upperLacks(setting)]),
];

/** What these rules ask for and is not known, each once. */
export const lackedBy = (
  rules: readonly LaboratoryRule[],
  value: Reported,
  setting: LaboratorySetting,
): readonly LaboratoryInput[] => {
  const found = rules.flatMap((rule) => [
    ...rule.value.flatMap(({ than }) => (than.kind === 'relative' ? referenceLacks(than.to, setting) : [])),
    ...circumstancesLack(rule.when, setting),
  ]);
  return [...new Set(isExact(value.range) ? found : ['exact value' as const, ...found])];
};
