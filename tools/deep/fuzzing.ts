/** Runs mutated texts through something that has to handle any text, and counts what came of them. */
import { openStream, type Stream, secretFromSeed } from '#core/randomisation/stream.ts';

export interface Breakage {
  readonly broken: string;
}

/** How many texts had which outcome, and the first that broke something, each with what it broke. */
export interface Fuzzed {
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
}

const mostShown = 20;
const mostCharacters = 2000;

/** Mutates and handles so many texts; the same name and seed give the same texts. */
export const fuzz = (
  name: string,
  runs: number,
  seed: string,
  mutated: (stream: Stream) => string,
  handle: (text: string) => string | Breakage,
): Fuzzed => {
  const stream = openStream(secretFromSeed(seed), name);
  const counts: Record<string, number> = {};
  const broken: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const text = mutated(stream);
    const handled = handle(text);
    const outcome = typeof handled === 'string' ? handled : 'broken';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (typeof handled !== 'string' && broken.length < mostShown)
      broken.push(`run ${run}: ${handled.broken} ← ${JSON.stringify(text.slice(0, mostCharacters))}`);
  }
  return { counts, broken };
};

/** What an error says, as data. */
export const brokenBy = (error: unknown): Breakage => ({
  broken: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
});

/** One line for each outcome and each text that broke something; false when one did. */
export const reportFuzzed = (name: string, seed: string, { counts, broken }: Fuzzed): boolean => {
  const said = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(`${name}, seed ${seed}: ${said.join(', ')}`);
  for (const line of broken) console.log(`  ${line}`);
  return broken.length === 0;
};

/** The seed of a long run: the first argument, or the day. */
export const seedOfRun = (): string => process.argv[2] ?? new Date().toISOString().slice(0, 10);
