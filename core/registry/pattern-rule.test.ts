import assert from 'node:assert/strict';
import test from 'node:test';
import { recordFrom } from './given.ts';
import { criteriaKinds, everyKind, patternRule, type RecordPattern } from './pattern-rule.ts';

const pattern: RecordPattern = {
  id: 'a-rule',
  severity: 'warning',
  kinds: criteriaKinds,
  pattern: /maybe \w+/g,
  what: 'Perhaps.',
  question: 'Really?',
  reading: (quote) => quote.replace('maybe ', ''),
};
const record = recordFrom({
  summary: 'maybe yes',
  inclusion: ['maybe one', 'maybe two, maybe three'],
  exclusion: ['four'],
});

test('all matches are one finding, in the kinds of text that the rule reads', () => {
  assert.deepEqual(patternRule(pattern).find(record), [
    {
      places: [
        { place: 'inclusion[1]', quote: 'maybe one' },
        { place: 'inclusion[2]', quote: 'maybe two' },
        { place: 'inclusion[2]', quote: 'maybe three' },
      ],
      what: 'Perhaps.',
      question: 'Really?',
      reading: 'one',
    },
  ]);
});

test('a rule keeps nothing between two records, and a reading may be fixed words', () => {
  const rule = patternRule({ ...pattern, kinds: everyKind, reading: 'no' });
  assert.deepEqual(rule.find(record), rule.find(record));
  assert.equal(rule.find(record)[0]?.places[0]?.place, 'summary');
  assert.equal(rule.find(record)[0]?.reading, 'no');
  assert.deepEqual(rule.find(recordFrom({})), []);
});
