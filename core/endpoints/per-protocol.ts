import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import { explain } from '#core/criteria/explain.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { compare, multiply, rational } from '#core/quantities/rational.ts';
import type { PerProtocolDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { doseShares } from './dose-share.ts';
import { evidenceIn } from './proof-parts.ts';

/** Why somebody is not in a population, and the records that show it. */
export interface WhyOut {
  readonly says: string;
  readonly records: readonly string[];
}

/**
 * What excludes where a study has no rule of its own: a default of this program after ICH E9, which asks for a minimal
 * exposure, the primary measurements and no major violation, and names no numbers. Each study should write its own.
 */
export const usualPerProtocol: PerProtocolDefinition = {
  deviations: [
    'found ineligible later',
    'treatment never begun',
    'dose of another arm',
    'prohibited medicine begun',
    'prohibited medicine continued',
    'prohibited procedure',
    'prohibited vaccine',
    'primary visit missed',
    'primary endpoint not known',
  ],
  'least doses': '0.8',
};

const byDeviation = ({ deviations }: PerProtocolDefinition, found: readonly Deviation[]): readonly WhyOut[] =>
  found
    .filter(({ kind }) => deviations.includes(kind))
    .map(({ kind, says, record }) => ({ says: `${kind}: ${says}`, records: [record] }));

const byDoses = (least: string | undefined, study: Study, participant: Participant): readonly WhyOut[] => {
  const decimal = least === undefined ? undefined : readDecimal(least);
  if (least === undefined || decimal === undefined) return [];
  const record = participant.allocated?.record ?? '';
  return doseShares(study, participant)
    .filter(
      ({ planned, received }) => compare(rational(received), multiply(rationalOf(decimal), rational(planned))) < 0,
    )
    .map(({ dose, planned, received, records }) => ({
      says: `received ${received} of ${planned} planned of ${dose}, a share below ${least}`,
      records: records.length === 0 ? [record] : records,
    }));
};

/** A condition excludes where it holds, and also where it is not known: who is in has been shown to belong there. */
const byConditions = (study: Study, participant: Participant): readonly WhyOut[] => {
  if (study.perProtocol.length === 0) return [];
  const chart = chartOf(study, participant);
  return study.perProtocol.flatMap(({ of, ask }) => {
    const proof = ask(chart, undefined);
    if (proof.truth === 'false') return [];
    const records = [...new Set(evidenceIn(proof).map(({ record }) => record))];
    const says = `${of.id} (${of.title})${proof.truth === 'unknown' ? ' is not known' : ''}: ${explain(proof).join('; ')}`;
    return [{ says, records: records.length === 0 ? [participant.allocated?.record ?? ''] : records }];
  });
};

/**
 * What keeps a participant who was randomised and treated from the population per protocol: deviations of the kinds that
 * the study names, too few doses, and its conditions; by the usual rule where the study has none. `found` are the
 * deviations of this participant.
 */
export const whyNotPerProtocol = (
  study: Study,
  participant: Participant,
  found: readonly Deviation[],
): readonly WhyOut[] => {
  const rule = study.definition.populations?.['per protocol'] ?? usualPerProtocol;
  return [
    ...byDeviation(rule, found),
    ...byDoses(rule['least doses'], study, participant),
    ...byConditions(study, participant),
  ];
};
