/** Whole trials in which most events are serious and suspected, in regions whose authorities are told. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { trialDeviations } from '#core/deviations/trial-deviations.ts';
import { writeLines } from '#core/record/lines.ts';
import { safetyDuties } from '#core/safety/events/duties.ts';
import { summariseSafety } from '#core/safety/events/safety-summary.ts';
import { compileTrial } from './given.ts';
import { type RehearsalPlan, rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const numbers = { serious: 0.6, related: 0.6, 'infusion reaction': 0.5, 'dies yearly': 0.3 };
const regions = '  regions: [European Union, United States]\n';
/** A trial that names its regions has these instead. */
const named = { nct03673748: '  regions: [European Union]\n' } as const;
const trials = [
  ['nct03673748', 12],
  ['nct04318600', 16],
  ['nct01741857', 12],
] as const;

const rehearsed = (trial: string, participants: number, more: Partial<RehearsalPlan> = {}) => {
  const own = trial === 'nct03673748' ? named[trial] : '\nsafety:\n';
  const study = compileTrial(trial, [own, own.startsWith('\n') ? `${own}${regions}` : regions]);
  const scenario = scenarioWith({ participants, numbers });
  return { study, run: rehearse({ study, seed: 7, start: '2026-01-05', scenario, ...more }) };
};

for (const [trial, participants] of trials)
  test(`${trial}: every serious event is reported, assessed and sent in time`, () => {
    const { study, run } = rehearsed(trial, participants);
    const all = run.log.all();
    const people = foldParticipants(all);
    const now = all.at(-1)?.at ?? assert.fail();
    const summary = summariseSafety(study, people, now);
    assert.ok(summary.susars > 3, `${summary.susars} reactions`);
    assert.deepEqual([summary.late, summary.open, summary.unreported], [0, 0, 0]);
    const duties = new Set(safetyDuties(study, people, now).map(({ duty }) => duty));
    for (const duty of ['site-24-hours', 'assessment', 'eu-15-days', 'us-15-days', 'us-follow-up'])
      assert.ok(duties.has(duty), duty);
    const late = ['serious event reported late', 'report to an authority late', 'serious event possibly reported late'];
    assert.deepEqual(
      trialDeviations(study, all).filter(({ kind }) => late.includes(kind)),
      [],
    );
  });

const swapped: NonNullable<RehearsalPlan['exchange']> = (design) => {
  if (!('blockSizes' in design)) return design;
  const [one, other] = design.arms.map(({ id }) => id);
  return {
    ...design,
    slots: design.slots.map((slot) => ({ ...slot, arm: (slot.arm === one ? other : one) ?? assert.fail() })),
  };
};

test('reports to authorities tell nobody an arm: with the arms exchanged the public log is the same', () => {
  const [a, b] = [rehearsed('nct03673748', 12), rehearsed('nct03673748', 12, { exchange: swapped })].map(({ run }) => {
    const all = run.log.all();
    return all.slice(
      0,
      all.findIndex(({ event }) => event.type === 'study unblinded'),
    );
  });
  assert.ok(a !== undefined && b !== undefined && a.some(({ event }) => event.type === 'report sent'));
  assert.equal(writeLines(a), writeLines(b));
});
