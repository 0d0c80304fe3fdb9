import type { Chart } from '#core/criteria/chart.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { Study } from '#core/study/study.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';

/** Without strata in the design everyone stands in one. */
export const onlyStratum = 'all';

const isBySite = ({ allocation }: StudyDefinition): boolean =>
  allocation.method === 'permuted blocks' && allocation['by site'] === true;

const nameOf = (parts: readonly string[]): string => (parts.length === 0 ? onlyStratum : parts.join(', '));

const part = (id: string, holds: boolean): string => `${id} ${holds ? 'yes' : 'no'}`;

/** Every stratum of a study, by name: each combination of site and of the answers to the rules that part people. */
export const strataOf = ({ definition, strata }: Study): readonly string[] => {
  const sites = isBySite(definition) ? definition.sites.map(({ id }) => [id]) : [[]];
  const combined = strata.reduce<readonly (readonly string[])[]>(
    (parts, { id }) => parts.flatMap((each) => [true, false].map((holds) => [...each, part(id, holds)])),
    sites,
  );
  return combined.map(nameOf);
};

/** The stratum in which somebody stands; a rule that cannot be answered leaves nobody in either. */
export const stratumOf = ({ definition, strata }: Study, { site }: Participant, chart: Chart): string | Refusal => {
  const answers = strata.map(({ id, ask }) => ({ id, truth: ask(chart, undefined).truth }));
  const open = answers.filter(({ truth }) => truth === 'unknown').map(({ id }) => id);
  if (open.length > 0) return { refused: 'stratum not known', strata: open };
  const own = answers.map(({ id, truth }) => part(id, truth === 'true'));
  return nameOf(isBySite(definition) ? [site ?? '', ...own] : own);
};
