import { readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { type CriterionCost, type Population, screenPopulation } from '#hosts/rehearsal/candidates/population.ts';
import { assumptionsThatMatter, populationAssumptions } from '#hosts/rehearsal/candidates/population-assumptions.ts';
import { layOutRows, type Style, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

export interface PopulationOptions {
  readonly trial: string;
  /** As it was written. */
  readonly n: string;
  readonly seed: number;
}

const largestCrowd = 1_000_000;
const namedAssumptions = 10;
const width = 110;

/** Everybody comes on this day, so that the figures hang on no calendar. */
const firstDay = readDay('2026-01-05') ?? 0;

const caution =
  'These are virtual people, drawn from the assumptions below: the figures say what the criteria do to them, not who will come.';

const paragraph = (text: string, indent: string): readonly string[] =>
  wrap(text, width - indent.length, indent).map((line) => `${indent}${line}`);

const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)}%`;

const verdictLine = ({ people, verdicts }: Population): string =>
  (['eligible', 'not eligible', 'needs information'] as const)
    .map((verdict) => `${verdicts[verdict]} ${verdict === 'needs information' ? 'need information' : verdict}`)
    .map((said, index) => `${said} (${share(Object.values(verdicts)[index] ?? 0, people)})`)
    .join(', ');

const headings = ['', 'fails', '', 'only this', '', 'not known', 'eligible without it'] as const;
const titleWidth = 44;

const shortened = (text: string): string => (text.length <= titleWidth ? text : `${text.slice(0, titleWidth - 1)}…`);

const costRow = ({ criterion, ...cost }: CriterionCost, people: number): readonly string[] => [
  shortened(`${criterion.id}  ${criterion.title}`),
  `${cost.fails}`,
  share(cost.fails, people),
  `${cost.onlyThis}`,
  share(cost.onlyThis, people),
  `${cost.notKnown}`,
  `${cost.eligibleWithout}`,
];

const tableLines = ({ people, costs }: Population, style: Style): readonly string[] => {
  const [head = '', ...rows] = layOutRows([headings, ...costs.map((cost) => costRow(cost, people))]);
  return [style.strong(head), ...rows];
};

const assumptionLines = (study: Study, { costs }: Population): readonly string[] =>
  assumptionsThatMatter(study, costs, namedAssumptions).flatMap(({ says, tag, source }) =>
    paragraph(`${says} (${tag}${source === 'own' ? '' : `, ${source}`})`, '  '),
  );

const untaughtLines = ({ untaught }: Population): readonly string[] =>
  untaught.length === 0 ? [] : paragraph(`Answered without knowledge: ${untaught.join(', ')}.`, '');

const render = (study: Study, found: Population, seed: number, style: Style): string =>
  [
    style.strong(`${study.definition.id}: ${found.people} virtual people screened, seed ${seed}`),
    verdictLine(found),
    '',
    ...tableLines(found, style),
    '',
    ...paragraph('Only this: it fails and no other criterion does, which is what it alone costs.', ''),
    ...untaughtLines(found),
    '',
    ...paragraph(caution, ''),
    'What matters most of what is assumed (D derived, V seen in a publication, G our judgement):',
    ...assumptionLines(study, found),
  ].join('\n');

const populationValue = (study: Study, found: Population, seed: number) => {
  const { id, version } = study.definition;
  const named = new Set(assumptionsThatMatter(study, found.costs, namedAssumptions));
  return {
    trial: id,
    version,
    hash: study.hash,
    seed,
    people: found.people,
    verdicts: found.verdicts,
    criteria: found.costs.map(({ criterion, ...cost }) => ({
      criterion: criterion.id,
      kind: criterion.kind,
      title: criterion.title,
      ...cost,
    })),
    answeredWithoutKnowledge: found.untaught,
    caution,
    assumptions: populationAssumptions.map((each) => ({ ...each, named: named.has(each) })),
  };
};

/** `trialwright population <trial> --n <people>`: what each criterion of eligibility costs among virtual people. */
export const showPopulation = ({ trial, n, seed }: PopulationOptions, session: Session): ExitCode => {
  if (!/^[1-9]\d{0,6}$/.test(n) || Number(n) > largestCrowd)
    return unusable(session, `--n ${n} is no number of people`, `Write a whole number from 1 to ${largestCrowd}.`);
  const file = openStudy(trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const found = screenPopulation(study, { people: Number(n), seed, firstDay });
  const value = populationValue(study, found, seed);
  return answer(session, value, () => render(study, found, seed, session.style), exitCodes.fine);
};
