import type { NotEstimable } from '#core/statistics/counts.ts';
import { adjustP } from '#core/statistics/multiplicity/adjusted-p.ts';
import { testByGraph } from '#core/statistics/multiplicity/graphical-procedure.ts';
import { isTested, testedAnalyses } from '#core/study/check-testing.ts';
import type { AnalysisDefinition, TestingDefinition } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import type { SensitivityTable } from './estimate-row.ts';

/** What the procedure says of one analysis. */
export type TestedHypothesis =
  | {
      readonly kind: 'protected';
      readonly analysis: string;
      /** Two-sided; of one side doubled. */
      readonly p: number;
      readonly adjusted: number;
      readonly isRejected: boolean;
    }
  /** Its p is a description: no procedure names it. */
  | { readonly kind: 'not protected'; readonly analysis: string; readonly p: number }
  /** The endpoint of the primary analysis in another population, or with another method: it must agree. */
  | { readonly kind: 'supporting'; readonly analysis: string; readonly p: number }
  | { readonly kind: 'no p'; readonly analysis: string; readonly why: string; readonly isNamed: boolean };

export interface TestingResult {
  readonly procedure: TestingDefinition['procedure'] | 'none';
  readonly alpha: number;
  /** Whether the study names it, or it is the usual one of a single primary endpoint. */
  readonly isNamed: boolean;
  readonly hypotheses: readonly TestedHypothesis[];
}

type PValue = number | NotEstimable<string>;

const isOneSided = (analysis: AnalysisDefinition): boolean =>
  analysis.kind === 'compare proportions' && (analysis.sides === 1 || analysis.hypothesis === 'non-inferiority');

/** The p of an analysis as planned, on the scale of two sides. */
const pOf = (analysis: AnalysisDefinition, table: SensitivityTable | undefined): PValue => {
  const found = table?.rows.find(({ kind }) => kind === 'main')?.found;
  if (found === undefined) return { notEstimable: 'compares nothing' };
  if (found.kind === 'not estimable') return { notEstimable: found.why };
  const p = found.kind === 'estimate' || found.kind === 'p' ? found.p : undefined;
  if (p === undefined) return { notEstimable: 'no p' };
  return isOneSided(analysis) ? Math.min(1, 2 * p) : p;
};

const roleOf = (study: Study, { endpoint }: AnalysisDefinition): string | undefined =>
  study.endpoints.find(({ of }) => of.id === endpoint)?.of.role;

const usualAlpha = (analysis: AnalysisDefinition): string => {
  if (analysis.kind !== 'compare proportions') return '0.05';
  return analysis.sides === 1 ? String(2 * Number(analysis.alpha)) : analysis.alpha;
};

/** What a study without a procedure has: one, where the tested analyses of primary endpoints are all of one endpoint. */
const usualTesting = (study: Study): TestingDefinition | undefined => {
  const primaries = study.definition.analyses.filter((each) => isTested(each) && roleOf(study, each) === 'primary');
  const [first] = primaries;
  if (first === undefined || new Set(primaries.map(({ endpoint }) => endpoint)).size > 1) return undefined;
  return { procedure: 'one primary', analysis: first.id, alpha: usualAlpha(first) };
};

/** Adjusted p in the order of the procedure; a hypothesis without p counts as one that is not rejected. */
const adjustedBy = (testing: TestingDefinition, p: readonly number[]): readonly number[] => {
  switch (testing.procedure) {
    case 'one primary':
      return p;
    case 'fixed sequence':
    case 'holm':
    case 'hochberg': {
      const names = { 'fixed sequence': 'fixed sequence', holm: 'Holm', hochberg: 'Hochberg' } as const;
      const found = adjustP(p, names[testing.procedure]);
      if ('notEstimable' in found) throw new Error(`testing procedure: ${found.notEstimable}`);
      return found.adjusted;
    }
    case 'graphical': {
      const named = testedAnalyses(testing);
      const share = (before: string, after: string): number =>
        Number(testing.transitions.find((each) => each.before === before && each.after === after)?.share ?? '0');
      const graph = {
        weights: testing.hypotheses.map(({ weight }) => Number(weight)),
        transitions: named.map((before) => named.map((after) => share(before, after))),
      };
      const found = testByGraph(graph, p, Number(testing.alpha));
      if ('notEstimable' in found) throw new Error(`testing procedure: ${found.notEstimable}`);
      return found.adjusted;
    }
    default:
      return testing satisfies never;
  }
};

const namedHypotheses = (
  testing: TestingDefinition,
  pOfAnalysis: (id: string) => PValue,
): readonly TestedHypothesis[] => {
  const named = testedAnalyses(testing);
  const found = named.map(pOfAnalysis);
  const adjusted = adjustedBy(
    testing,
    found.map((p) => (typeof p === 'number' ? p : 1)),
  );
  return named.map((analysis, index) => {
    const p = found[index];
    if (typeof p !== 'number') return { kind: 'no p', analysis, why: p?.notEstimable ?? 'no p', isNamed: true };
    const after = adjusted[index] ?? 1;
    return { kind: 'protected', analysis, p, adjusted: after, isRejected: after <= Number(testing.alpha) };
  });
};

/**
 * The testing procedure of a study: adjusted p and what is rejected (`bretz2009` for graphs; Holm, Hochberg and the fixed
 * sequence as in `adjustP`), then every other analysis with a p, which nothing protects. p of one side is doubled. A study
 * that names no procedure has that of one primary analysis, if all its tested primary analyses are of one endpoint: the
 * first decides and the others must agree.
 */
export const runTesting = (study: Study, tables: readonly SensitivityTable[]): TestingResult => {
  const { testing: written, analyses } = study.definition;
  const testing = written ?? usualTesting(study);
  const named = testing === undefined ? [] : testedAnalyses(testing);
  const pOfAnalysis = (id: string): PValue => {
    const analysis = analyses.find((each) => each.id === id);
    if (analysis === undefined) throw new Error(`a checked study has no analysis ${id}`);
    return pOf(
      analysis,
      tables.find((table) => table.analysis === id),
    );
  };
  const decided = analyses.find(({ id }) => id === named[0])?.endpoint;
  const others = analyses
    .filter((each) => !named.includes(each.id) && tables.some((table) => table.analysis === each.id))
    .map((each): TestedHypothesis => {
      const p = pOfAnalysis(each.id);
      if (typeof p !== 'number') return { kind: 'no p', analysis: each.id, why: p.notEstimable, isNamed: false };
      const isSame = testing?.procedure === 'one primary' && each.endpoint === decided;
      return { kind: isSame ? 'supporting' : 'not protected', analysis: each.id, p };
    });
  return {
    procedure: testing?.procedure ?? 'none',
    alpha: Number(testing?.alpha ?? '0.05'),
    isNamed: written !== undefined,
    hypotheses: [...(testing === undefined ? [] : namedHypotheses(testing, pOfAnalysis)), ...others],
  };
};
