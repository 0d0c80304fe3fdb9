import test from 'node:test';
import { foldParticipants } from '#core/conduct/fold.ts';
import { participantStream } from '#core/conduct/trial-event.ts';
import { findDeviations } from '#core/deviations/find-deviations.ts';
import { compileTrial } from './given.ts';
import { rehearse } from './rehearse.ts';
import { scenarioWith } from './scenario.ts';

const clean = {
  'late visit': 0,
  'missed visit': 0,
  'empty section': 0,
  slip: 0,
  'thaw failure': 0,
  'missed dose': 0,
  adherence: 1,
  'adherence sd': 0,
  'leaves yearly': 0,
  'dies yearly': 0,
  'stops treatment yearly': 0,
  'days away': 0,
  'days of an event': 1,
} as const;
const sizes = { nct03580291: 32, nct04318600: 16, nct05631717: 40, nct03673748: 20, nct01741857: 40 } as const;
for (const numbers of [clean, {}])
  for (const [trial, participants] of Object.entries(sizes))
    test(`${trial}`, () => {
      const study = compileTrial(trial);
      const run = rehearse({ study, seed: 7, start: '2026-01-05', scenario: scenarioWith({ participants, numbers }) });
      const all = run.log.all();
      const people = foldParticipants(all);
      const t = performance.now();
      const asOf = all.at(-1)?.at.date ?? '';
      const found = people.flatMap((p) => findDeviations(study, p, run.log.read(participantStream(p.id ?? '')), asOf));
      console.log(
        trial,
        numbers === clean ? 'clean' : 'usual',
        people.length,
        found.length,
        Math.round(performance.now() - t),
        'ms',
      );
      for (const [kind, each] of Map.groupBy(found, (d) => d.kind)) {
        console.log('   ', kind, each.length);
        for (const x of each.slice(0, 2)) console.log('       ', x.participant, x.on, x.record, x.says.slice(0, 260));
      }
    });
