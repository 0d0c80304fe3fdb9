import type { MeasuredSet } from '#core/measures/measured.ts';
import { and, not, or, type Truth } from '#core/quantities/truth.ts';
import type { Ask } from './ask.ts';
import { pointName } from './point-name.ts';
import { leaf } from './proof.ts';
import type { Condition } from './syntax.ts';

/** Is one level among those wanted? Unknown while the measure may still have one that is and one that is not. */
export const compileLevel = (condition: Extract<Condition, { kind: 'level' }>): Ask => {
  const wanted = new Set(condition.levels);
  return (chart, here) => {
    const measured = chart.measure(condition.value.measure, pointName(condition.value.point, here));
    if (measured.kind !== 'level') throw new Error(`${condition.value.measure} has no levels`);
    const hits = measured.possible.filter((level) => wanted.has(level)).length;
    const found: Truth = hits === 0 ? 'false' : hits === measured.possible.length ? 'true' : 'unknown';
    const truth = condition.negated ? not(found) : found;
    return leaf(condition, truth, measured.evidence, truth === 'unknown' ? measured.missing : []);
  };
};

type SetTest = Extract<Condition, { kind: 'set' }>;

const belongs = (level: string, { certain, possible }: MeasuredSet): Truth => {
  if (certain.includes(level)) return 'true';
  return possible.includes(level) ? 'unknown' : 'false';
};

const setTruth = ({ test, levels }: SetTest, measured: MeasuredSet): Truth => {
  const asked = levels.map((level) => belongs(level, measured));
  switch (test) {
    case 'any':
      return or(asked);
    case 'all':
      return and(asked);
    case 'none':
      return not(or(asked));
    case 'only': {
      const others = measured.possible.filter((level) => !levels.includes(level));
      return not(or(others.map((level) => belongs(level, measured))));
    }
    default:
      return test satisfies never;
  }
};

/** Which of several levels at once belong to a set. */
export const compileSet =
  (condition: SetTest): Ask =>
  (chart, here) => {
    const measured = chart.measure(condition.value.measure, pointName(condition.value.point, here));
    if (measured.kind !== 'set') throw new Error(`${condition.value.measure} is no set`);
    const truth = setTruth(condition, measured);
    return leaf(condition, truth, measured.evidence, truth === 'unknown' ? measured.missing : []);
  };

/**
 * Is a value known? What was not recorded may still be, so that is unknown and not false; false is what was recorded as
 * not done, or cannot be read.
 */
export const compileKnown =
  (condition: Extract<Condition, { kind: 'known' }>): Ask =>
  (chart, here) => {
    const { status, evidence, missing } = chart.measure(
      condition.value.measure,
      pointName(condition.value.point, here),
    );
    if (status === 'ok') return leaf(condition, 'true', evidence);
    const open = missing.filter(
      (each) => each.kind !== 'unreadable' && !(each.kind === 'item' && each.why === 'not done'),
    );
    return open.length > 0 ? leaf(condition, 'unknown', evidence, open) : leaf(condition, 'false', evidence);
  };
