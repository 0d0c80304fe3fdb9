import {
  above,
  at,
  type LaboratoryRule,
  type Reference,
  rulesFor,
  step,
  upperLimit,
  upwards,
} from './laboratory-rule.ts';

const ULN: Reference = 'upper limit of normal';

/**
 * Creatinine, protein in the urine, the corrected QT interval. Proteinuria is that of adults. Printed stretches of whole
 * milliseconds are read without gaps: 450-480 is from 450 up to, but not including, 481.
 * @source ctcae5 and ctcae403, "Investigations" and "Renal and urinary disorders"
 */
export const kidneyAndHeartRules: readonly LaboratoryRule[] = [
  ...rulesFor(
    'creatinine increased',
    ['v5.0'],
    [
      ...upwards(ULN, ['1', '1.5', '3', '6']),
      ...upwards('baseline', ['1', '1.5', '3']).filter(({ grade }) => grade > 1),
    ],
  ),
  ...rulesFor(
    'creatinine increased',
    ['v4.03'],
    [...upwards(ULN, ['1', '1.5', '3', '6']), ...upwards('baseline', ['1', '1.5', '3'])],
  ),
  ...rulesFor(
    'proteinuria',
    ['v5.0'],
    [step(1, '>=', upperLimit), step(2, '>=', at('1.0 g/24h')), step(3, '>=', at('3.5 g/24h'))],
  ),
  ...rulesFor(
    'proteinuria by dipstick',
    ['v5.0'],
    [step(1, '>=', at('1')), step(2, '>=', at('2')), step(3, '>=', at('4'))],
  ),
  ...rulesFor(
    'electrocardiogram QT corrected interval prolonged',
    ['v5.0'],
    [
      step(1, '>=', at('450 ms')),
      step(2, '>=', at('481 ms')),
      step(3, '>=', at('501 ms')),
      step(3, '>', above('baseline', '60')),
    ],
  ),
];
