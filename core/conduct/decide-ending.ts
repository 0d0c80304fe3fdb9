import { pastDay, sinceStart } from './dates.ts';
import { unless } from './first-refusal.ts';
import { visitsThroughPrimary } from './primary-span.ts';
import { type DecideStudy, doneAlready, notOpen, withoutReason } from './study-scene.ts';

export const decideClosing: DecideStudy<'close recruitment'> = ({ on }, state, { setting }) =>
  unless([notOpen(state), doneAlready(state.closedOn, 'closing of recruitment'), pastDay(on, setting)], () => [
    { type: 'recruitment closed', on },
  ]);

/** Names the log as it is: whoever has it can check that an analysis read this and nothing later. */
export const decideCut: DecideStudy<'cut data'> = ({ on, why }, state, { setting, head }) =>
  unless([notOpen(state), pastDay(on, setting), withoutReason(why)], () => [
    { type: 'data cut', on, why, events: head.count, head: head.hash },
  ]);

/**
 * Locks every visit through that of the primary endpoints, once nobody is awaited there any more. The arms stay sealed:
 * who is followed further, and those who follow them, are told after the last lock.
 */
export const decidePrimaryLock: DecideStudy<'lock primary analysis'> = ({ on }, state, { setting, followed }) => {
  const visits = visitsThroughPrimary(setting.study);
  return unless(
    [
      notOpen(state),
      doneAlready(state.lockedOn, 'lock of the data'),
      state.lockedVisits.length > 0 && { refused: 'done already', what: 'lock for the primary analysis' },
      followed.length > 0 && { refused: 'participants still followed', participants: followed },
      pastDay(on, setting),
    ],
    () => [{ type: 'primary analysis locked', on, visits }],
  );
};

/** The data are locked when nobody is followed any more and nothing in them is open. */
export const decideLock: DecideStudy<'lock data'> = ({ on }, state, { setting, followed, notReady }) =>
  unless(
    [
      notOpen(state),
      doneAlready(state.lockedOn, 'lock of the data'),
      pastDay(on, setting),
      followed.length > 0 && { refused: 'participants still followed', participants: followed },
      notReady,
    ],
    () => [{ type: 'data locked', on }],
  );

/** An error that is found after the lock is set right as long as nobody knows the arms, and then locked again. */
export const decideUnlock: DecideStudy<'unlock data'> = ({ on, reason }, state, { setting }) =>
  unless(
    [
      state.lockedOn === undefined && { refused: 'data not locked' },
      doneAlready(state.unblindedOn, 'unblinding'),
      pastDay(on, setting),
      state.lockedOn !== undefined && sinceStart(on, state.lockedOn),
      withoutReason(reason),
    ],
    () => [{ type: 'data unlocked', on }],
  );

export const decideUnblinding: DecideStudy<'unblind study'> = ({ on }, state, { setting }) =>
  unless(
    [
      state.lockedOn === undefined && { refused: 'data not locked' },
      doneAlready(state.unblindedOn, 'unblinding'),
      pastDay(on, setting),
    ],
    () => [{ type: 'study unblinded', on }],
  );
