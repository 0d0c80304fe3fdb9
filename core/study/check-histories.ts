import type { Lexicon, Source } from '#core/criteria/lexicon.ts';
import type { Formula, RecordQuery, Window } from '#core/criteria/syntax.ts';
import { everyFormula, recordsAsked } from '#core/criteria/walk.ts';
import { addDuration, type Duration, writeDuration } from '#core/quantities/duration.ts';
import { type Fault, unknown } from './fault.ts';
import type { PlacedSentence, SentenceFault } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';

type Asked = NonNullable<StudyDefinition['histories']>[number];

const spans = /^([1-9]\d{0,3}) (day|week|month|year)s?$/;
const units = ['day', 'week', 'month', 'year'] as const satisfies readonly Duration['unit'][];

const readBack = (written: string): Duration | undefined => {
  const [, count, name] = spans.exec(written) ?? [];
  const unit = units.find((each) => each === name);
  return unit && { count: Number(count), unit };
};

/** Days of a span, counted from a day in the middle of a long month, so that months and weeks can be compared. */
const daysOf = (span: Duration): number => addDuration(0, span);

/** How far back a window reaches before its point; `ever` and an open beginning reach without end. */
const reach = (window: Window): Duration | 'without end' | undefined => {
  switch (window.kind) {
    case 'within':
      return window.direction === 'after' ? undefined : window.most;
    case 'beyond':
      return window.direction === 'after' ? undefined : 'without end';
    case 'ever':
      return 'without end';
    case 'from-to':
    case 'on':
      return undefined;
    default:
      return window satisfies never;
  }
};

const sourcesOf = (query: RecordQuery, { concepts }: Lexicon): ReadonlySet<Source> =>
  new Set(query.concepts.flatMap((concept) => concepts.get(concept)?.source ?? []));

/** The day for which a point is planned; the milestones of treatment are day 0. */
const plannedDay = (point: string, { visits }: StudyDefinition): number | undefined =>
  point === 'randomisation' || point === 'first dose' ? 0 : visits.find(({ id }) => id === point)?.day;

/** Days by which the point of a window lies after the one before which the history is asked for. */
const later = (window: Window, asked: Asked, study: StudyDefinition): number => {
  if (window.kind !== 'within' || window.point.kind !== 'named') return 0;
  const [point, before] = [plannedDay(window.point.name, study), plannedDay(asked.before, study)];
  return point === undefined || before === undefined ? 0 : point - before;
};

const tooLong = (query: RecordQuery, asked: Asked, back: Duration, study: StudyDefinition): string | undefined => {
  const far = reach(query.window);
  if (far === undefined) return undefined;
  if (far === 'without end')
    return `asks for the ${asked.source} history of all time, of which ${asked.back} before ${asked.before} is asked for`;
  return daysOf(far) - later(query.window, asked, study) <= daysOf(back)
    ? undefined
    : `reaches back ${writeDuration(far)}, and the ${asked.source} history is asked for ${asked.back} before ${asked.before}`;
};

const inSentence = (
  { path, formula }: PlacedSentence<Formula>,
  asked: Asked,
  lexicon: Lexicon,
  study: StudyDefinition,
): readonly SentenceFault[] => {
  const back = readBack(asked.back);
  if (back === undefined) return [];
  return everyFormula(formula)
    .flatMap(recordsAsked)
    .flatMap((query) => {
      const what = sourcesOf(query, lexicon).has(asked.source) ? tooLong(query, asked, back, study) : undefined;
      const expected = ['a shorter window, or a history that is asked for as long'];
      return what === undefined
        ? []
        : [{ path, offset: query.span.start, what, expected, severity: 'warning' as const }];
    });
};

/** Windows that reach further back than the forms ask for the history that they look into. */
export const checkWindows = (
  study: StudyDefinition,
  placed: readonly PlacedSentence[],
  lexicon: Lexicon,
): readonly SentenceFault[] =>
  (study.histories ?? []).flatMap((asked) => placed.flatMap((each) => inSentence(each, asked, lexicon, study)));

/** What is wrong with the histories themselves: spans that cannot be read, unknown points, one source twice. */
export const checkHistories = ({ histories = [] }: StudyDefinition, { points }: Lexicon): readonly Fault[] =>
  histories.flatMap(({ source, back, before }, index): readonly Fault[] => {
    const path = ['histories', index];
    const twice = histories.findIndex((each) => each.source === source) < index;
    return [
      ...unknown(before, points, [...path, 'before'], 'point'),
      ...(readBack(back) === undefined
        ? [{ path: [...path, 'back'], what: `"${back}" is no span of time`, expected: ['1 year', '24 weeks'] }]
        : []),
      ...(twice
        ? [{ path: [...path, 'source'], what: `"${source}" stands twice`, expected: ['each source once'] }]
        : []),
    ];
  });
