import { checkFormula } from '#core/criteria/check.ts';
import type { Unreadable } from '#core/criteria/cursor.ts';
import { formulaKind } from '#core/criteria/formula-kind.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import { isUnreadable, readFormula, readRule } from '#core/criteria/read.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { checkFirstDose } from './check-first-dose.ts';
import { checkWindows } from './check-histories.ts';
import { checkLimits } from './check-limits.ts';
import { checkSafetySchedule, checkSchedule, isScheduledIn } from './check-schedule.ts';
import { circles, overgrown } from './definition-references.ts';
import { checkIncluded, includedDefinitions, readIncluded } from './included-definitions.ts';
import type { PlacedSentence, ReadSentences, SentenceFault } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';
import { type Written, writtenSentences } from './written-sentences.ts';

const faultOf = (unreadable: Unreadable, path: readonly PropertyKey[]): SentenceFault => ({
  path,
  offset: unreadable.span.start,
  what: unreadable.problem,
  expected: unreadable.expected,
  nearest: unreadable.nearest,
});

/** All sentences of a study, and all that is wrong with them. */
export interface Sentences extends ReadSentences {
  readonly faults: readonly SentenceFault[];
}

interface ReadAll<T extends Formula> {
  readonly placed: readonly PlacedSentence<T>[];
  readonly faults: readonly SentenceFault[];
  /** The paths of those whose points must all be named. */
  readonly closed: ReadonlySet<readonly PropertyKey[]>;
}

const readAll = <T extends Formula>(
  list: readonly Written[],
  lexicon: Lexicon,
  read: (rule: string, lexicon: Lexicon) => T | Unreadable,
): ReadAll<T> => {
  const placed: PlacedSentence<T>[] = [];
  const faults: SentenceFault[] = [];
  for (const { id, rule, path } of list) {
    const formula = read(rule, lexicon);
    if (isUnreadable(formula)) faults.push(faultOf(formula, path));
    else placed.push({ id, path, formula });
  }
  return { placed, faults, closed: new Set(list.filter(({ isOpen }) => !isOpen).map(({ path }) => path)) };
};

const byId = <T extends Formula>({ placed }: ReadAll<T>): ReadonlyMap<string, T> =>
  new Map(placed.map(({ id, formula }) => [id, formula]));

const kindFaults = (study: StudyDefinition, endpoints: ReadonlyMap<string, Formula>): readonly SentenceFault[] =>
  study.endpoints.flatMap((endpoint, index) => {
    const formula = endpoints.get(endpoint.id);
    if (formula === undefined || endpoint.kind === 'response') return [];
    const found = formulaKind(formula);
    if (found === endpoint.kind) return [];
    return [{ path: ['endpoints', index, 'kind'], offset: 0, what: `the sentence is a ${found}`, expected: [found] }];
  });

/** Definitions of the study, and those that it includes from the library; one with a faulty name or point is left out. */
const withIncluded = (own: ReadAll<Condition>, study: StudyDefinition, lexicon: Lexicon): ReadAll<Condition> => ({
  ...own,
  placed: [
    ...own.placed,
    ...(checkIncluded(study, lexicon).length > 0 ? [] : includedDefinitions(study)).map((each) => ({
      id: each.id,
      path: each.path,
      formula: readIncluded(each, lexicon),
    })),
  ],
});

const readLists = (study: StudyDefinition, lexicon: Lexicon) => {
  const written = writtenSentences(study);
  const conditions = (list: readonly Written[]): ReadAll<Condition> => readAll(list, lexicon, readRule);
  return {
    criteria: conditions(written.criteria),
    definitions: withIncluded(conditions(written.definitions), study, lexicon),
    endpoints: readAll(written.endpoints, lexicon, readFormula),
    strata: conditions(written.strata),
    safetyRules: conditions(written.safetyRules),
    stoppingRules: conditions(written.stoppingRules),
    intercurrent: conditions(written.intercurrent),
    perProtocol: conditions(written.perProtocol),
  };
};

/** Reads every sentence of a study and checks its names, types, units, points, references and schedule. */
export const readSentences = (study: StudyDefinition, lexicon: Lexicon): Sentences => {
  const lists = readLists(study, lexicon);
  const isScheduled = isScheduledIn(study, lexicon);
  const check = ({ placed, closed }: ReadAll<Formula>): readonly SentenceFault[] =>
    placed.flatMap(({ formula, path }) =>
      checkFormula(formula, { lexicon, pointsRequired: closed.has(path), isScheduled }).map((problem) =>
        faultOf(problem, path),
      ),
    );
  const read: ReadSentences = {
    criteria: byId(lists.criteria),
    definitions: byId(lists.definitions),
    endpoints: new Map<string, Formula>([...byId(lists.endpoints), ...byId(lists.intercurrent)]),
    strata: byId(lists.strata),
    safetyRules: byId(lists.safetyRules),
    stoppingRules: byId(lists.stoppingRules),
    intercurrent: byId(lists.intercurrent),
    perProtocol: byId(lists.perProtocol),
  };
  const all: readonly ReadAll<Formula>[] = Object.values(lists);
  const placed = all.flatMap((each) => each.placed);
  const endless = [...circles(lists.definitions.placed, read.definitions), ...overgrown(placed, read.definitions)];
  return {
    ...read,
    faults: [
      ...all.flatMap(({ faults }) => faults),
      ...all.flatMap(check),
      ...endless,
      ...kindFaults(study, read.endpoints),
      ...checkWindows(study, placed, lexicon),
      ...checkLimits(study, placed),
      ...checkFirstDose(study, placed),
      // What such sentences ask in the end cannot be followed.
      ...(endless.length > 0
        ? []
        : [...checkSchedule(study, lexicon, placed, read), ...checkSafetySchedule(study, lexicon, read)]),
    ],
  };
};
