/** How severe something is by the rule: 3 makes a grade A, 2 a B, 1 a C, 0 neither. */
export type BilagSeverity = 0 | 1 | 2 | 3;

/** The branch of a rule that holds, in a few words, and the numbers of the items that it rests on. */
export interface BilagBranch {
  readonly rule: string;
  readonly items: readonly number[];
}

/** What a rule makes of one possible set of answers. */
export interface BilagFinding {
  readonly severity: BilagSeverity;
  readonly branches: readonly BilagBranch[];
}

const quiet: BilagFinding = { severity: 0, branches: [] };

/** Nothing found, whatever the answers. */
export const noFindings: readonly BilagFinding[] = [quiet];

export const foundBy = (severity: BilagSeverity, rule: string, items: readonly number[]): BilagFinding =>
  severity === 0 ? quiet : { severity, branches: [{ rule, items }] };

const sameBranch = (a: BilagBranch, b: BilagBranch): boolean => a.rule === b.rule && a.items.join() === b.items.join();

const sharedBranches = (a: BilagFinding, b: BilagFinding): BilagFinding => ({
  severity: a.severity,
  branches: a.branches.filter((branch) => b.branches.some((other) => sameBranch(branch, other))),
});

/** One finding for each severity that is possible, with the branches that hold whenever it comes out so. */
export const mergeFindings = (findings: readonly BilagFinding[]): readonly BilagFinding[] => {
  const merged = new Map<BilagSeverity, BilagFinding>();
  for (const finding of findings) {
    const known = merged.get(finding.severity);
    merged.set(finding.severity, known === undefined ? finding : sharedBranches(known, finding));
  }
  return [...merged.values()].toSorted((a, b) => b.severity - a.severity);
};

const worse = (a: BilagFinding, b: BilagFinding): BilagFinding => {
  if (a.severity === b.severity) return { severity: a.severity, branches: [...a.branches, ...b.branches] };
  return a.severity > b.severity ? a : b;
};

/** A part that is quiet whatever happens decides nothing. */
const mayDecide = (part: readonly BilagFinding[]): boolean => part.some(({ severity }) => severity > 0);

/**
 * The worst of several parts of which each may come out in several ways. The parts have to be independent of one
 * another; then every finding that is returned can happen, and none that can happen is left out.
 */
export const worstOf = (parts: readonly (readonly BilagFinding[])[]): readonly BilagFinding[] =>
  parts
    .filter(mayDecide)
    .reduce<readonly BilagFinding[]>(
      (worst, part) => mergeFindings(worst.flatMap((a) => part.map((b) => worse(a, b)))),
      noFindings,
    );

/** Every choice of one from each part. */
export const everyChoice = <T>(parts: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  parts.reduce<readonly (readonly T[])[]>(
    (choices, part) => choices.flatMap((c) => part.map((one) => [...c, one])),
    [[]],
  );
