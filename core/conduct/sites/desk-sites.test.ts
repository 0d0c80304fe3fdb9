import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { isRefusal } from '#core/conduct/refusal.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { site } from './given.ts';

const study = g.shipped('nct03580291');
const other = 'centre-2';
const [nanjing, second] = ['P-001', 'P-002'];
const arms = study.definition.arms.map(({ id }) => id);

/** The trial with its first visit an hour longer in its name, and two people who consented, one at each of two sites. */
const amended: StudyDefinition = { ...study.definition, version: `${study.definition.version}, amendment 1` };

const opened = () => {
  const opening = g.openedDesk(study, g.listOf(...arms));
  const { desk, act } = opening;
  for (const [id, at] of [
    [nanjing, site],
    [second, other],
  ] as const) {
    desk.actOnParticipant(id, { type: 'identify', participant: id, site: at }, act());
    desk.actOnParticipant(id, { type: 'give consent', on: '2026-05-11', version: '1' }, act());
  }
  return opening;
};

const mustDo = (answer: unknown) => assert.ok(!isRefusal(answer), JSON.stringify(answer));

test('an amendment is in force where its committee approved it, and nowhere else', () => {
  const { desk, log, act } = opened();
  mustDo(desk.actOnStudy({ type: 'draft amendment', definition: amended }, act('protocol author')));
  mustDo(desk.actOnStudy({ type: 'approve amendment', definition: amended, asksConsentAgain: true }, act('sponsor')));
  const version = log.read('study').at(-1)?.event;
  assert.ok(version?.type === 'amendment approved');
  const accept = { type: 'accept version', version: version.hash, approvedOn: '2027-05-01', on: '2027-05-10' } as const;
  mustDo(desk.actOnSite(site, accept, act('sponsor')));
  assert.deepEqual([desk.versionAt(site).hash, desk.versionAt(other).hash], [version.hash, study.hash]);
  assert.equal(desk.versionAt(site).definition.version, amended.version);

  const describe = { type: 'describe', born: '1990-06-15', sex: 'female' } as const;
  const answer = desk.actOnParticipant(nanjing, describe, act());
  assert.deepEqual(answer, { refused: 'not trained', person: 'investigator-1', version: version.hash });
  mustDo(desk.actOnSite(site, { type: 'record training', person: 'investigator-1', on: '2027-05-10' }, act('sponsor')));
  mustDo(desk.actOnParticipant(nanjing, describe, act()));
  mustDo(desk.actOnParticipant(second, describe, act()));
  const under = (id: string) => log.read(`participant/${id}`).at(-1)?.study;
  assert.deepEqual([under(nanjing), under(second)], [version.hash, study.hash]);
});

test('who is not of a site sees nobody there, and acts on nobody', () => {
  const { desk, act } = opened();
  const stranger = { ...act(), actor: { id: 'dr-9', role: 'investigator' } };
  const describe = { type: 'describe', born: '1990-06-15', sex: 'female' } as const;
  const nobody = { refused: 'participant unknown', participant: nanjing };
  assert.deepEqual(desk.actOnParticipant(nanjing, describe, stranger), nobody);
  assert.deepEqual(desk.randomise(nanjing, '2026-06-01', stranger), nobody);
  assert.deepEqual(desk.breakCode(nanjing, { on: '2026-06-01', reason: 'emergency' }, stranger), nobody);
  assert.deepEqual(desk.actOnParticipant('P-777', describe, act()), {
    refused: 'participant unknown',
    participant: 'P-777',
  });
});

test('a desk that is opened again over the same logs knows the sites and the versions', async () => {
  const { desk, log, sealed, act } = opened();
  mustDo(desk.actOnStudy({ type: 'draft amendment', definition: amended }, act('protocol author')));
  mustDo(desk.actOnStudy({ type: 'approve amendment', definition: amended, asksConsentAgain: false }, act('sponsor')));
  const { openDesk } = await import('#core/conduct/desk.ts');
  const again = openDesk(study, log, sealed);
  assert.deepEqual(again.site(site), desk.site(site));
  const hash = log.read('study').at(-1)?.event;
  assert.ok(hash?.type === 'amendment approved');
  mustDo(
    again.actOnSite(
      site,
      { type: 'accept version', version: hash.hash, approvedOn: '2027-05-01', on: '2027-05-10' },
      act('sponsor'),
    ),
  );
  assert.equal(again.versionAt(site).hash, hash.hash);
});
