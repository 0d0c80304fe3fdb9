import assert from 'node:assert/strict';
import test from 'node:test';
import { involved, visit } from './given.ts';
import { gradeBilag } from './grade-bilag.ts';
import { readAssessment } from './read-assessment.ts';
import { evidenceFor, itemsUsed, wantingAnswers } from './traces.ts';

/** A severe skin eruption that is worse makes an A (yee2010), whatever else is missing. */
const read = readAssessment(visit({ 'BILAG.05': 'worse', 'BILAG.06': 'new', 'BILAG.88': 'yes', 'BILAG.07': 'soon' }));
const { systems } = gradeBilag(read.values, undefined, involved([]));

test('items that the reasons name, and their records', () => {
  assert.deepEqual(itemsUsed(systems.mucocutaneous), [5]);
  assert.deepEqual(itemsUsed(systems.renal), [88, 88], 'once for each grade that is still possible');
  assert.deepEqual(
    evidenceFor(read, [5, 7, 88]).map(({ record, written }) => `${record} ${written}`),
    ['now BILAG.05 worse', 'now BILAG.88 yes'],
  );
  assert.deepEqual(evidenceFor(read, [88, 7, 5, 88]), evidenceFor(read, [5, 7, 88]), 'in the order of the form, once');
  assert.deepEqual(evidenceFor(read, [88, 5]), evidenceFor(read, [5, 88, 88]));
  assert.deepEqual(evidenceFor(read, []), []);
});

test('what is wanting of a system, in the order of the form', () => {
  const wanting = wantingAnswers(read, systems.mucocutaneous);
  assert.equal(wanting.length, 12);
  assert.deepEqual(wanting[0], {
    kind: 'unreadable',
    item: 'BILAG.07',
    point: 'now',
    why: '"soon" is none of not present, improving, same, worse, new',
  });
  assert.equal(wantingAnswers(read, systems.renal).length, 11);
  assert.deepEqual(wantingAnswers(read, { ...systems.renal, wanting: [] }), []);
});
