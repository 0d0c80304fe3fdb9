import type { Chart } from '#core/criteria/chart.ts';
import { wholeStudy } from '#core/randomisation/newcomer.ts';
import { isBySite } from '#core/study/allocation-parts.ts';
import type { Study } from '#core/study/study.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';

/** A rule that parts people in two has these answers. */
const answers = ['yes', 'no'] as const;

/** The factor under which the site of a participant stands. */
const siteFactor = 'site';

/** What parts the participants of a study: the site, where the method asks for it, and each rule. */
export const factorsOf = ({ definition, strata }: Study) => [
  ...(isBySite(definition.allocation) ? [{ id: siteFactor, levels: definition.sites.map(({ id }) => id) }] : []),
  ...strata.map(({ id }) => ({ id, levels: answers })),
];

/** The level that somebody has of each factor; a rule that cannot be answered leaves nobody in either. */
export const levelsOf = (
  { definition, strata }: Study,
  { site }: Participant,
  chart: Chart,
): Readonly<Record<string, string>> | Refusal => {
  const asked = strata.map(({ id, ask }) => ({ id, truth: ask(chart, undefined).truth }));
  const open = asked.filter(({ truth }) => truth === 'unknown').map(({ id }) => id);
  if (open.length > 0) return { refused: 'stratum not known', strata: open };
  const own = asked.map(({ id, truth }) => [id, truth === 'true' ? 'yes' : 'no'] as const);
  return Object.fromEntries(isBySite(definition.allocation) ? [[siteFactor, site ?? ''], ...own] : own);
};

const part = (factor: string, level: string): string => (factor === siteFactor ? level : `${factor} ${level}`);

const nameOf = (parts: readonly string[]): string => (parts.length === 0 ? wholeStudy : parts.join(', '));

/** Every stratum of a study, by name: each combination of the levels of its factors. */
export const strataOf = (study: Study): readonly string[] =>
  factorsOf(study)
    .reduce<readonly (readonly string[])[]>(
      (parts, { id, levels }) => parts.flatMap((each) => levels.map((level) => [...each, part(id, level)])),
      [[]],
    )
    .map(nameOf);

/** The stratum of somebody with these levels. */
export const stratumOf = (levels: Readonly<Record<string, string>>): string =>
  nameOf(Object.entries(levels).map(([factor, level]) => part(factor, level)));
