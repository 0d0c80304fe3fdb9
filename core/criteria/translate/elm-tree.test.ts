import assert from 'node:assert/strict';
import test from 'node:test';
import { boolean, chain, choice, elmType, integer, unknown } from './elm-tree.ts';

const yes = boolean(true);
const no = boolean(false);

test('a literal carries its type in full, as the ELM schema (HL7 CQL 1.5, appendix on ELM) writes it', () => {
  assert.deepEqual(integer(12n), { type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}Integer', value: '12' });
  assert.deepEqual(no, { type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}Boolean', value: 'false' });
  assert.equal(elmType('String'), '{urn:hl7-org:elm-types:r1}String');
});

test('unknown is null as a Boolean', () =>
  assert.deepEqual(unknown, {
    type: 'As',
    operand: { type: 'Null' },
    asType: '{urn:hl7-org:elm-types:r1}Boolean',
  }));

test('a chain is pairs from the left; of one it is that one; of none it is broken', () => {
  assert.deepEqual(chain('And', [yes, no, unknown]), {
    type: 'And',
    operand: [{ type: 'And', operand: [yes, no] }, unknown],
  });
  assert.equal(chain('Or', [no]), no);
  assert.throws(() => chain('Or', []), /of nothing/);
});

test('a choice has the names of the ELM schema', () =>
  assert.deepEqual(Object.entries(choice(yes, no, unknown)), [
    ['type', 'If'],
    ['condition', yes],
    ['then', no],
    ['else', unknown],
  ]));
