import assert from 'node:assert/strict';
import test from 'node:test';
import { classRules } from './class-rules.ts';
import { expectRules, firstFinding, type RecordChanges } from './given.ts';

const classes = (included: string, excluded: string): RecordChanges => ({
  inclusion: [included],
  exclusion: [excluded],
});

test('classes of lupus nephritis', () =>
  expectRules(classRules, [
    [
      'class-undecided',
      classes('WHO class III, IV or V LN', 'Type I, VI lupus nephritis'),
      classes('WHO class III, IV or V LN', 'Type I, II, or VI'),
    ],
    ['class-undecided', classes('Class III+V or IV', 'Class VI'), classes('Class III+V or IV', 'Sclerosis')],
    [
      'class-undecided',
      classes('Class III', 'Class VI'),
      { ...classes('Type III', 'Type VI'), conditions: ['Collagen disorder'] },
    ],
    [
      'classes-disagree',
      { descriptions: ['class III or IV were treated'], inclusion: ['class II or III'] },
      { descriptions: ['class III or IV were treated'], inclusion: ['Type IV and III'] },
    ],
    [
      'classes-disagree',
      { copies: [{ where: 'a', kind: 'copy', inclusion: ['Type II, III, or IV'] }] },
      { background: ['Type II LN is mild'] },
    ],
  ]));

test('the classes that nobody decided are named', () => {
  const found = firstFinding(classes('Class III, IV or V', 'Class VI'), 'class-undecided');
  assert.equal(found.question, 'Is class I or II eligible?');
  assert.deepEqual(found.places, [
    { place: 'inclusion[1]', quote: 'Class III, IV or V' },
    { place: 'exclusion[1]', quote: 'Class VI' },
  ]);
});
