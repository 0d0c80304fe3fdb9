import assert from 'node:assert/strict';
import test from 'node:test';
import { accepted, activated, closed, nurse, paused, site, siteAfter, trained } from './given.ts';
import type { SiteEvent } from './site-event.ts';
import { whyNotHere } from './why-not-here.ts';

const ready = [activated, trained('dr-1'), nurse, trained('nurse-1')];

interface Row {
  readonly past: readonly SiteEvent[];
  readonly type?: string;
  readonly person?: string;
  readonly role?: string;
  readonly date?: string;
  readonly expected: string | undefined;
}

const rows: Readonly<Record<string, Row>> = {
  'delegated and trained': { past: ready, expected: undefined },
  'the coordinator too': { past: ready, person: 'nurse-1', role: 'coordinator', expected: undefined },
  'in another role than delegated': {
    past: ready,
    person: 'nurse-1',
    role: 'investigator',
    expected: 'not delegated',
  },
  'before the first day': {
    past: ready,
    person: 'nurse-1',
    role: 'coordinator',
    date: '2026-02-01',
    expected: 'not delegated',
  },
  'not trained': { past: [activated], expected: 'not trained' },
  'trained in the version before': { past: [...ready, accepted], expected: 'not trained' },
  'trained in both': { past: [...ready, accepted, trained('dr-1', 'v2', '2026-06-05')], expected: undefined },
  'trained later': { past: ready, date: '2026-02-02', expected: 'not trained' },
  'of another site': { past: ready, person: 'dr-9', expected: 'participant unknown' },
  'of another site, identifying': { past: ready, person: 'dr-9', type: 'identify', expected: 'not delegated' },
  'a site that is not active': { past: [], type: 'identify', expected: 'site not active' },
  'a paused site takes nobody in': { past: [...ready, paused], type: 'identify', expected: 'site paused' },
  'nor to an arm': { past: [...ready, paused], type: 'randomise', expected: 'site paused' },
  'and follows whom it has': { past: [...ready, paused], type: 'hold visit', expected: undefined },
  'a closed site takes nobody in': { past: [...ready, closed], type: 'enrol', expected: 'site closed' },
  'and still enters what is late': { past: [...ready, closed], type: 'record section', expected: undefined },
  'roles of the study belong to no site': { past: [], person: 'lab', role: 'laboratory', expected: undefined },
};

for (const [
  what,
  { past, type = 'hold visit', person = 'dr-1', role = 'investigator', date = '2027-06-01', expected },
] of Object.entries(rows))
  test(what, () => {
    const at = { instant: `${date}T08:00:00Z`, offset: '+08:00', zone: 'Asia/Shanghai', date };
    const act = { at, actor: { id: person, role } };
    assert.equal(whyNotHere(siteAfter(...past), { type, participant: 'P-001' }, act)?.refused, expected);
  });

test('a participant of another site looks like one whom nobody knows', () => {
  const at = { instant: '2027-06-01T08:00:00Z', offset: '+08:00', zone: 'Asia/Shanghai', date: '2027-06-01' };
  const answer = whyNotHere(
    siteAfter(...ready),
    { type: 'give dose', participant: 'P-001' },
    { at, actor: { id: 'dr-9', role: 'investigator' } },
  );
  assert.deepEqual(answer, { refused: 'participant unknown', participant: 'P-001' });
  assert.equal(site, 'nanjing');
});
