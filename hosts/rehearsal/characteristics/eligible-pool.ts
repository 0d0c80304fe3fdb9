import { isRefusal } from '#core/conduct/refusal.ts';
import { levelsOf } from '#core/conduct/strata.ts';
import type { Study } from '#core/study/study.ts';
import { people } from '../candidates/assumed-numbers.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { openCrowd, type Screened } from '../candidates/population.ts';

/** Somebody who may take part, with the levels of what allocation balances or stratifies by. */
export interface PoolMember {
  readonly person: Candidate;
  readonly levels: Readonly<Record<string, string>>;
  /** Prednisone on day 0, in mg a day. */
  readonly prednisone: number;
}

const mostScreened = 200;

const prednisoneOf = ({ draws }: Candidate): number => Number(draws('prednisone').weighted(people.steroidDoses.value));

const isEligible = (study: Study, { chart }: Screened): boolean =>
  study.criteria.every(({ kind, ask }) => ask(chart, undefined).truth === (kind === 'include' ? 'true' : 'false'));

/**
 * So many virtual people who are eligible by every criterion of the study, screened one after another by the decisions of
 * production; fewer where hardly anybody is. Participants of simulated trials are drawn from them.
 */
export const fillPool = (study: Study, seed: number, wanted: number, firstDay: number): readonly PoolMember[] => {
  const screen = openCrowd(study, { people: wanted * mostScreened, seed, firstDay });
  const pool: PoolMember[] = [];
  for (let number = 1; pool.length < wanted && number <= wanted * mostScreened; number += 1) {
    const screened = screen(number);
    if (!isEligible(study, screened)) continue;
    const levels = levelsOf(study, screened.participant, screened.chart);
    if (isRefusal(levels)) continue;
    pool.push({ person: screened.candidate, levels, prednisone: prednisoneOf(screened.candidate) });
  }
  return pool;
};
