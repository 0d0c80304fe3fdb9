import assert from 'node:assert/strict';
import test from 'node:test';
import type { Participant } from '#core/conduct/participant.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { openAgenda } from './agenda.ts';
import { calm, dayZero, drawsOf, openScene, smallStudy } from './given.ts';
import { recruit } from './recruitment.ts';
import { type ScenarioChanges, scenarioWith } from './scenario.ts';
import type { SitePauses } from './site-pauses.ts';
import { planForms } from './visit-forms.ts';

const small = smallStudy();

const neverPaused: SitePauses = { openFrom: (_, day) => day };

/** Recruits into the tablets until nothing stands on the agenda any more. */
const recruited = (study = small, changes: ScenarioChanges = {}, pauses: SitePauses = neverPaused) => {
  const scene = openScene(study, 'pill');
  const numbers = { ...calm, ...changes.numbers };
  const [agenda, closed, ids]: [ReturnType<typeof openAgenda>, number[], string[]] = [openAgenda(), [], []];
  const clerkFor = (id: string) => {
    ids.push(id);
    return scene.clerkFor(id);
  };
  recruit(
    {
      study,
      scenario: scenarioWith({ ...changes, numbers }),
      secret: secretFromSeed(7),
      agenda,
      forms: planForms(study),
      drawsOf,
      pauses,
      clerkFor,
      onClosed: (day) => closed.push(day),
    },
    dayZero,
  );
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) next.happen();
  const people = ids.map((id) => scene.desk.unmasked(id));
  const allocated = people.filter((each) => each.allocated !== undefined);
  return { people, allocated, closed, ids };
};

const dayOf = (written = ''): number => readDay(written) ?? assert.fail(written);

test('as many are allocated as there are places: those of the design, or of the scenario', () => {
  for (const [participants, expected] of [
    [undefined, 4],
    [1, 1],
    [11, 11],
  ] as const) {
    const { allocated, closed } = recruited(small, { participants });
    assert.equal(allocated.length, expected);
    assert.deepEqual(closed, [Math.max(...allocated.map((each) => dayOf(each.allocated?.on)))]);
  }
});

test('people are numbered as they come, from the first day on; each who is allocated is followed to an end', () => {
  const { people, allocated, ids } = recruited();
  assert.deepEqual(
    ids,
    ids.map((_, index) => String(index + 1).padStart(4, '0')),
  );
  assert.equal(people[0]?.consentedOn, '2026-06-01');
  for (const each of allocated) assert.equal(each.ended?.how, 'completed');
});

test('so many come in a month; the next one between none and twice the mean days later', () => {
  const gapsOf = (monthly: number): readonly number[] => {
    const { people } = recruited(small, { participants: 40, numbers: { 'screened monthly': monthly } });
    const days = people.map((each) => dayOf(each.consentedOn));
    return days.slice(1).map((day, index) => day - (days[index] ?? 0));
  };
  for (const [monthly, most] of [
    [12, 5],
    [30, 2],
    [1000, 1],
  ] as const) {
    const gaps = gapsOf(monthly);
    assert.deepEqual([Math.min(...gaps), Math.max(...gaps)], [0, most]);
  }
});

test('day 0 comes so many days after eligibility is known; consent, visit and allocation stand on it', () => {
  const numbers = { 'days to baseline least': 4, 'days to baseline most': 6 };
  const { allocated } = recruited(small, { participants: 30, numbers });
  const waits = allocated.map((each) => dayOf(each.allocated?.on) - dayOf(each.enrolledOn));
  assert.deepEqual([...new Set(waits)].toSorted(), [4, 5, 6]);
  for (const { allocated: zero, visits, dispensed } of allocated)
    assert.deepEqual([visits.get('baseline')?.on, dispensed[0]?.on], [zero?.on, zero?.on]);
});

test('who comes too late is not asked; who says no or fails takes no place', () => {
  const some = smallStudy(['age at consent >= 1 years', 'age at consent >= 33 years']);
  const { people, allocated } = recruited(some, { numbers: { declines: 0.3 } });
  const verdicts = new Map<string, number>();
  const of = ({ declinedOn, assessed }: Participant): string =>
    declinedOn === undefined ? (assessed?.verdict ?? 'none') : 'declined';
  for (const each of people) verdicts.set(of(each), (verdicts.get(of(each)) ?? 0) + 1);
  assert.deepEqual([...verdicts.keys()].toSorted(), ['declined', 'eligible', 'not eligible']);
  assert.equal(allocated.length, 4);
  assert.ok(people.every((each) => each.enrolledOn === undefined || each.assessed?.verdict === 'eligible'));
  assert.ok(people.every((each) => each.allocated !== undefined || each.arm === undefined));
});

test('a place that is refused on day 0 is free again: who is too old by then leaves, and others come', () => {
  const young = smallStudy(['age at consent >= 1 years', 'age at randomisation < 34 years']);
  const numbers = { 'days to baseline least': 2000, 'days to baseline most': 2000 };
  const { allocated, people, closed } = recruited(young, { numbers });
  const excluded = people.filter(({ ended }) => ended?.how === 'excluded');
  assert.ok(excluded.length > 0);
  for (const each of excluded) {
    assert.deepEqual([each.allocated, each.arm, each.assessed?.verdict], [undefined, undefined, 'eligible']);
    assert.equal(dayOf(each.ended?.on) - dayOf(each.enrolledOn), 2000);
  }
  assert.deepEqual([allocated.length, closed.length], [4, 1]);
  assert.equal(people.filter(({ enrolledOn }) => enrolledOn !== undefined).length, 4 + excluded.length);
});

test('what the study prohibits has ended on the day of allocation', () => {
  const concepts = 'immunosuppressant, glucocorticoid';
  const strict = smallStudy(['visits:\n', `treatments: { prohibited: [${concepts}] }\nvisits:\n`]);
  const going = (study: typeof small): number =>
    recruited(study).allocated.flatMap(({ history }) =>
      history.filter(({ concept, end }) => concept === 'prednisone' && end === 'ongoing'),
    ).length;
  assert.ok(going(small) > 0);
  assert.equal(going(strict), 0);
});

test('missing information is completed three days later', () => {
  const asks = smallStudy(['rule: age at consent >= 1 years', 'rule: creatinine at screening > 0 mg/dL']);
  const { allocated } = recruited(asks, { numbers: { 'empty section': 1, 'histories late': 1e6 } });
  assert.equal(allocated.length, 4);
  for (const { assessed, visits } of allocated)
    assert.equal(dayOf(assessed?.on) - dayOf(visits.get('screening')?.on), 3);
});

test('a study that lets nobody in gives up after a hundred for each place, at least two hundred, and closes once', () => {
  const nobody = smallStudy(['age at consent >= 1 years', 'age at consent >= 150 years']);
  for (const [participants, screened] of [
    [1, 200],
    [3, 300],
  ] as const) {
    const { people, allocated, closed } = recruited(nobody, { participants });
    assert.deepEqual([people.length, allocated.length, closed.length], [screened, 0, 1]);
  }
});

test('each site has people of its own coming from the first day on', () => {
  const two = smallStudy([
    '  - { id: s, title: Site, zone: Etc/UTC, offset: "+00:00" }\n',
    '  - { id: s, title: Site, zone: Etc/UTC, offset: "+00:00" }\n  - { id: t, title: Other, zone: Etc/UTC, offset: "+00:00" }\n',
  ]);
  const scene = openScene(two, 'pill');
  const agenda = openAgenda();
  const sites: string[] = [];
  const clerkFor = (id: string, site: { readonly id: string }) => {
    sites.push(site.id);
    return scene.clerkFor(id);
  };
  const scenario = scenarioWith({ numbers: { ...calm, declines: 1 } });
  const secret = secretFromSeed(7);
  recruit(
    {
      study: two,
      scenario,
      secret,
      agenda,
      forms: planForms(two),
      drawsOf,
      pauses: neverPaused,
      clerkFor,
      onClosed: () => {},
    },
    dayZero,
  );
  agenda.next()?.happen();
  const second = agenda.next();
  assert.equal(second?.day, dayZero);
  second?.happen();
  assert.deepEqual(sites, ['s', 't']);
});

test('a site that is paused takes nobody in: who comes then, is enrolled or begins waits for its end', () => {
  const from = dayZero + 5;
  const through = dayZero + 40;
  const pauses: SitePauses = { openFrom: (_, day) => (day >= from && day < through ? through : day) };
  const { people, allocated } = recruited(small, { participants: 6 }, pauses);
  assert.equal(allocated.length, 6);
  const isPaused = (day: number): boolean => day >= from && day < through;
  for (const { consentedOn, enrolledOn, allocated: begun } of people)
    for (const on of [consentedOn, enrolledOn, begun?.on]) if (on !== undefined) assert.ok(!isPaused(dayOf(on)), on);
  assert.ok(allocated.some((each) => dayOf(each.allocated?.on) >= through));
});
