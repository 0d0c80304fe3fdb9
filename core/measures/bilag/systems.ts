/** The nine systems, in the order of the form. */
export const bilagSystems = [
  'constitutional',
  'mucocutaneous',
  'neuropsychiatric',
  'musculoskeletal',
  'cardiorespiratory',
  'gastrointestinal',
  'ophthalmic',
  'renal',
  'haematological',
] as const;

export type BilagSystem = (typeof bilagSystems)[number];

/** Something for each system, made in the order of the form. */
export const forSystems = <Made>(make: (system: BilagSystem) => Made): Readonly<Record<BilagSystem, Made>> => ({
  constitutional: make('constitutional'),
  mucocutaneous: make('mucocutaneous'),
  neuropsychiatric: make('neuropsychiatric'),
  musculoskeletal: make('musculoskeletal'),
  cardiorespiratory: make('cardiorespiratory'),
  gastrointestinal: make('gastrointestinal'),
  ophthalmic: make('ophthalmic'),
  renal: make('renal'),
  haematological: make('haematological'),
});

/** From most to least severe; D: inactive now, involved before; E: never involved. */
export const bilagGrades = ['A', 'B', 'C', 'D', 'E'] as const;

export type BilagGrade = (typeof bilagGrades)[number];

/** @source yee2010: numerical scoring, A 12, B 8, C 1, D 0, E 0 */
export const bilagPoints: Readonly<Record<BilagGrade, number>> = { A: 12, B: 8, C: 1, D: 0, E: 0 };
