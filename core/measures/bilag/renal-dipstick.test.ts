import assert from 'node:assert/strict';
import test from 'node:test';
import { between, exactly } from '#core/quantities/range.ts';
import { rational, zero } from '#core/quantities/rational.ts';
import { dipstickFindings } from './renal-dipstick.ts';

const at = (value: number) => exactly(rational(value));
const severities = (...given: Parameters<typeof dipstickFindings>): readonly number[] =>
  dipstickFindings(...given).map(({ severity }) => severity);

/** yee2010; a first assessment and blanks as in a port of the database program. Severity 3 is a criterion of an A. */
test('each level now after each level before', () => {
  const table = [
    ['first', 0, 1, 3, 3],
    ['blank', 0, 1, 1, 1],
    [0, 0, 1, 3, 3],
    [1, 0, 1, 2, 3],
    [2, 0, 1, 1, 2],
    [3, 0, 1, 1, 1],
  ] as const;
  for (const [before, ...expected] of table)
    expected.forEach((severity, now) => {
      const previous = typeof before === 'string' ? before : at(before);
      assert.deepEqual(severities(at(now), previous), [severity], `${now} after ${before}`);
    });
});

test('not measured or not due to lupus is nothing; unknown is anything', () => {
  const any = between(zero, rational(3));
  assert.deepEqual(severities('blank', 'first'), [0]);
  assert.deepEqual(severities('absent', at(0)), [0]);
  assert.deepEqual(severities(any, 'first'), [3, 1, 0]);
  assert.deepEqual(severities(any, at(1)), [3, 2, 1, 0]);
  assert.deepEqual(severities(at(2), any), [3, 2, 1]);
});

test('branches are told', () => {
  const rows = [
    [3, 0, 'deteriorating proteinuria'],
    [2, 1, 'rising protein on the dipstick'],
    [1, 1, 'protein on the dipstick'],
  ] as const;
  for (const [now, before, rule] of rows)
    assert.deepEqual(dipstickFindings(at(now), at(before))[0]?.branches, [{ rule, items: [81] }]);
});
