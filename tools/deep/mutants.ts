/** The report of a mutation run, as far as a score and the survivors need it. */
import { z } from 'zod';

const position = z.looseObject({ line: z.number(), column: z.number() });
const mutant = z.looseObject({
  mutatorName: z.string(),
  status: z.string(),
  replacement: z.string().optional(),
  location: z.looseObject({ start: position, end: position }),
});
const report = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.string(), mutants: z.array(mutant) })),
});

/** A change that no test noticed: where it is, what was there and what was put in its place. */
export interface Survivor {
  readonly path: string;
  readonly line: number;
  readonly mutator: string;
  readonly was: string;
  readonly became: string;
}

export interface Mutants {
  readonly killed: number;
  /** Of those, how many only ran out of time: a busy machine may make more of them. */
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
}

const timeout = 'Timeout';
const noticed: readonly string[] = ['Killed', timeout];
const unnoticed: readonly string[] = ['Survived', 'NoCoverage'];

type Place = z.infer<typeof mutant>['location'];

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 80);

const textAt = (source: string, { start, end }: Place): string => {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join(' ');
};

/** Killed counts what ran out of time as well; a mutant that does not even compile is not counted at all. */
export const readMutants = (json: string): Mutants => {
  const files = Object.entries(report.parse(JSON.parse(json)).files);
  const all = files.flatMap(([path, { source, mutants }]) => mutants.map((each) => ({ path, source, ...each })));
  return {
    killed: all.filter(({ status }) => noticed.includes(status)).length,
    timedOut: all.filter(({ status }) => status === timeout).length,
    survivors: all
      .filter(({ status }) => unnoticed.includes(status))
      .map(({ path, source, location, mutatorName, replacement = '' }) => ({
        path,
        line: location.start.line,
        mutator: mutatorName,
        was: oneLine(textAt(source, location)),
        became: oneLine(replacement),
      })),
  };
};

/** Share of the mutants that were noticed, in percent. */
export const scoreOf = ({ killed, survivors }: Pick<Mutants, 'killed' | 'survivors'>): number =>
  (100 * killed) / (killed + survivors.length);
