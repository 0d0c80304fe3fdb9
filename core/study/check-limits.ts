import type { Formula } from '#core/criteria/syntax.ts';
import { everyFormula, limitsAsked } from '#core/criteria/walk.ts';
import type { PlacedSentence, SentenceFault } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';

/** Sites at which a measure has no normal range: what a sentence compares with ULN or LLN is never known there. */
const sitesWithout = (measure: string, bound: 'ULN' | 'LLN', study: StudyDefinition): readonly string[] => {
  const end = bound === 'ULN' ? 'high' : 'low';
  const laboratories = new Set(
    (study.laboratories ?? [])
      .filter(({ ranges }) => ranges.some((row) => row.measure === measure && row[end] !== undefined))
      .map(({ id }) => id),
  );
  return study.sites
    .filter(({ laboratory }) => laboratory === undefined || !laboratories.has(laboratory))
    .map(({ id }) => id);
};

/** Limits of normal that sentences name and that no laboratory of a site says. */
export const checkLimits = (
  study: StudyDefinition,
  placed: readonly PlacedSentence<Formula>[],
): readonly SentenceFault[] =>
  placed.flatMap(({ path, formula }) =>
    everyFormula(formula)
      .flatMap(limitsAsked)
      .flatMap(({ of, bound, span }) => {
        const sites = sitesWithout(of.measure, bound, study);
        const what = `${bound} of ${of.measure} is not known at ${sites.join(', ')}`;
        const expected = [`laboratories with ${bound === 'ULN' ? 'an upper' : 'a lower'} limit of ${of.measure}`];
        return sites.length === 0 ? [] : [{ path, offset: span.start, what, expected, severity: 'warning' as const }];
      }),
  );
