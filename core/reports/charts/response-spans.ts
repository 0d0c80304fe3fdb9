import { type AnalysisValue, enteredOutcome } from '#core/endpoints/analysis-value.ts';
import { noResponse } from '#core/endpoints/ordered-response.ts';
import type { SwimmerChart } from '../chart.ts';
import { type ChartScene, dayAt, type ScenePerson } from './chart-scene.ts';
import { mainResponse, visitsShown } from './response-visits.ts';

type ResponseSpan = SwimmerChart['lanes'][number]['spans'][number];

/** A level that was seen at a visit; undefined where none was, or where it is not known which. */
export interface SeenLevel {
  readonly day: number;
  readonly level: string | undefined;
  readonly records: readonly string[];
}

const levelOf = (value: AnalysisValue): string | undefined => {
  const outcome = enteredOutcome(value);
  if (value.policy === 'non-responder' || outcome.kind !== 'level' || outcome.worst !== outcome.best) return undefined;
  return outcome.worst === noResponse ? undefined : outcome.worst;
};

/** Each level from the visit at which it was first seen to the last one in a row at which it was seen. */
export const spansOf = (seen: readonly SeenLevel[]): readonly ResponseSpan[] =>
  seen.flatMap(({ day: from, level }, index) => {
    if (level === undefined || seen[index - 1]?.level === level) return [];
    const next = seen.findIndex((each, place) => place > index && each.level !== level);
    const last = seen[next < 0 ? seen.length - 1 : next - 1];
    return [{ level, from, to: last?.day ?? from }];
  });

/** What was seen of the main response of a trial at the visits of each participant, in the order of days. */
export const seenLevels = (scene: ChartScene): ((person: ScenePerson) => readonly SeenLevel[]) => {
  const response = mainResponse(scene.study);
  const visits = response === undefined ? [] : visitsShown(response, scene.study);
  const byVisit = visits.map((visit) => {
    const values = response === undefined ? [] : scene.valuesOf(response, visit);
    return { visit, values: new Map(values.map((value) => [value.participant, value])) };
  });
  return (person) =>
    byVisit
      .flatMap(({ visit, values }): readonly SeenLevel[] => {
        const [day, value] = [dayAt(person, visit), values.get(person.id)];
        return day === undefined || value === undefined ? [] : [{ day, level: levelOf(value), records: value.records }];
      })
      .toSorted((a, b) => a.day - b.day);
};
