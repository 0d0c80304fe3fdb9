import { and, atLeast, not, or, type Truth } from '#core/quantities/truth.ts';
import type { Ask } from './ask.ts';
import { compileNumeric } from './compile-comparison.ts';
import { compileKnown, compileLevel, compileSet } from './compile-level.ts';
import { compileRecords } from './compile-records.ts';
import type { Lexicon } from './lexicon.ts';
import { pointName } from './point-name.ts';
import { branch, isAvailable, leaf, type Proof } from './proof.ts';
import type { Condition } from './syntax.ts';
import { atPoints } from './walk.ts';

/** The names that references stand for, each written as a condition. */
export interface Glossary {
  readonly lexicon: Lexicon;
  readonly definitions: ReadonlyMap<string, Condition>;
}

const joinTerms = {
  and: (proofs: readonly Proof[]) => and(proofs.map((proof) => proof.truth)),
  or: (proofs: readonly Proof[]) => or(proofs.map((proof) => proof.truth)),
  'any-available': (proofs: readonly Proof[]) => {
    const available = proofs.filter(isAvailable);
    return available.length === 0 ? 'unknown' : or(available.map((proof) => proof.truth));
  },
  'first-available': (proofs: readonly Proof[]) => proofs.find(isAvailable)?.truth ?? 'unknown',
} as const satisfies Record<string, (proofs: readonly Proof[]) => Truth>;

const compileTerms = (condition: Extract<Condition, { kind: keyof typeof joinTerms }>, glossary: Glossary): Ask => {
  const asks = condition.terms.map((term) => compileCondition(term, glossary));
  const join = joinTerms[condition.kind];
  return (chart, here) => {
    const proofs = asks.map((ask) => ask(chart, here));
    return branch(condition, join(proofs), proofs);
  };
};

/** Asked once at each visit; what is said of it names the visit. */
const compileAtPoints = (
  condition: Extract<Condition, { kind: 'any-point' | 'every-point' }>,
  glossary: Glossary,
): Ask => {
  const asks = atPoints(condition).map((placed) => compileCondition(placed, glossary));
  const join = condition.kind === 'any-point' ? or : and;
  return (chart, here) => {
    const proofs = asks.map((ask) => ask(chart, here));
    return branch(condition, join(proofs.map(({ truth }) => truth)), proofs);
  };
};

const compileIf = (condition: Extract<Condition, { kind: 'if' }>, glossary: Glossary): Ask => {
  const test = compileCondition(condition.test, glossary);
  const then = compileCondition(condition.consequence, glossary);
  const otherwise = compileCondition(condition.otherwise, glossary);
  return (chart, here) => {
    const tested = test(chart, here);
    if (tested.truth !== 'unknown') {
      const taken = (tested.truth === 'true' ? then : otherwise)(chart, here);
      return branch(condition, taken.truth, [tested, taken]);
    }
    const either = [then(chart, here), otherwise(chart, here)] as const;
    const truth = either[0].truth === either[1].truth ? either[0].truth : 'unknown';
    return branch(condition, truth, [tested, ...either]);
  };
};

const compileReference = (condition: Extract<Condition, { kind: 'reference' }>, glossary: Glossary): Ask => {
  const defined = glossary.definitions.get(condition.definition);
  if (defined === undefined) throw new Error(`${condition.definition} is not defined`);
  const ask = compileCondition(defined, glossary);
  return (chart, here) => {
    const proof = ask(chart, condition.point.kind === 'named' ? condition.point.name : here);
    return branch(condition, proof.truth, [proof]);
  };
};

const compileAtLeast = (condition: Extract<Condition, { kind: 'at-least' }>, glossary: Glossary): Ask => {
  const asks = condition.terms.map((term) => compileCondition(term, glossary));
  return (chart, here) => {
    const proofs = asks.map((ask) => ask(chart, here));
    const truths = proofs.map((proof) => proof.truth);
    return branch(condition, atLeast(condition.count, truths), proofs);
  };
};

const compileNot = (condition: Extract<Condition, { kind: 'not' }>, glossary: Glossary): Ask => {
  const term = compileCondition(condition.term, glossary);
  return (chart, here) => {
    const proof = term(chart, here);
    return branch(condition, not(proof.truth), [proof]);
  };
};

const compileJudgement =
  (condition: Extract<Condition, { kind: 'judgement' }>): Ask =>
  (chart, here) => {
    const point = pointName(condition.point, here);
    const { truth, record } = chart.judgement(condition.text, point);
    const said = { what: `judged "${condition.text}"`, written: truth === 'true' ? 'yes' : 'no', date: undefined };
    const missing = truth === 'unknown' ? [{ kind: 'judgement', text: condition.text, point } as const] : [];
    return leaf(condition, truth, record === undefined ? [] : [{ record, ...said }], missing);
  };

/** A point that has no date may still come: not reached is unknown, never false. */
const compileReached =
  (condition: Extract<Condition, { kind: 'reached' }>): Ask =>
  (chart, here) => {
    const point = pointName(condition.point, here);
    const date = chart.dateOf(point);
    if (date === undefined) return leaf(condition, 'unknown', [], [{ kind: 'date', of: point, written: undefined }]);
    return leaf(condition, 'true', [
      { record: chart.recordOf(point) ?? point, what: point, written: date.written, date: date.written },
    ]);
  };

/** Compiles a condition that has passed the check; the result is pure and may be asked any number of times. */
export const compileCondition = (condition: Condition, glossary: Glossary): Ask => {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
      return compileTerms(condition, glossary);
    case 'at-least':
      return compileAtLeast(condition, glossary);
    case 'not':
      return compileNot(condition, glossary);
    case 'if':
      return compileIf(condition, glossary);
    case 'comparison':
    case 'between':
    case 'tolerance':
    case 'trend':
      return compileNumeric(condition, glossary.lexicon);
    case 'level':
      return compileLevel(condition);
    case 'set':
      return compileSet(condition);
    case 'known':
      return compileKnown(condition);
    case 'any-point':
    case 'every-point':
      return compileAtPoints(condition, glossary);
    case 'records':
      return compileRecords(condition, glossary.lexicon);
    case 'judgement':
      return compileJudgement(condition);
    case 'reached':
      return compileReached(condition);
    case 'reference':
      return compileReference(condition, glossary);
    case 'undefined':
      return () => leaf(condition, 'unknown', [], [{ kind: 'no rule', reason: condition.reason }]);
    default:
      return condition satisfies never;
  }
};
