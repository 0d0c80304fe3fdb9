import { strataIn } from './allocation-parts.ts';
import type { StudyDefinition } from './schema.ts';

/** A sentence as study.yaml has it, and where. */
export interface Written {
  readonly id: string;
  readonly rule: string;
  readonly path: readonly PropertyKey[];
  /** Whether it may leave its points open, since it is asked at points that are said elsewhere. */
  readonly isOpen: boolean;
}

type Listed = readonly { readonly id: string; readonly rule: string }[];

const writtenIn = (list: Listed, place: readonly PropertyKey[], isOpen: boolean): readonly Written[] =>
  list.map(({ id, rule }, index) => ({ id, rule, path: [...place, index, 'rule'], isOpen }));

const safetySentences = ({ safety }: StudyDefinition) => ({
  safetyRules: (safety?.rules ?? []).map(
    ({ id, rule, at }, index): Written => ({
      id,
      rule,
      path: ['safety', 'rules', index, 'rule'],
      isOpen: at !== undefined,
    }),
  ),
  stoppingRules: (safety?.stopping ?? []).map(
    ({ id, event, at }, index): Written => ({
      id,
      rule: event,
      path: ['safety', 'stopping', index, 'event'],
      isOpen: at !== undefined,
    }),
  ),
});

/** The id under which the sentence of an intercurrent event is kept. */
export const intercurrentId = (endpoint: string, index: number): string => `${endpoint}/${index}`;

const analysisSentences = ({ endpoints, populations }: StudyDefinition) => ({
  intercurrent: endpoints.flatMap(({ id, estimand }, place) =>
    (estimand?.['intercurrent events'] ?? []).flatMap(({ rule }, index): readonly Written[] => {
      const path = ['endpoints', place, 'estimand', 'intercurrent events', index, 'rule'];
      return rule === undefined ? [] : [{ id: intercurrentId(id, index), rule, path, isOpen: true }];
    }),
  ),
  perProtocol: writtenIn(
    populations?.['per protocol']?.conditions ?? [],
    ['populations', 'per protocol', 'conditions'],
    false,
  ),
});

/** Every sentence of a study by what it is for. */
export const writtenSentences = (study: StudyDefinition) => ({
  criteria: (['include', 'exclude'] as const).flatMap((kind) =>
    writtenIn(study.eligibility[kind], ['eligibility', kind], false),
  ),
  definitions: writtenIn(study.definitions, ['definitions'], true),
  endpoints: study.endpoints.flatMap((each, index): readonly Written[] =>
    each.kind === 'response'
      ? []
      : [{ id: each.id, rule: each.rule, path: ['endpoints', index, 'rule'], isOpen: true }],
  ),
  strata: writtenIn(strataIn(study.allocation), ['allocation', 'strata'], false),
  ...safetySentences(study),
  ...analysisSentences(study),
});

/** Whether a sentence of the language stands at a path, which may go over several lines. */
export const isSentence = (path: readonly PropertyKey[]): boolean =>
  path.at(-1) === 'rule' || (path[0] === 'safety' && path[1] === 'stopping' && path.at(-1) === 'event');
