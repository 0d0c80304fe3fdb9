/** What can be written as JSON. A member that is `undefined` is not written. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Nesting that is still written and read; far above any event, far below any call stack. */
export const deepestNesting = 256;

const refuse = (what: string): never => {
  throw new Error(`canonical text: ${what} cannot be written`);
};

const writeNumber = (value: number): string =>
  Number.isFinite(value) ? JSON.stringify(value) : refuse(`the number ${value}`);

/** Printable ASCII without quotation mark and backslash stands for itself. */
const plainText = /^[ !#-[\]-~]*$/;

// A lone surrogate has no UTF-8 form: encoders replace it, and two different texts would share one hash.
const writeText = (value: string): string => {
  if (plainText.test(value)) return `"${value}"`;
  return value.isWellFormed() ? JSON.stringify(value) : refuse('text with a lone surrogate');
};

// Loops and not chains of arrays: every event of a trial is written here.
const writeObject = (value: object, depth: number): string => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse('an object that is not plain');
  if (Object.getOwnPropertySymbols(value).length > 0) refuse('a member named by a symbol');
  const members: Readonly<Record<string, unknown>> = { ...value };
  let text = '';
  // Sorting without a comparison goes by UTF-16 code units.
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${writeText(key)}:${write(member, depth + 1)}`;
  }
  return `{${text}}`;
};

const writeArray = (value: readonly unknown[], depth: number): string => {
  let text = '';
  // By index, so that a hole is visited, and a sparse array refused and not silently shortened.
  for (let index = 0; index < value.length; index += 1)
    text += `${index === 0 ? '' : ','}${write(value[index], depth + 1)}`;
  return `[${text}]`;
};

const writeComposite = (value: object, depth: number): string => {
  if (depth >= deepestNesting) refuse(`nesting deeper than ${deepestNesting}`);
  return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
};

const write = (value: unknown, depth: number): string => {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return writeNumber(value);
    case 'string':
      return writeText(value);
    case 'object':
      return writeComposite(value, depth);
    default:
      return refuse(`a value of type ${typeof value}`);
  }
};

/**
 * The one text of a JSON value, after RFC 8785 (`rfc8785`): members sorted by UTF-16 code unit, no white space,
 * numbers and strings as ECMAScript writes them (so −0 is written 0), members that are undefined left out.
 * Takes `unknown` because an interface is not assignable to `Json`; the check at run time is complete.
 * Throws on what JSON cannot hold: NaN, infinities, bigint, functions, symbols, undefined inside an array, objects that
 * are not plain (dates, maps, class instances), text with a lone surrogate, nesting deeper than `deepestNesting`.
 */
export const canonicalText = (value: unknown): string => write(value, 0);
