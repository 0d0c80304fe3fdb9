import type { FactorLevels, MinimisationMethod } from './minimisation.ts';
import { type AllocatedBefore, minimise } from './minimise.ts';
import { openStream, type Stream } from './stream.ts';

const drawLevels = ({ factors }: MinimisationMethod, stream: Stream): FactorLevels =>
  Object.fromEntries(factors.map(({ id, levels }) => [id, stream.pick(levels)]));

const simulateOne = (method: MinimisationMethod, participants: number, stream: Stream): readonly string[] => {
  const before: AllocatedBefore[] = [];
  while (before.length < participants) {
    const levels = drawLevels(method, stream);
    before.push({ arm: minimise(method, levels, before, stream), levels });
  }
  return before.map(({ arm }) => arm);
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
