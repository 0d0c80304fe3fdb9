import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { writeLines } from '#core/record/lines.ts';
import { verifyLines } from '#core/record/verify.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { openGround, walkTrial } from './conduct-walk.ts';
import { outOfStock } from './lots-kept.ts';
import { outOfOrder } from './order-kept.ts';
import { outOfPlace } from './sites-kept.ts';

const compiled = (trial: string) => {
  const { study } = readStudy(readFileSync(new URL(`../../trials/${trial}/study.yaml`, import.meta.url), 'utf8'));
  return study ?? assert.fail(trial);
};

const trials = ['nct05631717', 'nct03673748', 'nct04318600', 'nct01741857', 'nct03580291'] as const;
const walks = 20;
const steps = 500;

/** 50,000 commands in all. */
for (const trial of trials)
  test(`${trial}: ${walks * steps} random commands, never out of order, never an exception, never two allocations`, () => {
    const ground = openGround(compiled(trial));
    const seen = new Set<string>();
    const refused = new Set<string>();
    for (let seed = 1; seed <= walks; seed += 1) {
      const walked = walkTrial(ground, seed, steps);
      assert.deepEqual(outOfOrder(walked.log, walked.sealed), [], `seed ${seed}`);
      assert.deepEqual(outOfPlace(walked.log), [], `seed ${seed}`);
      for (const log of [walked.log, walked.sealed])
        assert.deepEqual(outOfStock(log.all(), walked.log.all()), [], `seed ${seed}`);
      for (const { event } of [...walked.log.all(), ...walked.sealed.all()]) seen.add(event.type);
      for (const why of walked.refused.keys()) refused.add(why);
      if (seed === 1)
        assert.deepEqual(verifyLines(writeLines(walked.log.all())), { verified: true, head: walked.log.head() });
    }
    for (const type of [
      'participant enrolled',
      'visit missed',
      'participation ended',
      'event reported',
      'event assessed',
      'lot sent',
      'lot arrived',
    ] as const)
      assert.ok(seen.has(type), type);
    assert.ok(seen.size >= 18 && refused.size >= 15, `${[...seen].join()} | ${[...refused].join()}`);
  });

test('who acts without a task is seen, and who is taken in where nobody is', () => {
  const { log } = walkTrial(openGround(compiled('nct05631717')), 3, 300);
  const all = log.all();
  assert.deepEqual(outOfPlace({ all: () => all }), []);
  assert.ok(outOfPlace({ all: () => all.filter(({ event }) => event.type !== 'site activated') }).length > 0);
  const activated = all.find(({ event }) => event.type === 'site activated') ?? assert.fail();
  const pause = { ...activated, event: { type: 'site paused', site: 'nanjing', on: '2026-03-02' } } as const;
  const [before, rest] = [all.slice(0, activated.position), all.slice(activated.position)];
  assert.ok(outOfPlace({ all: () => [...before, pause, ...rest] }).some((fault) => fault.includes('takes nobody in')));
});

test('what is out of order is seen: a judge that sees nothing would prove nothing', () => {
  const { log, sealed } = walkTrial(openGround(compiled('nct05631717')), 3, 300);
  const all = log.all();
  const without = (type: string) => ({ ...log, all: () => all.filter(({ event }) => event.type !== type) });
  const twice = (type: string) => ({
    ...log,
    all: () => all.flatMap((each) => (each.event.type === type ? [each, each] : [each])),
  });
  for (const type of ['consent given', 'participant identified'])
    assert.ok(outOfOrder(without(type), sealed).length > 0, type);
  for (const type of ['participant identified', 'visit held', 'section recorded'])
    assert.ok(outOfOrder(twice(type), sealed).length > 0, type);
});
