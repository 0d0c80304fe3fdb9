import { evolveParticipant } from '#core/conduct/evolve-participant.ts';
import { nobody, type Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Verdict } from '#core/conduct/trial-event.ts';
import type { Chart } from '#core/criteria/chart.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import type { Criterion, Study } from '#core/study/study.ts';
import { type Candidate, drawCandidate } from './candidate.ts';
import { openDraws } from './draws.ts';
import { lastDayOf, participantEvents } from './participant-events.ts';
import { planScreening, type ScreeningPlan } from './screening-plan.ts';

/** How many people are asked, and from which seed; everybody comes on the same day. */
export interface Crowd {
  readonly people: number;
  readonly seed: number;
  readonly firstDay: Day;
}

/** What one criterion costs, in people. */
export interface CriterionCost {
  readonly criterion: Criterion;
  readonly fails: number;
  /** It fails, and no other certainly does. */
  readonly onlyThis: number;
  readonly notKnown: number;
  /** All others are met. */
  readonly eligibleWithout: number;
}

export interface Population {
  readonly people: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly costs: readonly CriterionCost[];
  readonly untaught: readonly string[];
}

/** One candidate of a crowd, by number from 1, with the state to which the events fold. */
export interface Screened {
  readonly candidate: Candidate;
  readonly participant: Participant;
  readonly chart: Chart;
}

/** Opens a crowd: each of its people can be screened alone, and is the same in a crowd of any size. */
export const openCrowd = (
  study: Study,
  { seed, firstDay }: Crowd,
  plan: ScreeningPlan = planScreening(study),
): ((number: number) => Screened) => {
  const drawsOf = openDraws(secretFromSeed(seed));
  const today = writeDay(lastDayOf(plan, firstDay));
  return (number) => {
    const candidate = drawCandidate(`C-${number}`, drawsOf(number));
    const participant = participantEvents(study, plan, candidate, firstDay).reduce(evolveParticipant, nobody);
    return { candidate, participant, chart: chartOf(study, participant, today) };
  };
};

type Tally = { -readonly [K in Exclude<keyof CriterionCost, 'criterion'>]: number };
type CriterionOutcome = 'passes' | 'fails' | 'not known';

const resultOf = ({ kind, ask }: Criterion, chart: Chart): CriterionOutcome => {
  const { truth } = ask(chart, undefined);
  if (truth === 'unknown') return 'not known';
  return (truth === 'true') === (kind === 'include') ? 'passes' : 'fails';
};

const verdictOf = (failed: number, open: number): Verdict => {
  if (failed > 0) return 'not eligible';
  return open > 0 ? 'needs information' : 'eligible';
};

const count = (results: readonly CriterionOutcome[], tallies: readonly Tally[]): Verdict => {
  const failed = results.filter((result) => result === 'fails').length;
  const open = results.filter((result) => result === 'not known').length;
  results.forEach((result, index) => {
    const tally = tallies[index];
    if (tally === undefined) throw new Error('a criterion without a tally');
    const others = failed + open - (result === 'passes' ? 0 : 1);
    tally.fails += result === 'fails' ? 1 : 0;
    tally.onlyThis += result === 'fails' && failed === 1 ? 1 : 0;
    tally.notKnown += result === 'not known' ? 1 : 0;
    tally.eligibleWithout += others === 0 ? 1 : 0;
  });
  return verdictOf(failed, open);
};

/**
 * Screens a crowd of virtual people by the criteria of a study and counts what each criterion costs. The verdict is that
 * of `assessEligibility`, without its explanations, which only one person at a time needs.
 */
export const screenPopulation = (study: Study, crowd: Crowd): Population => {
  const plan = planScreening(study);
  const screen = openCrowd(study, crowd, plan);
  const tallies = study.criteria.map((): Tally => ({ fails: 0, onlyThis: 0, notKnown: 0, eligibleWithout: 0 }));
  const verdicts = { eligible: 0, 'not eligible': 0, 'needs information': 0 };
  for (let number = 1; number <= crowd.people; number += 1) {
    const { chart } = screen(number);
    verdicts[
      count(
        study.criteria.map((criterion) => resultOf(criterion, chart)),
        tallies,
      )
    ] += 1;
  }
  const costs = study.criteria.map((criterion, index): CriterionCost => {
    const tally = tallies[index];
    if (tally === undefined) throw new Error('a criterion without a tally');
    return { criterion, ...tally };
  });
  return { people: crowd.people, verdicts, costs, untaught: plan.untaught };
};
