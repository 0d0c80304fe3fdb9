import {
  at,
  bothVersions,
  type LaboratoryRule,
  type LimitComparison,
  lowerLimit,
  rulesFor,
  type Step,
  step,
  times,
  upwards,
} from './laboratory-rule.ts';

const belowNormal: LimitComparison = { is: '<', than: lowerLimit };

/** The factors of the lower limit, and the part of the baseline that is left, at which grades 2 to 4 begin. */
const fibrinogenParts = [
  [2, '0.75'],
  [3, '0.5'],
  [4, '0.25'],
] as const;

/** A fall of 25, 50 or 75 % from baseline, each included; in v5.0 only of a value that is abnormal. */
const fibrinogenFalls = (only: readonly LimitComparison[]): readonly Step[] =>
  fibrinogenParts.map(([grade, part]) => ({
    grade,
    value: [{ is: '<=', than: times(part, 'baseline') }, ...only],
    when: {},
  }));

const fibrinogenLevels: readonly Step[] = [
  step(1, '<', lowerLimit),
  ...fibrinogenParts.map(([grade, part]) => step(grade, '<', times(part, 'lower limit of normal'))),
  step(4, '<', at('0.5 g/L')),
];

/**
 * Coagulation. On anticoagulation the INR is compared with its baseline, without it with fixed limits (v5.0) or the
 * upper limit of normal (v4.03).
 * @source ctcae5 and ctcae403, "Investigations"
 */
export const coagulationRules: readonly LaboratoryRule[] = [
  ...rulesFor(
    'activated partial thromboplastin time prolonged',
    bothVersions,
    upwards('upper limit of normal', ['1', '1.5', '2.5']),
  ),
  ...rulesFor(
    'INR increased',
    ['v5.0'],
    [
      step(1, '>', at('1.2'), { anticoagulated: false }),
      step(2, '>', at('1.5'), { anticoagulated: false }),
      step(3, '>', at('2.5'), { anticoagulated: false }),
    ],
  ),
  ...rulesFor(
    'INR increased',
    ['v4.03'],
    upwards('upper limit of normal', ['1', '1.5', '2.5'], { anticoagulated: false }),
  ),
  ...rulesFor('INR increased', bothVersions, upwards('baseline', ['1', '1.5', '2.5'], { anticoagulated: true })),
  ...rulesFor('fibrinogen decreased', bothVersions, fibrinogenLevels),
  ...rulesFor('fibrinogen decreased', ['v5.0'], fibrinogenFalls([belowNormal])),
  ...rulesFor('fibrinogen decreased', ['v4.03'], [step(1, '<', times('1', 'baseline')), ...fibrinogenFalls([])]),
  ...rulesFor('haptoglobin decreased', bothVersions, [step(1, '<', lowerLimit)]),
];
