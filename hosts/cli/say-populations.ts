import type { StudyDefinition } from '#core/study/schema.ts';

/** How participants come into populations and values to visits, in lines; what a study does not say is the usual. */
export const sayPopulations = ({ populations, 'visit mapping': mapping }: StudyDefinition): readonly string[] => {
  const rule = populations?.['per protocol'];
  const without = populations?.['arm without doses'];
  const conditions = (rule?.conditions ?? []).map(({ id, title }) => `${id} (${title})`);
  return [
    ...(without === undefined ? [] : [`those of an arm without doses: ${without}`]),
    ...(rule === undefined ? [] : [`per protocol excludes: ${[...rule.deviations, ...conditions].join('; ')}`]),
    ...(rule?.['least doses'] === undefined
      ? []
      : [`per protocol at least ${rule['least doses']} of the doses planned`]),
    ...(mapping === undefined ? [] : [`a visit out of its window: ${mapping['out of window']}`]),
    ...(mapping?.tie === undefined ? [] : [`as near to two visits: the ${mapping.tie}`]),
    ...(mapping?.several === undefined ? [] : [`of several at one visit: the ${mapping.several}`]),
    ...(mapping?.baseline === undefined ? [] : [`what baseline lacks: ${mapping.baseline}`]),
  ];
};
