import assert from 'node:assert/strict';
import test from 'node:test';
import { windowOf } from '#core/conduct/decide-screening.ts';
import { foldParticipants } from '#core/conduct/fold.ts';
import { isReviewEvent } from '#core/conduct/review/review-event.ts';
import { isSafetyEvent } from '#core/conduct/safety-file/safety-event.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { writeLines } from '#core/record/lines.ts';
import { verifyLines } from '#core/record/verify.ts';
import { compileShipped, eventsOf, peopleOf } from './given.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const study = compileShipped();
const start = '2026-01-05';
const seeds = [7, 1, 2, 3, 4_294_967_295] as const;
const runs = new Map(seeds.map((seed) => [seed, rehearse({ study, seed, start })]));
const run = runs.get(7) ?? assert.fail();
const people = peopleOf(run);
const only = <T>(list: readonly T[]): T =>
  (list.length === 1 ? list[0] : undefined) ?? assert.fail(`${list.length} instead of one`);
const dayOf = (written: string): number => readDay(written) ?? assert.fail(`${written} is no day`);
const randomisedOf = (all = people) =>
  [...all].filter(([, events]) => eventsOf(events, 'participant randomised').length > 0);

test('the same seed and start give the same log; the log verifies', () => {
  const again = rehearse({ study, seed: 7, start });
  const text = writeLines(run.log.all());
  assert.equal(writeLines(again.log.all()), text);
  assert.deepEqual(again.sealed.all(), run.sealed.all());
  assert.deepEqual(again.key, run.key);
  assert.deepEqual(verifyLines(text), { verified: true, head: run.log.head() });
});

for (const [seed, one] of runs)
  test(`seed ${seed}: the planned number is randomised, and the arms lie within half of the largest block`, () => {
    const all = peopleOf(one);
    const arms = randomisedOf(all).map(([, events]) => only(eventsOf(events, 'assignment disclosed')).arm);
    assert.equal(arms.length, study.definition.design.participants);
    const { allocation } = study.definition;
    const blockSizes = allocation.method === 'permuted blocks' ? allocation['block sizes'] : [];
    let lead = 0;
    for (const arm of arms) {
      lead += arm === 'msc' ? 1 : -1;
      assert.ok(Math.abs(lead) <= Math.max(...blockSizes) / 2);
    }
    for (const [, events] of randomisedOf(all)) assert.equal(eventsOf(events, 'participation ended').length, 1);
  });

test('over some seeds people fail by a window, by a laboratory value and by a judgement', () => {
  const failed = [...runs.values()].flatMap((one) =>
    [...peopleOf(one).values()].flatMap((events) => {
      const found = eventsOf(events, 'eligibility assessed').at(-1)?.found ?? [];
      return found.filter(({ result }) => result === 'fails').map(({ criterion }) => criterion);
    }),
  );
  for (const [kind, criteria] of [
    ['window', ['E1a', 'E1b', 'E1c', 'E4', 'E5', 'E6']],
    ['laboratory', ['I4']],
    ['judgement', ['E3']],
    ['score', ['I1', 'I3']],
    ['age', ['I2']],
    ['pregnancy', ['I6', 'E8']],
  ] as const)
    assert.ok(
      criteria.some((criterion) => failed.includes(criterion)),
      kind,
    );
  const verdicts = [...runs.values()].flatMap((one) =>
    foldParticipants(one.log.all()).map((each) => each.assessed?.verdict),
  );
  assert.ok(verdicts.includes('needs information'), 'a history that is never signed leaves somebody open');
});

test('time goes forward through the whole log', () => {
  for (const one of runs.values()) {
    const instants = one.log.all().map(({ at }) => at.instant);
    assert.deepEqual(instants, instants.toSorted());
  }
});

test('visits: screening first, baseline on the day of randomisation, the others after it, a few out of window', () => {
  let late = 0;
  for (const [id, events] of randomisedOf()) {
    const zero = only(eventsOf(events, 'participant randomised')).on;
    const held = eventsOf(events, 'visit held');
    assert.deepEqual(
      held.slice(0, 2).map(({ visit }) => visit),
      ['screening', 'baseline'],
    );
    assert.ok((held[0]?.on ?? '') < zero && held[1]?.on === zero, id);
    for (const { visit, on, inWindow } of held.slice(2)) {
      const window = windowOf(study, visit, zero) ?? assert.fail(visit);
      assert.ok(on > zero, `${id} ${visit} on ${on}`);
      assert.equal(inWindow, on >= window.earliest && on <= window.latest, `${id} ${visit} on ${on}`);
      late += inWindow ? 0 : 1;
    }
    const missed = eventsOf(events, 'visit missed');
    if (eventsOf(events, 'participation ended')[0]?.how === 'completed')
      assert.equal(held.length + missed.length, study.definition.visits.length, id);
  }
  assert.ok(late > 0 && late < 30, `${late} late`);
});

test('every form of every visit that was held is filled once, but for a few that stay empty', () => {
  let [all, empty] = [0, 0];
  for (const [id, events] of people)
    for (const { visit } of eventsOf(events, 'visit held')) {
      const due = study.definition.activities.filter(({ visits }) => visits.includes(visit)).map((each) => each.id);
      const filled = eventsOf(events, 'section recorded').filter((each) => each.visit === visit);
      const sections = filled.map(({ section }) => section);
      assert.deepEqual(
        due.filter((section) => sections.includes(section)),
        sections.toSorted((a, b) => due.indexOf(a) - due.indexOf(b)),
        `${id} ${visit}`,
      );
      assert.equal(new Set(sections).size, sections.length, id);
      all += due.length;
      empty += due.length - sections.length;
    }
  assert.ok(empty > 0 && empty < 0.03 * all, `${empty} of ${all}`);
});

test('cells: one infusion on the day of randomisation, 2,000,000 a kilogram of that day', () => {
  let infused = 0;
  for (const [id, events] of randomisedOf()) {
    if (only(eventsOf(events, 'assignment disclosed')).arm !== 'msc') continue;
    const { on, amount, unit, number, weight, planned } = only(eventsOf(events, 'dose given'));
    const body = eventsOf(events, 'section recorded').find(
      ({ visit, section }) => visit === 'baseline' && section === 'body',
    );
    const kilograms = only(body?.items ?? []).value;
    assert.equal(weight, `${kilograms} kg`);
    assert.equal(BigInt(amount), BigInt(kilograms.replace('.', '')) * 200_000n, id);
    const zero = only(eventsOf(events, 'participant randomised')).on;
    assert.deepEqual([planned, unit, number], [zero, '{cells}', 1]);
    // A preparation that failed is made anew on the next day.
    assert.ok(on === zero || dayOf(on) === dayOf(zero) + 1, id);
    assert.deepEqual(
      eventsOf(events, 'dose prepared').map((each) => [each.on, each.amount]),
      [[on, amount]],
    );
    infused += 1;
  }
  assert.ok(infused >= 17 && infused <= 23);
});

test('IL-2: 21 injections on days 1, 3, …, 13 of three cycles of 28 days; fewer only for who stopped or left', () => {
  const plan = [0, 28, 56].flatMap((cycle) => [0, 2, 4, 6, 8, 10, 12].map((day) => cycle + day));
  const given = [];
  for (const [id, events] of randomisedOf()) {
    if (only(eventsOf(events, 'assignment disclosed')).arm !== 'il-2') continue;
    const zero = dayOf(only(eventsOf(events, 'participant randomised')).on);
    const doses = eventsOf(events, 'dose given');
    const missed = eventsOf(events, 'dose missed');
    const all = [...doses, ...missed].toSorted((a, b) => a.number - b.number);
    assert.deepEqual(
      all.map(({ on, number }) => [number, dayOf(on) - zero]),
      all.map((_, index) => [index + 1, plan[index]]),
      id,
    );
    for (const { amount, unit, on, planned } of doses) assert.deepEqual([amount, unit, on], ['1000000', 'IU', planned]);
    const stopped =
      eventsOf(events, 'treatment discontinued')[0]?.on ?? eventsOf(events, 'participation ended')[0]?.on ?? '';
    const due = plan.filter((day) => zero + day <= dayOf(stopped)).length;
    assert.ok(all.length === due || all.length === due - 1, `${id} stopped on ${stopped}`);
    given.push(doses.length);
  }
  assert.ok(given.filter((count) => count === 21).length >= 12, given.join());
  assert.ok(
    given.some((count) => count < 21),
    'over the arm somebody stops early',
  );
});

test('after leaving nothing is recorded any more but what is reviewed and reported', () => {
  for (const [id, events] of people) {
    const at = events.findIndex(({ type }) => type === 'participation ended' || type === 'participant declined');
    const after = at === -1 ? [] : events.slice(at + 1);
    for (const event of after) assert.ok(isSafetyEvent(event) || isReviewEvent(event), `${id}: ${event.type}`);
  }
});

test('people come as they are, whoever else comes: with half the places their screening is the same', () => {
  const smaller = peopleOf(rehearse({ study, seed: 7, start, scenario: scenarioWith({ participants: 20 }) }));
  assert.ok(smaller.size > 20 && smaller.size < people.size);
  const screening = (events: Parameters<typeof eventsOf>[0]) =>
    eventsOf(events, 'section recorded').filter(({ visit }) => visit === 'screening');
  for (const [id, events] of smaller) assert.deepEqual(screening(events), screening(people.get(id) ?? []), id);
});

test('the start moves every date and nothing else', () => {
  const later = rehearse({ study, seed: 7, start: '2026-01-06' });
  const shapes = (one: typeof run) => one.log.all().map(({ stream, version, event }) => [stream, version, event.type]);
  assert.deepEqual(shapes(later), shapes(run));
  const first = later.log.all().find(({ event }) => event.type === 'participant identified');
  assert.equal(first?.at.date, '2026-01-06');
  assert.ok(later.log.all().length > 1000);
});

test('the public log tells nothing of who comes next: arms stand only where they were disclosed', () => {
  for (const { event } of run.log.all()) {
    if (event.type === 'assignment disclosed' || event.type === 'study approved') continue;
    if (event.type === 'allocation list sealed')
      assert.deepEqual(Object.keys(event).sort(), ['commitment', 'method', 'slots', 'type']);
    if (['dose given', 'dose prepared', 'dose missed', 'lot used'].includes(event.type)) continue;
    assert.doesNotMatch(JSON.stringify(event), /"arm"|\bmsc\b|\bil-2\b/, event.type);
  }
  // Nobody's arm, and nobody's dose, stands before the event that randomised them.
  for (const [id, events] of people) {
    const types = events.map(({ type }) => type);
    const at = types.indexOf('participant randomised');
    for (const telling of ['assignment disclosed', 'dose given'] as const) {
      const first = types.indexOf(telling);
      assert.ok(first === -1 || (at >= 0 && first > at), id);
    }
  }
});

test('a design that lets nobody in ends, with two hundred screened', () => {
  const nobody = compileShipped(
    ['participants: 40', 'participants: 2'],
    ['age at consent > 18 years', 'age at consent > 99 years'],
  );
  const all = peopleOf(rehearse({ study: nobody, seed: 7, start }));
  assert.equal(all.size, 200);
  assert.equal(randomisedOf(all).length, 0);
});

test('a trial of one place, and one with no visit after baseline, run to their ends', () => {
  const one = peopleOf(rehearse({ study: compileShipped(['participants: 40', 'participants: 1']), seed: 7, start }));
  assert.equal(randomisedOf(one).length, 1);
  const visits = study.definition.visits.slice(0, 2);
  const short = { ...study, definition: { ...study.definition, visits } };
  const ends = randomisedOf(peopleOf(rehearse({ study: short, seed: 7, start }))).map(
    ([, events]) => only(eventsOf(events, 'participation ended')).how,
  );
  assert.ok(ends.includes('completed'));
});
