import assert from 'node:assert/strict';
import test from 'node:test';
import { clockRules, pregnancyRule, regions } from './clock-rules.ts';

test('each rule has a name of its own, a law and a stamp to count from; no number of a paper', () => {
  assert.equal(new Set(clockRules.map(({ id }) => id)).size, clockRules.length);
  for (const { id, source, from, within } of clockRules) {
    assert.match(source, /^(Regulation|21 CFR)/, id);
    assert.ok(from.length > 0, id);
    assert.ok(('hours' in within ? within.hours : within.days) > 0, id);
  }
});

test('the limits of the laws', () =>
  assert.deepEqual(
    clockRules.map(({ id, within }) => `${id}: ${JSON.stringify(within)}`),
    [
      'site-24-hours: {"hours":24}',
      'us-7-days: {"days":7}',
      'us-15-days: {"days":15}',
      'us-follow-up: {"days":15}',
      'eu-7-days: {"days":7}',
      'eu-8-days-more: {"days":15}',
      'eu-15-days: {"days":15}',
      'eu-urgent-measure: {"days":7}',
    ],
  ));

test('the investigator reports to the sponsor everywhere, the sponsor to the authorities of its regions', () => {
  for (const { id, region, who } of clockRules)
    assert.equal(who, region === 'every region' ? 'investigator' : 'sponsor', id);
  assert.deepEqual(
    regions.filter((region) => clockRules.every((rule) => rule.region !== region)),
    [],
    'no region is offered of which there is no rule',
  );
});

test('a pregnancy is reported within 24 hours, and its rule says that it is no law', () => {
  assert.deepEqual(
    [pregnancyRule.within, pregnancyRule.from, pregnancyRule.who],
    [{ hours: 24 }, ['awareness'], 'investigator'],
  );
  assert.match(pregnancyRule.source, /no law was checked/);
  assert.equal(pregnancyRule.tag, 'recalled');
});
