import { type AnalysisValue, enteredOutcome } from '#core/endpoints/analysis-value.ts';
import { computePercentChange } from '#core/endpoints/change-from-anchor.ts';
import { levelsOf } from '#core/endpoints/outcome-kinds.ts';
import { visitsAsked } from '#core/study/asked-at.ts';
import type { Study } from '#core/study/study.ts';
import type { WaterfallChart } from '../chart.ts';
import { minus } from '../round.ts';
import { allParticipants, armNames, armNotes, type ChartScene, peopleOf, type ScenePerson } from './chart-scene.ts';
import { exactNumber, recordsOfEvents } from './read-measure.ts';
import { mainResponse, type ShownResponse, sentencesOfLevels } from './response-visits.ts';
import { sayNumber3, sayPeople } from './said.ts';
import { baselineOf, proteinOf, visitsOfMeasure } from './urine-protein-of.ts';

type WaterfallBar = WaterfallChart['bars'][number];

/** The visit of the primary analysis; where the measure is not asked there, the last one before it at which it is. */
const visitOf = (study: Study, measure: string): string | undefined => {
  const plan = study.definition.visits;
  const dayOf = (visit: string | undefined): number | undefined => plan.find(({ id }) => id === visit)?.day;
  const primary = study.endpoints.find(({ of }) => of.role === 'primary' && visitsAsked(of).length > 0);
  const due = dayOf(primary && visitsAsked(primary.of)[0]) ?? Number.POSITIVE_INFINITY;
  return visitsOfMeasure(study, measure).findLast((visit) => {
    const day = dayOf(visit) ?? 0;
    return day > 0 && day <= due;
  });
};

const changeOfPerson = (
  { chart }: ScenePerson,
  measure: string,
  [baseline, visit]: readonly [string, string],
): Pick<WaterfallBar, 'value' | 'rests'> | undefined => {
  if (chart.dateOf(visit) === undefined) return undefined;
  const [anchor, found] = [chart.measure(measure, baseline), chart.measure(measure, visit)];
  if (anchor.kind !== 'number' || found.kind !== 'number') return undefined;
  const value = exactNumber(computePercentChange(found.range, anchor.range));
  const rests = recordsOfEvents([...anchor.evidence, ...found.evidence].map(({ record }) => record));
  return value === undefined ? undefined : { value, rests };
};

const markOf = (value: AnalysisValue | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const outcome = enteredOutcome(value);
  if (value.policy === 'non-responder' || outcome.kind !== 'level' || outcome.worst !== outcome.best) return notKnown;
  return outcome.worst;
};

const notKnown = 'not known';

const marksOf = (response: ShownResponse | undefined): readonly string[] =>
  response === undefined ? [] : [...levelsOf(response), notKnown];

/** The falls that the levels of the response ask of this measure. */
const referencesOf = (study: Study, measure: string): WaterfallChart['references'] => {
  const response = mainResponse(study);
  const sentences = response === undefined ? [] : sentencesOfLevels(response, study);
  const percents = sentences.flatMap((each) =>
    each.kind === 'trend' && each.direction === 'falls' && each.value.measure === measure && each.by.kind === 'percent'
      ? [Number(each.by.percent)]
      : [],
  );
  return [...new Set(percents)].map((percent) => ({ at: -percent, label: `${minus}${percent}%` }));
};

/** From the largest rise to the largest fall; equal ones stay in the order of participants. */
const sorted = (bars: readonly WaterfallBar[]): readonly WaterfallBar[] => bars.toSorted((a, b) => b.value - a.value);

const sayArmBars = (arm: string, bars: readonly WaterfallBar[], of: number): string => {
  const fell = bars.filter(({ value }) => value <= -50).length;
  const values = sorted(bars).map(({ value }) => value);
  const range =
    values.length === 0 ? '' : `, from ${sayNumber3(values.at(-1) ?? 0)}% to ${sayNumber3(values[0] ?? 0)}%`;
  return `${arm}: known of ${bars.length} of ${of}, in ${fell} a fall of at least 50%${range}.`;
};

/** The percent change of protein in urine of each participant, to the visit of the primary analysis. */
export const waterfallCharts = (scene: ChartScene): readonly WaterfallChart[] => {
  const { study, people, arms } = scene;
  const measure = proteinOf(study);
  const [baseline, visit] = [baselineOf(study), measure === undefined ? undefined : visitOf(study, measure)];
  if (measure === undefined || baseline === undefined || visit === undefined) return [];
  const response = mainResponse(study);
  const values = response === undefined ? [] : scene.valuesOf(response, visit);
  const valueFor = new Map(values.map((value) => [value.participant, value]));
  const changed = people.map((person) => ({ person, change: changeOfPerson(person, measure, [baseline, visit]) }));
  const bars = changed.flatMap(({ person: { id, arm }, change }): readonly WaterfallBar[] =>
    change === undefined
      ? []
      : [
          {
            participant: id,
            arm: arm === allParticipants ? undefined : arm,
            value: change.value,
            marked: markOf(valueFor.get(id)),
            rests: change.rests,
          },
        ],
  );
  if (bars.length === 0) return [];
  const said = arms.map(({ id }) => {
    const own = peopleOf(scene, id).map((person) => person.id);
    return sayArmBars(
      id,
      bars.filter(({ participant }) => own.includes(participant)),
      own.length,
    );
  });
  const missing = changed.flatMap(({ person, change }) => (change === undefined ? [person.id] : []));
  return [
    {
      kind: 'waterfall',
      id: `chart/waterfall/${measure}`,
      title: `Change of ${measure} from ${baseline} to ${visit}, each participant`,
      said: said.join(' '),
      arms: armNames(scene),
      notes: [
        ...(response === undefined ? [] : [`Marked by ${response.of.title} at ${visit}.`]),
        ...(missing.length === 0
          ? []
          : [`Of ${sayPeople(missing.length)} the change is not known, and there is no bar.`]),
        ...armNotes(scene),
      ],
      y: { label: `change of ${measure}`, unit: '%' },
      references: referencesOf(study, measure),
      marks: marksOf(response),
      bars: sorted(bars),
      missing,
    },
  ];
};
