import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import { isRefusal } from './refusal.ts';

const study = g.shipped('nct03673748');
const opened = () => g.openedDesk(study, g.listOf('cells', 'placebo'));
const allocated = g
  .maskedPast()
  .map((event) => (event.type === 'participant identified' ? { ...event, site: 'valladolid' } : event));

const withSomebody = () => {
  const { desk, log, act } = opened();
  const stream = `participant/${g.id}`;
  const events = allocated.map((event) => ({ stream, event }));
  log.append({ reads: [{ stream, version: 0 }], events, ...act(), study: study.hash });
  return { desk, log, act };
};

test('a data cut names the log as it was before it, and its reason is kept', () => {
  const { desk, log, act } = opened();
  const head = log.head();
  const answer = desk.actOnStudy({ type: 'cut data', on: '2027-05-01', why: 'interim' }, act('data manager'));
  assert.ok(!isRefusal(answer));
  const cut = { type: 'data cut', on: '2027-05-01', why: 'interim', events: head.count, head: head.hash };
  assert.deepEqual(answer[0]?.event, cut);
  const pause = { type: 'pause study', on: '2027-05-02', what: 'recruitment', reason: 'two reactions' } as const;
  assert.ok(!isRefusal(desk.actOnStudy(pause, act('safety physician'))));
  assert.equal(log.all().at(-1)?.reason, 'two reactions');
});

test('locks wait for those who are followed, each lock for its own', () => {
  const { desk, act } = withSomebody();
  const on = '2027-05-01';
  const followed = { refused: 'participants still followed', participants: [g.id] };
  assert.deepEqual(desk.actOnStudy({ type: 'lock primary analysis', on }, act('sponsor')), followed);
  assert.deepEqual(desk.actOnStudy({ type: 'lock data', on }, act('sponsor')), followed);
  const empty = opened();
  assert.ok(!isRefusal(empty.desk.actOnStudy({ type: 'lock primary analysis', on }, empty.act('sponsor'))));
});

test('whoever drafted does not approve, at the desk too', () => {
  const { desk, act } = opened();
  const definition = { ...study.definition, version: 'amendment 1' };
  const author = { ...act('sponsor'), actor: { id: 'one', role: 'sponsor' } };
  assert.ok(!isRefusal(desk.actOnStudy({ type: 'draft amendment', definition }, author)));
  const approve = { type: 'approve amendment', definition, asksConsentAgain: false } as const;
  assert.deepEqual(desk.actOnStudy(approve, author), { refused: 'own draft', author: 'one' });
  assert.ok(!isRefusal(desk.actOnStudy(approve, act('sponsor'))));
});
