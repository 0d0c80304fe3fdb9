import { explain } from '#core/criteria/explain.ts';
import type { Proof } from '#core/criteria/proof.ts';
import { everyFormula, pointsNamed } from '#core/criteria/walk.ts';
import type { Evidence } from '#core/measures/measured.ts';
import { writeDay } from '#core/quantities/civil-date.ts';
import type { SafetyRule } from '#core/study/study.ts';
import type { FoundDeviation } from './deviation.ts';
import type { Dossier, FindDeviations, HeldVisit } from './dossier.ts';
import { type TreatmentAct, treatmentActs } from './treatment-acts.ts';

/** A rule of safety that was true at a visit after allocation. */
export interface RuleMet {
  readonly rule: SafetyRule;
  readonly visit: HeldVisit;
  readonly proof: Proof;
}

/** The visits at which a rule is asked; one without visits is asked once, at the last that was held of those it names. */
const askedOf = ({ of, condition }: SafetyRule, held: readonly HeldVisit[]): readonly HeldVisit[] => {
  if (of.at !== undefined) return held.filter(({ plan }) => of.at?.includes(plan.id) === true);
  const named = new Set(everyFormula(condition).flatMap(pointsNamed));
  return held.filter(({ plan }) => named.has(plan.id)).slice(-1);
};

/** The rules with an action that hold, each at the visits at which it does; one that is not known does not hold. */
export const rulesMet = ({ study, held, chart, dayZero }: Dossier, action: SafetyRule['of']['action']) =>
  study.safetyRules
    .filter((rule) => dayZero !== undefined && rule.of.action === action)
    .flatMap((rule) =>
      askedOf(rule, held)
        .map(
          (visit): RuleMet => ({
            rule,
            visit,
            proof: rule.ask(chart, rule.of.at === undefined ? undefined : visit.plan.id),
          }),
        )
        .filter(({ proof }) => proof.truth === 'true'),
    );

const evidenceOf = (proof: Proof): readonly Evidence[] => [...proof.evidence, ...proof.parts.flatMap(evidenceOf)];

/** Whether a rule rests on an event that began on the day of the visit: before or after a dose of that day is not known. */
const isOfSameDay = ({ participant }: Dossier, { visit, proof }: RuleMet): boolean => {
  const records = new Set(evidenceOf(proof).map(({ record }) => record));
  return participant.history.some(({ record, start }) => records.has(record) && start === writeDay(visit.on));
};

const saysRule = ({ rule, visit, proof }: RuleMet): string =>
  `rule ${rule.of.id} (${rule.of.title}) held at visit ${visit.plan.id} on ${writeDay(visit.on)}: ${explain(proof).join('; ')}`;

const treated = (
  kind: 'dose after a stopping rule' | 'dose despite an interruption',
  met: RuleMet,
  [first, ...more]: readonly TreatmentAct[],
): readonly FoundDeviation[] =>
  first === undefined
    ? []
    : [
        {
          kind,
          visit: met.visit.plan.id,
          dose: first.dose,
          on: writeDay(first.on),
          record: first.record,
          says: `${first.what} on ${writeDay(first.on)}${more.length === 0 ? '' : `, and ${more.length} more after it`}, though ${saysRule(met)}.`,
        },
      ];

/** From the first visit at which a rule held; treatment of that day counts, unless the reason may have come after it. */
const afterStop = (dossier: Dossier): readonly FoundDeviation[] => {
  const met = rulesMet(dossier, 'stop treatment');
  const firsts = met.filter(({ rule }, index) => met.findIndex((each) => each.rule === rule) === index);
  return firsts.flatMap((each) => {
    const from = each.visit.on + (isOfSameDay(dossier, each) ? 1 : 0);
    return treated(
      'dose after a stopping rule',
      each,
      treatmentActs(dossier).filter(({ on }) => on >= from),
    );
  });
};

/** How long an interruption lasts the protocol does not say in data: only the treatment of that very day counts. */
const despiteInterruption = (dossier: Dossier): readonly FoundDeviation[] =>
  rulesMet(dossier, 'interrupt treatment')
    .filter((met) => !isOfSameDay(dossier, met))
    .flatMap((met) =>
      treated(
        'dose despite an interruption',
        met,
        treatmentActs(dossier).filter(({ on }) => on === met.visit.on),
      ),
    );

/**
 * Treatment against the rules of safety, asked of what is known today. Whether a result was known on the day of its visit
 * is not recorded: it is taken to have been.
 */
export const findSafetyRuleDeviations: FindDeviations = (dossier) => [
  ...afterStop(dossier),
  ...despiteInterruption(dossier),
];
