import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUnread, readTextFile } from './text-file.ts';

/** The fields of an entry, as text without TeX. */
type BibliographyEntry = ReadonlyMap<string, string>;

const bibliographyPath = join(dirname(fileURLToPath(import.meta.url)), '../../evidence/references.bib');

const plainTex = (text: string): string =>
  text
    .replaceAll(/\\([&_%#])/g, '$1')
    .replaceAll(/[{}]/g, '')
    .replaceAll('--', '–')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The text from an opening brace to the one that closes it, both left out. */
const braced = (text: string, open: number): string => {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  return text.slice(open + 1);
};

const fieldsOf = (entry: string): BibliographyEntry =>
  new Map(
    [...entry.matchAll(/(\w+)\s*=\s*(?=\{)/g)].map(({ 0: whole, 1: name = '', index }) => [
      name,
      braced(entry, index + whole.length),
    ]),
  );

/** Entries of a BibTeX text by their key. */
export const readBibliography = (text: string): ReadonlyMap<string, BibliographyEntry> =>
  new Map(
    [...text.matchAll(/^@\w+(?=\{)/gm)].map(({ 0: kind, index }) => {
      const entry = braced(text, index + kind.length);
      return [entry.slice(0, entry.indexOf(',')).trim(), fieldsOf(entry)];
    }),
  );

/** A group that stands in braces of its own is one author, whatever its name holds. */
const authorsOf = (written: string): string =>
  written.startsWith('{')
    ? plainTex(written)
    : plainTex(written)
        .split(' and ')
        .join('; ')
        .replace(/; others$/, ' et al.');

const placeOf = (reference: BibliographyEntry): string => {
  const of = (name: string): string => plainTex(reference.get(name) ?? '');
  const where = ['journal', 'publisher', 'howpublished', 'institution'].map(of).find((each) => each !== '') ?? '';
  const number = of('number') === '' ? '' : `(${of('number')})`;
  const volume = of('volume') === '' ? '' : `;${of('volume')}${number}:${of('pages')}`;
  return [where, `${of('year')}${volume}`].filter((part) => part !== '').join(' ');
};

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** "Gladman, D. D.; … Title. Journal 2002;29(2):288–291." with its note. */
export const sayReference = (reference: BibliographyEntry): string =>
  [
    authorsOf(reference.get('author') ?? ''),
    plainTex(reference.get('title') ?? ''),
    placeOf(reference),
    plainTex(reference.get('note') ?? ''),
  ]
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');

/** The sources of the measures, in full; a key that stands for no publication is our own. */
export const openBibliography = (path = bibliographyPath): ((key: string) => string) => {
  const text = readTextFile(path);
  const references = isUnread(text) ? new Map<string, BibliographyEntry>() : readBibliography(text);
  return (key) => {
    if (key === 'own') return 'Our own: an answer or a date as it was given.';
    const reference = references.get(key);
    return reference === undefined ? `${key} (evidence/references.bib was not found)` : sayReference(reference);
  };
};
