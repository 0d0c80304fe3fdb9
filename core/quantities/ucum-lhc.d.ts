/** The part of the National Library of Medicine's converter that the tests ask; the package ships no types. */
declare module '@lhncbc/ucum-lhc' {
  interface Converter {
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight: number },
    ): { readonly status: string; readonly toVal: number | null };
  }
  export const UcumLhcUtils: { getInstance(): Converter };
}
