import { and } from '#core/quantities/truth.ts';
import { type ClinicalCriterion, clinicalCriteriaAbove } from './clinical-criteria.ts';
import type { CtcaeVersion, Grade, Graded } from './grade.ts';
import { type LaboratoryInput, lackedBy } from './laboratory-missing.ts';
import type { Circumstances, LaboratoryRule } from './laboratory-rule.ts';
import { rulesOf } from './laboratory-rules.ts';
import { casesOf, type GradingCase, type LaboratorySetting, referencesOf } from './laboratory-setting.ts';
import { type LaboratorySubject, type LaboratoryTerm, subjectOf } from './laboratory-term.ts';
import { type Compared, compareValue, inUnitOf, type Reported } from './laboratory-value.ts';
import { eitherOf, statusOf, worstOf } from './worst-of.ts';

/** The grade of one laboratory value by numbers, 0 to 4. */
export type LaboratoryGrade = Graded<LaboratoryInput> & {
  readonly scale: 'CTCAE';
  readonly version: CtcaeVersion;
  readonly term: LaboratoryTerm;
  /** Criteria of this term without a number that would give a higher grade; they are not weighed here. */
  readonly clinical: readonly ClinicalCriterion[];
};

const applies = (rule: LaboratoryRule, when: Circumstances): boolean =>
  (['symptomatic', 'anticoagulated', 'highBaseline'] as const).every(
    (name) => rule.when[name] === undefined || rule.when[name] === when[name],
  );

const gradesIn = (
  each: GradingCase,
  rules: readonly LaboratoryRule[],
  value: Omit<Compared, 'references'>,
): readonly Grade[] => {
  const compared = { ...value, references: each.references };
  const criteria = rules
    .filter((rule) => applies(rule, each.when))
    .map(({ grade, value: all }) => ({ grade, holds: and(all.map((one) => compareValue(compared, one))) }));
  return worstOf(criteria, 0);
};

const gradeOf = (
  term: LaboratoryTerm,
  version: CtcaeVersion,
  rules: readonly LaboratoryRule[],
  found: { readonly possible: readonly Grade[]; readonly missing: readonly LaboratoryInput[] },
): LaboratoryGrade => {
  const reachable: readonly Grade[] = [0, ...rules.map(({ grade }) => grade)];
  return {
    scale: 'CTCAE',
    version,
    term,
    rule: `CTCAE ${version} ${term}/1`,
    status: statusOf(found.possible, reachable),
    ...found,
    clinical: clinicalCriteriaAbove(found.possible[0] ?? 0, term, version),
  };
};

/** A baseline whose unit does not convert to that of the term is as good as none. */
const withUsableBaseline = (setting: LaboratorySetting, subject: LaboratorySubject): LaboratorySetting =>
  setting.baseline !== undefined && inUnitOf(subject, setting.baseline) === undefined
    ? { ...setting, baseline: undefined }
    : setting;

/**
 * Grades a laboratory value by the numbers of CTCAE, exactly; in any unit that converts to that of the term. The worst
 * criterion counts, so a creatinine within normal limits above 1.5 times the baseline is grade 2. Limits of normal or a
 * baseline that are missing leave only those grades open that need them; without `symptomatic` or `anticoagulated` both
 * are possible where the term asks. Absolute limits hold also where the normal range reaches beyond them.
 *
 * The criteria of a term that have no number (transfusion, hospitalization, life-threatening consequences) are named in
 * `clinical` and not weighed. A value or unit that cannot be used, and a term that the version does not grade by
 * numbers, is `not evaluable`. No rounding.
 *
 * @source ctcae5, ctcae403
 */
export const gradeLaboratory = (
  term: LaboratoryTerm,
  value: Reported | undefined,
  given: LaboratorySetting,
): LaboratoryGrade => {
  const { version } = given;
  const rules = rulesOf(term, version);
  if (rules.length === 0) return gradeOf(term, version, rules, { possible: [0, 1, 2, 3, 4], missing: ['rule'] });
  const all = eitherOf([[0], rules.map(({ grade }) => grade)]);
  if (value === undefined) return gradeOf(term, version, rules, { possible: all, missing: ['value'] });
  const subject = subjectOf(term);
  const setting = withUsableBaseline(given, subject);
  const range = inUnitOf(subject, value);
  if (range === undefined) return gradeOf(term, version, rules, { possible: all, missing: ['convertible unit'] });
  const compared = { reported: value, converted: { range, unit: subject.unit } };
  const cases = casesOf(rules, setting, referencesOf(subject, setting));
  const possible = eitherOf(cases.map((each) => gradesIn(each, rules, compared)));
  const open = rules.filter(({ grade }) => possible.includes(grade) && grade !== possible[0]);
  return gradeOf(term, version, rules, {
    possible,
    missing: possible.length > 1 ? lackedBy(open, value, setting) : [],
  });
};
