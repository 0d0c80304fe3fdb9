import { compileCondition, type Glossary } from '#core/criteria/compile.ts';
import { answersFor } from '#core/criteria/translate/answers-for.ts';
import { translateToElm } from '#core/criteria/translate/elm.ts';
import type { UntranslatableConstruct } from '#core/criteria/translate/not-translated.ts';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { namedFormulas } from '#core/study/named-formulas.ts';
import type { Study } from '#core/study/study.ts';
import { drawPerson, limitsOfLibrary } from './draw-person.ts';
import { executable, runElm } from './run-elm.ts';

/** What a comparison of a trial's sentences with cql-execution came to. */
export interface Comparison {
  readonly statements: readonly string[];
  readonly refused: readonly (readonly [string, UntranslatableConstruct])[];
  readonly asked: number;
  /** People whose numbers no library could hold; they are not asked. */
  readonly unheld: number;
  /** Where the two differed: `name, person 17: ours true, theirs null`. */
  readonly differences: readonly string[];
  /** `I3 true`, for every truth that was met. */
  readonly met: ReadonlySet<string>;
}

/** Asks every statement of a trial of so many people near its limits: by proofs, and by cql-execution on its ELM. */
export const compareTrial = async (study: Study, people: number): Promise<Comparison> => {
  const { lexicon, definitions, definition } = study;
  const glossary: Glossary = { lexicon, definitions };
  const library = translateToElm({ id: definition.id, version: definition.version }, namedFormulas(study), glossary);
  const statements = library.elm.library.statements.def.map(({ name }) => name);
  const asks = [...library.sentences].map(([name, sentence]) => ({ name, ask: compileCondition(sentence, glossary) }));
  const [limits, answerOf, ready] = [
    limitsOfLibrary(study, library),
    answersFor(library, glossary),
    executable(library),
  ];
  const stream = openStream(secretFromSeed(definition.id), 'elm', 'trial');
  const [met, differences] = [new Set<string>(), [] as string[]];
  let unheld = 0;
  for (let person = 0; person < people; person += 1) {
    const chart = drawPerson(limits, stream);
    const held = answerOf(chart);
    if (held.unheld.length > 0) {
      unheld += 1;
      continue;
    }
    const theirs = await runElm(ready, held.answers);
    for (const { name, ask } of asks) {
      const { truth } = ask(chart, undefined);
      met.add(`${name} ${truth}`);
      if (theirs.get(name) !== truth)
        differences.push(`${name}, person ${person}: ours ${truth}, theirs ${theirs.get(name)}`);
    }
  }
  const refused = library.refused.map(({ name, construct }) => [name, construct] as const);
  return { statements, refused, asked: people - unheld, unheld, differences, met };
};
