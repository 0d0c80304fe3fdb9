import { plainCondition } from '#core/criteria/analysis/claims.ts';
import { type Relation, relateCriteria } from '#core/criteria/analysis/criterion-relations.ts';
import { discontinuitiesOf } from '#core/criteria/analysis/discontinuities.ts';
import { type ResponseTable, tabulateResponse } from '#core/criteria/analysis/response-cells.ts';
import { writeRational } from '#core/quantities/decimal.ts';
import { visitsAsked } from './asked-at.ts';
import type { Study } from './study.ts';

/** A limit that jumps at a threshold, in words: `protein-24h at baseline 3.5`, and the limit on either side. */
export interface Jump {
  readonly definition: string;
  readonly at: string;
  readonly threshold: string;
  readonly limited: string;
  readonly when: string;
  readonly otherwise: string;
  readonly given: readonly string[];
}

export interface StudyAnalysis {
  readonly relations: readonly Relation[];
  readonly responses: readonly { readonly response: string; readonly at: string; readonly table: ResponseTable }[];
  readonly jumps: readonly Jump[];
}

/** The visits at which an ordered response is asked, one table each. */
const askedAt = (study: Study): readonly { readonly response: string; readonly at: string }[] => {
  const asked = study.endpoints.flatMap((endpoint) =>
    endpoint.kind === 'response' ? visitsAsked(endpoint.of).map((at) => ({ response: endpoint.of.response, at })) : [],
  );
  return [...new Map(asked.map((each) => [`${each.response} ${each.at}`, each])).values()];
};

const number = (value: Parameters<typeof writeRational>[0]): string => writeRational(value, 4);

/** The levels of each response, at the first visit at which it is asked. */
const jumpsOf = (study: Study): readonly Jump[] => {
  const asked = new Map(
    askedAt(study)
      .toReversed()
      .map(({ response, at }) => [response, at]),
  );
  return [...asked].flatMap(([response, at]) =>
    (study.responses.get(response)?.levels ?? []).flatMap(({ id }) => {
      const defined = study.definitions.get(id);
      const plain = defined && plainCondition(defined, { definitions: study.definitions, here: at });
      return (plain === undefined ? [] : discontinuitiesOf(plain, study.lexicon)).map(
        ({ term, threshold, limited, when, otherwise, given }) => ({
          definition: id,
          at,
          threshold: `${term} ${number(threshold)}`,
          limited,
          when: number(when),
          otherwise: number(otherwise),
          given,
        }),
      );
    }),
  );
};

/**
 * What the sentences of a study mean together: criteria that nobody passes, that exclude nobody or that another already
 * says, the truth table of each response, and limits that jump. It sees what follows from numbers, levels and claims when everything is
 * known; it does not compare windows of records with one another.
 */
export const analyseStudy = (study: Study): StudyAnalysis => ({
  relations: relateCriteria(study.criteria, study.lexicon),
  responses: askedAt(study).map(({ response, at }) => {
    const levels = study.responses.get(response)?.levels.map((level) => level.id) ?? [];
    return { response, at, table: tabulateResponse(levels, at, study.definitions, study.lexicon) };
  }),
  jumps: jumpsOf(study),
});
