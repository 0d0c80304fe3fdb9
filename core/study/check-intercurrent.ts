import type { Lexicon } from '#core/criteria/lexicon.ts';
import { readDecimal } from '#core/quantities/decimal.ts';
import { type Fault, type Path, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import { type EndpointDefinition, type IntercurrentDefinition, intercurrentKinds } from './schema-endpoints.ts';

const areMedicines = ({ kinds = [] }: IntercurrentDefinition): boolean =>
  kinds.includes('rescue medicine') || kinds.includes('prohibited medicine');

/** By kinds or by a sentence, and not by both; in words alone nothing finds it. */
const findingFaults = (event: IntercurrentDefinition, path: Path): readonly Fault[] => {
  const { kinds, rule, medicines } = event;
  if (kinds !== undefined && rule !== undefined)
    return [{ path: [...path, 'rule'], what: 'found by kinds and by a sentence', expected: ['kinds or rule'] }];
  const expected = [`kinds: [${intercurrentKinds.join(', ')}]`, 'rule: a sentence'];
  if (kinds === undefined && rule === undefined)
    return [{ path, what: `"${event.event}" stands in words alone and is not found`, expected, severity: 'warning' }];
  return medicines === undefined || areMedicines(event)
    ? []
    : [{ path: [...path, 'medicines'], what: 'medicines of an event that is none', expected: ['rescue medicine'] }];
};

/** The lists of the study that the kinds look into. */
const listFaults = (
  event: IntercurrentDefinition,
  path: Path,
  { treatments }: StudyDefinition,
  lexicon: Lexicon,
): readonly Fault[] => {
  const lists = { 'rescue medicine': treatments?.rescue, 'prohibited medicine': treatments?.prohibited } as const;
  const concepts = [...lexicon.concepts.keys()];
  return [
    ...(event.kinds ?? []).flatMap((kind, index) =>
      (kind === 'rescue medicine' || kind === 'prohibited medicine') && (lists[kind] ?? []).length === 0
        ? [{ path: [...path, 'kinds', index], what: `the study lists no ${kind}`, expected: ['treatments: with it'] }]
        : [],
    ),
    ...(event.medicines ?? []).flatMap((name, index) =>
      unknown(name, concepts, [...path, 'medicines', index], 'concept'),
    ),
  ];
};

const met = ['met', 'not met'];

/** What a composite may report for an endpoint; undefined where any decimal number may. */
const countsAs = (endpoint: EndpointDefinition, study: StudyDefinition): readonly string[] | undefined => {
  switch (endpoint.kind) {
    case 'response':
      return ['none', ...(study.responses.find(({ id }) => id === endpoint.response)?.levels ?? [])];
    case 'condition':
    case 'time':
      return met;
    case 'value':
    case 'class':
      return undefined;
    default:
      return endpoint satisfies never;
  }
};

/** Of a response it is none, of a condition whose missing are non-responders not met; else it must be said. */
const hasUsualCount = ({ kind, missing }: EndpointDefinition): boolean =>
  kind === 'response' || kind === 'time' || (kind === 'condition' && missing === 'non-responder');

const countFaults = (
  endpoint: EndpointDefinition,
  event: IntercurrentDefinition,
  path: Path,
  study: StudyDefinition,
): readonly Fault[] => {
  const { strategy, 'counts as': counts } = event;
  const at = [...path, 'counts as'];
  const known = countsAs(endpoint, study);
  const expected = known ?? (endpoint.kind === 'value' ? ['a number'] : ['a class']);
  if (strategy !== 'composite')
    return counts === undefined ? [] : [{ path: at, what: `${strategy} counts as nothing`, expected: ['composite'] }];
  if (counts === undefined)
    return hasUsualCount(endpoint) ? [] : [{ path, what: 'a composite does not say what it counts as', expected }];
  const isKnown = known === undefined ? endpoint.kind === 'class' || readDecimal(counts) : known.includes(counts);
  return isKnown ? [] : [{ path: at, what: `"${counts}" is nothing that ${endpoint.id} can be`, expected }];
};

/** Who would have the event under each of several treatments is never seen; under one treatment it is. */
const stratumFaults = (
  { strategy }: IntercurrentDefinition,
  path: Path,
  { arms }: StudyDefinition,
): readonly Fault[] =>
  strategy !== 'principal stratum' || arms.length === 1
    ? []
    : [
        {
          path: [...path, 'strategy'],
          what: 'a principal stratum is not computable where there are several arms: nobody is seen under each',
          expected: ['treatment policy', 'composite', 'hypothetical', 'while on treatment'],
        },
      ];

/** What is wrong with the intercurrent events of an endpoint: how they are found, and what their strategies report. */
export const checkIntercurrent = (
  endpoint: EndpointDefinition,
  path: Path,
  study: StudyDefinition,
  lexicon: Lexicon,
): readonly Fault[] =>
  (endpoint.estimand?.['intercurrent events'] ?? []).flatMap((event, index) => {
    const here = [...path, 'estimand', 'intercurrent events', index];
    return [
      ...findingFaults(event, here),
      ...listFaults(event, here, study, lexicon),
      ...countFaults(endpoint, event, here, study),
      ...stratumFaults(event, here, study),
    ];
  });
