import { plannedDoses } from '#core/conduct/dose-plan.ts';
import { type ChanceAllocation, isByChance, isBySite, strataIn } from '#core/study/allocation-parts.ts';
import type { AnalysisDefinition, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { AllocationDefinition, DoseDefinition } from '#core/study/schema-arms.ts';

/** "1, 3, 5"; of many the first eight, or all as one stretch where no day is left out. */
const sayDays = (days: readonly number[]): string => {
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  if (days.length <= 8) return days.join(', ');
  const isStretch = new Set(days).size === last - first + 1;
  return isStretch
    ? `${first} to ${last} (${days.length} in all)`
    : `${days.slice(0, 8).join(', ')}, … (${days.length} in all)`;
};

/** A dose in a line: how much, how, and on which days of the schedule. */
export const sayDose = (dose: DoseDefinition): string => {
  const days = plannedDoses(dose).map((planned) => planned.day);
  return [
    `${dose.product}: ${dose.amount} ${dose.route}`,
    dose['suspended in'] === undefined ? '' : ` in ${dose['suspended in']}`,
    dose['per day'] === undefined ? '' : `, ${dose['per day']} times a day`,
    `, on day ${sayDays(days)}`,
    dose['self administered'] === true ? ', taken at home' : '',
    dose['placebo for'] === undefined ? '' : `, placebo for ${dose['placebo for']}`,
  ].join('');
};

const sayShares = (shares: Readonly<Record<string, number>>): string =>
  Object.entries(shares)
    .map(([arm, share]) => `${arm} ${share}`)
    .join(' : ');

const saySettings = (allocation: ChanceAllocation): string => {
  switch (allocation.method) {
    case 'permuted blocks':
      return `, blocks of ${allocation['block sizes'].join(', ')}`;
    case 'big stick':
      return `, at most ${allocation.limit} apart`;
    case 'biased coin':
      return `, ${allocation.chance ?? '2/3'} for the arm that is behind`;
    case 'minimisation':
      return `, ${allocation.chance ?? '4/5'} for the arm that evens out, by ${allocation.measure ?? 'range'}`;
    case 'simple':
    case 'uploaded list':
      return '';
    default:
      return allocation satisfies never;
  }
};

/** How participants come to their arms. */
export const sayAllocation = (allocation: AllocationDefinition): string => {
  if (isByChance(allocation)) {
    const by = [...(isBySite(allocation) ? ['site'] : []), ...strataIn(allocation).map(({ title }) => title)];
    const verb = allocation.method === 'minimisation' ? 'balanced over' : 'stratified by';
    const strata = by.length === 0 ? '' : `, ${verb} ${by.join(', ')}`;
    return `${allocation.method}, ${sayShares(allocation.ratio)}${saySettings(allocation)}${strata}`;
  }
  switch (allocation.method) {
    case 'assigned':
      return `${allocation.method}, ${sayShares(allocation.participants)}: ${allocation.rule}`;
    case 'single group':
      return allocation.method;
    default:
      return allocation satisfies never;
  }
};

const sayMargin = ({ margin, ...analysis }: ProportionComparison): string => {
  const question = analysis['margin question'];
  if (margin !== undefined) return ` by a margin of ${margin}`;
  return question === undefined ? '' : ` by a margin that ${question} asks for`;
};

const sayPopulation = ({ population }: AnalysisDefinition): string =>
  population === 'randomised' || population === 'treated' ? `all ${population}` : population;

const sayTest = (
  test: string,
  { experimental, control }: { readonly experimental?: string | undefined; readonly control?: string | undefined },
): string => {
  if (test === 'none') return 'no test';
  return experimental === undefined || control === undefined ? test : `${test} of ${experimental} against ${control}`;
};

/** An analysis in a line: endpoint, arms, population, method. */
export const sayAnalysis = (analysis: AnalysisDefinition): string => {
  const { endpoint, kind } = analysis;
  const of = sayPopulation(analysis);
  switch (kind) {
    case 'compare proportions':
      return `${endpoint}, ${analysis.experimental} against ${analysis.control}, ${of}, ${analysis.test}, ${analysis.interval} interval, ${analysis.hypothesis}${sayMargin(analysis)}, alpha ${analysis.alpha}, ${analysis.sides === 1 ? 'one' : 'two'}-sided`;
    case 'proportion':
      return `${endpoint}, proportion in ${analysis.arm ?? 'each arm'}, ${of}, ${analysis.interval} interval, level ${analysis.level}`;
    case 'change':
      return `${endpoint}, change within each arm, ${of}, ${sayTest(analysis.test, {})}${analysis.comparison === 'ancova' ? `, ${sayTest('ancova', analysis)}` : ''}`;
    case 'time to event':
      return `${endpoint}, ${of}, ${analysis.estimate}, ${sayTest(analysis.test, analysis)}`;
    case 'description':
      return `${endpoint}, ${of}, described`;
    default:
      return analysis satisfies never;
  }
};
