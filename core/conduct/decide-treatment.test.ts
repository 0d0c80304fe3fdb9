import test from 'node:test';
import { given as givenFor } from '#core/record/given.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');

const past = (...events: readonly ParticipantEvent[]) => givenFor(g.deciderOf(study), ...events);
test('treatment ends, the study goes on; participation ends, nothing goes on', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  const stopped: ParticipantEvent = { type: 'treatment discontinued', on: '2026-06-10', why: 'own wish' };
  past(...il2)
    .when({ type: 'discontinue treatment', on: '2026-06-10', why: 'own wish' })
    .then(stopped);
  past(...il2, stopped)
    .when({ type: 'hold visit', visit: 'week 4', on: '2026-06-29' })
    .then(g.held('week 4', '2026-06-29'));
  past(...il2, stopped)
    .when({ type: 'end participation', on: '2026-11-16', how: 'completed' })
    .then({ type: 'participation ended', on: '2026-11-16', how: 'completed' });
  past(g.identified, g.consented)
    .when({ type: 'end participation', on: '2026-05-12', how: 'withdrawn' })
    .then({ type: 'participation ended', on: '2026-05-12', how: 'withdrawn' });
});

test('an end that was entered by mistake is taken back, and what was refused since may be done', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  const ended: ParticipantEvent = { type: 'participation ended', on: '2026-06-10', how: 'died' };
  const record = `participant/${g.id}#${il2.length + 1}/participation ended`;
  const back: ParticipantEvent = { type: 'end taken back', replaces: record };
  const take = { type: 'take back end', replaces: record, reason: 'it was P-002 who died' } as const;
  const later = { type: 'hold visit', visit: 'week 4', on: '2026-06-29' } as const;
  past(...il2, ended)
    .when(take)
    .then(back);
  past(...il2, ended)
    .when(later)
    .refuses('participation ended');
  past(...il2, ended, back)
    .when(later)
    .then(g.held('week 4', '2026-06-29'));
  past(...il2, ended, back)
    .when({ type: 'end participation', on: '2026-11-16', how: 'completed' })
    .then({ type: 'participation ended', on: '2026-11-16', how: 'completed' });
});

test('what was never entered cannot be taken back, nor twice, nor without a reason', () => {
  const il2 = g.randomisedTo(study, 'il-2');
  const ended: ParticipantEvent = { type: 'participation ended', on: '2026-06-10', how: 'withdrawn' };
  const record = `participant/${g.id}#${il2.length + 1}/participation ended`;
  const back: ParticipantEvent = { type: 'end taken back', replaces: record };
  const take = { type: 'take back end', replaces: record, reason: 'wrong line' } as const;
  past(...il2)
    .when(take)
    .refuses('value not found');
  past(...il2, ended)
    .when({ ...take, replaces: 'participant/P-002#9/participation ended' })
    .refuses('value not found');
  past(...il2, ended, back)
    .when(take)
    .refuses('value not found');
  past(...il2, ended)
    .when({ ...take, reason: ' ' })
    .refuses('reason missing');
  const coordinator = givenFor(g.deciderOf(study, 'coordinator'), ...il2, ended);
  coordinator.when(take).refuses('role may not');
});
