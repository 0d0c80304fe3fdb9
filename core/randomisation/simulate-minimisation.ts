import { openArmTally } from './arm-tally.ts';
import type { FactorLevels, MinimisationMethod } from './minimisation.ts';
import { minimiseBy } from './minimise.ts';
import { openStream, type Stream } from './stream.ts';

const drawLevels = ({ factors }: MinimisationMethod, stream: Stream): FactorLevels =>
  Object.fromEntries(factors.map(({ id, levels }) => [id, stream.pick(levels)]));

const simulateOne = (method: MinimisationMethod, participants: number, stream: Stream): readonly string[] => {
  const tally = openArmTally(method);
  return Array.from({ length: participants }, () => {
    const levels = drawLevels(method, stream);
    const arm = minimiseBy(method, tally, levels, stream);
    tally.add(levels, arm);
    return method.arms[arm]?.id ?? '';
  });
};

/**
 * The arms of so many participants by minimisation, so many times over. The levels of a participant are drawn with equal
 * chances, each factor by itself. The secret is the rehearsal's, never the trial's.
 */
export const simulateMinimisation = (
  method: MinimisationMethod,
  participants: number,
  lists: number,
  secret: Uint8Array,
): readonly (readonly string[])[] =>
  Array.from({ length: lists }, (_, list) =>
    simulateOne(method, participants, openStream(secret, 'simulated minimisation/1', String(list + 1))),
  );
