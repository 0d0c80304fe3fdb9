import { type Relation, relateCriteria } from '#core/criteria/analysis/criterion-relations.ts';
import { type ResponseTable, tabulateResponse } from '#core/criteria/analysis/response-cells.ts';
import { visitsAsked } from './asked-at.ts';
import type { Study } from './study.ts';

export interface StudyAnalysis {
  readonly relations: readonly Relation[];
  readonly responses: readonly { readonly response: string; readonly at: string; readonly table: ResponseTable }[];
}

/** The visits at which an ordered response is asked, one table each. */
const askedAt = (study: Study): readonly { readonly response: string; readonly at: string }[] => {
  const asked = study.endpoints.flatMap((endpoint) =>
    endpoint.kind === 'response' ? visitsAsked(endpoint.of).map((at) => ({ response: endpoint.of.response, at })) : [],
  );
  return [...new Map(asked.map((each) => [`${each.response} ${each.at}`, each])).values()];
};

/**
 * What the sentences of a study mean together: criteria that nobody passes, that exclude nobody or that another already
 * says, and the truth table of each response. It sees what follows from numbers, levels and claims when everything is
 * known; it does not compare windows of records with one another.
 */
export const analyseStudy = (study: Study): StudyAnalysis => ({
  relations: relateCriteria(study.criteria, study.lexicon),
  responses: askedAt(study).map(({ response, at }) => {
    const levels = study.responses.get(response)?.levels.map((level) => level.id) ?? [];
    return { response, at, table: tabulateResponse(levels, at, study.definitions, study.lexicon) };
  }),
});
