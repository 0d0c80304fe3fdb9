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
  if (findings.length === 1) return findings[0] === quiet ? noFindings : findings;
  const merged = new Map<BilagSeverity, BilagFinding>();
  for (const finding of findings) {
    const known = merged.get(finding.severity);
    merged.set(finding.severity, known === undefined ? finding : sharedBranches(known, finding));
  }
  return [...merged.values()].toSorted((a, b) => b.severity - a.severity);
};

/** Where nothing is open every part has come out in one way, and the whole comes out in one way too. */
const settledChoice = <T>(parts: readonly (readonly T[])[]): readonly T[] | undefined => {
  const choice: T[] = [];
  for (const part of parts) {
    if (part.length !== 1) return undefined;
    choice.push(...part);
  }
  return choice;
};

const worse = (a: BilagFinding, b: BilagFinding): BilagFinding => {
  if (a.severity === b.severity) return { severity: a.severity, branches: [...a.branches, ...b.branches] };
  return a.severity > b.severity ? a : b;
};

/** One finding of several of one severity, with the branches of all. */
export const sharedFinding = (severity: BilagSeverity, findings: readonly BilagFinding[]): BilagFinding => {
  const branches: BilagBranch[] = [];
  for (const each of findings) branches.push(...each.branches);
  return { severity, branches };
};

/** The worst of findings that are all known; equals share the decision. */
const worstKnown = (findings: readonly BilagFinding[]): BilagFinding => {
  let severity: BilagSeverity = 0;
  for (const each of findings) if (each.severity > severity) severity = each.severity;
  return sharedFinding(
    severity,
    findings.filter((each) => each.severity === severity),
  );
};

/** A part that is quiet whatever happens decides nothing. */
const mayDecide = (part: readonly BilagFinding[]): boolean =>
  part !== noFindings && part.some(({ severity }) => severity > 0);

/**
 * The worst of several parts of which each may come out in several ways. The parts have to be independent of one
 * another; then every finding that is returned can happen, and none that can happen is left out.
 */
export const worstOf = (parts: readonly (readonly BilagFinding[])[]): readonly BilagFinding[] => {
  const deciding = parts.filter(mayDecide);
  if (deciding.length === 0) return noFindings;
  const settled = settledChoice(deciding);
  if (settled !== undefined) return settled.length === 1 ? settled : [worstKnown(settled)];
  return deciding.reduce(
    (worst, part) => mergeFindings(worst.flatMap((a) => part.map((b) => worse(a, b)))),
    noFindings,
  );
};

/** Every choice of one from each part. */
export const everyChoice = <T>(parts: readonly (readonly T[])[]): readonly (readonly T[])[] => {
  const settled = settledChoice(parts);
  if (settled !== undefined) return [settled];
  return parts.reduce<readonly (readonly T[])[]>(
    (choices, part) => choices.flatMap((c) => part.map((one) => [...c, one])),
    [[]],
  );
};
