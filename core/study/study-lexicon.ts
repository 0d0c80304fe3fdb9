import { concepts } from '#core/criteria/concepts.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { ageBy } from '#core/measures/age.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import { includedDefinitions } from './included-definitions.ts';
import type { StudyDefinition } from './schema.ts';
import { milestones } from './study.ts';

const measuresOf = (definition: StudyDefinition): Lexicon['measures'] =>
  new Map([...catalogue, ageBy(definition.conventions.age)].map((measure) => [measure.id, measure]));

/** Consent, visits before day 0, randomisation, first dose, the other visits. */
const pointsOf = (definition: StudyDefinition): readonly string[] => {
  const [consent, ...others] = milestones;
  const before = definition.visits.filter((visit) => visit.day < 0).map((visit) => visit.id);
  const after = definition.visits.filter((visit) => visit.day >= 0).map((visit) => visit.id);
  return [consent, ...before, ...others, ...after];
};

/** The closed list of names for one study: the catalogue's measures and concepts, its own visits and definitions. */
export const lexiconOf = (definition: StudyDefinition): Lexicon => ({
  measures: measuresOf(definition),
  concepts,
  points: pointsOf(definition),
  visits: new Set(definition.visits.map((visit) => visit.id)),
  definitions: new Set([...definition.definitions, ...includedDefinitions(definition)].map((each) => each.id)),
});
