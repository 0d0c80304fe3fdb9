import type { StudyChange } from './diff-studies.ts';
import type { StudyDefinition } from './schema.ts';

/** Whom a change of the definition touches first. */
export type Touched =
  | 'nobody yet included'
  | 'people being screened'
  | 'participants in the study'
  | 'the analysis'
  | 'the text only';

/** A change in words, and whom it touches. */
export interface DescribedChange {
  readonly said: string;
  readonly touches: Touched;
}

const sections: Readonly<Record<keyof StudyDefinition, Touched>> = {
  trialwright: 'the text only',
  id: 'the text only',
  title: 'the text only',
  version: 'the text only',
  record: 'the text only',
  design: 'nobody yet included',
  masking: 'participants in the study',
  conventions: 'people being screened',
  consent: 'participants in the study',
  sites: 'participants in the study',
  laboratories: 'participants in the study',
  arms: 'participants in the study',
  allocation: 'nobody yet included',
  treatments: 'participants in the study',
  visits: 'participants in the study',
  activities: 'participants in the study',
  histories: 'people being screened',
  eligibility: 'people being screened',
  library: 'the analysis',
  definitions: 'the analysis',
  responses: 'the analysis',
  endpoints: 'the analysis',
  analyses: 'the analysis',
  testing: 'the analysis',
  populations: 'the analysis',
  'visit mapping': 'the analysis',
  safety: 'participants in the study',
  duties: 'participants in the study',
  assumptions: 'the text only',
  questions: 'the text only',
};

const isSection = (key: string): key is keyof StudyDefinition => Object.hasOwn(sections, key);

/** Fields that say something about the study and change nothing in it, wherever they stand. */
const onlyText: ReadonlySet<string> = new Set(['title', 'assumes', 'phase', 'recruitment']);

/** By the section and the field alone: a definition that a criterion refers to is said to touch the analysis. */
const touchedBy = ({ path, change }: StudyChange): Touched => {
  const [section = '', second] = path;
  const field = path.at(-1) ?? '';
  // `from` is the place in the record, but for the span in which adverse events are collected.
  const isSource = field === 'from' && !path.includes('adverse events');
  if (!isSection(section) || onlyText.has(field) || isSource) return 'the text only';
  if (section === 'design' && second === 'masking') return 'participants in the study';
  if (section === 'sites' && change === 'added' && path.length === 2) return 'nobody yet included';
  return sections[section];
};

const nameOf = ({ of, path }: StudyChange): string => {
  if (of === undefined) return path.join(' ');
  return of.title === undefined ? of.id : `${of.id} (${of.title})`;
};

const isSentence = ({ of, path }: StudyChange): boolean =>
  of !== undefined && (path.at(-1) === 'rule' || (of.sentence !== undefined && path.at(-1) === 'event'));

const isWhole = ({ of, path }: StudyChange): boolean => of === undefined || of.path.length === path.length;

/** The field inside the thing that changed: "week 4: earliest". */
const fieldOf = (change: StudyChange): string =>
  isWhole(change) ? nameOf(change) : `${nameOf(change)}: ${change.path.slice(change.of?.path.length).join(' ')}`;

const quoted = (text: string | undefined): string => (text === undefined || text === '' ? 'nothing' : text);

const sayChanged = (change: StudyChange): string => {
  const [before, after] = [quoted(change.before), quoted(change.after)];
  if (isSentence(change)) return `${nameOf(change)} now reads ${after}; it read ${before} before`;
  if (change.path.at(-1) === 'title')
    return `${change.of?.id ?? 'the study'} is now called ${after}; it was called ${before} before`;
  return `${fieldOf(change)} is now ${after}; it was ${before} before`;
};

const sayAdded = (change: StudyChange): string => {
  if (!isWhole(change)) return `${fieldOf(change)} is now ${quoted(change.after)}; it was not said before`;
  return `${nameOf(change)} is new${change.of?.sentence === undefined ? '' : `: ${change.of.sentence}`}`;
};

const sayRemoved = (change: StudyChange): string => {
  if (!isWhole(change)) return `${fieldOf(change)} is no longer said; it was ${quoted(change.before)} before`;
  return `${nameOf(change)} is gone${change.of?.sentence === undefined ? '' : `; it read ${change.of.sentence} before`}`;
};

const say = (change: StudyChange): string => {
  switch (change.change) {
    case 'added':
      return sayAdded(change);
    case 'removed':
      return sayRemoved(change);
    case 'changed':
      return sayChanged(change);
    case 'moved':
      return `the order of ${change.path.join(' ')} is now ${quoted(change.after)}; it was ${quoted(change.before)} before`;
    default:
      return change.change satisfies never;
  }
};

/** One change as a sentence for those who decide on an amendment, and whom it touches by its place. */
export const describeChange = (change: StudyChange): DescribedChange => ({
  said: say(change),
  touches: touchedBy(change),
});
