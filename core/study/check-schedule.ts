import { type Lexicon, withNeeds } from '#core/criteria/lexicon.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { everyFormula, measuresAsked } from '#core/criteria/walk.ts';
import { type AskedAt, askedHere, sentencesOfEndpoint, sentencesOfSafety } from './asked-at.ts';
import type { PlacedSentence, ReadSentences, SentenceFault } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';
import type { EndpointDefinition } from './schema-endpoints.ts';

type Unscheduled = Pick<SentenceFault, 'what' | 'expected'>;

/** A total is measured where the instrument that it sums is: what counts is the form, not the name. */
export const isScheduledIn = (study: StudyDefinition, lexicon: Lexicon) => {
  const formOf = (measure: string): string | undefined => lexicon.measures.get(measure)?.instrument?.id;
  const formsAt = (visit: string): ReadonlySet<string | undefined> =>
    new Set(study.activities.flatMap(({ visits, measures }) => (visits.includes(visit) ? measures.map(formOf) : [])));
  const forms = new Map(study.visits.map(({ id }) => [id, formsAt(id)]));
  return (measure: string, visit: string): boolean => forms.get(visit)?.has(formOf(measure)) ?? false;
};

/** What a sentence asks where it is asked itself, also through its definitions: measures with a form, judgements. */
interface AskedOpenly {
  readonly measures: readonly string[];
  readonly isJudged: boolean;
}

const openlyAsked = (
  formula: Formula,
  definitions: ReadonlyMap<string, Condition>,
  { measures }: Lexicon,
): AskedOpenly => {
  const asked = askedHere(formula, definitions);
  const open = asked.flatMap(measuresAsked).filter(({ point }) => point.kind === 'here');
  return {
    measures: [...new Set(open.map(({ measure }) => measure))].filter(
      (id) => measures.get(id)?.instrument !== undefined,
    ),
    isJudged: asked.flatMap(everyFormula).some((each) => each.kind === 'judgement' && each.point.kind === 'here'),
  };
};

/** What all the checks ask: the schedule, and what a sentence asks openly. */
interface Asking {
  readonly lexicon: Lexicon;
  readonly isScheduled: (measure: string, visit: string) => boolean;
  readonly openly: (formula: Formula) => AskedOpenly;
}

const askingIn = (study: StudyDefinition, lexicon: Lexicon, definitions: ReadSentences['definitions']): Asking => ({
  lexicon,
  isScheduled: isScheduledIn(study, lexicon),
  openly: (formula) => openlyAsked(formula, definitions, lexicon),
});

const problemsAt = (
  { measures, isJudged }: AskedOpenly,
  point: string,
  asker: string,
  { lexicon, isScheduled }: Asking,
): readonly Unscheduled[] => {
  if (lexicon.visits.has(point))
    return measures.flatMap((measure) => {
      const missing = withNeeds(measure, lexicon).find((each) => !isScheduled(each, point));
      if (missing === undefined) return [];
      const it = missing === measure ? 'it' : `${measure}, which needs it`;
      const what = `${missing} is not scheduled at ${point}, where ${asker} asks for ${it}`;
      return [{ what, expected: ['an activity with it there'] }];
    });
  const nowhere = [...(measures.length > 0 ? ['measured'] : []), ...(isJudged ? ['judged'] : [])];
  return nowhere.map((done) => ({
    what: `nothing is ${done} at ${point}, where ${asker} asks for it`,
    expected: [...lexicon.visits],
  }));
};

/** A definition at a named point asks there what it leaves open. */
const checkReferencesAt = (
  placed: readonly PlacedSentence[],
  definitions: ReadonlyMap<string, Condition>,
  asking: Asking,
): readonly SentenceFault[] => {
  const asked = new Map([...definitions].map(([id, condition]) => [id, asking.openly(condition)]));
  return placed.flatMap(({ path, formula }) =>
    everyFormula(formula).flatMap((each): readonly SentenceFault[] => {
      const open = each.kind === 'reference' ? asked.get(each.definition) : undefined;
      if (each.kind !== 'reference' || each.point.kind === 'here' || open === undefined) return [];
      const problems = problemsAt(open, each.point.name, each.definition, asking);
      return problems.map((problem) => ({ path, offset: each.span.start, ...problem }));
    }),
  );
};

const once = (problems: readonly Unscheduled[]): readonly Unscheduled[] => [
  ...new Map(problems.map((each) => [each.what, each])).values(),
];

/** What an asker asks at its visits and is not offered there. */
const problemsOf = (asker: string, asked: readonly AskedAt[], asking: Asking): readonly Unscheduled[] => {
  const problems = asked.flatMap(({ formula, here }) => {
    const open = asking.openly(formula);
    // A visit that the study does not have is a fault of its own.
    const visits = here.filter((visit) => asking.lexicon.visits.has(visit));
    return visits.flatMap((visit) => problemsAt(open, visit, asker, asking));
  });
  return once(problems);
};

const checkEndpoint = (
  endpoint: EndpointDefinition,
  index: number,
  asked: readonly AskedAt[],
  asking: Asking,
): readonly SentenceFault[] => {
  // A time is asked visit after visit: one without the measure leaves it open and does not make it wrong.
  const isTime = endpoint.kind === 'time';
  const path = ['endpoints', index, isTime ? 'rule' : 'at'];
  const severity = isTime ? ('warning' as const) : ('error' as const);
  return problemsOf(endpoint.id, asked, asking).map((problem) => ({ path, offset: 0, severity, ...problem }));
};

/**
 * What sentences ask through their definitions at points that do not offer it: through a reference at a named point,
 * and at the visits at which an endpoint is asked. Definitions must go in no circle.
 */
export const checkSchedule = (
  study: StudyDefinition,
  lexicon: Lexicon,
  placed: readonly PlacedSentence[],
  read: Pick<ReadSentences, 'definitions' | 'endpoints'>,
): readonly SentenceFault[] => {
  const asking = askingIn(study, lexicon, read.definitions);
  return [
    ...checkReferencesAt(placed, read.definitions, asking),
    ...study.endpoints.flatMap((endpoint, index) => {
      const asked = sentencesOfEndpoint(endpoint, study, read.endpoints, read.definitions);
      return checkEndpoint(endpoint, index, asked, asking);
    }),
  ];
};

/** The same for the rules on safety, at the visits at which they are asked. */
export const checkSafetySchedule = (
  study: StudyDefinition,
  lexicon: Lexicon,
  { definitions, safetyRules, stoppingRules }: ReadSentences,
): readonly SentenceFault[] => {
  const asking = askingIn(study, lexicon, definitions);
  return sentencesOfSafety(study, safetyRules, stoppingRules).flatMap((asked) =>
    problemsOf(asked.id, [asked], asking).map((problem) => ({ path: asked.path, offset: 0, ...problem })),
  );
};
