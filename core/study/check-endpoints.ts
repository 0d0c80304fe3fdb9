import type { Lexicon } from '#core/criteria/lexicon.ts';
import { readDecimal } from '#core/quantities/decimal.ts';
import { visitsAsked } from './asked-at.ts';
import { checkIntercurrent } from './check-intercurrent.ts';
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

/** What is taken over several visits begins at an earlier one; a bound is a number. */
const summaryFaults = (endpoint: EndpointDefinition, path: Path, study: StudyDefinition): readonly Fault[] => {
  if (endpoint.kind !== 'value' || endpoint.summarised === undefined) return [];
  const { since, least, most } = endpoint.summarised;
  const visits = ids(study.visits);
  const at = [...path, 'summarised', 'since'];
  const earliest = Math.min(...visitsAsked(endpoint).map((visit) => visits.indexOf(visit)));
  const isLater = visits.includes(since) && visits.indexOf(since) >= earliest;
  const notNumbers = (['least', 'most'] as const).flatMap((key) => {
    const written = { least, most }[key];
    if (written === undefined || readDecimal(written) !== undefined) return [];
    return [{ path: [...path, 'summarised', key], what: `"${written}" is no number`, expected: ['"0"'] }];
  });
  return [
    ...unknown(since, visits, at, 'visit'),
    ...(isLater ? [{ path: at, what: `${since} is not before ${endpoint.at}`, expected: ['an earlier visit'] }] : []),
    ...notNumbers,
  ];
};

/** A policy that takes a value of another visit needs another visit, and an order of what is worse. */
const missingFaults = (endpoint: EndpointDefinition, path: Path): readonly Fault[] => {
  const at = [...path, 'missing'];
  const { missing } = endpoint;
  if (missing === 'unknown') return [];
  if (missing === 'non-responder')
    return endpoint.kind === 'response' || endpoint.kind === 'condition'
      ? []
      : [{ path: at, what: `a ${endpoint.kind} is not met or missed`, expected: ['unknown'] }];
  const hasOrder = endpoint.kind === 'response' || (endpoint.kind === 'value' && endpoint.worse !== undefined);
  return [
    ...(visitsAsked(endpoint).length > 1
      ? []
      : [{ path: at, what: `${missing} without another visit`, expected: ['also at: the visits', 'unknown'] }]),
    ...(missing === 'last observation' || hasOrder
      ? []
      : [{ path: at, what: `nothing says what is worse`, expected: ['worse: higher', 'worse: lower', 'unknown'] }]),
  ];
};

/** What is wrong with what responses and endpoints name, and with what a primary endpoint lacks. */
export const checkEndpoints = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => [
  ...levelFaults(study),
  ...study.endpoints.flatMap((endpoint, index) => {
    const path = ['endpoints', index];
    return [
      ...visitFaults(endpoint, path, study),
      ...responseFaults(endpoint, path, study),
      ...estimandFaults(endpoint, path),
      ...summaryFaults(endpoint, path, study),
      ...missingFaults(endpoint, path),
      ...checkIntercurrent(endpoint, path, study, lexicon),
    ];
  }),
];
