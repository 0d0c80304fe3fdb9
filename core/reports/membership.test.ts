import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { sixPeople } from '#core/endpoints/given.ts';
import { membershipIn } from './membership.ts';

const study = g.shipped('nct05631717');
const screened = g.participantAfter(g.screened(study));
const { of, figures } = membershipIn(study, [screened, ...sixPeople(study)], []);

// Of six, the first two received the infusion.
test('the populations of each who was randomised', () => {
  const ins = ['P-001', 'P-002', 'P-003', 'P-004'].map((id) => [of(id).treated?.in, of(id).perProtocol?.in]);
  assert.deepEqual(ins, [
    [true, true],
    [true, true],
    [false, false],
    [false, false],
  ]);
  assert.deepEqual(of('somebody else'), { treated: undefined, perProtocol: undefined });
});

test('each is a figure that rests on records and says why', () => {
  assert.equal(figures.length, 12, 'two populations of six');
  const out = figures.find(({ id }) => id === 'population/treated/P-003');
  assert.deepEqual([out?.value, out?.because], ['not in it', ['received no dose']]);
  const isIn = figures.find(({ id }) => id === 'population/per protocol/P-001');
  assert.deepEqual([isIn?.value, isIn?.because], ['in', []]);
  for (const { rests } of figures) assert.ok(rests.length > 0);
});
