import type { Lexicon } from '../lexicon.ts';
import type { Condition, MeasureAt } from '../syntax.ts';
import { isPure, isTypeProblem, typeOfValue } from '../value-type.ts';
import type { AskedNumber } from './linear.ts';

/**
 * What the chart answers, as a parameter of the library, named as in the sentence. A number is passed in whole parts:
 * `places` decimal places of `unit`, at most `most` either side of zero, so that no arithmetic on it overflows.
 */
export type ElmParameter =
  | {
      readonly name: string;
      readonly type: 'Integer';
      readonly asked: AskedNumber;
      readonly places: number;
      readonly unit: string | undefined;
      readonly most: bigint;
    }
  | { readonly name: string; readonly type: 'String'; readonly asked: MeasureAt; readonly levels: readonly string[] }
  | {
      readonly name: string;
      readonly type: 'Boolean';
      readonly asked: Extract<Condition, { kind: 'records' | 'judgement' | 'reached' | 'set' | 'known' }>;
    };

const quantityPlaces = 4;

/** Decimal places in which a number is passed: four of a quantity's unit; of a score as many as its form takes. */
export const placesOf = (asked: AskedNumber, lexicon: Lexicon): number => {
  if (asked.kind === 'new-grades' || asked.kind === 'record-count') return 0;
  // A mean of scores is none of them.
  if (asked.kind !== 'measure') return quantityPlaces;
  const measure = lexicon.measures.get(asked.measure);
  if (measure?.value.kind !== 'score') return quantityPlaces;
  const items = measure.instrument?.items ?? [];
  return Math.max(0, ...items.map(({ answer }) => (answer.type === 'decimal' ? answer.places : 0)));
};

/** The unit of a number that has one. */
export const unitOfAsked = (asked: AskedNumber, lexicon: Lexicon): string | undefined => {
  const type = typeOfValue(asked, lexicon);
  if (isTypeProblem(type)) throw new Error(`a value that does not type was translated: ${type.problem}`);
  return isPure(type) ? undefined : type.unit.written;
};
