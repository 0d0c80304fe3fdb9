import assert from 'node:assert/strict';
import test from 'node:test';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';
import { sectionRules } from './section-rules.ts';

const bare: RecordChanges = { inclusion: [], exclusion: [] };

test('parts that a record leaves out', () =>
  expectRules(sectionRules, [
    ['criteria-missing', bare, { inclusion: [] }],
    ['inclusion-missing', { inclusion: [] }, bare],
    ['exclusion-missing', { exclusion: [] }, bare],
    ['arms-missing', { arms: [] }, {}],
    ['outcomes-missing', { 'primary outcomes': [] }, { 'secondary outcomes': [] }],
    ['sites-missing', { sites: [] }, {}],
    ['enrolment-missing', { enrolment: undefined }, { enrolment: { participants: 0 } }],
  ]));

test('the reading is a copy that holds the part, the later version first; a publication is no copy', () => {
  const inclusion = ['SLE'];
  const copies: RecordChanges['copies'] = [
    { where: 'a', kind: 'publication', inclusion },
    { where: 'b', kind: 'copy', version: 'earlier', inclusion },
    { where: 'c', kind: 'copy', version: 'later', inclusion },
  ];
  const reading = (list: RecordChanges['copies']) =>
    firstFinding({ ...bare, copies: list }, 'criteria-missing').reading;
  assert.equal(reading(copies), 'as copies[3].inclusion has it');
  assert.equal(reading(copies.slice(0, 2)), 'as copies[2].inclusion has it');
  assert.equal(reading(copies.slice(0, 1)), undefined);
});

test('a missing part has a place and no words', () => {
  assert.deepEqual(firstFinding({ sites: [] }, 'sites-missing').places, [{ place: 'sites', quote: undefined }]);
});
