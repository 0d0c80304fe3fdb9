import { ageRules } from './age-rules.ts';
import { anchorRules } from './anchor-rules.ts';
import { classRules } from './class-rules.ts';
import { copyRules } from './copy-rules.ts';
import { dateRules } from './date-rules.ts';
import { designRules } from './design-rules.ts';
import { doseRules } from './dose-rules.ts';
import { figureRules } from './figure-rules.ts';
import { interventionRules } from './intervention-rules.ts';
import { outcomeRules } from './outcome-rules.ts';
import { phaseRules } from './phase-rules.ts';
import type { RecordFinding, RecordRule } from './record-finding.ts';
import type { RegistryRecord } from './record-schema.ts';
import { scheduleRules } from './schedule-rules.ts';
import { sectionRules } from './section-rules.ts';
import { wordingRules } from './wording-rules.ts';

/** Every rule of the record linter; `docs/findings.md` says what each sees. */
export const recordRules: readonly RecordRule[] = [
  ...sectionRules,
  ...ageRules,
  ...phaseRules,
  ...classRules,
  ...designRules,
  ...interventionRules,
  ...doseRules,
  ...figureRules,
  ...wordingRules,
  ...anchorRules,
  ...outcomeRules,
  ...scheduleRules,
  ...dateRules,
  ...copyRules,
];

/**
 * What a registry record contradicts, leaves open or leaves out, each with the place, the words, a question for a person
 * and a proposed reading. Errors first, then warnings, then information; within them in the order of the rules. It says
 * nothing of what only a clinician can see.
 */
export const lintRecord = (record: RegistryRecord): readonly RecordFinding[] => {
  const found = recordRules.flatMap(({ id, severity, find }) =>
    find(record).map((remark) => ({ rule: id, severity, ...remark })),
  );
  return (['error', 'warning', 'information'] as const).flatMap((level) =>
    found.filter(({ severity }) => severity === level),
  );
};
