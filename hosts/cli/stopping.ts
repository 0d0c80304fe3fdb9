import { type StoppingCharacteristics, stoppingTable } from '#core/safety/stopping-characteristics.ts';
import type { StoppingRule, Study } from '#core/study/study.ts';
import { layOutRows, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

/** A stopping rule of the trial, and what it comes to at each rate. */
interface StoppingReport {
  readonly rule: string;
  readonly title: string;
  readonly participants: number;
  readonly of: number;
  readonly action: string;
  readonly table: readonly StoppingCharacteristics[];
}

const width = 110;

/** A rule that names no number is asked among all who are planned. */
const reportOf = (
  { of: { id, title, participants, of, action } }: StoppingRule,
  { definition }: Study,
): StoppingReport => {
  const among = Math.max(participants, of ?? definition.design.participants);
  return { rule: id, title, participants, of: among, action, table: stoppingTable({ participants, of: among }) };
};

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const render = (
  { rule, title, participants, of, action, table }: StoppingReport,
  session: Session,
): readonly string[] => {
  const [head = '', ...rows] = layOutRows([
    ['true rate', 'stops', 'treated'],
    ...table.map(({ rate, stops, treated }) => [percent(rate), percent(stops), treated.toFixed(1)]),
  ]);
  return [
    session.style.strong(`${rule}  ${title}: ${participants} of the first ${of} -> ${action}`),
    session.style.faint(head),
    ...rows,
    '',
  ];
};

const explanation =
  'Stops: how often the rule is met where each participant has the event with the true rate, exactly; the same whether it is looked at once or after each. Treated: how many have been treated by then on average, where it is looked at after each and an event is known before the next is treated.';

/** `trialwright stopping <trial>`: how often each stopping rule of the trial would stop it, and how soon. */
export const showStopping = (trial: string, session: Session): ExitCode => {
  const file = openStudy(trial, session);
  if (typeof file === 'number') return file;
  const { study } = file;
  const { id } = study.definition;
  const rules = study.stoppingRules.map((rule) => reportOf(rule, study));
  if (rules.length === 0)
    return unusable(session, `${id} has no stopping rule`, 'Write one under safety, stopping, in the study file.');
  const text = (): string =>
    [
      session.style.strong(`${id}: what the stopping rules come to`),
      '',
      ...rules.flatMap((each) => render(each, session)),
      ...wrap(explanation, width, ''),
    ].join('\n');
  return answer(session, { trial: id, rules }, text, exitCodes.fine);
};
