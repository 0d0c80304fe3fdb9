import { exactly, hull, isExact, type Range } from '#core/quantities/range.ts';
import { compare, type Rational, zero } from '#core/quantities/rational.ts';
import { type AgeConvention, ageBy } from './age.ts';
import { floatOf, rationalOfFloat } from './binary-float.ts';
import { laboratoryMeasure, notEvaluable } from './laboratory.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, Measured, MeasuredNumber, Missing } from './measured.ts';
import { sayNumber } from './say.ts';
import { type KnownSex, type Sex, sexOf } from './sex.ts';

/** Age, and sex, of the person for whom an equation is evaluated. */
export interface FiltrationPerson {
  /** Completed years, unless the rule asks for their fraction. */
  readonly age: number;
  readonly sex: Sex;
}

/** An equation that estimates how the kidneys filter, from results of the laboratory, age and sex. */
export interface FiltrationRule<Name extends string> {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly rule: string;
  /** The laboratory measures that it reads, and whether the estimate falls or rises with each. */
  readonly readings: Readonly<Record<Name, 'falls' | 'rises'>>;
  /** The reading on whose form the estimate is scheduled. */
  readonly form: NoInfer<Name>;
  readonly usesSex: boolean;
  /** Completed years: from, included, to, excluded. */
  readonly ages: readonly [from: number, to: number];
  /** Completed years unless it says otherwise. */
  readonly years?: AgeConvention;
  /** Whether the estimate rises with age; otherwise it falls or stays. */
  readonly withAge?: 'rises';
  readonly formula: (values: Readonly<Record<Name, number>>, person: FiltrationPerson) => number;
}

/** From the 18th birthday. Nobody is 140, where the clearance of Cockcroft and Gault is zero. */
export const adults = [18, 140] as const;

const ages = { 'completed years': ageBy('completed years'), exact: ageBy('exact') } as const;

const isNumber = (measured: Measured): measured is MeasuredNumber => measured.kind === 'number';

interface MarkerReading {
  readonly name: string;
  readonly turn: 'falls' | 'rises';
  readonly measured: MeasuredNumber;
}

const readingsOf = (rule: FiltrationRule<string>): ((sitting: Sitting) => readonly MarkerReading[]) => {
  const markers = Object.entries(rule.readings).map(([name, turn]) => ({ name, turn, of: laboratoryMeasure(name) }));
  return (sitting) =>
    markers.map(({ name, turn, of }) => {
      const measured = of.compute(sitting);
      if (!isNumber(measured)) throw new Error(`${name} is no number`);
      return { name, turn, measured };
    });
};

const isZero = ({ range }: MeasuredNumber): boolean => range.high !== undefined && compare(range.high, zero) === 0;

const outOfDomain = ({ name, turn, measured }: MarkerReading, point: string): readonly Missing[] =>
  turn === 'falls' && isZero(measured)
    ? [{ kind: 'unreadable', item: name, point, why: 'zero, of which no filtration follows' }]
    : measured.missing;

const readingProblems = (readings: readonly MarkerReading[], point: string): Missing[] => {
  const problems: Missing[] = [];
  for (const reading of readings) problems.push(...outOfDomain(reading, point));
  return problems;
};

const readingEvidence = (readings: readonly MarkerReading[]): Evidence[] => {
  const evidence: Evidence[] = [];
  for (const { measured } of readings) evidence.push(...measured.evidence);
  return evidence;
};

const years = (end: Rational | undefined): number => {
  if (end === undefined) throw new Error('an age that was evaluated has two ends');
  return floatOf(end);
};

/** The ages that are possible, one where the age is known. */
interface AgeSpan {
  readonly youngest: number;
  readonly oldest: number;
}

const spanOf = ({ low, high }: Range): AgeSpan => {
  const youngest = years(low);
  return { youngest, oldest: high === low ? youngest : years(high) };
};

/** Whether the equation is for this age: what is missing, or why it is not. */
const agesProblem = (
  known: MeasuredNumber,
  { youngest, oldest }: AgeSpan,
  [from, to]: readonly [number, number],
  point: string,
): readonly Missing[] => {
  if (youngest >= from && oldest < to) return [];
  if (youngest < to && oldest >= from) return known.missing;
  const why = `${sayNumber(known)} years, where the equation is for ages from ${from} to below ${to}`;
  return [{ kind: 'unreadable', item: 'birth', point, why }];
};

/** A reading at the end at which the estimate is least or most. */
const endOf = (
  { turn, measured }: MarkerReading,
  at: 'least' | 'most',
): { readonly value: number; readonly open: boolean } => {
  const { low, high, lowOpen, highOpen } = measured.range;
  const isLow = (turn === 'rises') === (at === 'least');
  if (isLow) return { value: low === undefined ? 0 : floatOf(low), open: lowOpen };
  return { value: high === undefined ? Number.POSITIVE_INFINITY : floatOf(high), open: highOpen };
};

/** The one estimate where everything is known exactly. */
const onlyFor = <Name extends string>(
  rule: FiltrationRule<Name>,
  readings: readonly MarkerReading[],
  { youngest, oldest }: AgeSpan,
  sexes: KnownSex['possible'],
): Range | undefined => {
  const isKnown = sexes.length === 1 && youngest === oldest;
  if (!isKnown || readings.some(({ measured }) => !isExact(measured.range))) return undefined;
  const values: Partial<Record<string, number>> = {};
  for (const { name, measured } of readings) values[name] = years(measured.range.low);
  return exactly(rationalOfFloat(rule.formula(values as Record<Name, number>, { age: youngest, sex: sexes[0] })));
};

/** The estimates between the two corners, which is all of them since the equation turns nowhere. */
const spanFor = <Name extends string>(
  rule: FiltrationRule<Name>,
  readings: readonly MarkerReading[],
  { youngest, oldest }: AgeSpan,
  sex: Sex,
): Range => {
  const corner = (at: 'least' | 'most') => {
    const ends = readings.map((reading) => [reading.name, endOf(reading, at)] as const);
    const values = Object.fromEntries(ends.map(([name, end]) => [name, end.value])) as Record<Name, number>;
    const isOldest = (at === 'least') === (rule.withAge === undefined);
    const value = rule.formula(values, { age: isOldest ? oldest : youngest, sex });
    const isOpen = ends.some(([, end]) => end.open) || !Number.isFinite(value);
    return { value: Number.isFinite(value) ? rationalOfFloat(value) : undefined, open: isOpen };
  };
  const [least, most] = [corner('least'), corner('most')];
  return { low: least.value, high: most.value, lowOpen: least.open, highOpen: most.open };
};

const isSame = (a: Range, b: Range): boolean =>
  [a.low, a.high].every((end, index) => {
    const other = index === 0 ? b.low : b.high;
    return end === other || (end !== undefined && other !== undefined && compare(end, other) === 0);
  });

/** An equation without sex gives the same for either, and does not ask. */
const withoutSex: KnownSex = { possible: ['female'], evidence: [], missing: [] };

/** What was read of a person for an equation that applies to them. */
interface ReadForEquation {
  readonly readings: readonly MarkerReading[];
  readonly known: MeasuredNumber;
  readonly span: AgeSpan;
  readonly sex: KnownSex;
}

/** Between bounds, and what would have to be known to have one estimate. */
const boundsOf = <Name extends string>(rule: FiltrationRule<Name>, { readings, known, span, sex }: ReadForEquation) => {
  const over = (ages: AgeSpan): Range =>
    sex.possible.map((each) => spanFor(rule, readings, ages, each)).reduce((a, b) => hull(a, b));
  const range = over(span);
  const ageMatters = !isSame(range, over({ ...span, oldest: span.youngest }));
  const missing = isExact(range) ? [] : [...(ageMatters ? known.missing : []), ...sex.missing];
  return { range, missing };
};

const compute = <Name extends string>(rule: FiltrationRule<Name>): Measure['compute'] => {
  const age = ages[rule.years ?? 'completed years'];
  const readAll = readingsOf(rule);
  return (sitting: Sitting): MeasuredNumber => {
    const readings = readAll(sitting);
    const [known, sex] = [age.compute(sitting), rule.usesSex ? sexOf(sitting) : withoutSex];
    if (!isNumber(known)) throw new Error('age is no number');
    const span = known.status === 'not evaluable' ? undefined : spanOf(known.range);
    const problems = readingProblems(readings, sitting.point);
    problems.push(...(span === undefined ? known.missing : agesProblem(known, span, rule.ages, sitting.point)));
    if (span === undefined || problems.length > 0) return notEvaluable(problems);
    const evidence = readingEvidence(readings);
    evidence.push(...known.evidence);
    evidence.push(...sex.evidence);
    const only = onlyFor(rule, readings, span, sex.possible);
    const { range, missing } =
      only === undefined ? boundsOf(rule, { readings, known, span, sex }) : { range: only, missing: [] };
    return { kind: 'number', status: missing.length === 0 ? 'ok' : 'partial', range, evidence, missing };
  };
};

/**
 * A measure from an equation: exact inputs give one unrounded value; a censored result, a date of birth that is known in
 * part, or a sex that is not known gives the bounds of what is possible.
 *
 * @unknown a result or the date of birth is missing; a date of birth on both sides of an age limit
 * @refuses an age for which the equation was not made, and a marker of zero: unreadable, with why
 */
export const filtrationMeasure = <Name extends string>(rule: FiltrationRule<Name>): Measure => ({
  id: rule.id,
  title: rule.title,
  value: { kind: 'quantity', unit: rule.unit },
  instrument: laboratoryMeasure(rule.form).instrument,
  needs: Object.keys(rule.readings).filter((name) => name !== rule.form),
  source: rule.source,
  rule: rule.rule,
  compute: compute(rule),
  explain: (measured) => `${rule.title} ${sayNumber(measured)} ${rule.unit}`,
});
