import assert from 'node:assert/strict';
import test from 'node:test';
import { isSiteEvent, siteRoles, siteStream } from './site-event.ts';

test('what happens to a site is told from what happens to the study and to people', () => {
  const rows = [
    ['site activated', true],
    ['staff delegated', true],
    ['version accepted', true],
    ['site closed', true],
    ['study approved', false],
    ['participant identified', false],
    ['recruitment closed', false],
  ] as const;
  for (const [type, expected] of rows) assert.equal(isSiteEvent({ type }), expected, type);
});

test('each site has a stream, and three roles of its own', () => {
  assert.equal(siteStream('nanjing'), 'site/nanjing');
  assert.deepEqual([...siteRoles], ['investigator', 'coordinator', 'pharmacist']);
});
