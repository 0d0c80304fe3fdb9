import { missingItem } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, Missing } from './measured.ts';

export type Sex = 'female' | 'male';

const sexes: readonly [Sex, Sex] = ['female', 'male'];

/** The sexes that remain possible for a person: one where it was described, both where it was not. */
export interface KnownSex {
  readonly possible: readonly [Sex, ...Sex[]];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

/** Reads the sex that was described at enrolment. Another word than the two is unreadable and leaves both possible. */
export const sexOf = (sitting: Sitting): KnownSex => {
  const answer = sitting.sex;
  if (answer === undefined || answer.written === 'not done')
    return { possible: sexes, evidence: [], missing: [missingItem('sex', sitting, answer)] };
  const { record, written, date } = answer;
  const sex = sexes.find((each) => each === written);
  if (sex !== undefined) return { possible: [sex], evidence: [{ record, what: 'sex', written, date }], missing: [] };
  const why = `"${written}" is none of ${sexes.join(', ')}`;
  return { possible: sexes, evidence: [], missing: [{ kind: 'unreadable', item: 'sex', point: sitting.point, why }] };
};

/**
 * Sex as it was described with the birth; no form asks it again.
 *
 * @source own
 * @returns female or male; both stay possible where it is not known
 */
export const sex: Measure = {
  id: 'sex',
  title: 'Sex',
  value: { kind: 'level', levels: sexes, ordered: false },
  instrument: undefined,
  source: 'own',
  rule: 'sex/1',
  compute: (sitting) => {
    const known = sexOf(sitting);
    return { kind: 'level', status: known.missing.length === 0 ? 'ok' : 'not evaluable', ...known };
  },
  explain: (measured) => `sex: ${measured.kind === 'level' ? measured.possible.join(' or ') : ''}`,
};
