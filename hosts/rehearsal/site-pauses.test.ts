import assert from 'node:assert/strict';
import test from 'node:test';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { dayZero, openScene, smallStudy } from './given.ts';
import { openClock } from './moments.ts';
import { scenarioWith } from './scenario.ts';
import { openSitePauses } from './site-pauses.ts';

const study = smallStudy();
const [site = assert.fail()] = study.definition.sites;

const opened = (yearly: number, days = 21, seed = 7) => {
  const { desk, log } = openScene(study);
  const scenario = scenarioWith({ numbers: { 'site pauses yearly': yearly, 'days of a site pause': days } });
  const pauses = openSitePauses({ desk, scenario, secret: secretFromSeed(seed), clock: openClock(site) }, dayZero);
  const told = (): readonly string[] =>
    log
      .all()
      .flatMap(({ event }) =>
        event.type === 'site paused' || event.type === 'site resumed' ? [`${event.type} ${event.on}`] : [],
      );
  return { pauses, desk, told };
};

test('a site is paused for as many days as are assumed, and open from the day after on', () => {
  const { pauses, told } = opened(6);
  const days = Array.from({ length: 365 }, (_, index) => dayZero + index);
  const open = days.map((day) => [day, pauses.openFrom(site, day)] as const);
  const ends = new Set(open.filter(([day, from]) => from > day).map(([, from]) => from));
  assert.ok(ends.size > 1);
  for (const [day, from] of open) assert.ok(from >= day && from <= day + 21);
  for (const end of [...ends].slice(0, -1))
    assert.equal(open.filter(([day, from]) => day < from && from === end).length, 21);
  told().forEach((each, index) => {
    assert.ok(each.startsWith(index % 2 === 0 ? 'site paused' : 'site resumed'), each);
  });
});

test('while it is paused the desk takes nobody in, and afterwards again', () => {
  const { pauses, desk } = opened(6);
  let day = dayZero;
  while (pauses.openFrom(site, day) === day) day += 1;
  assert.notEqual(desk.site(site.id).pausedOn, undefined);
  const until = pauses.openFrom(site, day);
  assert.equal(pauses.openFrom(site, until), until);
  assert.equal(desk.site(site.id).pausedOn, undefined);
});

test('none where none are assumed; the same secret draws the same, another one others', () => {
  const { pauses, told } = opened(0);
  for (let day = dayZero; day < dayZero + 3000; day += 100) assert.equal(pauses.openFrom(site, day), day);
  assert.deepEqual(told(), []);
  const drawn = (seed: number): readonly string[] => {
    const one = opened(3, 10, seed);
    for (let day = dayZero; day < dayZero + 700; day += 1) one.pauses.openFrom(site, day);
    return one.told();
  };
  assert.deepEqual(drawn(1), drawn(1));
  assert.notDeepEqual(drawn(1), drawn(2));
});

test('pauses that went by unseen are told one after the other', () => {
  const { pauses, told } = opened(12, 5);
  pauses.openFrom(site, dayZero + 400);
  const days = told().map((each) => each.slice(-10));
  assert.ok(days.length >= 4);
  assert.deepEqual(days, days.toSorted());
});
