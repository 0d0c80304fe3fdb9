/**
 * Two worlds with the same outcomes and the arms exchanged: to whoever is masked they are one (facts: twin-world test).
 * No number of a paper, so no key of evidence/references.bib.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { writeLines } from '#core/record/lines.ts';
import { hashText } from '#core/record/link.ts';
import { deriveReport } from '#core/reports/trial-report.ts';
import type { Study } from '#core/study/study.ts';
import { compileTrial } from './given.ts';
import { type Rehearsal, type RehearsalPlan, rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

/** Each slot gets the other arm. */
const swapped: NonNullable<RehearsalPlan['exchange']> = (design) => {
  if (!('blockSizes' in design)) return design;
  const [one, other] = design.arms.map(({ id }) => id);
  return {
    ...design,
    slots: design.slots.map((slot) => ({ ...slot, arm: (slot.arm === one ? other : one) ?? assert.fail() })),
  };
};

type Numbers = NonNullable<NonNullable<Parameters<typeof scenarioWith>[0]>['numbers']>;

interface Worlds {
  readonly study: Study;
  readonly a: Rehearsal;
  readonly b: Rehearsal;
}

const worldsOf = (trial: string, participants: number, numbers: Numbers = {}): Worlds => {
  const study = compileTrial(trial);
  const common = { study, seed: 7, start: '2026-01-05' } as const;
  const a = rehearse({ ...common, scenario: scenarioWith({ participants, numbers }) });
  const other = scenarioWith({ participants, numbers, choices: 'others' });
  return { study, a, b: rehearse({ ...common, scenario: other, exchange: swapped }) };
};

/** The public log before the arms are told. */
const publicOf = ({ log }: Rehearsal): readonly Envelope<TrialEvent>[] => {
  const all = log.all();
  const end = all.findIndex(({ event }) => event.type === 'study unblinded');
  assert.ok(end > 0);
  return all.slice(0, end);
};

const armsOf = ({ sealed }: Rehearsal): ReadonlyMap<string, string> =>
  new Map(
    sealed
      .all()
      .flatMap(({ event }) =>
        event.type === 'slot taken' || event.type === 'place taken' ? [[event.participant, event.arm] as const] : [],
      ),
  );

const trials = [
  ['nct03580291', 12],
  ['nct04318600', 16],
  ['nct03673748', 20],
] as const;
const worlds = new Map(trials.map(([trial, participants]) => [trial, worldsOf(trial, participants)]));

for (const [trial, { study, a, b }] of worlds)
  test(`${trial}: with the arms exchanged the public log and all that is derived from it are the same, byte for byte`, () => {
    const [arms, others] = [armsOf(a), armsOf(b)];
    assert.deepEqual([...arms.keys()], [...others.keys()]);
    assert.ok(
      [...arms].some(([id, arm]) => others.get(id) !== arm),
      'the worlds differ',
    );
    const [lines, twins] = [a, b].map((run) => writeLines(publicOf(run)).split('\n')) as [string[], string[]];
    assert.equal(
      lines.find((line, index) => line !== twins[index]),
      undefined,
      twins.find((line, index) => line !== lines[index]),
    );
    assert.equal(lines.length, twins.length);
    const report = (run: Rehearsal): string => {
      const { figures, ...rest } = deriveReport(study, foldParticipants(publicOf(run)));
      return JSON.stringify([rest, [...figures]]);
    };
    assert.equal(report(a), report(b));
    assert.notDeepEqual(a.sealed.all(), b.sealed.all());
  });

/** A stock that is always about to run out: every second delivery fails, and what comes is little and soon expires. */
const shortStock = { 'lot fails': 0.5, 'bags in a lot': 2, 'days that a lot keeps': 20 };

/** What of the sealed log could be counted or timed from outside. */
const shapeOf = ({ sealed }: Rehearsal): readonly string[] =>
  sealed.all().map(({ event, at, actor }) => `${at.instant} ${actor.id} ${event.type}`);

for (const [trial, participants] of trials)
  test(`${trial}: lots that fail, expire and run short tell nobody an arm`, () => {
    const { a, b } = worldsOf(trial, participants, shortStock);
    assert.equal(writeLines(publicOf(a)), writeLines(publicOf(b)));
    const destroyed = a.sealed.all().filter(({ event }) => event.type === 'units destroyed');
    assert.ok(destroyed.length > 1);
    assert.doesNotMatch(writeLines(publicOf(a)), /"lot |"kit"|L-00/);
    // Where all arms are given something that looks alike, not even the kinds, the number or the times of sealed acts differ.
    if (trial !== 'nct04318600') assert.deepEqual(shapeOf(a), shapeOf(b));
  });

/** Ways in which other systems have told the arm; each must be seen by comparing the worlds. */
const leaks: readonly (readonly [string, (run: Rehearsal) => string])[] = [
  [
    'a line of an audit trail that names the arm',
    (run) => writeLines(publicOf(run)) + [...armsOf(run)].map(([id, arm]) => `${id} was given ${arm}\n`).join(''),
  ],
  [
    'a tag of a page that is made of the whole row',
    (run) =>
      publicOf(run)
        .map((each) => hashText(`${each.hash} ${armsOf(run).get(each.stream.slice(12)) ?? ''}`))
        .join(),
  ],
  [
    'the stock of cells that is left',
    (run) =>
      run.sealed
        .all()
        .flatMap(({ event }) => (event.type === 'dose prepared' && event.unit === '{cells}' ? [event.on] : []))
        .join(),
  ],
  [
    'the lot on a label',
    (run) =>
      run.sealed
        .all()
        .flatMap(({ stream, event }) => (event.type === 'lot used' ? [`${stream} ${event.participant}`] : []))
        .join(),
  ],
];

for (const [what, leaky] of leaks)
  test(`a planted leak is caught: ${what}`, () => {
    for (const [trial, { a, b }] of worlds) assert.notEqual(leaky(a), leaky(b), trial);
  });
