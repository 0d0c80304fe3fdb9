import { nearestName } from '#core/criteria/nearest-name.ts';
import { printFormula } from '#core/criteria/print.ts';
import { writeCql } from '#core/criteria/translate/cql.ts';
import { type TranslatedLibrary, translateToElm } from '#core/criteria/translate/elm.ts';
import { writeFormula } from '#core/criteria/translate/json-form.ts';
import { namedFormulas } from '#core/study/named-formulas.ts';
import type { Study } from '#core/study/study.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Session, unusable } from './session.ts';
import { openStudy } from './trial-files.ts';

const asJson = (value: unknown): string => JSON.stringify(value, undefined, 2);

const libraryOf = (study: Study): TranslatedLibrary =>
  translateToElm({ id: study.definition.id, version: study.definition.version }, namedFormulas(study), study);

/** How each form is written. ELM and CQL hold what has a counterpart there; what has none is told beside them. */
const forms: Readonly<
  Record<string, (study: Study) => { readonly text: string; readonly refused: TranslatedLibrary['refused'] }>
> = {
  text: (study) => ({
    text: namedFormulas(study)
      .map(({ name, formula }) => `${name}: ${printFormula(formula)}`)
      .join('\n'),
    refused: [],
  }),
  json: (study) => ({
    text: asJson(Object.fromEntries(namedFormulas(study).map(({ name, formula }) => [name, writeFormula(formula)]))),
    refused: [],
  }),
  elm: (study) => {
    const library = libraryOf(study);
    return { text: asJson(library.elm), refused: library.refused };
  },
  cql: (study) => ({ text: writeCql(libraryOf(study)), refused: [] }),
};

/** `trialwright translate <trial> --to …`: every sentence of a study in another form. */
export const translate = (name: string, to: string | undefined, session: Session): ExitCode => {
  const known = Object.keys(forms);
  const form = to === undefined ? undefined : Object.hasOwn(forms, to) ? forms[to] : undefined;
  if (form === undefined) {
    const near = to === undefined ? undefined : nearestName(to, known);
    const why =
      to === undefined
        ? 'translate needs --to'
        : `there is no form "${to}"${near === undefined ? '' : `; did you mean ${near}?`}`;
    return unusable(session, why, `Write --to ${known.join(', --to ')}.`);
  }
  const file = openStudy(name, session);
  if (typeof file === 'number') return file;
  const { text, refused } = form(file.study);
  session.print(session.json && to !== 'json' && to !== 'elm' ? asJson({ to, text }) : text);
  for (const each of refused) session.complain(`${each.name} has no counterpart there: ${each.construct}`);
  return exitCodes.fine;
};
