import type { WrittenFault } from '#core/measures/written-fault.ts';

/** A fault in words: what is wrong, what is taken instead, and what was probably meant. */
export interface SaidFault {
  readonly what: string;
  readonly expected: readonly string[];
  readonly nearest: string | undefined;
}

const dates = ['a date such as 2026-03-02, 2026-03 or 2026'];

const longestQuote = 60;
const shown = (text: string): string =>
  JSON.stringify(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);

const said = (what: string, expected: readonly string[] = [], nearest?: string): SaidFault => ({
  what,
  expected,
  nearest,
});

export const sayFault = (fault: WrittenFault): SaidFault => {
  switch (fault.fault) {
    case 'item unknown':
      return said(`${shown(fault.name)} is no item`, [], fault.nearest);
    case 'item twice':
      return said(`${fault.item} is answered twice`);
    case 'value not accepted':
      return said(`${shown(fault.value)} is not accepted for ${fault.of}`, [fault.accepted]);
    case 'unit not accepted': {
      const unit = fault.unit === undefined ? 'no unit' : `the unit ${shown(fault.unit)} is not accepted`;
      return said(`${unit} for ${fault.of}`, fault.accepted);
    }
    case 'date impossible':
      return fault.why === 'no date'
        ? said(`${shown(fault.written)} is no date`, dates)
        : said(`${shown(fault.written)} lies ${fault.why}`);
    case 'medicine unknown':
      return said(`${shown(fault.name)} is no medicine of the lexicon`, [], fault.nearest);
    default:
      return fault satisfies never;
  }
};
