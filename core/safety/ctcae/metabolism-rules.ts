import { at, bothVersions, type LaboratoryRule, lowerLimit, rulesFor, step, upperLimit } from './laboratory-rule.ts';

/**
 * Albumin, glucose, lipids and uric acid. Hyperglycaemia has numbers in v4.03 alone; v5.0 grades it by its treatment.
 * @source ctcae5 and ctcae403, "Metabolism and nutrition disorders"; cholesterol "Investigations"
 */
export const metabolismRules: readonly LaboratoryRule[] = [
  ...rulesFor('hypoalbuminemia', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('30 g/L')),
    step(3, '<', at('20 g/L')),
  ]),
  ...rulesFor('hypoglycemia', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('3.0 mmol/L', '55 mg/dL')),
    step(3, '<', at('2.2 mmol/L', '40 mg/dL')),
    step(4, '<', at('1.7 mmol/L', '30 mg/dL')),
  ]),
  ...rulesFor(
    'hyperglycemia, fasting',
    ['v4.03'],
    [
      step(1, '>', upperLimit),
      step(2, '>', at('8.9 mmol/L', '160 mg/dL')),
      step(3, '>', at('13.9 mmol/L', '250 mg/dL')),
      step(4, '>', at('27.8 mmol/L', '500 mg/dL')),
    ],
  ),
  ...rulesFor('cholesterol high', bothVersions, [
    step(1, '>', upperLimit),
    step(2, '>', at('7.75 mmol/L', '300 mg/dL')),
    step(3, '>', at('10.34 mmol/L', '400 mg/dL')),
    step(4, '>', at('12.92 mmol/L', '500 mg/dL')),
  ]),
  ...rulesFor('hypertriglyceridemia', bothVersions, [
    step(1, '>=', at('1.71 mmol/L', '150 mg/dL')),
    step(2, '>', at('3.42 mmol/L', '300 mg/dL')),
    step(3, '>', at('5.7 mmol/L', '500 mg/dL')),
    step(4, '>', at('11.4 mmol/L', '1000 mg/dL')),
  ]),
  ...rulesFor('hyperuricemia', bothVersions, [
    step(1, '>', upperLimit, { symptomatic: false }),
    step(3, '>', upperLimit, { symptomatic: true }),
  ]),
  ...rulesFor('hyperuricemia', ['v4.03'], [step(4, '>', at('0.59 mmol/L', '10 mg/dL'))]),
];
