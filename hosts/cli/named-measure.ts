import { nearestName } from '#core/criteria/nearest-name.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import type { Measure } from '#core/measures/measure.ts';
import type { ExitCode } from './exit-code.ts';
import { type Session, unusable } from './session.ts';

/** No two ids differ by case alone, so a shell's habit of small letters costs nobody a second try. */
const sameButCase =
  (id: string) =>
  (measure: Measure): boolean =>
    measure.id.toLowerCase() === id.toLowerCase();

/** The measure of an id, or what was probably meant, said as an answer. */
export const openMeasure = (id: string, session: Session): Measure | ExitCode => {
  const measure = catalogue.find((each) => each.id === id) ?? catalogue.find(sameButCase(id));
  if (measure !== undefined) return measure;
  const near = nearestName(
    id,
    catalogue.map((each) => each.id),
  );
  const why = `there is no measure "${id}"${near === undefined ? '' : `; did you mean ${near}?`}`;
  return unusable(session, why, 'trialwright measures lists them.');
};
