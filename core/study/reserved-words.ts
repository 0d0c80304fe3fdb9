/**
 * The words of the criterion language: with one of them inside, a name of a study could be read as part of the sentence
 * around it. The readers of core/criteria take these and no others.
 */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    'and or not if then else at least of any first available',
    'in between falls rises by from to within before after around ever where other than',
    'reached judged undefined received takes had has changed dose counting starts stops',
    'change number new grades point',
  ].flatMap((line) => line.split(' ')),
);
