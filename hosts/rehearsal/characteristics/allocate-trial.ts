import { isDrawnMethod, methodOf } from '#core/conduct/allocation-design.ts';
import { stratumOf } from '#core/conduct/strata.ts';
import { openArmTally } from '#core/randomisation/arm-tally.ts';
import { drawList } from '#core/randomisation/draw-list.ts';
import { minimiseBy } from '#core/randomisation/minimise.ts';
import { openStream } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import type { NotAsked } from './trial-question.ts';

type LevelsOfMember = Readonly<Record<string, string>>;

/** The arms of the participants of one simulated trial, by their place in the study, in the order in which they come. */
export type AllocateTrial = (trial: number, levels: readonly LevelsOfMember[]) => Uint8Array;

const secretOf = (secret: Uint8Array, trial: number): Uint8Array => {
  const stream = openStream(secret, 'simulated list', String(trial));
  const words = new Uint32Array(8).map(() => stream.nextWord());
  return new Uint8Array(words.buffer);
};

const byList = (study: Study, participants: number, secret: Uint8Array): AllocateTrial | undefined => {
  const method = methodOf(study, participants);
  if (method === undefined || !isDrawnMethod(method)) return undefined;
  const places = new Map(method.arms.map(({ id }, index) => [id, index]));
  return (trial, levels) => {
    const list = drawList(method, secretOf(secret, trial));
    if ('refused' in list) throw new Error(`simulated trials: no list: ${list.refused}`);
    const strata = Map.groupBy(list.slots, ({ stratum }) => stratum);
    const next = new Map<string, number>();
    return Uint8Array.from(levels, (own) => {
      const stratum = stratumOf(own);
      const slot = next.get(stratum) ?? 0;
      next.set(stratum, slot + 1);
      return places.get(strata.get(stratum)?.[slot]?.arm ?? '') ?? 0;
    });
  };
};

const byMinimisation = (study: Study, participants: number, secret: Uint8Array): AllocateTrial | undefined => {
  const method = methodOf(study, participants);
  if (method?.algorithm !== 'minimisation/1') return undefined;
  return (trial, levels) => {
    const stream = openStream(secret, 'simulated minimisation', String(trial));
    const tally = openArmTally(method);
    return Uint8Array.from(levels, (own) => {
      const arm = minimiseBy(method, tally, own, stream);
      tally.add(own, arm);
      return arm;
    });
  };
};

/** Allocates simulated participants by the method of the study: the lists of production, or its minimisation. */
export const openAllocation = (study: Study, participants: number, secret: Uint8Array): AllocateTrial | NotAsked =>
  byList(study, participants, secret) ??
  byMinimisation(study, participants, secret) ?? {
    why: `simulated trials are allocated by chance, and this one is ${study.definition.allocation.method}`,
  };
