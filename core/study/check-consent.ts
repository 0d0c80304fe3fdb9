import type { Condition, Formula, Value } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import { rationalOf, readDecimal, writeRational } from '#core/quantities/decimal.ts';
import { multiply } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import type { Fault } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

const usualMajority = 18;

const isAge = (value: Value): boolean => value.kind === 'measure' && value.measure === 'age';

const years = readUnit('years');

const yearsOf = (value: Value): number | undefined => {
  if (value.kind !== 'number') return undefined;
  const [decimal, unit] = [readDecimal(value.written), readUnit(value.unit ?? '')];
  const factor = isUnit(unit) && isUnit(years) ? conversionFactor(unit, years) : undefined;
  return decimal && factor && Number(writeRational(multiply(rationalOf(decimal), factor), 2));
};

/** The least age, in years, that a condition on the age lets through; undefined where it sets none. */
const leastAge = (formula: Formula, isExclusion: boolean, beyond: number): number | undefined => {
  if (formula.kind === 'between') return isAge(formula.value) && !isExclusion ? yearsOf(formula.low) : undefined;
  if (formula.kind !== 'comparison' || !isAge(formula.left)) return undefined;
  const limit = yearsOf(formula.right);
  const { comparator } = formula;
  // What excludes those below a limit lets in those at it; what excludes those at it lets in those beyond.
  const isLimit = comparator === (isExclusion ? '<' : '>=');
  if (limit === undefined || isLimit) return limit;
  return comparator === (isExclusion ? '<=' : '>') ? limit + beyond : undefined;
};

/** The criterion by which minors may take part: its place, and the least age. */
const youngest = (
  study: StudyDefinition,
  criteria: ReadonlyMap<string, Condition>,
): { readonly path: readonly PropertyKey[]; readonly age: number } | undefined => {
  // In completed years, above 17 begins with the 18th birthday; in exact years it begins the day after the 17th.
  const beyond = study.conventions.age === 'completed years' ? 1 : 0;
  const found = (['include', 'exclude'] as const).flatMap((kind) =>
    study.eligibility[kind].flatMap(({ id }, index) => {
      const sentence = criteria.get(id);
      const ages = (sentence === undefined ? [] : everyFormula(sentence)).flatMap(
        (each) => leastAge(each, kind === 'exclude', beyond) ?? [],
      );
      return ages.map((age) => ({ path: ['eligibility', kind, index, 'rule'], age }));
    }),
  );
  return found.toSorted((a, b) => a.age - b.age)[0];
};

const sectionFaults = ({ consent }: StudyDefinition): readonly Fault[] => {
  if (consent?.['assent from'] === undefined || consent['assent from'] < consent['of age']) return [];
  const what = `assent from ${consent['assent from']}, and of age at ${consent['of age']}`;
  return [{ path: ['consent', 'assent from'], what, expected: [`below ${consent['of age']}`] }];
};

/**
 * What is wrong with the section on consent; and a warning where a criterion lets in people under 18 and nothing says
 * who consents for them. Only limits of age that stand in a criterion themselves are seen, not those behind a name.
 */
export const checkConsent = (study: StudyDefinition, criteria: ReadonlyMap<string, Condition>): readonly Fault[] => {
  const minors = youngest(study, criteria);
  if (study.consent !== undefined || minors === undefined || minors.age >= usualMajority) return sectionFaults(study);
  const what = `people from ${minors.age} years may take part, and nothing says who consents for a minor`;
  const expected = ['consent: { of age: 18, assent from: 14, reconsent at majority: true }'];
  return [{ path: minors.path, what, expected, severity: 'warning' }];
};
