import { inWords } from '#core/criteria/in-words.ts';
import { printCondition, printFormula } from '#core/criteria/print.ts';
import type { Formula } from '#core/criteria/syntax.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import { includedDefinitions } from '#core/study/included-definitions.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import { layOutRows, type Style, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { sayConduct } from './say-conduct.ts';
import { sayAllocation, sayAnalysis, sayDose } from './say-design.ts';
import { sayPopulations } from './say-populations.ts';
import { answer, type Session } from './session.ts';
import { openStudy } from './trial-files.ts';

const width = 110;
const indented = (text: string, indent: string): readonly string[] =>
  wrap(text, width - indent.length, '  ').map((line) => `${indent}${line}`);

const synopsis = ({ definition }: Study, style: Style): readonly string[] => [
  style.strong(`${definition.id}  ${definition.title}`),
  `  version ${definition.version}, phase ${definition.design.phase}, ${definition.design.assignment}, masking ${definition.design.masking}, ${definition.design.participants} participants, ${definition.sites.length} site${definition.sites.length === 1 ? '' : 's'}`,
  ...definition.sites.flatMap(({ id, title, zone }) => indented(`${id}: ${title}, ${zone}`, '  ')),
  '',
];

const arms = ({ definition }: Study, style: Style): readonly string[] => [
  style.strong('Arms'),
  ...definition.arms.flatMap((arm) => [
    `  ${arm.id}  ${arm.title} (${arm.role})`,
    ...arm.doses.flatMap((dose) => indented(sayDose(dose), '    ')),
  ]),
  ...indented(`allocation: ${sayAllocation(definition.allocation)}`, '  '),
  '',
];

/** `±3` about the day where both sides are alike; otherwise from day to day. */
const sayWindow = ({ day, earliest, latest }: Study['definition']['visits'][number]): string => {
  if (earliest === latest) return '';
  return day - earliest === latest - day ? `±${latest - day}` : `${earliest}..${latest}`;
};

const schedule = ({ definition }: Study, style: Style): readonly string[] => {
  const head = ['', ...definition.visits.map((visit) => visit.id.replace('week ', 'w'))];
  const days = ['day', ...definition.visits.map((visit) => `${visit.day}`)];
  const windows = ['window', ...definition.visits.map(sayWindow)];
  const rows = definition.activities.map((activity) => [
    activity.title,
    ...definition.visits.map((visit) => (activity.visits.includes(visit.id) ? 'x' : '·')),
  ]);
  return [style.strong('Schedule'), ...layOutRows([head, days, windows, ...rows]), ''];
};

/** The sentence in plain words, for a reader who does not know the language; the sentence decides. */
const read = (formula: Formula, { lexicon }: Study, style: Style): readonly string[] =>
  indented(inWords(formula, lexicon), '      ').map((line) => style.faint(line));

const criteria = (study: Study, style: Style): readonly string[] =>
  (['include', 'exclude'] as const).flatMap((kind) => [
    style.strong(
      kind === 'include'
        ? 'Included are those for whom all of these hold'
        : 'Excluded are those for whom any of these holds',
    ),
    ...study.criteria
      .filter((criterion) => criterion.kind === kind)
      .flatMap((criterion) => [
        `  ${criterion.id}  ${criterion.title}${criterion.from === undefined ? '' : style.faint(` [${criterion.from}]`)}${criterion.assumes.length === 0 ? '' : style.faint(` (${criterion.assumes.join(', ')})`)}`,
        ...indented(printCondition(criterion.condition), '      '),
        ...read(criterion.condition, study, style),
      ]),
    '',
  ]);

const sayVisits = ({ of }: Endpoint): string => {
  const [main = '', ...further] = visitsAsked(of);
  return further.length === 0 ? main : `${main}, also at ${further.join(', ')}`;
};

const sentenceOf = (endpoint: Endpoint): string => {
  switch (endpoint.kind) {
    case 'response':
      return `${endpoint.response.levels.map((level) => level.id).join(' > ')} > none; at least ${endpoint.of['at least']} at ${sayVisits(endpoint)}`;
    case 'condition':
      return `${printCondition(endpoint.condition)}; at ${sayVisits(endpoint)}`;
    case 'value':
      return `${printFormula(endpoint.value)}; at ${sayVisits(endpoint)}`;
    case 'class':
      return `${printFormula(endpoint.classification)}; at ${endpoint.of.at}`;
    case 'time':
      return printFormula(endpoint.time);
    default:
      return endpoint satisfies never;
  }
};

/** Where a definition comes from: this study, or the library with its source and what was chosen in it. */
const definitionsOf = (study: Study, style: Style): readonly string[] => {
  const included = new Map(includedDefinitions(study.definition).map((each) => [each.id, each.of]));
  return [...study.definitions].flatMap(([id, condition]) => {
    const of = included.get(id);
    const title = of?.title ?? study.definition.definitions.find((each) => each.id === id)?.title ?? '';
    const source = of === undefined ? '' : style.faint(` [${of.source}, ${of.basis}]`);
    const note = of?.note === undefined ? [] : indented(`${of.note}.`, '      ').map((line) => style.faint(line));
    return [
      `  ${id}  ${title}${source}`,
      ...indented(printCondition(condition), '      '),
      ...read(condition, study, style),
      ...note,
    ];
  });
};

const estimand = ({ of }: Endpoint): readonly string[] => {
  if (of.estimand === undefined) return [];
  const { population, treatment, variable, summary } = of.estimand;
  const events = of.estimand['intercurrent events'].map(({ event, strategy }) => `${event}: ${strategy}`).join('; ');
  return [
    `estimand: ${variable}, in ${population}, under ${treatment}; ${summary}`,
    ...(events === '' ? [] : [`intercurrent events: ${events}`]),
  ].flatMap((line) => indented(line, '      '));
};

const endpoints = (study: Study, style: Style): readonly string[] => [
  ...(study.definitions.size === 0 ? [] : [style.strong('Definitions'), ...definitionsOf(study, style), '']),
  style.strong('Endpoints'),
  ...study.endpoints.flatMap((endpoint) => [
    `  ${endpoint.of.id} (${endpoint.of.role})  ${endpoint.of.title}; what is missing counts as ${endpoint.of.missing}`,
    ...indented(sentenceOf(endpoint), '      '),
    ...estimand(endpoint),
  ]),
  '',
  style.strong('Analyses'),
  ...study.definition.analyses.flatMap((analysis) => indented(`${analysis.id}: ${sayAnalysis(analysis)}`, '  ')),
  ...sayPopulations(study.definition).flatMap((line) => indented(line, '  ')),
  '',
];

/** Masking, consent, laboratories, other treatments, safety and duties, where the study says something of them. */
const conduct = ({ definition }: Study, style: Style): readonly string[] =>
  sayConduct(definition).flatMap(({ title, lines }) => [
    style.strong(title),
    ...lines.flatMap((line) => indented(line, '  ')),
    '',
  ]);

const questions = ({ definition }: Study, style: Style): readonly string[] => [
  style.strong('Assumptions'),
  ...definition.assumptions.flatMap(({ id, text }) => indented(`${id} ${text}`, '  ')),
  '',
  style.strong('Open questions'),
  ...definition.questions
    .filter((question) => question.answer === undefined)
    .flatMap(({ id, severity, ask, assumption }) =>
      indented(`${id} (${severity}) ${ask}${assumption === undefined ? '' : ` -> ${assumption}`}`, '  '),
    ),
];

/** `trialwright show <trial>`: the definition as a protocol synopsis. */
export const show = (name: string, session: Session): ExitCode => {
  const file = openStudy(name, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const { style } = session;
  const text = (): string =>
    [synopsis, arms, schedule, criteria, endpoints, conduct, questions]
      .flatMap((part) => part(study, style))
      .join('\n');
  return answer(
    session,
    { hash: study.hash, definition: study.definition, judgements: study.judgements },
    text,
    exitCodes.fine,
  );
};
