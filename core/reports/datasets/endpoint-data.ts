import type { ScheduledVisit } from '#core/deviations/dossier.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { EndpointDefinition } from '#core/study/schema-endpoints.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, textColumn } from './data-set.ts';

/** Between visits; none of their names holds it. */
const and = ' | ';

/** What the study asks of its participants: its visits in their order, and its endpoints with the visits that they take. */
export const endpointSets = ({ definition }: Study): readonly DataSet[] => [
  dataSet<ScheduledVisit>(
    'schedule',
    'The visits that the study plans, in their order',
    [
      textColumn('visit', 'visit', ({ id }) => id),
      { name: 'day', label: 'day of the plan', kind: 'day', tells: 'nothing', read: ({ day }) => day },
    ],
    definition.visits,
  ),
  dataSet<EndpointDefinition>(
    'endpoints',
    'The endpoints that the study asks',
    [
      textColumn('endpoint', 'endpoint', ({ id }) => id),
      textColumn('title', 'name', ({ title }) => title),
      textColumn('kind', 'response, condition, value, class or time', ({ kind }) => kind),
      textColumn('role', 'primary, secondary or exploratory', ({ role }) => role),
      textColumn('visit', 'visit that analyses use; a time has none', (row) => visitsAsked(row)[0]),
      textColumn('further visits', `visits at which it is described too, with "${and.trim()}" between them`, (row) =>
        visitsAsked(row).slice(1).join(and),
      ),
      textColumn('missing', 'policy for what is not known', ({ missing }) => missing),
    ],
    definition.endpoints,
  ),
];
