import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';

/**
 * The arm by which the sponsor may judge an event: none in a masked design, also for who could see it, since what is
 * judged by the arm would tell it.
 */
export const armKnown = ({ definition }: Study, { arm }: Pick<Participant, 'arm'>): string | undefined =>
  definition.design.masking === 'open' ? arm : undefined;
