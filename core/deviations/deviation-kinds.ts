/** Important: it may bear on the reliability of the key data, or on somebody's rights, safety or well-being (ICH E3). */
export type DeviationImportance = 'minor' | 'important';

interface KindRow {
  readonly title: string;
  readonly importance: DeviationImportance;
}

const minor = (title: string): KindRow => ({ title, importance: 'minor' });
const important = (title: string): KindRow => ({ title, importance: 'important' });

/**
 * Every kind of deviation, in the order of the protocol, with its importance unless a study says otherwise. The
 * importance is a default of this program, not of a guideline: ICH E3 leaves it to the sponsor.
 */
// biome-ignore format: one row a line
export const deviationKinds = {
  'act without consent': important('Something was done before any consent was given'),
  'guardian consent missing': important('Something was done with a minor without the consent of a parent or guardian'),
  'assent missing': important('Something was done with a minor who had not been asked'),
  'own consent missing': important('Something was done with an adult who had not consented in person'),
  're-consent late': important('Who came of age did not consent anew by the next planned visit'),
  'consent entered late': minor('A consent or assent was entered long after its day'),

  'screening too early': minor('A screening visit was held earlier before day 0 than its window allows'),
  'screening too late': important('A screening visit was held after its window before day 0'),
  'enrolled long before allocation': minor('Allocation came long after enrolment'),
  'enrolled and not allocated': minor('Somebody was enrolled and neither allocated nor ended'),
  'found ineligible later': important('Somebody was allocated and by what is known today fails a criterion'),
  'eligibility no longer shown': important('A criterion that was met is not known by what is recorded today'),

  'wrong stratum': important('Somebody was allocated in another stratum than the data of today say'),
  'allocation backdated': important('The allocation was entered on a later day than it bears'),
  'screening form after allocation': minor('A form of screening was filled after allocation'),
  'baseline form after allocation': minor('A form of day 0 was filled on a day after allocation'),
  'treatment never begun': important('Somebody was allocated and received nothing of the treatment'),

  'visit before its window': minor('A visit was held before its window'),
  'visit after its window': minor('A visit was held after its window'),
  'primary visit outside its window': important('The visit of the primary endpoint was held outside its window'),
  'visit missed': minor('A visit was missed'),
  'primary visit missed': important('The visit of the primary endpoint was missed'),
  'visit overdue': minor('A visit was neither held nor entered as missed'),
  'visits out of order': minor('A visit was held before one that comes earlier in the schedule'),
  'two visits on one day': minor('Two visits of the schedule were held on one day'),
  'visit entered late': minor('A visit was entered long after its day'),

  'section empty': minor('A section of a form stayed empty at a visit that was held'),
  'item left out': minor('An item was left out of a section that was filled'),
  'item not done': minor('An item was entered as not done'),
  'primary endpoint not known': important('At its visit the primary endpoint cannot be told from what was recorded'),
  'judgement not given': minor('The investigator did not give a judgement that a visit asks'),
  'history not signed': minor('A history was not signed through a visit'),
  'form filled late': minor('A section of a form was filled long after its visit'),
  'judgement given late': minor('A judgement was given long after its visit'),
  'history signed late': minor('A history was signed long after the visit through which it goes'),
  'item corrected late': minor('An item was corrected long after it was entered'),
  'item corrected again': minor('An item was corrected more than once'),
  'pregnancy test not done': important('A pregnancy test was not done where pregnancy is possible'),

  'dose early': minor('A dose was given before its day'),
  'dose late': minor('A dose was given after its day'),
  'dose missed': minor('A dose was missed'),
  'dose overdue': minor('A dose was neither given nor entered as missed'),
  'doses out of order': minor('A dose was given before one that comes earlier in the plan'),
  'two doses on one day': important('Two doses that are planned on different days were given on one day'),
  'dose of another arm': important('A dose was given or prepared that is none of the arm'),
  'dose after discontinuation': important('A dose was given after the treatment was discontinued'),
  'dose of a wrong amount': important('A dose was given in another amount than plan and weight say'),
  'dose prepared in a wrong amount': important('A dose was prepared in another amount than plan and weight say'),
  'dose by an old weight': minor('A dose went by a weight that was measured long before'),
  'bedside readings missing': minor('Something that is to be read around a dose was not read'),
  'bedside readings off time': minor('Something that is to be read around a dose was read at another time'),
  'dose entered late': minor('A dose was entered long after its day'),

  'dose without preparation': important('Cells were given and their preparation is not recorded'),
  'dose before its preparation': important('A dose bears an earlier day than its preparation'),
  'prepared on another day': minor('A dose was prepared on the day before it was given'),
  'dose long after preparation': important('A dose was given long after it was prepared'),
  'prepared and not given': minor('A dose was prepared and not given'),

  'dose after a stopping rule': important('Treatment went on after a rule of safety ended it'),
  'dose despite an interruption': important('Treatment was given at a visit at which a rule of safety interrupts it'),
  'dose after a positive pregnancy test': important('Treatment went on after a positive pregnancy test'),

  'medicine not dispensed': minor('Medicine for the home was not dispensed at a visit at which it was due'),
  'too few units dispensed': minor('Fewer units were dispensed than last until the next visit'),
  'too many units dispensed': minor('More units were dispensed than last to the end of the next visit window'),
  'medicine not returned': minor('Medicine for the home was not returned at the next visit'),
  'taken too little': important('Less was taken at home than the plan asks'),
  'taken too much': important('More was taken at home than the plan asks'),
  'medicine after discontinuation': important('Medicine was dispensed after the treatment was discontinued'),
  'medicine entered late': minor('Medicine was entered long after the day on which it was dispensed or returned'),
  'discontinuation entered late': minor('The end of the treatment was entered long after its day'),

  'prohibited medicine begun': important('A medicine that the protocol prohibits was begun after allocation'),
  'prohibited medicine continued': important('A medicine that the protocol prohibits went on after allocation'),
  'prohibited procedure': important('A procedure that the protocol prohibits was done after allocation'),
  'prohibited vaccine': important('A vaccine that the protocol prohibits was given after allocation'),

  'adverse event entered late': minor('An adverse event was entered long after it began'),
  'serious event possibly reported late': minor('A serious adverse event was entered later than a day after it began'),
  'serious event reported late': important('A serious adverse event was reported to the sponsor after its time'),
  'report to an authority late': important('A report to an authority was sent after its time, or not at all'),
  'pregnancy reported late': important('A pregnancy was reported to the sponsor after its time'),
  'adverse event before consent': minor('An adverse event began before consent'),
  'adverse event after the end': minor('An adverse event began after participation had ended'),
  'seriousness not answered': minor('It was not said whether an adverse event was serious'),
  'cause not answered': minor('It was not said whether an adverse event was related'),
  'fatal event and no death': important('An adverse event is fatal and participation did not end by death'),
  'death without a fatal event': important('Participation ended by death and no adverse event is fatal'),

  'visit after the end': minor('A visit bears a later day than the end of participation'),
  'dose after the end': important('Treatment bears a later day than the end of participation'),
  'completed without the last visit': important('Participation ended as completed without the last visit'),
  'withdrawn without a last visit': minor('Somebody withdrew and no visit was held close to it'),
  'lost without missed visits': minor('Somebody was called lost to follow-up who had hardly missed a visit'),
  'no contact': important('For longer than one missed visit explains there was no contact'),
  'participation not ended': minor('The last visit is long over and the end of participation is not recorded'),
  'end entered late': minor('The end of participation was entered long after its day'),
} as const satisfies Readonly<Record<string, KindRow>>;

export type DeviationKind = keyof typeof deviationKinds;

export const isDeviationKind = (name: string): name is DeviationKind => Object.hasOwn(deviationKinds, name);
