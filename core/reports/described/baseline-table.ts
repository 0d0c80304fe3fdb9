import type { MeasureKind } from '#core/measures/measure.ts';
import type { MeasurementData } from '#core/reports/datasets/measurement-data.ts';
import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Figure, Table } from '#core/reports/figure.ts';
import {
  computeLevelsDifferenceInDeviations,
  computeMeanDifferenceInDeviations,
} from '#core/statistics/descriptive/standardised-mean-difference.ts';
import type { Study } from '#core/study/study.ts';
import { type ArmGroup, armGroups } from './arm-groups.ts';
import { type CellName, countCell, meanCell, medianCell, numberCell, wordCell } from './cells.ts';

interface Row {
  readonly label: string;
  readonly cells: readonly Figure[];
}

/** A characteristic that is a number, with the arm and record of each participant of whom it is known. */
interface Numbers {
  readonly id: string;
  readonly label: string;
  readonly values: readonly { readonly arm: string; readonly value: number; readonly rests: readonly string[] }[];
}

/** One that is one of several levels. */
interface Levels {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly string[];
  readonly values: readonly { readonly arm: string; readonly level: string; readonly rests: readonly string[] }[];
}

type Arms = readonly { readonly id: string }[];

/** Only two arms have a difference; which is the first arm less the second. */
const differenceCell = (
  name: CellName,
  arms: Arms,
  compute: (one: string, other: string) => ReturnType<typeof computeMeanDifferenceInDeviations>,
): readonly Figure[] => {
  const [one, other, third] = arms;
  if (one === undefined || other === undefined || third !== undefined) return [];
  const found = compute(one.id, other.id);
  return ['notEstimable' in found ? wordCell(name, '–') : numberCell(name, 'difference', found.value, 2)];
};

const named = (id: string, label: string, rests: readonly string[]): CellName => ({
  id: `baseline/${id}`,
  label,
  rests,
});

/** It rests on the cells of both arms. */
const differenceName = (id: string, label: string, rows: readonly string[], arms: Arms): CellName =>
  named(
    `${id}/difference`,
    `${label}: standardised difference`,
    rows.flatMap((row) => arms.map((arm) => `baseline/${id}/${row}/${arm.id}`)),
  );

const numberRows = ({ id, label, values }: Numbers, groups: readonly ArmGroup[], arms: Arms): readonly Row[] => {
  const of = (group: ArmGroup) => values.filter(({ arm }) => group.holds(arm));
  const inArm = (arm: string) => values.filter((each) => each.arm === arm).map(({ value }) => value);
  const restsOf = (group: ArmGroup) => of(group).flatMap(({ rests }) => rests);
  const listed = (group: ArmGroup) => of(group).map(({ value }) => value);
  return [
    {
      label: `${label}: mean (SD)`,
      cells: [
        ...groups.map((group) => meanCell(named(`${id}/mean/${group.id}`, label, restsOf(group)), listed(group))),
        ...differenceCell(differenceName(id, label, ['mean'], arms), arms, (one, other) =>
          computeMeanDifferenceInDeviations(inArm(one), inArm(other)),
        ),
      ],
    },
    {
      label: `${label}: median (quartiles)`,
      cells: groups.map((group) => medianCell(named(`${id}/median/${group.id}`, label, restsOf(group)), listed(group))),
    },
  ];
};

const levelRows = ({ id, label, levels, values }: Levels, groups: readonly ArmGroup[], arms: Arms): readonly Row[] => {
  const counts = (arm: string) =>
    levels.map((level) => values.filter((each) => each.arm === arm && each.level === level).length);
  return levels.map((level, index) => ({
    label: `${label}: ${level}`,
    cells: [
      ...groups.map((group) => {
        const known = values.filter(({ arm }) => group.holds(arm));
        const those = known.filter((each) => each.level === level);
        const name = named(
          `${id}/${level}/${group.id}`,
          `${label}: ${level}`,
          those.flatMap(({ rests }) => rests),
        );
        return countCell(name, { events: those.length, of: known.length });
      }),
      ...(index > 0
        ? []
        : differenceCell(differenceName(id, label, levels, arms), arms, (one, other) =>
            computeLevelsDifferenceInDeviations(counts(one), counts(other)),
          )),
    ],
  }));
};

const isNumber = (kind: MeasureKind | undefined): boolean => kind?.kind === 'quantity' || kind?.kind === 'score';

/** Levels that somebody has, in the order of the measure; one that all share says nothing and is left out. */
const levelsSeen = (kind: MeasureKind | undefined, seen: ReadonlySet<string>): readonly string[] =>
  kind?.kind === 'level' ? kind.levels.filter((level) => seen.has(level)) : [];

const measureRows = (
  { definition, lexicon }: Study,
  measurements: readonly MeasurementData[],
  groups: readonly ArmGroup[],
  arms: Arms,
): readonly Row[] => {
  const measures = [...new Set(definition.activities.flatMap((activity) => activity.measures))];
  return measures.flatMap((id): readonly Row[] => {
    const measure = lexicon.measures.get(id);
    const own = measurements.filter((each) => each.measure === id && each.isBaseline);
    const title = measure?.title ?? id;
    const unit = measure?.value.kind === 'quantity' && measure.value.unit !== '1' ? `, ${measure.value.unit}` : '';
    if (isNumber(measure?.value)) {
      const values = own.flatMap(({ arm, value, records }) =>
        value === undefined ? [] : [{ arm, value, rests: records }],
      );
      return values.length === 0 ? [] : numberRows({ id, label: `${title}${unit}`, values }, groups, arms);
    }
    const values = own.flatMap(({ arm, words, records }) =>
      words === undefined ? [] : [{ arm, level: words, rests: records }],
    );
    const levels = levelsSeen(measure?.value, new Set(values.map(({ level }) => level)));
    return levels.length < 2 ? [] : levelRows({ id, label: title, levels, values }, groups, arms);
  });
};

/**
 * Who took part, by arm: age, sex, strata, and every measure of the baseline visit. Means with standard deviations, medians
 * with quartiles of type 2, counts; between two arms the standardised difference (`austin2009`, `yang2012`) and no test,
 * since in a randomised trial such differences are chance (CONSORT 2025, item 20).
 */
export const baselineTable = (
  study: Study,
  participants: readonly ParticipantData[],
  measurements: readonly MeasurementData[],
  arms: Arms,
): Table => {
  const groups = armGroups(arms);
  const levelOf = (id: string, label: string, read: (row: ParticipantData) => string | undefined): readonly Row[] => {
    const values = participants.flatMap((row) => {
      const level = read(row);
      return level === undefined || level === '' ? [] : [{ arm: row.arm, level, rests: row.records.slice(0, 1) }];
    });
    const levels = [...new Set(values.map(({ level }) => level))].toSorted();
    return levels.length < 2 ? [] : levelRows({ id, label, levels, values }, groups, arms);
  };
  const ages = participants.flatMap(({ arm, age, records }) =>
    age === undefined ? [] : [{ arm, value: age, rests: records.slice(0, 1) }],
  );
  return {
    id: 'baseline',
    title: 'Participants at baseline',
    columns: [...groups.map(({ id }) => id), ...(arms.length === 2 ? ['standardised difference'] : [])],
    rows: [
      ...(ages.length === 0
        ? []
        : numberRows({ id: 'age', label: 'Age at consent, years', values: ages }, groups, arms)),
      ...levelOf('sex', 'Sex', ({ sex }) => sex),
      ...levelOf('stratum', 'Stratum', ({ stratum }) => stratum),
      ...levelOf('site', 'Site', ({ site }) => site),
      ...measureRows(study, measurements, groups, arms),
    ],
    notes: [
      'Standardised difference: of the means, or of all levels, in standard deviations pooled over both arms. Nothing is tested: differences at baseline are chance.',
    ],
  };
};
