import assert from 'node:assert/strict';
import test from 'node:test';
import { founding, masked, six } from './charts/given.ts';
import { toldArms } from './told-arms.ts';

const idsOf = (people: typeof six): readonly string[] => toldArms(founding, people).map(({ id }) => id);

test('the arms of the study where all are told, also where there is nobody', () => {
  assert.deepEqual(idsOf(six), ['msc', 'il-2']);
  assert.deepEqual(idsOf([]), ['msc', 'il-2']);
});

test('one group as soon as one arm is not told; who was never allocated has none to tell', () => {
  assert.deepEqual(idsOf([...six.slice(1), ...masked.slice(0, 1)]), ['all participants']);
  assert.deepEqual(idsOf([...six, ...masked.slice(0, 1).map((each) => ({ ...each, allocated: undefined }))]), [
    'msc',
    'il-2',
  ]);
});

test('an arm holds its own, the one group everybody', () => {
  const [first] = toldArms(founding, six);
  assert.deepEqual([first?.holds('msc'), first?.holds('il-2'), first?.holds(undefined)], [true, false, false]);
  const [all] = toldArms(founding, masked);
  assert.deepEqual([all?.holds('msc'), all?.holds(undefined)], [true, true]);
});
