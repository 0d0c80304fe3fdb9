import type { Lexicon } from '#core/criteria/lexicon.ts';
import { doseDays } from './dose-days.ts';
import { type Fault, unknown } from './fault.ts';
import type { StudyDefinition } from './schema.ts';
import type { DoseDefinition } from './schema-arms.ts';

interface Placed {
  readonly arm: string;
  readonly dose: DoseDefinition;
  readonly path: readonly PropertyKey[];
}

const placedDoses = (study: StudyDefinition): readonly Placed[] =>
  study.arms.flatMap((arm, index) =>
    arm.doses.map((dose, place) => ({ arm: arm.id, dose, path: ['arms', index, 'doses', place] })),
  );

const sameDays = (a: DoseDefinition, b: DoseDefinition): boolean => doseDays(a).join() === doseDays(b).join();

const said = (value: string | boolean | undefined): string => (value === undefined ? 'none' : String(value));

/** What a participant would see differ between a placebo and the dose that it looks like. */
const likeness = (placebo: DoseDefinition, dose: DoseDefinition, path: Placed['path']): readonly Fault[] => {
  const differs = (key: 'route' | 'volume' | 'self administered'): readonly Fault[] =>
    placebo[key] === dose[key]
      ? []
      : [
          {
            path: [...path, ...(placebo[key] === undefined ? [] : [key])],
            what: `${key} ${said(placebo[key])} is not that of ${dose.id} (${said(dose[key])})`,
            expected: dose[key] === undefined ? [`no ${key}`] : [`${key}: ${said(dose[key])}`],
          },
        ];
  const days = `its days are not those of ${dose.id}`;
  return [
    ...(['route', 'volume', 'self administered'] as const).flatMap(differs),
    ...(sameDays(placebo, dose) ? [] : [{ path, what: days, expected: ['the same days and times a day'] }]),
  ];
};

const placeboFaults = ({ arm, dose, path }: Placed, all: readonly Placed[]): readonly Fault[] => {
  const wanted = dose['placebo for'];
  if (wanted === undefined) return [];
  const at = [...path, 'placebo for'];
  const real = all.filter((each) => each.arm !== arm && each.dose['placebo for'] === undefined);
  const found = real.find((each) => each.dose.id === wanted);
  if (found !== undefined) return likeness(dose, found.dose, path);
  return unknown(wanted, new Set(real.map((each) => each.dose.id)), at, 'dose of another arm');
};

/** Whether an arm gives something that looks like this dose: a placebo for it, or the same product on the same days. */
const isImitated = ({ dose }: Placed, own: readonly Placed[]): boolean =>
  own.some(
    (each) =>
      each.dose['placebo for'] === dose.id ||
      (each.dose.product === dose.product && each.dose.route === dose.route && sameDays(each.dose, dose)),
  );

/** Who is given nothing cannot be kept from knowing it. */
const untreatedFaults = ({ arms, masking }: StudyDefinition): readonly Fault[] =>
  masking?.masked.includes('participant') === true
    ? arms.flatMap(({ id, doses }, index) =>
        doses.length > 0
          ? []
          : [
              {
                path: ['arms', index, 'doses'],
                what: `participants are masked, and ${id} is given nothing`,
                expected: ['a placebo, or participants who are not masked'],
              },
            ],
      )
    : [];

/** Double dummy: nobody can tell an arm by a dose that another has not. */
const dummyFaults = (study: StudyDefinition, all: readonly Placed[]): readonly Fault[] =>
  study.arms.flatMap(({ id }, index) => {
    const own = all.filter((each) => each.arm === id);
    const path = ['arms', index, 'doses'];
    if (own.every((each) => each.dose['placebo for'] === undefined))
      return [
        { path, what: `double dummy, and ${id} has no placebo`, expected: ['placebo for: a dose of another arm'] },
      ];
    return all
      .filter((each) => each.arm !== id && each.dose['placebo for'] === undefined && !isImitated(each, own))
      .map(({ dose }) => ({
        path,
        what: `double dummy, and nothing in ${id} looks like ${dose.id}`,
        expected: [`placebo for: ${dose.id}`],
      }));
  });

type Masking = NonNullable<StudyDefinition['masking']>;

const needed: Readonly<Record<Exclude<StudyDefinition['design']['masking'], 'open'>, Masking['masked']>> = {
  assessor: ['assessor'],
  single: [],
  double: ['participant'],
  'double dummy': ['participant'],
};

const closedFaults = (masking: Masking, kind: keyof typeof needed): readonly Fault[] => {
  const least = kind === 'double' || kind === 'double dummy' ? 2 : 1;
  const missing = needed[kind].filter((role) => !masking.masked.includes(role));
  const atMasked = ['masking', 'masked'];
  return [
    ...missing.map((role) => ({
      path: atMasked,
      what: `masking is ${kind}, and the ${role} is not masked`,
      expected: [role],
    })),
    ...(masking.masked.length < least && missing.length === 0
      ? [
          {
            path: atMasked,
            what: `masking is ${kind}, and ${masking.masked.length} masked`,
            expected: [`at least ${least}`],
          },
        ]
      : []),
    ...(masking.means.length === 0
      ? [{ path: ['masking', 'means'], what: `masking is ${kind}, by no means`, expected: ['how it is hidden'] }]
      : []),
  ];
};

const sectionFaults = ({ design, masking }: StudyDefinition): readonly Fault[] => {
  if (design.masking === 'open') {
    const place = masking?.masked.indexOf('participant') ?? -1;
    const what = 'the design is open, and the participant is masked';
    return place < 0 ? [] : [{ path: ['masking', 'masked', place], what, expected: ['masking: single, or none here'] }];
  }
  if (masking !== undefined) return closedFaults(masking, design.masking);
  const what = `masking is ${design.masking}, and nothing says who is masked and how`;
  return [{ path: ['design', 'masking'], what, expected: ['masking: { masked: [...], means: [...] }'] }];
};

/** What is wrong with who is masked and how, with placebos, and with the double dummy. */
export const checkMasking = (study: StudyDefinition, lexicon: Lexicon): readonly Fault[] => {
  const all = placedDoses(study);
  return [
    ...sectionFaults(study),
    ...(study.masking?.['sealed measures'] ?? []).flatMap((measure, index) =>
      unknown(measure, lexicon.measures.keys(), ['masking', 'sealed measures', index], 'measure'),
    ),
    ...all.flatMap((each) => placeboFaults(each, all)),
    ...untreatedFaults(study),
    ...(study.design.masking === 'double dummy' ? dummyFaults(study, all) : []),
  ];
};
