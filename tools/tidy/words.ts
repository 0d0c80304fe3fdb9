/** What may not be written, where, and what to write instead. */
import type { Read, RuleFinding } from './rule-finding.ts';

interface Ban {
  readonly word: RegExp;
  readonly instead: string;
}

/** In the core, its tests included. */
const coreBans: readonly Ban[] = [
  { word: /\bDate\.now\(|\bnew Date\(\)/, instead: 'the instant that the command carries' },
  { word: /\bMath\.random\(/, instead: 'the random stream passed in' },
  { word: /\bprocess\.env\b/, instead: 'an argument' },
  { word: /\bas any\b|\bas unknown as\b/, instead: 'a narrower type' },
  { word: /@ts-(ignore|nocheck|expect-error)\b/, instead: 'a type that fits' },
];

/** In every program text. */
const codeBans: readonly Ban[] = [
  { word: /\b(FIX[M]E|TOD[O]|HAC[K])\b|(\/\/|^\s*\*).*\bXXX\b/, instead: 'the thing itself, before merging' },
  { word: /^\s*(\/\/|\/?\*+)\s*[-=*#─]{4,}|\/{4,}/, instead: 'a blank line, not a banner' },
  { word: /^\s*\/\/\s*(imports?|helpers?|constants?|types?|exports?)\s*$/i, instead: 'nothing: the code says so' },
];

/** In every text. */
const textBans: readonly Ban[] = [
  { word: /(^|[\s'"`(=:])\/(work|tmp|root|home|Users)\/\w/, instead: 'a path from the root of the repository' },
  { word: /\b(registry\.(npmjs|yarnpkg)\.(org|com)|(deb|security)\.debian\.org|pypi\.org)\b/, instead: 'no host' },
];

const code = /\.([cm]?[jt]sx?)$/;
const text = /\.([cm]?[jt]sx?|json|ya?ml|md|txt|csv|bib|R|sh|css|html|svg)$|(^|\/)(\.npmrc|\.gitignore|run|NOTICE)$/;

const bansFor = (path: string): readonly Ban[] => [
  ...(path.startsWith('core/') && code.test(path) ? coreBans : []),
  ...(code.test(path) ? codeBans : []),
  ...(text.test(path) ? textBans : []),
];

const bannedIn = ({ path, text: whole }: Read): readonly string[] =>
  whole.split('\n').flatMap((line, index) =>
    bansFor(path)
      .filter(({ word }) => word.test(line))
      .map(({ instead }) => `${path}:${index + 1}: write ${instead}`),
  );

/** Is it text, so that it can be read for words? */
export const isText = (path: string): boolean => text.test(path);

export const findBannedWords = (files: readonly Read[]): RuleFinding => ({
  rule: 'no banned words',
  matched: files.filter(({ path }) => bansFor(path).length > 0).length,
  problems: files.flatMap(bannedIn),
});
