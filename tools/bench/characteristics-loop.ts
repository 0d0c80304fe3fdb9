/**
 * The same trials by hand: a loop that knows the endpoint of NCT03580291 and its analysis, and shares with ours the
 * numbers that are drawn, the people and the minimisation. It reads no definition, and knows no other trial.
 */
import { secretFromSeed } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import { openAllocation } from '#hosts/rehearsal/characteristics/allocate-trial.ts';
import { fillPool } from '#hosts/rehearsal/characteristics/eligible-pool.ts';
import { fillersOf } from '#hosts/rehearsal/characteristics/fillers.ts';
import { openQuickDraws, type QuickDraws } from '#hosts/rehearsal/characteristics/quick-draws.ts';
import { layOutTrial, purpose } from '#hosts/rehearsal/characteristics/trial-plan.ts';
import { askTrial, isNotAsked } from '#hosts/rehearsal/characteristics/trial-question.ts';
import { taperedPrednisone } from '#hosts/rehearsal/disease-course.ts';
import type { Scenario } from '#hosts/rehearsal/scenario.ts';

type Pool = ReturnType<typeof fillPool>;

const daysOfYear = 365.25;
const toMilligrams = 0.011312;

/** What was measured of one person; not a number where it is not known. */
interface ResultsAtVisits {
  readonly creatinine0: number;
  readonly creatinine: number;
  readonly upcr0: number;
  readonly upcr: number;
  readonly protein0: number;
  readonly protein: number;
  readonly prednisone: number;
}

const isComplete = ({ creatinine, creatinine0, upcr, protein, prednisone }: ResultsAtVisits): boolean =>
  (creatinine <= 1.2 || creatinine <= 1.25 * creatinine0) && (upcr < 0.5 || protein < 0.5) && prednisone <= 10;

const isPartial = (
  { creatinine, creatinine0, upcr, upcr0, protein, protein0 }: ResultsAtVisits,
  isNotWorse: () => boolean,
): boolean => {
  if (!(upcr0 >= 0.5 || protein0 >= 0.5)) return false;
  const hasRatio = !Number.isNaN(upcr) && !Number.isNaN(upcr0);
  const [now, then] = hasRatio ? [upcr, upcr0] : [protein, protein0];
  const isBetter = creatinine < 0.7 * creatinine0 && now < 0.7 * then && isNotWorse();
  return creatinine0 > 1.2 ? isBetter : now < 0.5 * then && (creatinine0 <= 1.2 || isBetter);
};

/** Responders and participants of both arms, by trial. */
export type LoopTrials = (trials: number) => { readonly events: Uint32Array; readonly of: Uint32Array };

const planOf = (study: Study, pool: Pool, { assumed, participants = 0 }: Scenario) => {
  const question = askTrial(study);
  const fillers = isNotAsked(question) ? question : fillersOf(question.parameters, study);
  if (isNotAsked(fillers)) throw new Error('bench: the loop does not know this trial');
  return layOutTrial(fillers, pool, study, { assumed, participants, effectIn: () => 0, choices: '' });
};

/** Whether one member of the pool responds, with the numbers that are drawn where `draws` stands. */
const openResponder = (plan: ReturnType<typeof planOf>, draws: QuickDraws, pool: Pool, { assumed }: Scenario) => {
  const at = (parameter: string) => {
    const found = plan.results.find(({ filler }) => filler.parameter === parameter);
    if (found === undefined) throw new Error(`bench: no ${parameter}`);
    return found;
  };
  const [c0, c24] = [at('creatinine at baseline'), at('creatinine at week 24')];
  const [u0, u24] = [at('UPCR at baseline'), at('UPCR at week 24')];
  const [p0, p24] = [at('protein-24h at baseline'), at('protein-24h at week 24')];
  const judged = plan.answers.find(({ filler }) => filler.kind === 'judgement');
  const chance = judged?.filler.kind === 'judgement' ? judged.filler.chance : 0;
  const noise = assumed('noise');
  const [notDone, empty] = [assumed('result not done'), assumed('empty section')];
  const place = (source: typeof c0, link: number): number => source.links[link]?.place ?? 0;

  return (member: number): boolean => {
    const fall = assumed('fall mean') + assumed('fall sd') * draws.normal(purpose.fall);
    const drift = assumed('creatinine drift') * draws.normal(purpose.drift);
    const leaves = (-Math.log(draws.uniform(purpose.leaves)) / assumed('leaves yearly')) * daysOfYear;
    const dies = (-Math.log(draws.uniform(purpose.dies)) / assumed('dies yearly')) * daysOfYear;
    if (168 >= Math.min(leaves, dies) || draws.uniform(c24.visit.missed) < assumed('missed visit')) return false;
    const known = (source: typeof c0): boolean =>
      draws.uniform(source.notDone) >= notDone && draws.uniform(source.empty) >= empty;
    const value = (source: typeof c0, change: number, places: number): number =>
      known(source) ? Math.round((source.values[member] ?? 0) * Math.exp(change) * places) / places : Number.NaN;
    const moved = (source: typeof c0, link: number): number => noise * draws.normal(place(source, link));
    const creatinine0 = value(c0, 0, 1) * toMilligrams;
    const creatinine = value(c24, drift + (noise / 2) * draws.normal(place(c24, 0)), 1) * toMilligrams;
    const upcr0 = value(u0, 0, 100);
    const upcr = value(u24, fall + moved(u24, 0), 100);
    const protein0 = value(p0, 0, 100);
    const protein = value(p24, fall + moved(p24, 0) + moved(p24, 1), 100);
    const prednisone = taperedPrednisone(pool[member]?.prednisone ?? 0, c24.visit.weeksBefore);
    const numbers = { creatinine0, creatinine, upcr0, upcr, protein0, protein, prednisone };
    return isComplete(numbers) || isPartial(numbers, () => draws.uniform(judged?.place ?? 0) >= chance);
  };
};

export const openLoop = (study: Study, seed: number, firstDay: number, scenario: Scenario): LoopTrials => {
  const { participants = 0 } = scenario;
  const secret = secretFromSeed(seed);
  const allocate = openAllocation(study, participants, secret);
  if (isNotAsked(allocate)) throw new Error('bench: the loop does not know this trial');
  const pool = fillPool(study, seed, 500, firstDay);
  const plan = planOf(study, pool, scenario);
  const draws = openQuickDraws(secret, plan.purposes);
  const isResponder = openResponder(plan, draws, pool, scenario);

  return (trials) => {
    const events = new Uint32Array(2 * trials);
    const of = new Uint32Array(2 * trials);
    for (let trial = 0; trial < trials; trial += 1) {
      const members = Array.from({ length: participants }, (_, person) => {
        draws.moveTo(trial, person);
        return Math.floor(draws.uniform(purpose.member) * pool.length);
      });
      const arms = allocate(
        trial,
        members.map((member) => pool[member]?.levels ?? {}),
      );
      for (let person = 0; person < participants; person += 1) {
        draws.moveTo(trial, person);
        const cell = 2 * trial + (arms[person] ?? 0);
        of[cell] = (of[cell] ?? 0) + 1;
        if (isResponder(members[person] ?? 0)) events[cell] = (events[cell] ?? 0) + 1;
      }
    }
    return { events, of };
  };
};
