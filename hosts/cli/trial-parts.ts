import { z } from 'zod';
import type { TwoArms } from '#hosts/rehearsal/characteristics/summarise-trials.ts';
import { runAll } from './processes.ts';
import type { WrittenScenario } from './rehearse-options.ts';
import { shareOut } from './workers.ts';

/** Many trials of one study, as they were asked for. */
export interface PartedTrials extends WrittenScenario {
  readonly trial: string;
  readonly seed: number;
  readonly start: string;
  readonly workers: number;
}

const whole = z.int().min(0);
const partSchema = z.object({ counts: z.array(z.strictObject({ x1: whole, n1: whole, x0: whole, n0: whole })) });

/** Every shift is a double of few binary places: twenty decimal ones say it whole. */
const written = (effect: Readonly<Record<string, number>>): string =>
  Object.entries(effect)
    .map(([arm, shift]) => `${arm}=${shift.toFixed(20)}`)
    .join(',');

const given = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`--${name}`, value];

/**
 * Counts of many trials, simulated by several processes, each a run of trials that follow one another. Which process has
 * a trial makes no difference to it. Throws where a process fails whose command line this one has accepted.
 */
export const simulateInParts = async (
  { trial, seed, start, workers, scenario, participants }: PartedTrials,
  effect: Readonly<Record<string, number>> | undefined,
  trials: number,
): Promise<readonly TwoArms[]> => {
  const alike = [
    ...['--json', '--seed', String(seed), '--start', start],
    ...given('scenario', scenario),
    ...given('participants', participants),
    ...given('effect', effect && written(effect)),
  ];
  const shares = shareOut(trials, workers);
  const commands = shares.map((share, part) => {
    const first = shares.slice(0, part).reduce((sum, each) => sum + each, 0);
    return ['rehearse', trial, ...alike, '--trials', String(share), '--first', String(first)];
  });
  const parts = await runAll(commands, workers);
  return parts.flatMap(({ code, out, err }) => {
    if (code !== 0) throw new Error(`a part of the trials failed: ${err}${out}`);
    return partSchema.parse(JSON.parse(out)).counts;
  });
};
