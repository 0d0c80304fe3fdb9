import {
  above,
  at,
  bothVersions,
  type LaboratoryRule,
  lowerLimit,
  rulesFor,
  step,
  times,
  upperLimit,
  upwards,
} from './laboratory-rule.ts';

/**
 * Blood counts. Absolute limits hold whatever the normal range is.
 * @source ctcae5 and ctcae403, "Blood and lymphatic system disorders" and "Investigations"
 */
export const bloodCountRules: readonly LaboratoryRule[] = [
  ...rulesFor('anemia', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('100 g/L', '6.2 mmol/L')),
    step(3, '<', at('80 g/L', '4.9 mmol/L')),
  ]),
  ...rulesFor('white blood cell decreased', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('3.0 10*9/L')),
    step(3, '<', at('2.0 10*9/L')),
    step(4, '<', at('1.0 10*9/L')),
  ]),
  ...rulesFor('neutrophil count decreased', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('1.5 10*9/L')),
    step(3, '<', at('1.0 10*9/L')),
    step(4, '<', at('0.5 10*9/L')),
  ]),
  ...rulesFor('lymphocyte count decreased', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('0.8 10*9/L')),
    step(3, '<', at('0.5 10*9/L')),
    step(4, '<', at('0.2 10*9/L')),
  ]),
  ...rulesFor('CD4 lymphocytes decreased', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('0.5 10*9/L')),
    step(3, '<', at('0.2 10*9/L')),
    step(4, '<', at('0.05 10*9/L')),
  ]),
  ...rulesFor('platelet count decreased', bothVersions, [
    step(1, '<', lowerLimit),
    step(2, '<', at('75 10*9/L')),
    step(3, '<', at('50 10*9/L')),
    step(4, '<', at('25 10*9/L')),
  ]),
  ...rulesFor('leukocytosis', bothVersions, [step(3, '>', at('100 10*9/L'))]),
  ...rulesFor('lymphocyte count increased', bothVersions, [
    step(2, '>', at('4 10*9/L')),
    step(3, '>', at('20 10*9/L')),
  ]),
  ...rulesFor(
    'eosinophilia',
    ['v5.0'],
    [
      {
        grade: 1,
        value: [
          { is: '>', than: upperLimit },
          { is: '>', than: times('1', 'baseline') },
        ],
        when: {},
      },
    ],
  ),
  ...rulesFor(
    'hemoglobin increased',
    ['v5.0'],
    [
      step(1, '>', upperLimit),
      step(2, '>', above('upper limit of normal', '20')),
      step(3, '>', above('upper limit of normal', '40')),
    ],
  ),
  ...rulesFor(
    'hemoglobin increased',
    ['v4.03'],
    [
      step(1, '>', upperLimit, { highBaseline: false }),
      step(2, '>', above('upper limit of normal', '20'), { highBaseline: false }),
      step(3, '>', above('upper limit of normal', '40'), { highBaseline: false }),
      ...upwards('baseline', ['1'], { highBaseline: true }),
      step(2, '>', above('baseline', '20'), { highBaseline: true }),
      step(3, '>', above('baseline', '40'), { highBaseline: true }),
    ],
  ),
];
