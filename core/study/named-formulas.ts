import type { NamedFormula } from '#core/criteria/translate/elm.ts';
import { visitsAsked } from './asked-at.ts';
import type { EndpointDefinition } from './schema-endpoints.ts';
import type { Endpoint, Study } from './study.ts';

/** One sentence at each visit at which the endpoint is asked; those beside the first say where. */
const atVisits = (of: EndpointDefinition, formula: NamedFormula['formula']): readonly NamedFormula[] =>
  visitsAsked(of).map((visit, index) => ({
    name: index === 0 ? of.id : `${of.id} at ${visit}`,
    formula,
    here: visit,
  }));

const ofEndpoint = (endpoint: Endpoint): readonly NamedFormula[] => {
  switch (endpoint.kind) {
    case 'response':
      return [];
    case 'condition':
      return atVisits(endpoint.of, endpoint.condition);
    case 'value':
      return atVisits(endpoint.of, endpoint.value);
    case 'class':
      return endpoint.classification.classes.flatMap(({ label, where }) =>
        atVisits(endpoint.of, where).map((each) => ({ ...each, name: `${each.name}: ${label}` })),
      );
    case 'time':
      return [{ name: endpoint.of.id, formula: endpoint.time, here: undefined }];
    default:
      return endpoint satisfies never;
  }
};

/** The visits at which endpoints are asked; definitions are written out for each of them. */
const askedVisits = (study: Study): readonly string[] => {
  const asked = new Set(study.endpoints.flatMap(({ of }) => visitsAsked(of)));
  return study.definition.visits.map((visit) => visit.id).filter((visit) => asked.has(visit));
};

const ofSafety = ({ safetyRules, stoppingRules }: Study): readonly NamedFormula[] => [
  ...safetyRules.flatMap(({ of, condition }) =>
    (of.at ?? [undefined]).map((here) => ({
      name: here === undefined ? `rule ${of.id}` : `rule ${of.id} at ${here}`,
      formula: condition,
      here,
    })),
  ),
  ...stoppingRules.map(({ of, condition }) => ({ name: `stopping ${of.id}`, formula: condition, here: of.at })),
];

/** Every sentence of a study with the name under which a translation holds it: criteria, definitions at the visits of endpoints, endpoints, strata, rules. */
export const namedFormulas = (study: Study): readonly NamedFormula[] => [
  ...study.criteria.map(({ id, condition }) => ({ name: id, formula: condition, here: undefined })),
  ...askedVisits(study).flatMap((visit) =>
    [...study.definitions].map(([id, formula]) => ({ name: `${id} at ${visit}`, formula, here: visit })),
  ),
  ...study.endpoints.flatMap(ofEndpoint),
  ...study.strata.map(({ id, condition }) => ({ name: `stratum ${id}`, formula: condition, here: undefined })),
  ...ofSafety(study),
];
