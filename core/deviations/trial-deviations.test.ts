import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { trialDeviations } from './trial-deviations.ts';

/** By hand: a form filled weeks after its visit; no number of a paper, so no key of evidence/references.bib. */
test('everybody in the log, as of its last day', () => {
  const study = g.shipped('nct05631717');
  const { desk, log, act } = g.openedDesk(study, g.listOf('msc', 'il-2'));
  assert.deepEqual(trialDeviations(study, log.all()), []);
  const on = (date: string) => act('investigator', date);
  for (const participant of ['P-001', 'P-002']) {
    desk.actOnParticipant(participant, { type: 'identify', participant, site: 'nanjing' }, on('2026-05-11'));
    desk.actOnParticipant(participant, { type: 'give consent', on: '2026-05-11', version: '1' }, on('2026-05-11'));
    desk.actOnParticipant(participant, { type: 'hold visit', visit: 'screening', on: '2026-05-18' }, on('2026-05-18'));
  }
  desk.actOnParticipant(
    'P-002',
    { type: 'record section', visit: 'screening', section: 'kidney', items: g.entries('UPCR 2.0 g/g') },
    on('2026-06-20'),
  );
  const late = trialDeviations(study, log.all()).filter(({ kind }) => kind === 'form filled late');
  assert.deepEqual(
    late.map(({ participant, visit }) => [participant, visit]),
    [['P-002', 'screening']],
  );
});
