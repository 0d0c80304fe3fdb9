/** HTML that is safe to put into a page as it stands: text came into it escaped. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Part = string | number | Markup | readonly Part[] | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: a page holds none of them, escaped or not
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Text between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(unwritable, '\ufffd').replace(/[&<>"']/g, (each) => escapes[each] ?? each);

const partHtml = (part: Part): string => {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.html;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(partHtml).join('');
};

/** A template of HTML: what is put in is escaped, unless it is markup already; a list is joined, `undefined` is nothing. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.reduce((made, text, index) => made + partHtml(parts[index - 1]) + text));

/** What is HTML or SVG already and was escaped by whoever made it. */
export const trusted = (text: string): Markup => new Markup(text);
