/** A dose written as a power of ten or in millions. */
export interface WrittenDose {
  readonly quote: string;
  readonly amount: number;
  /** `/kg`, `IU` or `cells`. */
  readonly unit: string;
}

const counted =
  /(\d+(?:\.\d+)?)\s*(?:[×x]\s*10\s*\\?\^\s*(\d{1,2})|(million))\s*(cells|IU)?(?:\s*(?:\/|per)\s*(kg))?/gi;

/** Doses of cells and of units in a text; one whose exponent has lost its mark is not read as a number at all. */
export const dosesIn = (text: string): readonly WrittenDose[] =>
  [...text.matchAll(counted)].map(([quote, mantissa, exponent, , unit, perWeight]) => ({
    quote,
    amount: Number(mantissa) * 10 ** Number(exponent ?? 6),
    unit: perWeight === undefined ? (unit ?? 'cells').replace(/^iu$/i, 'IU').replace(/^cells$/i, 'cells') : '/kg',
  }));

/** Whether a text says how much is given, in whatever form. */
export const statesAmount = (text: string): boolean =>
  /\d\s*(?:cells|IU|U|mg|g|mcg|µg|ml|Gy|%|million)\b|\/\s*(?:kg|m2|m²)|\bper kg\b/i.test(text);

/** Whether a text says how often it is given. */
export const statesTimes = (text: string): boolean =>
  /\b(?:once|twice|single|daily|weekly|monthly|every|each|times|doses|injections|infusions|cycles?|continuous\w*|d(?:ays?)? \d)\b|\/d(?:ay)?\b|\ba day\b|\bq\d+[dwm]\b/i.test(
    text,
  );
