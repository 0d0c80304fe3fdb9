import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Finished, runAll } from './processes.ts';
import type { WrittenScenario } from './rehearse-options.ts';
import type { Session } from './session.ts';

export interface RehearseManyOptions {
  readonly trials: readonly string[];
  readonly seed: number;
  readonly start: string;
  readonly participants: WrittenScenario['participants'];
  readonly workers: number;
}

/** The worst of several: a file that could not be used comes before a no. */
const worst = (finished: readonly Finished[]): ExitCode => {
  const codes = finished.map(({ code }) => code);
  return Object.values(exitCodes).find((code) => code === Math.max(...codes)) ?? exitCodes.no;
};

const separator = `\n${'='.repeat(110)}\n\n`;

/**
 * `trialwright rehearse <trial> <trial> …`: each in a process of its own, some at once. A trial comes out as it would
 * alone, byte for byte: what a seed draws for one is drawn for no other.
 */
export const rehearseMany = async (options: RehearseManyOptions, session: Session): Promise<ExitCode> => {
  const { trials, seed, start, participants, workers } = options;
  const alike = ['--seed', String(seed), '--start', start];
  const people = participants === undefined ? [] : ['--participants', participants];
  const how = session.json ? ['--json'] : [];
  const finished = await runAll(
    trials.map((trial) => ['rehearse', trial, ...alike, ...people, ...how]),
    workers,
  );
  const texts = finished.map(({ out }) => out.trimEnd()).filter((text) => text !== '');
  session.print(session.json ? `[\n${texts.join(',\n')}\n]` : texts.join(separator));
  for (const { err } of finished) if (err !== '') session.complain(err);
  return worst(finished);
};
