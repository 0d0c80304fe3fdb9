import type { Condition, Formula, Span, Value } from '../syntax.ts';
import { everyFormula } from '../walk.ts';

/** Two values whose equality is a limit: on one side of it the answer may differ from the other. */
export interface Limit {
  readonly left: Value;
  readonly right: Value;
}

const percentOf = (percent: string, of: Value, span: Span): Value => ({ kind: 'percent-of', percent, of, span });

/** 100 ± p, in the same decimals as p. */
const shifted = (percent: string, up: boolean): string => {
  const places = percent.split('.')[1]?.length ?? 0;
  const scale = 10n ** BigInt(places);
  const digits = BigInt(percent.replace('.', ''));
  const sum = up ? 100n * scale + digits : 100n * scale - digits;
  const text = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
};

const limitsOfTrend = (trend: Extract<Condition, { kind: 'trend' }>): readonly Limit[] => {
  const before = { ...trend.value, point: trend.from };
  if (trend.by.kind === 'percent')
    return [
      {
        left: trend.value,
        right: percentOf(shifted(trend.by.percent, trend.direction === 'rises'), before, trend.span),
      },
    ];
  const operator = trend.direction === 'falls' ? '-' : '+';
  return [
    { left: trend.value, right: { kind: 'sum', operator, left: before, right: trend.by.amount, span: trend.span } },
  ];
};

const limitsOfOne = (condition: Formula): readonly Limit[] => {
  switch (condition.kind) {
    case 'comparison':
      return [{ left: condition.left, right: condition.right }];
    case 'between':
      return [
        { left: condition.value, right: condition.low },
        { left: condition.value, right: condition.high },
      ];
    case 'tolerance':
      return [true, false].map((up) => ({
        left: condition.value,
        right: percentOf(shifted(condition.percent, up), condition.of, condition.span),
      }));
    case 'trend':
      return limitsOfTrend(condition);
    default:
      return [];
  }
};

/** Every limit that a condition compares with. */
export const limitsOf = (condition: Condition): readonly Limit[] => everyFormula(condition).flatMap(limitsOfOne);
