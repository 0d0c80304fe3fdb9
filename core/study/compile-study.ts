import { compileCondition, type Glossary } from '#core/criteria/compile.ts';
import { compileValue } from '#core/criteria/compile-value.ts';
import { isCondition, isValue } from '#core/criteria/formula-kind.ts';
import type { Condition } from '#core/criteria/syntax.ts';
import { canonicalText } from '#core/record/canonical.ts';
import { hashText } from '#core/record/link.ts';
import { strataIn } from './allocation-parts.ts';
import { checkConsent } from './check-consent.ts';
import { checkReferences } from './check-references.ts';
import type { Fault } from './fault.ts';
import { includedDefinitions } from './included-definitions.ts';
import { judgementItems } from './judgement-items.ts';
import type { SentenceFault } from './placed-sentence.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import type { StudyDefinition } from './schema.ts';
import type { EndpointDefinition } from './schema-endpoints.ts';
import { readSentences, type Sentences } from './sentences.ts';
import type { SourceText } from './source-text.ts';
import type { Criterion, Endpoint, IntercurrentEvent, OrderedResponse, Study } from './study.ts';
import { type StudyFinding, writePath } from './study-finding.ts';
import { lexiconOf } from './study-lexicon.ts';
import { intercurrentId, isSentence } from './written-sentences.ts';

/** A study that runs, with its warnings; or, when anything is wrong, the findings alone. */
export type ReadStudy =
  | { readonly study: Study; readonly findings: readonly StudyFinding[] }
  | { readonly study: undefined; readonly findings: readonly [StudyFinding, ...StudyFinding[]] };

const placed = (fault: Fault | SentenceFault, source: SourceText): StudyFinding => ({
  severity: fault.severity ?? 'error',
  ...('offset' in fault && isSentence(fault.path)
    ? source.placeIn(fault.path, fault.offset)
    : source.placeOf(fault.path)),
  path: writePath(fault.path),
  what: fault.what,
  expected: fault.expected,
  nearest: fault.nearest,
});

const sorted = (findings: readonly StudyFinding[]): readonly StudyFinding[] =>
  findings.toSorted((a, b) => a.line - b.line || a.column - b.column);

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`a checked study has no ${what}`);
  return value;
};

const compileCriteria = (definition: StudyDefinition, sentences: Sentences, glossary: Glossary): readonly Criterion[] =>
  (['include', 'exclude'] as const).flatMap((kind) =>
    definition.eligibility[kind].map(({ id, title, from, assumes }) => {
      const condition = must(sentences.criteria.get(id), id);
      return { kind, id, title, condition, ask: compileCondition(condition, glossary), from, assumes: assumes ?? [] };
    }),
  );

const compileResponses = (definition: StudyDefinition, glossary: Glossary): ReadonlyMap<string, OrderedResponse> =>
  new Map(
    definition.responses.map(({ id, title, levels }) => [
      id,
      {
        id,
        title,
        levels: levels.map((level) => ({
          id: level,
          ask: compileCondition(must(glossary.definitions.get(level), level), glossary),
        })),
      },
    ]),
  );

const compileEndpoint = (
  of: EndpointDefinition,
  sentences: Sentences,
  glossary: Glossary,
  responses: ReadonlyMap<string, OrderedResponse>,
): Endpoint => {
  if (of.kind === 'response') return { kind: 'response', of, response: must(responses.get(of.response), of.response) };
  const formula = must(sentences.endpoints.get(of.id), of.id);
  if (of.kind === 'time' && formula.kind === 'first-point')
    return { kind: 'time', of, time: formula, ask: compileCondition(formula.where, glossary) };
  if (of.kind === 'condition' && isCondition(formula))
    return { kind: 'condition', of, condition: formula, ask: compileCondition(formula, glossary) };
  if (of.kind === 'value' && isValue(formula))
    return { kind: 'value', of, value: formula, ask: compileValue(formula, glossary.lexicon).ask };
  if (of.kind === 'class' && formula.kind === 'classify') {
    const classes = formula.classes.map(({ label, where }) => ({ label, ask: compileCondition(where, glossary) }));
    return { kind: 'class', of, classification: formula, classes };
  }
  throw new Error(`endpoint ${of.id} is no ${of.kind}`);
};

/** The sentences beside eligibility and endpoints: what stratifies, and what stops a participant or the trial. */
const compileRules = (definition: StudyDefinition, sentences: Sentences, glossary: Glossary) => {
  const asking = (conditions: ReadonlyMap<string, Condition>, id: string) => {
    const condition = must(conditions.get(id), id);
    return { condition, ask: compileCondition(condition, glossary) };
  };
  const { allocation, safety } = definition;
  const strata = strataIn(allocation);
  return {
    strata: strata.map(({ id, title }) => ({ id, title, ...asking(sentences.strata, id) })),
    safetyRules: (safety?.rules ?? []).map((of) => ({ of, ...asking(sentences.safetyRules, of.id) })),
    stoppingRules: (safety?.stopping ?? []).map((of) => ({ of, ...asking(sentences.stoppingRules, of.id) })),
  };
};

/** The sentences of estimands and populations. */
const compileAnalysed = (definition: StudyDefinition, sentences: Sentences, glossary: Glossary) => {
  const intercurrent = definition.endpoints.map(({ id, estimand }) => {
    const events = (estimand?.['intercurrent events'] ?? []).map((of, index): IntercurrentEvent => {
      const condition = sentences.intercurrent.get(intercurrentId(id, index));
      return { of, ask: condition && compileCondition(condition, glossary) };
    });
    return [id, events] as const;
  });
  const conditions = definition.populations?.['per protocol']?.conditions ?? [];
  const perProtocol = conditions.map((of) => ({
    of,
    ask: compileCondition(must(sentences.perProtocol.get(of.id), of.id), glossary),
  }));
  return { intercurrent: new Map(intercurrent), perProtocol };
};

const scheduleOf = (definition: StudyDefinition): ((visit: string) => readonly string[]) => {
  const schedule = new Map(
    definition.visits.map((visit) => [
      visit.id,
      [
        ...new Set(
          definition.activities
            .filter((activity) => activity.visits.includes(visit.id))
            .flatMap((activity) => activity.measures),
        ),
      ],
    ]),
  );
  return (visit) => schedule.get(visit) ?? [];
};

/** A version is named by all that it says: the rules that it includes belong to it, however it names them. */
const withLibrary = (definition: StudyDefinition): unknown => {
  const included = includedDefinitions(definition);
  if (included.length === 0) return definition;
  return { definition, library: Object.fromEntries(included.map(({ id, of }) => [id, of.rule])) };
};

/** SHA-256 that names a version of a study. */
export const versionHash = (definition: StudyDefinition): string => hashText(canonicalText(withLibrary(definition)));

const compile = (definition: StudyDefinition, sentences: Sentences): Study => {
  const lexicon = lexiconOf(definition);
  const glossary: Glossary = { lexicon, definitions: sentences.definitions };
  const responses = compileResponses(definition, glossary);
  return {
    definition,
    hash: versionHash(definition),
    lexicon,
    criteria: compileCriteria(definition, sentences, glossary),
    definitions: sentences.definitions,
    responses,
    endpoints: definition.endpoints.map((endpoint) => compileEndpoint(endpoint, sentences, glossary, responses)),
    ...compileRules(definition, sentences, glossary),
    ...compileAnalysed(definition, sentences, glossary),
    judgements: judgementItems(definition, sentences),
    scheduledAt: scheduleOf(definition),
  };
};

/**
 * Reads, checks and compiles study.yaml. With any error nothing is compiled; each finding names line, column, path,
 * what is wrong and what to write instead. Never throws on any text.
 */
export const readStudy = (text: string): ReadStudy => {
  const read = readDefinition(text);
  if (!isDefinition(read)) return failed(read);
  const lexicon = lexiconOf(read.definition);
  const sentences = readSentences(read.definition, lexicon);
  const faults = [
    ...checkReferences(read.definition, lexicon),
    ...checkConsent(read.definition, sentences.criteria),
    ...sentences.faults,
  ];
  const findings = sorted(faults.map((fault) => placed(fault, read.source)));
  if (findings.some((finding) => finding.severity === 'error')) return failed(findings);
  return { study: compile(read.definition, sentences), findings };
};

const failed = (findings: readonly StudyFinding[]): ReadStudy => {
  const [first, ...others] = sorted(findings);
  if (first === undefined) throw new Error('a study was refused without a finding');
  return { study: undefined, findings: [first, ...others] };
};
