import type { Glossary } from '../compile.ts';
import { isCondition, isValue } from '../formula-kind.ts';
import { placeAt } from '../place-at.ts';
import { printFormula } from '../print.ts';
import type { Condition, Formula, Span } from '../syntax.ts';
import { type ElmAtom, type ElmDraft, elmCondition } from './elm-condition.ts';
import type { ElmParameter } from './elm-parameter.ts';
import { type ElmLibrary, type ElmParameterDefinition, elmType } from './elm-tree.ts';
import { NotTranslated, type UntranslatableConstruct } from './not-translated.ts';

/** A sentence with the name under which a library defines it, and the point at which it is asked, if it leaves one. */
export interface NamedFormula {
  readonly name: string;
  readonly formula: Formula;
  readonly here: string | undefined;
}

/**
 * A sentence that has no ELM here, the construct that stands in the way, and its place: in the sentence, or in that of
 * the definition `within`.
 */
export interface Untranslatable {
  readonly name: string;
  readonly construct: UntranslatableConstruct;
  readonly sentence: string;
  readonly span: Span;
  readonly within: string | undefined;
}

/** A library, with what it asks of a chart, what every statement says, and what could not be translated. */
export interface TranslatedLibrary {
  readonly elm: ElmLibrary;
  readonly parameters: readonly ElmParameter[];
  readonly sentences: ReadonlyMap<string, Condition>;
  readonly atoms: readonly ElmAtom[];
  readonly refused: readonly Untranslatable[];
}

const conditionAsked = (formula: Formula): Condition => {
  if (isCondition(formula)) return formula;
  throw new NotTranslated(isValue(formula) ? 'value' : formula.kind === 'classify' ? 'class' : 'time', formula.span);
};

const addSentence = ({ name, formula, here }: NamedFormula, draft: ElmDraft): void => {
  const condition = conditionAsked(formula);
  const sentence = here === undefined ? condition : placeAt(condition, here);
  if (draft.statements.has(name)) return;
  const expression = elmCondition(sentence, { draft, asksAvailability: false });
  // A sentence that is a reference and is named as one has become the statement that it refers to.
  if (!draft.statements.has(name)) draft.statements.set(name, { expression, sentence });
};

const copyOf = (draft: ElmDraft): ElmDraft => ({
  ...draft,
  parameters: new Map(draft.parameters),
  statements: new Map(draft.statements),
  atoms: [...draft.atoms],
});

const refusal = ({ name, formula }: NamedFormula, { construct, span, within }: NotTranslated): Untranslatable => ({
  name,
  construct,
  sentence: printFormula(formula),
  span: span ?? formula.span,
  within,
});

const definitionOf = ({ name, type }: ElmParameter): ElmParameterDefinition => ({
  name,
  accessLevel: 'Public',
  parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: elmType(type) },
});

const libraryOf = (id: string, version: string, draft: ElmDraft): ElmLibrary => ({
  library: {
    identifier: { id, version },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
    parameters: { def: [...draft.parameters.values()].map(definitionOf) },
    statements: {
      def: [...draft.statements].map(([name, { expression }]) => ({
        name,
        context: 'Unfiltered',
        accessLevel: 'Public',
        expression,
      })),
    },
  },
});

/**
 * Translates conditions to one library of the Expression Logical Model (HL7 CQL 1.5), with null for unknown. What a
 * chart answers arrives in parameters named as in the sentences: a measure at a point, a judgement, a point that was
 * reached, a count of new grades, and each question to a history, since CQL has no history that is signed as complete
 * through a day: its window is held against the records by the criterion language. Definitions become statements.
 *
 * Exact: numbers are passed as whole numbers, and percentages, units and decimal places become whole factors of both
 * sides (Integer, since cql-execution 3.3.2 has no Long and holds its Decimal in binary).
 *
 * What CQL cannot hold: a range (a result below the limit of its assay, a score with items missing). `answersFor`
 * passes null where the truth is open for the whole range, any number of the range where it is decided, and says so
 * where neither gives the same answer.
 *
 * Refused, as data: values and times (only conditions are translated), products of two measures, quotients by a
 * measure, division by zero, factors beyond Integer. Throws when a sentence has not passed the check.
 */
export const translateToElm = (
  identifier: { readonly id: string; readonly version: string },
  formulas: readonly NamedFormula[],
  glossary: Glossary,
): TranslatedLibrary => {
  let draft: ElmDraft = { glossary, parameters: new Map(), statements: new Map(), atoms: [] };
  const refused: Untranslatable[] = [];
  for (const named of formulas) {
    const next = copyOf(draft);
    try {
      addSentence(named, next);
      draft = next;
    } catch (error) {
      if (!(error instanceof NotTranslated)) throw error;
      refused.push(refusal(named, error));
    }
  }
  return {
    elm: libraryOf(identifier.id, identifier.version, draft),
    parameters: [...draft.parameters.values()],
    sentences: new Map([...draft.statements].map(([name, { sentence }]) => [name, sentence])),
    atoms: draft.atoms,
    refused,
  };
};
