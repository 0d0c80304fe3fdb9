import type { Implausible } from '#core/measures/implausible.ts';
import type { Measure, Sitting } from '#core/measures/measure.ts';
import type { Measured, MeasuredNumber, Missing } from '#core/measures/measured.ts';
import { writeRational } from '#core/quantities/decimal.ts';
import { isExact } from '#core/quantities/range.ts';
import { compare, type Rational, zero } from '#core/quantities/rational.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';

/** What came of one person: words and numbers only, so that a hundred thousand of them fit. */
export interface ScoredPerson {
  readonly id: string;
  readonly date: string;
  readonly status: 'ok' | 'partial' | 'not evaluable' | 'refused';
  /** "14", "8..12", "<0.04", "yes or no", "III + V"; empty where nothing is known. */
  readonly value: string;
  readonly low: string;
  readonly high: string;
  /** For a profile the grades of each system, in the order of the measure. */
  readonly systems: readonly string[];
  readonly missing: readonly string[];
  readonly sentence: string;
  /** Results that no laboratory is likely to report. */
  readonly questioned: readonly string[];
  readonly faults: readonly StudyFinding[];
}

const places = 9;
const written = (value: Rational | undefined): string => (value === undefined ? '' : writeRational(value, places));

const numberText = ({ range }: MeasuredNumber): string => {
  const { low, high, lowOpen, highOpen } = range;
  if (low === undefined && high === undefined) return '';
  if (isExact(range)) return written(low);
  if (low === undefined || (highOpen && compare(low, zero) === 0)) return `${highOpen ? '<' : '<='}${written(high)}`;
  return high === undefined ? `${lowOpen ? '>' : '>='}${written(low)}` : `${written(low)}..${written(high)}`;
};

type ValueCells = Pick<ScoredPerson, 'value' | 'low' | 'high' | 'systems'>;

const noEnds = { low: '', high: '', systems: [] } as const;

const valueOfMeasured = (measured: Measured): ValueCells => {
  switch (measured.kind) {
    case 'number':
      return {
        value: numberText(measured),
        low: written(measured.range.low),
        high: written(measured.range.high),
        systems: [],
      };
    case 'level':
      return { ...noEnds, value: measured.possible.join(' or ') };
    case 'set':
      return {
        ...noEnds,
        value: measured.status === 'ok' ? measured.certain.join(' + ') : measured.possible.join(' or '),
      };
    case 'profile': {
      const systems = [...measured.systems].map(([, grades]) => grades.join('/'));
      const value = [...measured.systems].map(([system, grades]) => `${system} ${grades.join('/')}`).join(', ');
      return { ...noEnds, value, systems };
    }
    default:
      return measured satisfies never;
  }
};

/** What is missing, in a few words: "SLEDAI-2K.pyuria (not done)". */
export const sayWanting = (missing: Missing): string => {
  switch (missing.kind) {
    case 'item':
      return missing.why === 'not done' ? `${missing.item} (not done)` : missing.item;
    case 'unreadable':
      return `${missing.item} (${missing.why})`;
    case 'judgement':
      return `the judgement "${missing.text}"`;
    case 'date': {
      const of = missing.of === '' ? 'the visit' : missing.of;
      return missing.written === undefined ? `date of ${of}` : `exact date of ${of}`;
    }
    case 'source':
      return `${missing.source} complete through ${missing.through}`;
    case 'no rule':
      return missing.reason;
    default:
      return missing satisfies never;
  }
};

/** What a measure makes of a sitting, as a row. */
export const scoreSitting = (
  measure: Measure,
  sitting: Sitting,
  questioned: readonly Implausible[],
): Omit<ScoredPerson, 'id' | 'date'> => {
  const measured = measure.compute(sitting);
  return {
    ...valueOfMeasured(measured),
    status: measured.status,
    missing: [...new Set(measured.missing.map(sayWanting))],
    sentence: measure.explain(measured),
    questioned: questioned.map(({ item, written: said, plausible }) => `${item} ${said}, plausible ${plausible}`),
    faults: [],
  };
};

/** A person of whom something cannot be read: nothing is computed. */
export const refusedPerson = (faults: readonly StudyFinding[]): Omit<ScoredPerson, 'id' | 'date'> => ({
  ...noEnds,
  value: '',
  status: 'refused',
  missing: [],
  sentence: '',
  questioned: [],
  faults,
});
