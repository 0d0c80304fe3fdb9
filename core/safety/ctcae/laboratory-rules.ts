import { bloodCountRules } from './blood-count-rules.ts';
import { coagulationRules } from './coagulation-rules.ts';
import { electrolyteRules } from './electrolyte-rules.ts';
import { enzymeRules } from './enzyme-rules.ts';
import type { CtcaeVersion } from './grade.ts';
import { kidneyAndHeartRules } from './kidney-and-heart-rules.ts';
import type { LaboratoryRule } from './laboratory-rule.ts';
import type { LaboratoryTerm } from './laboratory-term.ts';
import { metabolismRules } from './metabolism-rules.ts';

const laboratoryRules: readonly LaboratoryRule[] = [
  ...bloodCountRules,
  ...coagulationRules,
  ...electrolyteRules,
  ...enzymeRules,
  ...kidneyAndHeartRules,
  ...metabolismRules,
];

/** The rows of one term in one version; none where that version does not grade the term by numbers. */
export const rulesOf = (term: LaboratoryTerm, version: CtcaeVersion): readonly LaboratoryRule[] =>
  laboratoryRules.filter((rule) => rule.term === term && rule.versions.includes(version));
