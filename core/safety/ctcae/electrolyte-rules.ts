import { at, bothVersions, type LaboratoryRule, lowerLimit, rulesFor, step, upperLimit } from './laboratory-rule.ts';

/**
 * Electrolytes and the acid-base balance. Printed stretches are read without gaps: 125-129 mmol/L of sodium is from 125
 * up to, but not including, 130.
 * @source ctcae5 and ctcae403, "Metabolism and nutrition disorders"; bicarbonate "Investigations"
 */
export const electrolyteRules: readonly LaboratoryRule[] = [
  ...rulesFor('hyperkalemia', bothVersions, [
    step(1, '>', upperLimit),
    step(2, '>', at('5.5 mmol/L')),
    step(3, '>', at('6.0 mmol/L')),
    step(4, '>', at('7.0 mmol/L')),
  ]),
  ...rulesFor('hypokalemia', bothVersions, [
    step(1, '<', lowerLimit, { symptomatic: false }),
    step(2, '<', lowerLimit, { symptomatic: true }),
    step(3, '<', at('3.0 mmol/L')),
    step(4, '<', at('2.5 mmol/L')),
  ]),
  ...rulesFor('hypernatremia', bothVersions, [
    step(1, '>', upperLimit),
    step(2, '>', at('150 mmol/L')),
    step(3, '>', at('155 mmol/L')),
    step(4, '>', at('160 mmol/L')),
  ]),
  ...rulesFor(
    'hyponatremia',
    ['v5.0'],
    [
      step(1, '<', lowerLimit),
      step(2, '<', at('130 mmol/L'), { symptomatic: false }),
      step(3, '<', at('130 mmol/L'), { symptomatic: true }),
      step(3, '<', at('125 mmol/L')),
      step(4, '<', at('120 mmol/L')),
    ],
  ),
  ...rulesFor(
    'hyponatremia',
    ['v4.03'],
    [step(1, '<', lowerLimit), step(3, '<', at('130 mmol/L')), step(4, '<', at('120 mmol/L'))],
  ),
  ...rulesFor('hypercalcemia', bothVersions, [
    step(1, '>', upperLimit),
    step(2, '>', at('2.9 mmol/L', '11.5 mg/dL')),
    step(3, '>', at('3.1 mmol/L', '12.5 mg/dL')),
    step(4, '>', at('3.4 mmol/L', '13.5 mg/dL')),
  ]),
  ...rulesFor('hypercalcemia, ionized', bothVersions, [
    step(1, '>', upperLimit),
    step(2, '>', at('1.5 mmol/L')),
    step(3, '>', at('1.6 mmol/L')),
    step(4, '>', at('1.8 mmol/L')),
  ]),
  ...rulesFor('hypocalcemia', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('2.0 mmol/L', '8.0 mg/dL')),
    step(3, '<', at('1.75 mmol/L', '7.0 mg/dL')),
    step(4, '<', at('1.5 mmol/L', '6.0 mg/dL')),
  ]),
  ...rulesFor('hypocalcemia, ionized', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('1.0 mmol/L')),
    step(3, '<', at('0.9 mmol/L')),
    step(4, '<', at('0.8 mmol/L')),
  ]),
  ...rulesFor('hypermagnesemia', bothVersions, [
    step(1, '>', upperLimit),
    step(3, '>', at('1.23 mmol/L', '3.0 mg/dL')),
    step(4, '>', at('3.30 mmol/L', '8.0 mg/dL')),
  ]),
  ...rulesFor('hypomagnesemia', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('0.5 mmol/L', '1.2 mg/dL')),
    step(3, '<', at('0.4 mmol/L', '0.9 mg/dL')),
    step(4, '<', at('0.3 mmol/L', '0.7 mg/dL')),
  ]),
  ...rulesFor(
    'hypophosphatemia',
    ['v4.03'],
    [
      step(1, '<', lowerLimit),
      step(2, '<', at('0.8 mmol/L', '2.5 mg/dL')),
      step(3, '<', at('0.6 mmol/L', '2.0 mg/dL')),
      step(4, '<', at('0.3 mmol/L', '1.0 mg/dL')),
    ],
  ),
  ...rulesFor('blood bicarbonate decreased', ['v5.0'], [step(1, '<', lowerLimit)]),
  ...rulesFor('acidosis', bothVersions, [step(1, '<', lowerLimit), step(3, '<', at('7.3'))]),
  ...rulesFor('alkalosis', bothVersions, [step(1, '>', upperLimit), step(3, '>', at('7.5'))]),
];
