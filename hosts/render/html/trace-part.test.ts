import assert from 'node:assert/strict';
import test from 'node:test';
import { cell, smallReport } from './given.ts';
import { traceOf, tracePart } from './trace-part.ts';

const say = (record: string): string | undefined => (record.endsWith('UPCR') ? 'week 24: UPCR = 0.4 g/g' : undefined);

test('from a cell to the value, from the value to the record, from the record to what the event says', () => {
  const report = smallReport();
  const { html } = tracePart(report, traceOf(report), say);
  assert.match(html, /<li id="figure-r\/cells">.*<a href="#figure-value\/response\/0001">/s);
  assert.match(html, /<li id="figure-value\/response\/0001">.*<a href="#record-participant\/0001_23_7\/UPCR">/s);
  assert.match(html, /<li id="record-participant\/0001_23_7\/UPCR"><b>[^<]+<\/b> week 24: UPCR = 0.4 g\/g/);
  assert.doesNotMatch(html, /Left out/);
});

test('a cell that rests on nothing has no origin', () => {
  const trace = traceOf(smallReport());
  assert.ok(trace.places.has('r/cells'));
  assert.ok(!trace.places.has('r/placebo'));
});

test('a record that the log has not is said to be none', () => {
  const report = smallReport({ rows: [{ label: 'x', cells: [cell('x/1', '1', ['participant/9#9/gone'])] }] });
  assert.match(tracePart(report, traceOf(report), say).html, /participant\/9#9\/gone<\/b> no such event/);
});

test('of many links the first are shown and the others counted', () => {
  const many = Array.from({ length: 50 }, (_, at) => `participant/${at}#1/born`);
  const report = smallReport({ rows: [{ label: 'x', cells: [cell('x/1', '50', many)] }] });
  const { html } = tracePart(report, traceOf(report), say);
  assert.match(html, /and 10 more/);
  assert.equal(html.match(/<a href="#record-/g)?.length, 40 + 1);
});

test('of too many values the page says how many it leaves out, those of analyses staying first', () => {
  const report = smallReport();
  const further = Array.from({ length: 5000 }, (_, at) => cell(`value/response/${at}/week 4`, 'PR'));
  const figures = new Map([...further, ...report.figures.values()].map((figure) => [figure.id, figure]));
  const trace = traceOf({ ...report, figures });
  assert.equal(trace.leftOut.values, 1001);
  assert.ok(trace.places.has('value/response/0001'));
  assert.match(tracePart({ ...report, figures }, trace, say).html, /1001 values of participants/);
});
