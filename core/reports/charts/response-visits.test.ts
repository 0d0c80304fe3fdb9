import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { endpointOf, studyEdited } from '#core/endpoints/given.ts';
import { founding } from './given.ts';
import { mainResponse, sentencesByLevel, sentencesOfLevels, visitsShown } from './response-visits.ts';

const kidney = 'measures: [creatinine, UPCR, protein-24h]\n    visits: [screening, baseline, week 4, week 8, week 12';

test('a response that is asked once is shown wherever all that it needs is measured and judged', () => {
  const shown = visitsShown(endpointOf(founding, 'response'), founding);
  assert.deepEqual(shown, ['week 4', 'week 8', 'week 12', 'week 16', 'week 20', 'week 24']);
  const without = studyEdited([kidney, kidney.replace(' week 8,', '')]);
  assert.deepEqual(
    visitsShown(endpointOf(without, 'response'), without),
    shown.filter((visit) => visit !== 'week 8'),
  );
});

test('an endpoint is shown where the study asks it, in the order of time', () => {
  const study = shipped('nct03673748');
  assert.deepEqual(visitsShown(endpointOf(study, 'response'), study), ['week 12', 'week 24', 'week 52']);
  assert.deepEqual(visitsShown(endpointOf(study, 'any-adverse-event'), study), ['week 24']);
  const many = visitsShown(endpointOf(study, 'glucocorticoid-reduced'), study);
  assert.deepEqual([many.length, many[0], many.at(-1)], [9, 'week 4', 'week 78']);
});

test('the main response is the primary one; a trial may have none', () => {
  assert.equal(mainResponse(founding)?.of.id, 'response');
  assert.equal(mainResponse(shipped('nct01741857')), undefined);
});

test('the sentences of a level reach through its definitions', () => {
  const response = mainResponse(founding) ?? assert.fail();
  const levels = sentencesByLevel(response, founding);
  assert.deepEqual(
    levels.map(({ level }) => level),
    ['CR', 'PR'],
  );
  const falls = sentencesOfLevels(response, founding).filter(({ kind }) => kind === 'trend');
  assert.ok(falls.length > 0);
  assert.equal(sentencesOfLevels(response, founding).length, levels.flatMap(({ sentences }) => sentences).length);
});
