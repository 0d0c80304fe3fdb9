/** Units that laboratories and protocols of this field use most, in the order in which a tie is decided. */
const usualUnits = [
  ...[
    'mg/dL',
    'g/L',
    'g/dL',
    'umol/L',
    'mmol/L',
    'mg/L',
    'ug/L',
    'ng/mL',
    'ug/mL',
    'pg/mL',
    'nmol/L',
    'pmol/L',
    'g/mL',
  ],
  ...[
    'g/g',
    'mg/g',
    'mg/mg',
    'mg/mmol',
    'g/mol',
    'mg/d',
    'g/d',
    'g/24h',
    'mg/24h',
    'mg/kg',
    'mg/kg/d',
    'g/m2',
    'mg/m2',
  ],
  ...['mL/min/{1.73_m2}', 'mL/min', 'U/L', 'kU/L', 'ukat/L', '[IU]/mL', '[IU]/L', 'k[IU]/L', 'm[IU]/mL', '[IU]'],
  ...['10*9/L', '10*6/L', '10*12/L', '10*3/uL', '/uL', '/[HPF]', '/[LPF]', '{cells}/kg', '{cells}', '10*6/kg', '/kg'],
  ...['mg', 'g', 'kg', 'ug', 'ng', 'mL', 'L', 'uL', 'dL', 'mmol', 'umol', 'mol', 'm', 'cm', 'mm', 'm2', 'kg/m2'],
  ...['mm[Hg]', 'Cel', 'K', '%', 's', 'ms', 'min', 'h', 'd', 'wk', 'mo', 'a', '/min', 'mm/h', 'meq/L', 'mosm/kg'],
  ...['cm[H2O]', 'kPa', 'fL', 'pg', 'U', 'kat', 'eq', 'osm', '1', 'dl', 'ml', 'l'],
];

const symbols = usualUnits.filter((code) => !/[/.{\d]/.test(code));

/** A slip of the shift key is a smaller mistake than a wrong letter. */
const costOfCase = 0.25;

/** The part of a text that was not understood; empty where it was the grammar that failed. */
interface Unknown {
  readonly text: string;
  readonly at: number;
}

/**
 * The unit with the fewest letters to change (Levenshtein distance, upper for lower case counted as a quarter), or
 * `undefined` where more than a third of the text, or all of it, would have to change. The unknown part is also replaced
 * on its own, so that `mgg{creat}/L` finds `mg{creat}/L`; `isKnown` says which of those texts can be read.
 */
export const nearestUnit = (
  text: string,
  unknown: Unknown,
  isKnown: (candidate: string) => boolean,
): string | undefined => {
  const replacements = unknown.text === '' ? [] : symbols.map((symbol) => replaced(text, unknown, symbol));
  const most = Math.min(Math.max(1, text.length / 3), text.length - 0.5);
  const [nearest] = [...usualUnits, ...replacements]
    .map((candidate) => ({ candidate, distance: editDistance(text, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .filter(({ candidate }) => isKnown(candidate));
  return nearest?.candidate;
};

const replaced = (text: string, unknown: Unknown, symbol: string): string =>
  text.slice(0, unknown.at) + symbol + text.slice(unknown.at + unknown.text.length);

const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + costOfReplacing(letter, other);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const costOfReplacing = (a: string, b: string): number => {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? costOfCase : 1;
};
