import type { GuideFamily, MeasureGuide, WorkedExample } from '../guide.ts';
import { lupusQol } from '../lupus-qol.ts';

const items = (first: number, ...answers: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(answers.map((answer, index) => [`lupusqol.${first + index}`, answer]));

const none = 'not applicable';

/** Worked examples L1 to L3, and one for each of the other domains. */
const examples: Readonly<Record<string, WorkedExample>> = {
  'LupusQoL-physical-health': {
    id: 'a',
    answers: items(1, '4', '4', '3', '3', '2', '2', '1', '1'),
    says: 'LupusQoL-physical-health 62.5',
  },
  'LupusQoL-pain': { id: 'L1', answers: items(9, '2', '3', '4'), says: 'LupusQoL-pain 75' },
  'LupusQoL-planning': { id: 'a', answers: items(12, '4', '4', none), says: 'LupusQoL-planning 100' },
  'LupusQoL-intimate-relationships': {
    id: 'L2',
    answers: items(15, none, '3'),
    says: 'LupusQoL-intimate-relationships 75',
  },
  'LupusQoL-burden': { id: 'L3', answers: items(17, '1', none), says: 'LupusQoL-burden not known' },
  'LupusQoL-emotional-health': {
    id: 'a',
    answers: items(20, '0', '1', '2', '3', '4', '4'),
    says: 'LupusQoL-emotional-health 58.3333',
  },
  'LupusQoL-body-image': {
    id: 'a',
    answers: items(26, none, none, '4', '4', '3'),
    says: 'LupusQoL-body-image 91.6667',
  },
  'LupusQoL-fatigue': { id: 'a', answers: items(31, '0', '0', '0', '0'), says: 'LupusQoL-fatigue 0' },
};

const map =
  'physical health 1-8, pain 9-11, planning 12-14, intimate relationships 15-16, burden 17-19, emotional health 20-25, body image 26-30, fatigue 31-34';

const guideOfDomain = (id: string, title: string): MeasureGuide => ({
  rule: [
    `${title}: the mean of the items answered, 0 all of the time to 4 never, as a share of 4: from 0 worst to 100 best.`,
    'There is no total over the domains.',
  ],
  edges: ['At least half of the items of the domain; "not applicable" is not an answer.', 'Nothing is rounded.'],
  options: [
    {
      id: 'items of the domains',
      choices: [map],
      default: map,
      why: 'The method was seen; which items belong to which domain is recalled. The program has this map only.',
      tag: 'recalled',
    },
  ],
  licence: 'Rights-held, with a licence for the questionnaire. Item numbers and scoring only are included.',
  examples: examples[id] === undefined ? [] : [examples[id]],
});

export const lupusQolGuides: GuideFamily = {
  group: 'patient-reported',
  page: 'lupusqol',
  guides: new Map(lupusQol.map(({ id, title }) => [id, guideOfDomain(id, title)])),
};
