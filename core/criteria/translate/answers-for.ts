import type { Measured } from '#core/measures/measured.ts';
import { isExact, type Range } from '#core/quantities/range.ts';
import { negate, type Rational } from '#core/quantities/rational.ts';
import type { Ask } from '../ask.ts';
import type { Chart } from '../chart.ts';
import { compileCondition, type Glossary } from '../compile.ts';
import { compileValue } from '../compile-value.ts';
import { printCondition } from '../print.ts';
import { isAvailable } from '../proof.ts';
import { decideElm, type ElmAnswers } from './decide-elm.ts';
import type { TranslatedLibrary } from './elm.ts';
import type { ElmAtom } from './elm-condition.ts';
import type { ElmParameter } from './elm-parameter.ts';
import type { ElmExpression } from './elm-tree.ts';

/** A leaf of a sentence whose truth, or whose being available, no single number that may be passed would keep. */
export interface Unheld {
  readonly atom: string;
  readonly parameters: readonly string[];
}

/** What is passed for one participant. Where something is unheld the library must not be asked. */
export interface ParticipantAnswers {
  readonly answers: ElmAnswers;
  readonly unheld: readonly Unheld[];
}

type Passed = bigint | string | boolean | null;
/** What may be passed, in the order in which it is tried; the last is null where the chart leaves more than one open. */
type Offered = readonly [Passed, ...Passed[]];

const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));

/** The whole numbers of parts nearest to an end of a range, inside it. */
const lowestParts = ({ numerator, denominator }: Rational, open: boolean, parts: bigint): bigint => {
  const floor = floorDivide(numerator * parts, denominator);
  return floor * denominator === numerator * parts && !open ? floor : floor + 1n;
};
const highestParts = (high: Rational, open: boolean, parts: bigint): bigint => -lowestParts(negate(high), open, parts);

const offerNumber = (range: Range, { places, most }: Extract<ElmParameter, { type: 'Integer' }>): Offered => {
  const parts = 10n ** BigInt(places);
  const { low, high, lowOpen, highOpen } = range;
  const ends = [
    ...(high === undefined ? [] : [highestParts(high, highOpen, parts)]),
    ...(low === undefined ? [] : [lowestParts(low, lowOpen, parts)]),
  ].filter((end) => end <= most && -end <= most);
  const [first, second] = ends;
  if (first === undefined) return [null];
  if (isExact(range) && first === second) return [first];
  return second === undefined ? [first, null] : [first, second, null];
};

const offerLevel = (measured: Measured): Offered => {
  if (measured.kind !== 'level') throw new Error('a measure without levels was asked for one');
  const [first = null, ...others] = measured.possible;
  return others.length === 0 ? [first] : [first, null];
};

const truthAnswer = { true: true, false: false, unknown: null } as const;

const offer = (parameter: ElmParameter, chart: Chart, glossary: Glossary): Offered => {
  switch (parameter.type) {
    case 'Integer':
      return offerNumber(compileValue(parameter.asked, glossary.lexicon).ask(chart, undefined).range, parameter);
    case 'String': {
      const { measure, point } = parameter.asked;
      if (point.kind === 'here') throw new Error(`${measure} is asked at no point`);
      return offerLevel(chart.measure(measure, point.name));
    }
    case 'Boolean': {
      const { truth } = compileCondition(parameter.asked, glossary)(chart, undefined);
      return [truthAnswer[truth]];
    }
    default:
      return parameter satisfies never;
  }
};

const namesIn = (expression: ElmExpression): readonly string[] => {
  if (expression.type === 'ParameterRef') return [expression.name];
  if (!('operand' in expression) || expression.type === 'As') return [];
  const operands = 'type' in expression.operand ? [expression.operand] : expression.operand;
  return operands.flatMap(namesIn);
};

/** Does the translation, asked with these answers, say what the sentence says of the chart? */
const isKept = ({ expression, asksAvailability }: ElmAtom, ask: Ask, chart: Chart, answers: ElmAnswers) => {
  const proof = ask(chart, undefined);
  if (decideElm(expression, answers) !== proof.truth) return false;
  return !(asksAvailability && proof.truth === 'unknown' && isAvailable(proof));
};

/**
 * What to pass to a library for one participant's chart. A number that is known exactly is passed as it is. One that
 * is known in part, or that has more decimal places than are passed, is stood for by a number at an end of its range
 * where every leaf of every sentence keeps its truth, and by null where the truth is open; each leaf is checked for it.
 * A leaf that is kept by neither is `unheld`, as is one that is undecided and yet available (a censored result among
 * alternatives), and as is a number too large for the arithmetic of the library.
 */
export const answersFor = (library: TranslatedLibrary, glossary: Glossary): ((chart: Chart) => ParticipantAnswers) => {
  const atoms = library.atoms.map((atom) => ({ atom, ask: compileCondition(atom.condition, glossary) }));
  return (chart) => {
    const offered = new Map(library.parameters.map((each) => [each.name, offer(each, chart, glossary)]));
    const answers = new Map<string, Passed>([...offered].map(([name, [first]]) => [name, first]));
    const lost = () => atoms.filter(({ atom, ask }) => !isKept(atom, ask, chart, answers)).map(({ atom }) => atom);
    for (const attempt of [1, 2])
      for (const name of lost().flatMap(({ expression }) => namesIn(expression))) {
        const next = offered.get(name)?.[attempt];
        if (next !== undefined) answers.set(name, next);
      }
    const unheld = lost().map(({ condition, expression }) => ({
      atom: printCondition(condition),
      parameters: [...new Set(namesIn(expression))],
    }));
    return { answers, unheld };
  };
};
