import assert from 'node:assert/strict';
import test from 'node:test';
import { oncePer } from './once-per.ts';

/** How often the work was done: no number of a paper, so no key of evidence/references.bib. */
test('the work is done once for each thing, and again for another that looks the same', () => {
  const asked: string[] = [];
  const lengthOf = oncePer(({ name }: { readonly name: string }) => {
    asked.push(name);
    return { length: name.length };
  });
  const [fever, same] = [{ name: 'fever' }, { name: 'fever' }];
  const first = lengthOf(fever);
  assert.deepEqual(first, { length: 5 });
  assert.equal(lengthOf(fever), first);
  assert.deepEqual(asked, ['fever']);
  assert.notEqual(lengthOf(same), first);
  assert.deepEqual(lengthOf({ name: 'anorexia' }), { length: 8 });
  assert.deepEqual(asked, ['fever', 'fever', 'anorexia']);
});
