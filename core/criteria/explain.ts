import type { Evidence, Missing } from '#core/measures/measured.ts';
import { printCondition } from './print.ts';
import type { Proof } from './proof.ts';

/** The parts of a proof that decide it: one sufficient part where one suffices, all of them where all are needed. */
export const decisive = (proof: Proof): readonly Proof[] => {
  const { kind } = proof.condition;
  if (proof.parts.length === 0) return [proof];
  if (kind === 'not' || kind === 'reference') return proof.parts.flatMap(decisive);
  const conjunctive = kind === 'and' || kind === 'every-point';
  const disjunctive = kind === 'or' || kind === 'any-point';
  const one =
    (conjunctive && proof.truth === 'false') || (disjunctive && proof.truth === 'true') || kind === 'first-available';
  const same = proof.parts.filter((part) => part.truth === proof.truth);
  if (one) return same.slice(0, 1).flatMap(decisive);
  // The test of an `if` always belongs to the reason, whatever its own truth.
  const parts = kind === 'if' && proof.truth !== 'unknown' ? proof.parts : same;
  return (parts.length > 0 ? parts : proof.parts).flatMap(decisive);
};

const said = (evidence: Evidence): string => `${evidence.what} ${evidence.written}`;

export const sayMissing = (missing: Missing): string => {
  switch (missing.kind) {
    case 'item':
      return `${missing.item}${missing.point === '' ? '' : ` at ${missing.point}`} (${missing.why})`;
    case 'unreadable':
      return `${missing.item}${missing.point === '' ? '' : ` at ${missing.point}`}: ${missing.why}`;
    case 'judgement':
      return `the investigator's judgement "${missing.text}" at ${missing.point}`;
    case 'date':
      return missing.written === undefined ? `the date of ${missing.of}` : `the exact date of ${missing.of}`;
    case 'source':
      return `the ${missing.source} history signed as complete through ${missing.through}`;
    case 'no rule':
      return `a rule: ${missing.reason}`;
    default:
      return missing satisfies never;
  }
};

const answers = { true: 'holds', false: 'does not hold', unknown: 'is not known' } as const;

/** One leaf as a sentence: what was asked, whether it holds, what was found or is missing. */
export const sayLeaf = (proof: Proof): string => {
  const found = [...new Set(proof.evidence.map(said))].join('; ');
  const lacks = [...new Set(proof.missing.map(sayMissing))].join('; ');
  const because = [found, lacks === '' ? '' : `missing: ${lacks}`].filter((part) => part !== '').join('; ');
  return `${printCondition(proof.condition)} ${answers[proof.truth]}${because === '' ? '' : ` (${because})`}`;
};

/** Why a proof has its truth, as sentences on its decisive leaves. */
export const explain = (proof: Proof): readonly string[] => [...new Set(decisive(proof).map(sayLeaf))];
