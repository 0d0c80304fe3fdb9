/** The part of JSON Logic that the bench asks; the package ships no types. */
declare module 'json-logic-js' {
  const logic: { apply(rule: unknown, data: unknown): unknown };
  // biome-ignore lint/style/noDefaultExport: so a CommonJS package looks from here
  export default logic;
}
