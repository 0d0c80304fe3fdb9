/**
 * The words of the criterion language: with one of them inside, a name of a study could be read as part of the sentence
 * around it. The readers of core/criteria take these and no others.
 */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    'and or not if then else otherwise at least of any all every first available',
    'in between falls rises by from to since within before after around ever where other than x',
    'reached judged undefined known received takes had has changed dose counting starts stops lasting',
    'change number new grades point integral classify includes only none this visit',
    'latest highest lowest mean reduced raised',
  ].flatMap((line) => line.split(' ')),
);
