import { pointText, printQuery, printWindow } from './print-records.ts';
import type { Point, Value } from './syntax.ts';

export const atText = (point: Point): string => (point.kind === 'here' ? '' : ` at ${point.name}`);

/** Prints a part within the value that stands on the left of its comparison, if any. */
type Print = (value: Value) => string;

/** The measure is said only where it is not the one on the left of the comparison. */
const printLimit = ({ times, bound, of }: Extract<Value, { kind: 'limit' }>, subject: Value | undefined): string => {
  const own = subject?.kind === 'measure' && printValue(subject) === printValue(of);
  return `${times} x ${bound}${own ? '' : ` of ${printValue(of)}`}`;
};

/** The right side is grouped when it is a sum or product itself: `a / (b * c)` is not `a / b * c`. */
const printPair = (
  { kind, operator, left, right }: Extract<Value, { kind: 'sum' | 'product' }>,
  print: Print,
): string => {
  const group = (part: Value, kinds: readonly Value['kind'][]): string =>
    kinds.includes(part.kind) ? `(${print(part)})` : print(part);
  return kind === 'sum'
    ? `${print(left)} ${operator} ${group(right, ['sum'])}`
    : `${group(left, ['sum'])} ${operator} ${group(right, ['sum', 'product'])}`;
};

/** The canonical text of a value; `subject` is what stands on the left of its comparison. */
export const printValue = (value: Value, subject?: Value): string => {
  const print: Print = (part) => printValue(part, subject);
  switch (value.kind) {
    case 'number':
      if (value.unit === '%') return `${value.written}%`;
      return value.unit === undefined ? value.written : `${value.written} ${value.unit}`;
    case 'measure':
      return `${value.measure}${atText(value.point)}`;
    case 'limit':
      return printLimit(value, subject);
    case 'percent-of': {
      const grouped = value.of.kind === 'sum' || value.of.kind === 'product';
      return `${value.percent}% of ${grouped ? `(${print(value.of)})` : print(value.of)}`;
    }
    case 'sum':
    case 'product':
      return printPair(value, print);
    case 'change':
      return `change of ${printValue(value.of)} from ${pointText(value.from)}`;
    case 'new-grades':
      return `number of new ${value.grade} grades of ${printValue(value.of)} from ${pointText(value.from)}`;
    case 'reading':
      return `${value.choice} ${value.measure} ${printWindow(value.window)}`;
    case 'integral':
      return `integral of ${value.measure} from ${pointText(value.from)} to ${pointText(value.to)}`;
    case 'record-count':
      return `number of ${printQuery(value.of)}`;
    default:
      return value satisfies never;
  }
};
