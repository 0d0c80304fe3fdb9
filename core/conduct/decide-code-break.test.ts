import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct03673748');
const past = (...events: readonly ParticipantEvent[]) => given(g.deciderOf(study), ...g.maskedPast(...events));
const open = (reason = 'anaphylaxis', on = '2026-06-02'): ParticipantCommand => ({ type: 'break code', on, reason });
const broken: ParticipantEvent = { type: 'code broken', on: '2026-06-02' };

test('with a reason, once, also after the end', () => {
  past().when(open()).then(broken);
  past({ type: 'participation ended', on: '2026-06-02', how: 'died' }).when(open()).then(broken);
  past(broken).when(open()).refuses('done already');
  past().when(open(' ')).refuses('reason missing');
  past().when(open('anaphylaxis', '2026-05-31')).refuses('date impossible');
});

test('before allocation, by somebody else, and where nothing is masked, there is nothing to break', () => {
  given(g.deciderOf(study), g.identified, g.consented).when(open()).refuses('not randomised');
  given(g.deciderOf(study, 'coordinator'), ...g.maskedPast())
    .when(open())
    .refuses('role may not');
  given(g.deciderOf(study, 'safety physician'), ...g.maskedPast())
    .when(open())
    .then(broken);
  const shown = g.shipped('nct05631717');
  given(g.deciderOf(shown), ...g.randomisedTo(shown, 'msc'))
    .when(open())
    .refuses('not masked');
});
