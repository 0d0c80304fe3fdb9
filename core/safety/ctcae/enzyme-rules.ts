import {
  bothVersions,
  type LaboratoryRule,
  type Reference,
  rulesFor,
  type Step,
  step,
  times,
  upwards,
} from './laboratory-rule.ts';

const ULN: Reference = 'upper limit of normal';

/** v5.0: multiples of the upper limit after a normal baseline, and of the baseline itself after a high one. */
const byBaseline = (factors: readonly string[], first: Step): readonly Step[] => [
  ...upwards(ULN, factors, { highBaseline: false }),
  first,
  ...upwards('baseline', factors, { highBaseline: true }).filter(({ grade }) => grade > 1),
];

/** The first grade after a high baseline begins with this multiple of it, included. */
const fromBaseline = (factor: string): Step => step(1, '>=', times(factor, 'baseline'), { highBaseline: true });

/** v5.0: above twice the upper limit the grade depends on signs or symptoms. */
const pancreatic: readonly Step[] = [
  ...upwards(ULN, ['1', '1.5']),
  step(3, '>', times('2', ULN), { symptomatic: true }),
  step(3, '>', times('5', ULN), { symptomatic: false }),
  step(4, '>', times('5', ULN), { symptomatic: true }),
];

const liver = ['1', '3', '5', '20'];
const biliary = ['1', '2.5', '5', '20'];
const bilirubin = ['1', '1.5', '3', '10'];
const pancreaticFactors = ['1', '1.5', '2', '5'];

/**
 * Enzymes and bilirubin.
 * @source ctcae5 and ctcae403, "Investigations"
 */
export const enzymeRules: readonly LaboratoryRule[] = [
  ...rulesFor('alanine aminotransferase increased', ['v5.0'], byBaseline(liver, fromBaseline('1.5'))),
  ...rulesFor('alanine aminotransferase increased', ['v4.03'], upwards(ULN, liver)),
  ...rulesFor('aspartate aminotransferase increased', ['v5.0'], byBaseline(liver, fromBaseline('1.5'))),
  ...rulesFor('aspartate aminotransferase increased', ['v4.03'], upwards(ULN, liver)),
  ...rulesFor('alkaline phosphatase increased', ['v5.0'], byBaseline(biliary, fromBaseline('2'))),
  ...rulesFor('alkaline phosphatase increased', ['v4.03'], upwards(ULN, biliary)),
  ...rulesFor('GGT increased', ['v5.0'], byBaseline(biliary, fromBaseline('2'))),
  ...rulesFor('GGT increased', ['v4.03'], upwards(ULN, biliary)),
  ...rulesFor(
    'blood bilirubin increased',
    ['v5.0'],
    byBaseline(bilirubin, step(1, '>', times('1', 'baseline'), { highBaseline: true })),
  ),
  ...rulesFor('blood bilirubin increased', ['v4.03'], upwards(ULN, bilirubin)),
  ...rulesFor('CPK increased', bothVersions, upwards(ULN, ['1', '2.5', '5', '10'])),
  ...rulesFor('lipase increased', ['v5.0'], pancreatic),
  ...rulesFor('lipase increased', ['v4.03'], upwards(ULN, pancreaticFactors)),
  ...rulesFor('serum amylase increased', ['v5.0'], pancreatic),
  ...rulesFor('serum amylase increased', ['v4.03'], upwards(ULN, pancreaticFactors)),
  ...rulesFor('blood lactate dehydrogenase increased', ['v5.0'], upwards(ULN, ['1'])),
];
