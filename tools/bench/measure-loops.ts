/** The arithmetic of three measures as a programmer would write it once: over plain arrays, with every answer there. */

/** @source gladman2002, in the order of the form */
const weights = Uint8Array.of(8, 8, 8, 8, 8, 8, 8, 8, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1);

export const sledaiByHand = (present: Uint8Array): number => {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) sum += (weights[index] ?? 0) * (present[index] ?? 0);
  return sum;
};

/** @source inker2021; creatinine in mg/dL, age in years */
export const filtrationByHand = (creatinine: number, age: number, isFemale: boolean): number => {
  const ratio = creatinine / (isFemale ? 0.7 : 0.9);
  const power = ratio < 1 ? (isFemale ? -0.241 : -0.302) : -1.2;
  return 142 * ratio ** power * 0.9938 ** age * (isFemale ? 1.012 : 1);
};

/** One letter for each item of a system from its first number on. */
const genericSystems: readonly (readonly [first: number, lists: string])[] = [
  [5, 'ABACACABABBCCC'],
  [19, 'AAAAAAAAAAABABBBBABB'],
  [39, 'ABABC'],
  [44, 'BAAABAAAAAAA'],
  [56, 'ABABBABAA'],
  [65, 'AABBABCABACAA'],
];

/** Severity of an item at the levels 0 to 4: 3 makes an A, 2 a B, 1 a C. */
const severities: Readonly<Record<string, Uint8Array>> = {
  A: Uint8Array.of(0, 2, 3, 3, 3),
  B: Uint8Array.of(0, 1, 2, 2, 2),
  C: Uint8Array.of(0, 1, 1, 1, 1),
};

const tables = genericSystems.map(([first, lists]) => ({
  first,
  items: [...lists].map((list) => severities[list] ?? Uint8Array.of()),
}));

/** @source yee2010: the worst severity of each of the six systems that are a list of items, from mucocutaneous on */
export const bilagByHand = (levels: Uint8Array, worst: Uint8Array): Uint8Array => {
  for (let system = 0; system < tables.length; system += 1) {
    const { first, items } = tables[system] ?? { first: 0, items: [] };
    let most = 0;
    for (let item = 0; item < items.length; item += 1) {
      const severity = items[item]?.[levels[first + item] ?? 0] ?? 0;
      if (severity > most) most = severity;
    }
    worst[system] = most;
  }
  return worst;
};
