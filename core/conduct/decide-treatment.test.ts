import { readFileSync } from 'node:fs';
import test from 'node:test';
import { given as givenFor } from '#core/record/given.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.studyIn(text);

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
