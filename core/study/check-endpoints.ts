import { type Fault, ids, type Path, unknown } from './fault.ts';
import { includedDefinitions } from './included-definitions.ts';
import type { StudyDefinition } from './schema.ts';
import type { EndpointDefinition } from './schema-endpoints.ts';

const levelFaults = (study: StudyDefinition): readonly Fault[] =>
  study.responses.flatMap((response, index) =>
    response.levels.flatMap((level, place) =>
      unknown(
        level,
        ids([...study.definitions, ...includedDefinitions(study)]),
        ['responses', index, 'levels', place],
        'definition',
      ),
    ),
  );

/** The visit of an endpoint, and the further ones, each once. */
const visitFaults = (endpoint: EndpointDefinition, path: Path, study: StudyDefinition): readonly Fault[] => {
  if (endpoint.kind === 'time') return [];
  const visits = ids(study.visits);
  const also = endpoint['also at'] ?? [];
  return [
    ...unknown(endpoint.at, visits, [...path, 'at'], 'visit'),
    ...also.flatMap((visit, index) => {
      const at = [...path, 'also at', index];
      const isTwice = visit === endpoint.at || also.indexOf(visit) < index;
      if (isTwice) return [{ path: at, what: `"${visit}" stands twice`, expected: ['each visit once'] }];
      return unknown(visit, visits, at, 'visit');
    }),
  ];
};

const responseFaults = (endpoint: EndpointDefinition, path: Path, study: StudyDefinition): readonly Fault[] => {
  if (endpoint.kind !== 'response') return [];
  const response = study.responses.find((each) => each.id === endpoint.response);
  if (response === undefined)
    return unknown(endpoint.response, ids(study.responses), [...path, 'response'], 'response');
  return unknown(endpoint['at least'], response.levels, [...path, 'at least'], 'level of the response');
};

const estimandFaults = ({ role, estimand, id }: EndpointDefinition, path: Path): readonly Fault[] => {
  if (role !== 'primary' || estimand !== undefined) return [];
  const expected = ['estimand: with population, treatment, variable, intercurrent events and summary'];
  return [{ path: [...path, 'estimand'], what: `${id} is primary and has no estimand`, expected }];
};

/** What is wrong with what responses and endpoints name, and with what a primary endpoint lacks. */
export const checkEndpoints = (study: StudyDefinition): readonly Fault[] => [
  ...levelFaults(study),
  ...study.endpoints.flatMap((endpoint, index) => {
    const path = ['endpoints', index];
    return [
      ...visitFaults(endpoint, path, study),
      ...responseFaults(endpoint, path, study),
      ...estimandFaults(endpoint, path),
    ];
  }),
];
