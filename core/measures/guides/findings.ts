import { findings } from '../findings.ts';
import type { GuideFamily, MeasureGuide } from '../guide.ts';
import type { Measure } from '../measure.ts';

const own = 'Our own words: nothing to license.';

const guideOfFinding = ({ id, title, value }: Measure): MeasureGuide => {
  const levels = value.kind === 'level' ? value.levels : [];
  const [first = ''] = levels;
  return {
    rule: [`The answer as it was given: ${levels.join(', ')}.`],
    edges: [`Not done and not recorded leave every answer possible; neither is ever "${levels.at(-1)}".`],
    options: [],
    licence: own,
    examples: [
      { id: 'a', answers: { [id]: first }, says: `${title}: ${first}` },
      { id: 'b', answers: { [id]: 'not done' }, says: `${title}: ${levels.join(' or ')}` },
    ],
  };
};

const sexGuide: MeasureGuide = {
  rule: ['The sex that was described with the date of birth: female or male. No form asks it again.'],
  edges: ['Where it was not described both stay possible, and an equation that needs it gives bounds.'],
  options: [],
  licence: own,
  examples: [
    { id: 'a', sex: 'female', answers: {}, says: 'sex: female' },
    { id: 'b', answers: {}, says: 'sex: female or male' },
  ],
};

/** Answers of a closed list, and sex, which is described with the person. */
export const findingGuides: GuideFamily = {
  group: 'findings',
  page: 'findings',
  guides: new Map([...findings.map((measure) => [measure.id, guideOfFinding(measure)] as const), ['sex', sexGuide]]),
};
