import {
  type ArmPrecision,
  armPrecision,
  type ComparisonPower,
  comparisonPower,
  plannedArms,
  type ResponseRates,
} from '#core/reports/design-power.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import type { Study } from '#core/study/study.ts';
import { layOutRows, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type WantedResponse, wantedOf } from './response-option.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

const width = 110;
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const points = (share: number): string => `${share < 0 ? '−' : ''}${(100 * Math.abs(share)).toFixed(1)}`;

/** A response that is assumed where nobody says one: half as often again and more, or alike where that is the question. */
const assumed = ({ hypothesis }: ProportionComparison): ResponseRates =>
  hypothesis === 'non-inferiority' ? { experimental: 0.6, control: 0.6 } : { experimental: 0.6, control: 0.3 };

const ratesFor = (analysis: ProportionComparison, wanted: WantedResponse): ResponseRates => {
  const usual = assumed(analysis);
  return {
    experimental: wanted[analysis.experimental] ?? usual.experimental,
    control: wanted[analysis.control] ?? usual.control,
  };
};

/** Comparisons that ask the same of the same arms have the same power: the first stands for all of them. */
const distinct = (study: Study): readonly ProportionComparison[] => {
  const comparisons = study.definition.analyses.filter((each) => each.kind === 'compare proportions');
  const keyOf = ({ hypothesis, experimental, control, alpha, sides, margin }: ProportionComparison): string =>
    [hypothesis, experimental, control, alpha, sides, margin].join();
  return [...Map.groupBy(comparisons, keyOf).values()].flatMap(([first]) => first ?? []);
};

const curveRows = ({ curve, control, experimental }: ComparisonPower): readonly string[] => {
  const controls = [...new Set(curve.map((each) => each.control))];
  return layOutRows([
    [`${control.arm} responds`, `power, by how often ${experimental.arm} responds`],
    ...controls.map((rate) => [
      percent(rate),
      curve
        .filter((each) => each.control === rate)
        .map((each) => `${percent(each.experimental)}: ${percent(each.power)}`)
        .join('   '),
    ]),
  ]);
};

const sayNeeded = ({ needed, asked }: ComparisonPower): string =>
  needed === undefined
    ? `No number up to 400 an arm finds ${percent(asked.experimental)} against ${percent(asked.control)} in 80% of trials.`
    : `To find it in 80% of trials takes ${needed} participants an arm, by the same test.`;

const sayDetectable = ({ detectable, experimental, control }: ComparisonPower): string =>
  detectable
    .map((each) => {
      const least = each.experimental === undefined ? 'nothing' : percent(each.experimental);
      return `${percent(each.control)} -> ${least}`;
    })
    .join(', ')
    .replace(/^/, `Found in 80%, least ${experimental.arm} for each ${control.arm}: `);

const sayComparison = (found: ComparisonPower, { style }: Session): readonly string[] => {
  const { analysis, endpoint, test, experimental, control, level, margin, size, asked, interval } = found;
  const against = margin === undefined ? '' : `, margin ${points(margin)} points`;
  return [
    style.strong(
      `${analysis}  ${endpoint}: ${experimental.arm} ${experimental.participants} against ${control.arm} ${control.participants}, ${test} at ${level}${against}`,
    ),
    ...wrap(
      `If ${experimental.arm} responds in ${percent(asked.experimental)} and ${control.arm} in ${percent(asked.control)} (assumed, not from the record), it is shown in ${percent(asked.power)} of trials. ${sayNeeded(found)}`,
      width,
      '',
    ),
    `Exact size: at most ${percent(size.size)}${size.size > level ? ', above its level' : ''}, where ${control.arm} responds in ${percent(size.at)}.`,
    ...(interval === undefined
      ? []
      : [
          `At those shares the 95% interval of the difference runs from ${points(interval.lower)} to ${points(interval.upper)} points.`,
        ]),
    ...curveRows(found),
    ...wrap(sayDetectable(found), width, '  '),
    '',
  ];
};

const sayArm = ({ arm, participants, intervals, seesTenPercent, noneSeen }: ArmPrecision): readonly string[] => [
  `${arm}: ${participants} participants`,
  ...wrap(
    `What is seen says of the share: ${intervals.map(({ events, lower, upper }) => `${events} of ${participants} (${points(lower)} to ${points(upper)}%)`).join(', ')}; Clopper–Pearson, 95%.`,
    width - 2,
    '  ',
  ).map((line) => `  ${line}`),
  `  An event that happens to 10% is seen at least once in ${percent(seesTenPercent)}; where none is seen, it may happen to ${percent(noneSeen)}.`,
];

/** `trialwright power <trial>`: what a trial of this size can and cannot show, by exact sums over all its tables. */
export const showPower = (trial: string, response: string | undefined, session: Session): ExitCode => {
  const file = openStudy(trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const { id } = study.definition;
  const wanted = response === undefined ? {} : wantedOf(response, study);
  if (typeof wanted === 'string')
    return unusable(session, `--response ${response}: ${wanted}`, 'Write arms and shares: cells=0.6,placebo=0.3.');
  const comparisons = distinct(study).map((each) => comparisonPower(each, study.definition, ratesFor(each, wanted)));
  const arms = [...plannedArms(study.definition)].map(([arm, participants]) => armPrecision(arm, participants));
  const text = (): string =>
    [
      session.style.strong(`${id}: what it can and cannot show`),
      '',
      ...comparisons.flatMap((each) => sayComparison(each, session)),
      ...arms.flatMap(sayArm),
      '',
      ...wrap(
        'Exact: every table that the arms can come to, with its chance. Nobody is taken to leave; rehearse --trials has dropout, strata and the rest.',
        width,
        '',
      ),
    ].join('\n');
  return answer(session, { trial: id, comparisons, arms }, text, exitCodes.fine);
};
