const escaped = (character: string): string => `_${(character.codePointAt(0) ?? 0).toString(16)}_`;

/** The id of a place in a page: two names never come to one, and none holds what an id or an address may not hold. */
export const anchorOf = (of: 'section' | 'table' | 'chart' | 'figure' | 'record', name: string): string =>
  `${of}-${name.replaceAll(/[^A-Za-z0-9/.-]/gu, escaped)}`;
