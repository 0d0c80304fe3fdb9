import type { StudyDefinition } from './schema.ts';
import { writePath } from './study-finding.ts';

type Question = StudyDefinition['questions'][number];

const severities = ['error', 'warning', 'information'] as const satisfies readonly Question['severity'][];

const headings: Readonly<Record<Question['severity'], string>> = {
  error: 'To be answered before recruitment opens',
  warning: 'To be answered before the analysis is fixed',
  information: 'Good to know',
};

const isMember = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && name in value;

/** What a place is called in the study: its id where it has one, else where it stands. */
const nameOf = (value: object, path: readonly PropertyKey[]): string => {
  const id: unknown = isMember(value, 'id') ? Object.getOwnPropertyDescriptor(value, 'id')?.value : undefined;
  const place = writePath(path.filter((key) => typeof key !== 'number'));
  return typeof id === 'string' ? `${place} ${id}` : place;
};

/** Every place of the definition that says `assumes: [… id …]`. */
const restingOn = (value: unknown, id: string, path: readonly PropertyKey[] = []): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'assumes') return Array.isArray(inner) && inner.includes(id) ? [nameOf(value, path)] : [];
    return restingOn(inner, id, [...path, Array.isArray(value) ? Number(key) : key]);
  });
};

/** Text as markdown shows it, letter for letter, on one line. */
const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_<>[\]|#]/g, (mark) => `\\${mark}`);

const places = (study: StudyDefinition, assumption: string): string => {
  const found = restingOn(study, assumption);
  return found.length === 0
    ? 'Nothing rests on it.'
    : `Rests on it: ${found.map((place) => `\`${place}\``).join(', ')}.`;
};

const taken = ({ assumption }: Question, study: StudyDefinition): readonly string[] => {
  if (assumption === undefined) return ['No assumption is taken.'];
  const text = study.assumptions.find((each) => each.id === assumption)?.text ?? '';
  return [`Taken meanwhile (${assumption}): ${plain(text)}`, places(study, assumption)];
};

const asked = ({ from }: Question): string =>
  from === undefined ? '' : `In the record: \`${from.replaceAll('`', '')}\`.`;

const answered = ({ answer }: Question): string => (answer === undefined ? '' : `Answered: ${plain(answer)}`);

const written = (question: Question, study: StudyDefinition): string =>
  [`### ${question.id}`, plain(question.ask), asked(question), ...taken(question, study), answered(question)]
    .filter((part) => part !== '')
    .join('\n\n');

const section = (severity: Question['severity'], study: StudyDefinition): readonly string[] => {
  const questions = study.questions.filter((question) => question.severity === severity);
  return questions.length === 0 ? [] : [`## ${headings[severity]}`, ...questions.map((each) => written(each, study))];
};

/**
 * The open questions of a study as a page in markdown: what is asked, what is assumed until it is answered, and which
 * parts of the definition rest on that. One section for each severity, the questions in the order of the definition.
 */
export const writeQuestionsPage = (study: StudyDefinition): string =>
  `${[
    `# Open questions: ${study.id}`,
    `${plain(study.title)}. Version ${plain(study.version)} of the definition; written from study.yaml by \`node tools/questions.ts\`.`,
    ...severities.flatMap((severity) => section(severity, study)),
  ].join('\n\n')}\n`;
