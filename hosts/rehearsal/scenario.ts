import { assumedCourse, type CourseNumber, isCourseNumber } from './assumed-course.ts';

/** What a scenario replaces; everything else is as the tables of assumed numbers say. */
export interface ScenarioChanges {
  readonly numbers?: Readonly<Partial<Record<CourseNumber, number>>>;
  /** How many are allocated; the design's number unless said. */
  readonly participants?: number | undefined;
  /** By arm: what is added to the mean of the logarithm of the fall; nothing for an arm that is not named. */
  readonly effect?: Readonly<Record<string, number>>;
  /** Another word, and people who choose their arm choose otherwise. */
  readonly choices?: string;
}

/** What a rehearsal assumes beside the study. */
export interface Scenario {
  readonly assumed: (name: CourseNumber) => number;
  readonly participants: number | undefined;
  readonly effectIn: (arm: string | undefined) => number;
  readonly choices: string;
}

const names = Object.keys(assumedCourse).filter(isCourseNumber);

export const scenarioWith = ({
  numbers = {},
  participants,
  effect = {},
  choices = '',
}: ScenarioChanges = {}): Scenario => {
  // Asked a million times in a rehearsal: laid down once.
  const values = new Map<string, number>(names.map((name) => [name, numbers[name] ?? assumedCourse[name].value]));
  return {
    assumed: (name) => values.get(name) ?? assumedCourse[name].value,
    participants,
    effectIn: (arm) => effect[arm ?? ''] ?? 0,
    choices,
  };
};

/** The numbers of the table as they stand, and no difference between the arms. */
export const usualScenario: Scenario = scenarioWith();
