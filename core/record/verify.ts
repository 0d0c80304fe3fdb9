import { type Kind, verifyChain } from './chain.ts';
import { type Envelope, isEnvelope } from './envelope.ts';
import { type Broken, finding, type Verified } from './finding.ts';
import type { Seal } from './seal.ts';

/** Envelopes, with the versions counted in each stream; for one walk. */
const envelopes = (): Kind<Envelope> => {
  const versions = new Map<string, number>();
  return {
    isEntry: isEnvelope,
    further: ({ stream, version }) => {
      const expected = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, expected);
      return version === expected ? undefined : finding('stream version gap', expected, version);
    },
  };
};

/**
 * Verifies a log written by `writeLines`, against a seal where one was kept. Names the first event that is not as it
 * was written. What can and cannot be detected is said at `Seal`: without a seal a cut tail cannot. Never throws.
 */
export const verifyLines = (text: string, seal?: Seal): Verified | Broken => verifyChain(text, seal, envelopes());
