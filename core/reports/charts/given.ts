import type { Participant } from '#core/conduct/participant.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { sixPeople, studyEdited } from '#core/endpoints/given.ts';
import type { Study } from '#core/study/study.ts';
import { type ChartScene, chartScene } from './chart-scene.ts';

/** The scene of some people of a study. */
export const sceneOfPeople = (study: Study, people: readonly Participant[]): ChartScene =>
  chartScene(study, people, deriveValues(study, people));

export const founding: Study = studyEdited();

/** Three a side, seen at baseline and at week 24 (day 168): CR, PR and none; a response, nobody seen, and none. */
export const six: readonly Participant[] = sixPeople(founding);

export const sixScene: ChartScene = sceneOfPeople(founding, six);

/** The same as those who are masked see them. */
export const masked: readonly Participant[] = six.map((person) => ({ ...person, arm: undefined }));

export const maskedScene: ChartScene = sceneOfPeople(founding, masked);
