import assert from 'node:assert/strict';
import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { isAllocationEvent } from '#core/conduct/trial-event.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { writeLines } from '#core/record/lines.ts';
import { verifyLines } from '#core/record/verify.ts';
import { armFlow, placeOf, screeningFlow } from '#core/reports/participant-flow.ts';
import { compileTrial } from './given.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

/** NCT03580291 with fewer people, so that a test stays short; `npm run deep` runs it whole. */
const sizes = { nct03580291: 32, nct04318600: 16, nct05631717: 40, nct03673748: 20, nct01741857: 40 } as const;
type Trial = keyof typeof sizes;

const start = '2026-01-05';
const runOf = (trial: Trial) => {
  const study = compileTrial(trial);
  const run = rehearse({ study, seed: 7, start, scenario: scenarioWith({ participants: sizes[trial] }) });
  return { study, run, people: foldParticipants(run.log.all()) };
};
const runs = {
  nct03580291: runOf('nct03580291'),
  nct04318600: runOf('nct04318600'),
  nct05631717: runOf('nct05631717'),
  nct03673748: runOf('nct03673748'),
  nct01741857: runOf('nct01741857'),
} as const;
const allocatedOf = (trial: Trial): readonly Participant[] =>
  runs[trial].people.filter((person) => person.allocated !== undefined);
const daysAfter = (person: Participant, on: string): number =>
  (readDay(on) ?? Number.NaN) - (readDay(person.allocated?.on ?? '') ?? Number.NaN);

for (const [trial, { study, run, people }] of Object.entries(runs)) {
  test(`${trial}: from consent to lock, all who were allocated have ended, and the log verifies`, () => {
    const all = run.log.all();
    const types = all.map(({ event }) => event.type);
    assert.equal(types.filter((type) => type === 'data locked').length, 1);
    assert.equal(types.includes('study unblinded'), study.definition.design.masking !== 'open');
    const allocated = people.filter((person) => person.allocated !== undefined);
    assert.equal(allocated.length, sizes[trial as Trial]);
    for (const { id, ended, arm } of allocated) assert.ok(ended !== undefined && arm !== undefined, id);
    assert.deepEqual(verifyLines(writeLines(all)), { verified: true, head: run.log.head() });
  });

  test(`${trial}: the flow closes, arm by arm, and each who is not eligible has a criterion`, () => {
    const [screened, ...places] = screeningFlow(study, people).rows.map(({ cells }) => Number(cells[0]?.value));
    assert.equal(screened, people.length);
    assert.equal(
      places.reduce((sum, each) => sum + each, 0),
      screened,
    );
    for (const person of people.filter((each) => placeOf(each) === 'not eligible'))
      assert.ok(
        person.assessed?.found.some(({ result }) => result === 'fails'),
        person.id,
      );
    const rows = new Map(
      armFlow(study, people).rows.map(({ label, cells }) => [label, cells.map(({ value }) => Number(value))]),
    );
    for (const [index, arm] of study.definition.arms.entries()) {
      const number = (label: string): number => rows.get(label)?.[index] ?? 0;
      const own = people.filter((person) => person.allocated !== undefined && person.arm === arm.id).length;
      const ways = ['completed the study', 'withdrew', 'lost to follow-up', 'died', 'still in the study'];
      assert.equal(
        ways.reduce((sum, label) => sum + number(label), 0),
        own,
      );
      assert.equal(number('received at least one dose') + number('received none'), own);
    }
  });

  test(`${trial}: played again it is the same, and the same folder of events gives the same people`, () => {
    const again = rehearse({ study, seed: 7, start, scenario: scenarioWith({ participants: sizes[trial as Trial] }) });
    assert.equal(writeLines(again.log.all()), writeLines(run.log.all()));
    assert.deepEqual(again.sealed.head(), run.sealed.head());
    assert.deepEqual(foldParticipants(again.log.all()), people);
  });
}

test('NCT03580291: each participant has infusions and tablets, whatever the arm', () => {
  const people = allocatedOf('nct03580291');
  assert.deepEqual(new Set(people.map(({ arm }) => arm)), new Set(['cells', 'mmf']));
  for (const { id, doses, dispensed, discontinued, ended } of people) {
    assert.ok(
      doses.every(({ dose, amount, unit }) => dose === 'cell-infusion' && amount === '100' && unit === 'mL'),
      id,
    );
    assert.equal(doses[0]?.number, 1, id);
    assert.ok(
      dispensed.some(({ dose, units, kits }) => dose === 'mmf-week-1' && units === 56 && kits === 1),
      id,
    );
    if (discontinued === undefined && ended?.how === 'completed')
      assert.ok(
        dispensed.some(({ dose }) => dose === 'mmf-maintenance'),
        id,
      );
  }
});

/** Prepared by arm: cells by weight, 10^6 a kilogram, or 100 mL without any. */
test('NCT03580291: what was prepared follows the arm, and is told at the unblinding alone', () => {
  const { run } = runs.nct03580291;
  const all = run.log.all();
  const told = all.findIndex(({ event }) => event.type === 'study unblinded');
  assert.ok(all.findIndex(({ event }) => event.type === 'dose prepared') > told);
  for (const person of allocatedOf('nct03580291'))
    for (const { dose, amount, unit } of person.prepared) {
      const weight = person.items.get('baseline')?.get('weight')?.value ?? assert.fail();
      if (person.arm === 'mmf') assert.deepEqual([dose, amount, unit], ['cell-placebo', '100', 'mL']);
      else
        assert.deepEqual([dose, Number(amount), unit], ['cell-infusion', Math.round(Number(weight) * 1e6), '{cells}']);
    }
});

test('NCT03580291: lymphocytes after day 0 stand in the sealed log until the unblinding', () => {
  const { run } = runs.nct03580291;
  const all = run.log.all();
  const told = all.findIndex(({ event }) => event.type === 'study unblinded');
  const open = all
    .slice(0, told)
    .flatMap(({ event }) =>
      event.type === 'section recorded' && event.items.some(({ item }) => item === 'lymphocytes') ? [event.visit] : [],
    );
  assert.deepEqual([...new Set(open)].toSorted(), ['baseline', 'screening']);
  const sealed = run.sealed.all().filter(({ event }) => !isAllocationEvent(event) && event.type === 'section recorded');
  assert.ok(sealed.length > 100);
});

/** The doses of a person as their events say them. */
const dosesGiven = ({ id }: Participant) =>
  runs.nct04318600.run.log
    .read(`participant/${id}`)
    .flatMap(({ event }) => (event.type === 'dose given' ? [{ ...event, id }] : []));
const isCorrected = ({ id }: Participant, visit: string): boolean =>
  runs.nct04318600.run.log
    .read(`participant/${id}`)
    .some(({ event }) => event.type === 'item corrected' && event.visit === visit && event.entry.item === 'weight');

test('NCT04318600: 11 and 5; three infusions by the weight of the visit on their days, none in the control', () => {
  const people = allocatedOf('nct04318600');
  const of = (arm: string) => people.filter((person) => person.arm === arm);
  assert.deepEqual([of('cells').length, of('control').length], [11, 5]);
  for (const { doses, prepared } of of('control')) assert.deepEqual([doses, prepared], [[], []]);
  let given = 0;
  for (const person of of('cells'))
    for (const { id, number, on, amount, weight } of dosesGiven(person)) {
      const visit = ['baseline', 'week 4', 'week 8'][number - 1] ?? assert.fail();
      // A weight that is corrected later changes no dose that was given.
      const standing = person.items.get(visit)?.get('weight');
      if (!isCorrected(person, visit)) assert.equal(weight, `${standing?.value} kg`, id);
      assert.equal(Number(amount), Math.round(Number.parseFloat(weight ?? '') * 1e6), `${id} ${visit}`);
      if (number > 1) assert.equal(person.visits.get(visit)?.on, on);
      given += 1;
    }
  assert.ok(given >= 28 && given <= 33, String(given));
});

test('a minor has the consent of a parent and assents; whoever comes of age during the trial consents anew', () => {
  const grown = (['nct04318600', 'nct01741857'] as const).flatMap((trial) =>
    allocatedOf(trial).filter((person) => person.consents.some(({ by }) => by === 'representative')),
  );
  assert.ok(grown.length > 0);
  for (const { id, assents } of grown) assert.ok(assents.length > 0, id);
  const again = grown.filter((person) => person.consents.some(({ by }) => by === 'participant'));
  assert.ok(again.length > 0, 'somebody turns 18');
  for (const person of again) {
    const own = person.consents.find(({ by }) => by === 'participant')?.on ?? '';
    const birthday = `${Number(person.born?.written.slice(0, 4)) + 18}${person.born?.written.slice(4)}`;
    assert.ok(own >= birthday && daysAfter(person, own) > 0, `${person.id} consented on ${own}, born on ${birthday}`);
    const between = [...person.visits.values()].filter(({ on = '' }) => on >= birthday && on < own);
    assert.deepEqual(between, [], person.id);
  }
});

test('NCT05631717: one infusion against up to 21 injections in three cycles', () => {
  for (const { arm, doses, id } of allocatedOf('nct05631717')) {
    if (arm === 'msc')
      assert.deepEqual(
        doses.map(({ dose }) => dose),
        ['msc-infusion'],
        id,
      );
    else assert.ok(doses.length <= 21 && doses.every(({ dose }) => dose === 'il-2-injection'), id);
  }
});

test('NCT03673748: the sham does everything that the active does, in kind and in timing', () => {
  const { run } = runs.nct03673748;
  const sealed = run.sealed.all();
  const kinds = (id: string): string =>
    sealed
      .filter(({ stream }) => stream === `sealed/${id}`)
      .map(({ event, actor }) => `${event.type} ${actor.role}`)
      .join();
  const away = new Map<string, Set<number>>();
  for (const person of allocatedOf('nct03673748')) {
    const [missed] = person.missedDoses;
    const prepared = missed === undefined ? ',dose prepared pharmacist' : '';
    assert.equal(kinds(person.id ?? ''), `assignment disclosed investigator${prepared}`, person.id);
    if (missed !== undefined) {
      assert.deepEqual([missed.why, person.doses], ['a safety rule says so', []], person.id);
      continue;
    }
    assert.deepEqual(
      person.doses.map(({ dose, amount, unit }) => [dose, amount, unit]),
      [['cell-infusion', '100', 'mL']],
    );
    const days = away.get(person.arm ?? '') ?? new Set();
    away.set(person.arm ?? '', days.add(daysAfter(person, person.doses[0]?.on ?? '')));
  }
  for (const days of away.values()) for (const day of days) assert.ok(day === 0 || day === 1);
});

test('NCT01741857: infusions on days 0 and 7, and creatinine for the filtration at baseline and month 12 alone', () => {
  const { study } = runs.nct01741857;
  const asked = study.definition.visits.filter(
    ({ id, day }) => day >= 0 && study.scheduledAt(id).includes('creatinine'),
  );
  assert.deepEqual(
    asked.map(({ id }) => id),
    ['baseline', 'month 12'],
  );
  for (const person of allocatedOf('nct01741857'))
    for (const { number, on } of person.doses) {
      const away = daysAfter(person, on) - (number === 1 ? 0 : 7);
      assert.ok(away === 0 || away === 1, `${person.id} ${number}`);
    }
});
