import type { NamedFormula } from '#core/criteria/translate/elm.ts';
import type { Endpoint, Study } from './study.ts';

const ofEndpoint = (endpoint: Endpoint): readonly NamedFormula[] => {
  switch (endpoint.kind) {
    case 'response':
      return [];
    case 'condition':
      return [{ name: endpoint.of.id, formula: endpoint.condition, here: endpoint.of.at }];
    case 'value':
      return [{ name: endpoint.of.id, formula: endpoint.value, here: endpoint.of.at }];
    case 'time':
      return [{ name: endpoint.of.id, formula: endpoint.time, here: undefined }];
    default:
      return endpoint satisfies never;
  }
};

/** The visits at which endpoints are asked; definitions are written out for each of them. */
const askedVisits = (study: Study): readonly string[] => {
  const asked = new Set(study.endpoints.flatMap((endpoint) => (endpoint.kind === 'time' ? [] : [endpoint.of.at])));
  return study.definition.visits.map((visit) => visit.id).filter((visit) => asked.has(visit));
};

/** Every sentence of a study with the name under which a translation holds it: criteria, definitions at the visits of endpoints, endpoints. */
export const namedFormulas = (study: Study): readonly NamedFormula[] => [
  ...study.criteria.map(({ id, condition }) => ({ name: id, formula: condition, here: undefined })),
  ...askedVisits(study).flatMap((visit) =>
    [...study.definitions].map(([id, formula]) => ({ name: `${id} at ${visit}`, formula, here: visit })),
  ),
  ...study.endpoints.flatMap(ofEndpoint),
];
