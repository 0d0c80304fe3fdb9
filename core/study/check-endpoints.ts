import { type Fault, ids, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';

const endpoints = (study: StudyDefinition): readonly Fault[] => [
  ...study.responses.flatMap((response, index) =>
    response.levels.flatMap((level, place) =>
      unknown(level, ids(study.definitions), ['responses', index, 'levels', place], 'definition'),
    ),
  ),
  ...study.endpoints.flatMap((endpoint, index) => {
    const path = ['endpoints', index];
    const at = endpoint.kind === 'time' ? [] : unknown(endpoint.at, ids(study.visits), [...path, 'at'], 'visit');
    if (endpoint.kind !== 'response') return at;
    const response = study.responses.find((each) => each.id === endpoint.response);
    if (response === undefined)
      return [...at, ...unknown(endpoint.response, ids(study.responses), [...path, 'response'], 'response')];
    return [...at, ...unknown(endpoint['at least'], response.levels, [...path, 'at least'], 'level of the response')];
  }),
];

const analyses = (study: StudyDefinition): readonly Fault[] =>
  study.analyses.flatMap((analysis, index) => {
    const path = ['analyses', index];
    const binary = study.endpoints.filter((endpoint) => endpoint.kind === 'response' || endpoint.kind === 'condition');
    return [
      ...unknown(analysis.endpoint, ids(binary), [...path, 'endpoint'], 'endpoint that is met or not'),
      ...unknown(analysis.experimental, ids(study.arms), [...path, 'experimental'], 'arm'),
      ...unknown(analysis.control, ids(study.arms), [...path, 'control'], 'arm'),
      ...(Number(analysis.alpha) === 0
        ? [{ path: [...path, 'alpha'], what: 'a level of zero never rejects', expected: ['"0.05"'] }]
        : []),
      ...(analysis.experimental === analysis.control
        ? [{ path: [...path, 'control'], what: 'an arm compared with itself', expected: ['another arm'] }]
        : []),
    ];
  });

/** What is wrong with the names that responses, endpoints and analyses use. */
export const checkEndpoints = (study: StudyDefinition): readonly Fault[] => [...endpoints(study), ...analyses(study)];
