import { isTypeProblem, typeOfValue } from '#core/criteria/value-type.ts';
import type { AnalysisDefinition, AnalysisPopulation, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { Figure } from './figure.ts';
import { roundHalfAway, writePercent } from './round.ts';

/** What a cell says, and the numbers in it. */
export type SaidCell = Pick<Figure, 'value'> & { readonly numbers: Readonly<Record<string, number>> };

/** How tables call the populations. */
export const populationWords = {
  randomised: 'all randomised',
  treated: 'all treated',
  'per protocol': 'treated per protocol',
  'all enrolled': 'all enrolled',
} as const satisfies Record<AnalysisPopulation, string>;

export const testWords = {
  'fisher exact': 'Fisher exact',
  'chi-squared': 'chi-squared',
  boschloo: 'Boschloo',
  'cochran-mantel-haenszel': 'Cochran–Mantel–Haenszel',
} as const satisfies Record<ProportionComparison['test'], string>;

export const intervalWords = {
  'miettinen-nurminen': 'Miettinen–Nurminen',
  newcombe: 'Newcombe',
} as const satisfies Record<ProportionComparison['interval'], string>;

export const sidedWords = (sides: 1 | 2): string => (sides === 1 ? 'one-sided' : 'two-sided');

/** "95%": a confidence, with the decimals that it has. */
export const confidenceWords = (confidence: number): string => {
  const percent = roundHalfAway(confidence * 100, 6);
  return `${Number(percent)}%`;
};

/** The title of the endpoint of an analysis. */
export const titleOf = ({ endpoint }: Pick<AnalysisDefinition, 'endpoint'>, study: Study): string =>
  study.endpoints.find(({ of }) => of.id === endpoint)?.of.title ?? endpoint;

/** The unit of an endpoint's number; a score has none. */
export const unitOf = (endpoint: Extract<Endpoint, { kind: 'value' }>, study: Study): string => {
  const summarised = endpoint.of.summarised?.as;
  if (summarised === 'percent change') return '%';
  const type = typeOfValue(endpoint.value, study.lexicon);
  const unit = isTypeProblem(type) || !type.demandsUnit ? '' : ` ${type.unit.written}`;
  return summarised === 'area' ? `${unit}·d` : unit;
};

/** The same with the unit of its numbers: "Change of complement C3, g/L". */
export const titleWithUnit = (analysis: Pick<AnalysisDefinition, 'endpoint'>, study: Study): string => {
  const endpoint = study.endpoints.find(({ of }) => of.id === analysis.endpoint);
  const unit = endpoint?.kind === 'value' ? unitOf(endpoint, study) : '';
  return `${titleOf(analysis, study)}${unit === '' ? '' : `,${unit === '%' ? ' %' : unit}`}`;
};

/** What a cell says of what cannot be estimated. */
export const sayWhyNot = (why: string): string => `not estimable: ${why}`;

interface Ends {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** "−3.4% (−16.1% to 9.4%)" */
export const sayShares = ({ estimate, lower, upper }: Ends): string =>
  `${writePercent(estimate)} (${writePercent(lower)} to ${writePercent(upper)})`;

/** "−4.55 (−5.69 to −3.41)" */
export const sayEnds = ({ estimate, lower, upper }: Ends, places = 2): string =>
  `${roundHalfAway(estimate, places)} (${roundHalfAway(lower, places)} to ${roundHalfAway(upper, places)})`;

/** Decimals for values of this spread: two, and more where two would hide it. */
export const placesFor = (spread: number | undefined): number => {
  if (spread === undefined || spread === 0 || spread >= 0.5) return 2;
  return spread >= 0.05 ? 3 : 4;
};

/** An estimate and its ends by name, as a cell keeps them. */
export const endsOf = ({ estimate, lower, upper }: Ends): Readonly<Record<'estimate' | 'lower' | 'upper', number>> => ({
  estimate,
  lower,
  upper,
});
