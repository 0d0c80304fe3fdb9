import { itemsOf } from '#core/conduct/accept-item.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import type { Item } from '#core/measures/instrument.ts';
import type { Study } from '#core/study/study.ts';
import { type Style, wrap } from '#hosts/render/text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { itemLines } from './say-item.ts';
import { answer, type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

/** One form of a visit: what it asks, item by item. */
export interface FormSection {
  readonly section: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** The forms of a visit in their order, and the questions that sentences put to the investigator there. */
export interface FormsOfVisit {
  readonly visit: string;
  readonly day: number;
  readonly sections: readonly FormSection[];
  readonly judged: readonly string[];
}

/** Every visit with its forms. */
export const formsOf = (study: Study): readonly FormsOfVisit[] =>
  study.definition.visits.map(({ id: visit, day }) => ({
    visit,
    day,
    sections: study.definition.activities
      .filter(({ visits }) => visits.includes(visit))
      .map(({ id: section, title }) => ({ section, title, items: [...itemsOf(study, section).values()] }))
      .filter(({ items }) => items.length > 0),
    judged: study.judgements.filter(({ visits }) => visits.includes(visit)).map(({ text }) => text),
  }));

const width = 110;

const asked = (items: readonly Item[]): readonly string[] =>
  itemLines(items).flatMap((line) => {
    const indent = line.startsWith(' ') ? '      ' : '    ';
    return wrap(line, width - indent.length, '  ').map((each) => `${indent}${each}`);
  });

const closed = (text: string): string => text.replaceAll(' ', '').toLowerCase();

const notDone = 'Every item also takes "not done".';

const visitLines = ({ visit, day, sections, judged }: FormsOfVisit, style: Style): readonly string[] => [
  style.strong(`${visit} (day ${day})`),
  ...sections.flatMap(({ title, items }) => [`  ${title}`, ...asked(items)]),
  ...(judged.length === 0 ? [] : ['  Judged by the investigator, yes or no']),
  ...judged.flatMap((text) => wrap(text, width - 4, '  ').map((line) => `    ${line}`)),
  ...(sections.length === 0 && judged.length === 0 ? ['  nothing is asked'] : []),
  '',
];

const formsValue = ({ sections, ...forms }: FormsOfVisit) => ({
  ...forms,
  sections: sections.map(({ items, ...section }) => ({
    ...section,
    items: items.map((item) => ({ ...item, 'not done': true })),
  })),
});

/** `trialwright forms <trial> [--visit <id>]`: the forms that follow from the schedule, and what is judged. */
export const showForms = (trial: string, visit: string | undefined, session: Session): ExitCode => {
  const file = openStudy(trial, session);
  if (typeof file === 'number') return file;
  const all = formsOf(file.study);
  const chosen = visit === undefined ? all : all.filter((forms) => forms.visit === visit);
  if (visit !== undefined && chosen.length === 0) {
    const visits = all.map((forms) => forms.visit);
    const near = visits.find((each) => closed(each) === closed(visit)) ?? nearestName(visit, visits);
    const why = `there is no visit "${visit}"${near === undefined ? '' : `; did you mean ${near}?`}`;
    return unusable(session, why, `Its visits: ${visits.join(', ')}.`);
  }
  const { id, version } = file.study.definition;
  return answer(
    session,
    { trial: id, version, hash: file.study.hash, visits: chosen.map(formsValue) },
    () => [...chosen.flatMap((forms) => visitLines(forms, session.style)), notDone].join('\n'),
    exitCodes.fine,
  );
};
