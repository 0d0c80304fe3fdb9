import assert from 'node:assert/strict';
import test from 'node:test';
import { reportSections } from './report-sections.ts';

const table = (id: string) => ({ id, title: id, columns: [], rows: [] });
const sections = reportSections({
  short: table('in-short'),
  flow: [table('flow'), table('excluded')],
  described: {
    baseline: [table('baseline')],
    exposure: [table('exposure')],
    safety: [table('adverse-events')],
    listings: [table('listing-serious')],
  },
  analysed: {
    efficacy: [table('primary'), table('primary-sensitivity'), table('testing')],
    described: [table('secondary')],
  },
  charts: { efficacy: [], disease: [], exposure: [], safety: [] },
});

test('chapters in the order in which a report is read, each table in one of them', () => {
  assert.deepEqual(
    sections.map(({ id, tables }) => [id, tables.map((each) => each.id).join(' ')]),
    [
      ['in-short', 'in-short'],
      ['flow', 'flow excluded'],
      ['baseline', 'baseline'],
      ['exposure', 'exposure'],
      ['efficacy', 'primary testing'],
      ['sensitivity', 'primary-sensitivity'],
      ['described', 'secondary'],
      ['safety', 'adverse-events'],
      ['listings', 'listing-serious'],
    ],
  );
});

test('a reader in a hurry gets who took part and what the analyses came to', () =>
  assert.deepEqual(
    sections.flatMap(({ id, isBrief }) => (isBrief ? [id] : [])),
    ['flow', 'efficacy', 'described'],
  ));

test('where nothing is compared nothing stands in short', () => {
  const [first] = reportSections({
    short: undefined,
    flow: [],
    described: { baseline: [], exposure: [], safety: [], listings: [] },
    analysed: { efficacy: [], described: [] },
    charts: { efficacy: [], disease: [], exposure: [], safety: [] },
  });
  assert.deepEqual(first?.tables, []);
});
