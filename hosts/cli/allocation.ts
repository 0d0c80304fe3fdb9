import { methodOf } from '#core/conduct/allocation-design.ts';
import { strataOf } from '#core/conduct/strata.ts';
import type { AllocationMethod } from '#core/randomisation/allocation-method.ts';
import { reportScheme, type SchemeReport } from '#core/randomisation/report-scheme.ts';
import { chanceOfImbalance, largestImbalance } from '#core/randomisation/scheme-figures.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import { layOutRows, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { sayAllocation } from './say-design.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

/** A scheme by name, as it would be for the arms of the study. */
interface Named {
  readonly name: string;
  readonly method: AllocationMethod;
}

interface MethodReport {
  readonly name: string;
  readonly report: SchemeReport;
}

const simulation = { lists: 2000, secret: secretFromSeed(7) } as const;
const width = 110;

/** What else a trial with these arms may use; those of two equal arms only for such. */
const alternatives = (study: Study, ratios: readonly number[]): readonly Named[] => {
  const arms = study.definition.arms.map(({ id }, index) => ({ id, ratio: ratios[index] ?? 1 }));
  const plan = { arms, strata: ['all'], slotsPerStratum: study.definition.design.participants };
  const sum = ratios.reduce((all, ratio) => all + ratio, 0);
  const blocks = (...times: readonly number[]): Named => {
    const blockSizes = times.map((each) => each * sum);
    return {
      name: `blocks of ${blockSizes.join(', ')}`,
      method: { algorithm: 'permuted-blocks/1', ...plan, blockSizes },
    };
  };
  const pair: readonly Named[] =
    arms.length === 2 && new Set(ratios).size === 1
      ? [
          { name: 'big stick, at most 3 apart', method: { algorithm: 'big-stick/1', ...plan, limit: 3 } },
          { name: 'biased coin of 2/3', method: { algorithm: 'biased-coin/1', ...plan } },
        ]
      : [];
  return [
    { name: 'simple', method: { algorithm: 'simple/1', ...plan } },
    blocks(1),
    blocks(2),
    blocks(1, 2, 3),
    ...pair,
  ];
};

const reported = ({ name, method }: Named, participants: number): readonly MethodReport[] => {
  const report = reportScheme(method, participants, simulation);
  return 'refused' in report ? [] : [{ name, report }];
};

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const rowOf = ({ name, report }: MethodReport): readonly string[] => [
  name,
  percent(report.correctGuesses),
  percent(report.certain),
  report.meanImbalance.toFixed(2),
  String(largestImbalance(report)),
  percent(chanceOfImbalance(report, Math.max(2, Math.ceil(report.participants / 10)))),
];

const explanation = (participants: number): string =>
  `Guessed: how often the next arm is guessed by somebody who knows all arms before and names the one that is behind. Certain: how often it could be only one, for who knows the block. Apart: how far the arms differ at the end, on average, at most, and how often by at least ${Math.max(2, Math.ceil(participants / 10))}.`;

const render = (
  study: Study,
  own: MethodReport,
  others: readonly MethodReport[],
  lists: number,
  session: Session,
): string => {
  const { participants } = own.report;
  const [head = '', ...rows] = layOutRows([
    ['', 'guessed', 'certain', 'apart', 'at most', 'so far apart'],
    ...[own, ...others].map(rowOf),
  ]);
  const many = lists === 1 ? '' : `, in each of ${lists} lists`;
  return [
    session.style.strong(`${study.definition.id}: ${sayAllocation(study.definition.allocation)}`),
    `For ${participants} participants${many}${own.report.by === 'chain' ? ', exactly' : `, from ${own.report.lists} simulated lists`}:`,
    '',
    session.style.strong(head),
    ...rows,
    '',
    ...wrap(explanation(participants), width, ''),
  ].join('\n');
};

/** `trialwright allocation <trial>`: what the way of allocating gives away, and how uneven the arms may end. */
export const showAllocation = (trial: string, session: Session): ExitCode => {
  const file = openStudy(trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const { allocation, design, id } = study.definition;
  const method = methodOf(study, design.participants);
  if (
    method === undefined ||
    !('ratio' in allocation) ||
    method.algorithm === 'assigned/1' ||
    method.algorithm === 'single-group/1'
  )
    return unusable(session, `${id} draws no list: ${allocation.method}`, 'Ask a trial that allocates by chance.');
  const lists = method.algorithm === 'minimisation/1' ? 1 : strataOf(study).length;
  const participants = Math.max(1, Math.round(design.participants / lists));
  const [own] = reported({ name: allocation.method, method }, participants);
  if (own === undefined)
    return unusable(session, `${allocation.method} of ${id} has too many states`, 'Use fewer arms.');
  const ratios = study.definition.arms.map((arm) => allocation.ratio[arm.id] ?? 1);
  const others = alternatives(study, ratios).flatMap((each) => reported(each, participants));
  const value = { trial: id, method: allocation.method, lists, own: own.report, others };
  return answer(session, value, () => render(study, own, others, lists, session), exitCodes.fine);
};
