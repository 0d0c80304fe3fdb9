import type { Fault } from './fault.ts';
import { reservedWords } from './reserved-words.ts';
import type { StudyDefinition } from './schema.ts';

/** As many as a sentence reads ahead for a name. */
const mostWords = 5;

/** A sentence reads a name word by word: words that begin with a letter, and after the first also whole numbers. */
const problemOf = (name: string): Pick<Fault, 'what' | 'expected'> | undefined => {
  const words = name.split(' ');
  const reserved = words.find((word) => reservedWords.has(word));
  if (reserved !== undefined)
    return { what: `"${reserved}" is a word of the language`, expected: ['a name without it, or joined by hyphens'] };
  const unread = words.find((word, index) => !(/^[A-Za-z]/.test(word) || (index > 0 && /^\d{1,30}$/.test(word))));
  if (unread !== undefined)
    return { what: `"${unread}" cannot stand in a name`, expected: ['words that begin with a letter', 'week 4'] };
  return words.length > mostWords
    ? { what: `a name of ${words.length} words`, expected: [`at most ${mostWords}, or joined by hyphens`] }
    : undefined;
};

/** Names of visits and definitions that a sentence could not use, or would read as something else. */
export const checkNames = (study: StudyDefinition): readonly Fault[] =>
  (['visits', 'definitions'] as const).flatMap((kind) =>
    study[kind].flatMap(({ id }, index) => {
      const problem = problemOf(id);
      return problem === undefined ? [] : [{ path: [kind, index, 'id'], ...problem }];
    }),
  );
