/** What the sources leave open, or differ in, is a named option and never a silent choice. */
export type RenalDialect = 'paper2009' | 'access-vba';

/**
 * What an item that was not done may still change. `open`: it could have been anything. `open unless an alternative was
 * done`: so too, but one measure of the urine protein (items 81 to 84) or of the filtration (86, 87) is enough.
 * `contributes nothing`: an item recorded as not done counts as absent and the grade is the least that it can be.
 */
export type NotDoneRule = 'open' | 'open unless an alternative was done' | 'contributes nothing';

/** Limits in the units of the form (g/dL, 10*9/L): the value below which each step begins, from the lowest. */
export interface HaematologyLimits {
  readonly haemoglobin: readonly [number, number, number];
  readonly leucocytes: readonly [number, number];
  readonly neutrophils: readonly [number, number];
  readonly lymphocytes: number;
  readonly platelets: readonly [number, number, number];
}

/** Item numbers: A when worse, the same or new and B when improving; B and C in the same way; C whenever present. */
export interface GenericLists {
  readonly A: readonly number[];
  readonly B: readonly number[];
  readonly C: readonly number[];
}

export interface BilagOptions {
  readonly dialect: RenalDialect;
  readonly notDone: NotDoneRule;
  readonly haematology: HaematologyLimits;
  readonly cardiorespiratory: GenericLists;
}

export const defaultBilagOptions: BilagOptions = {
  dialect: 'paper2009',
  notDone: 'open',
  haematology: {
    haemoglobin: [8, 10, 11],
    leucocytes: [1, 4],
    neutrophils: [0.5, 2],
    lymphocytes: 1,
    platelets: [25, 50, 150],
  },
  cardiorespiratory: { A: [45, 46, 47, 49, 50, 51, 52, 53, 54, 55], B: [44, 48], C: [] },
};

/** One option as a reviewer reads it. `standing` tells whether the default was seen in its source or is recalled. */
export interface BilagOptionNote {
  readonly option: keyof BilagOptions;
  readonly says: string;
  /** The choices of a closed list; undefined where numbers are set. */
  readonly choices: readonly string[] | undefined;
  readonly source: string;
  readonly standing: 'verified' | 'recalled';
}

/** @source yee2010 for the revision of 2009; `own` where the sources say nothing */
export const bilagOptions: readonly BilagOptionNote[] = [
  {
    option: 'dialect',
    says: 'Renal rule as published, or as the database program of the United Kingdom computed it',
    choices: ['paper2009', 'access-vba'],
    source: 'yee2010',
    standing: 'verified',
  },
  {
    option: 'notDone',
    says: 'Whether an item that was not done leaves every answer possible, or counts as absent',
    choices: ['open', 'open unless an alternative was done', 'contributes nothing'],
    source: 'own',
    standing: 'verified',
  },
  {
    option: 'haematology',
    says: 'Limits of haemoglobin, leucocytes, neutrophils, lymphocytes and platelets',
    choices: undefined,
    source: 'yee2010',
    standing: 'recalled',
  },
  {
    option: 'cardiorespiratory',
    says: 'Which of the items 44 to 55 make a grade A and which a grade B',
    choices: undefined,
    source: 'yee2010',
    standing: 'recalled',
  },
];
