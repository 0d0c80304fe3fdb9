import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateSync } from 'node:zlib';
import { cell, cover, smallReport } from '#hosts/render/html/given.ts';
import { reportPdf } from './report-pdf.ts';

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect x="1" y="1" width="${width - 2}" height="${height - 2}" fill="none" stroke="#000"/></svg>`;

const made = async (parts: Partial<Parameters<typeof reportPdf>[0]> = {}): Promise<string> => {
  const all = { cover, report: smallReport(), flow: undefined, drawChart: () => svg(10, 10), ...parts };
  return Buffer.from(await reportPdf(all)).toString('latin1');
};

const pagesOf = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

/** What is drawn on the pages, as commands. */
const drawnIn = (pdf: string): string =>
  [...pdf.matchAll(/\/FlateDecode\s*>>\s*stream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');

const long = (rows: number) =>
  smallReport({
    rows: Array.from({ length: rows }, (_, at) => ({
      label: `row ${at}`,
      cells: [cell(`c${at}`, String(at)), cell(`d${at}`, '–')],
    })),
  });

test('it says whose it is and in which language, and its date is that of the data', async () => {
  const pdf = await made();
  assert.match(pdf, /^%PDF-1\.\d/);
  assert.match(pdf, /\/Lang \(en\)/);
  assert.match(pdf, /\(Trialwright\)/);
  assert.match(pdf, /\(D:20261116/);
});

test('the same data give the same bytes', async () => assert.equal(await made(), await made()));

test('a long table goes on over pages, with its head on each', async () => {
  const [short, many] = [await made({ report: long(3) }), await made({ report: long(200) })];
  assert.ok(pagesOf(many) >= pagesOf(short) + 3);
});

test('a picture that is larger than the page is made smaller, and stands on the page', async () => {
  const report = { ...smallReport(), sections: smallReport().sections.map((section) => ({ ...section, id: 'flow' })) };
  const [small, large] = [await made({ report, flow: svg(300, 200) }), await made({ report, flow: svg(900, 4000) })];
  assert.ok(pagesOf(large) <= pagesOf(small) + 1, 'what follows it may go to the next');
  const scales = [...drawnIn(large).matchAll(/(0\.\d+) 0 0 (?:-)?(0\.\d+) /g)].map(([, across]) => Number(across));
  assert.ok(
    scales.some((scale) => scale < 0.2),
    'a picture of 4000 points is drawn at less than a fifth',
  );
});

test('rows of different length, no columns and signs of other alphabets are no trouble', async () => {
  const rows = [
    { label: 'α ≥ 1 µg – “quoted”', cells: [cell('a', '−1.5')] },
    { label: 'none', cells: [] },
    { label: 'more', cells: [cell('b', '1'), cell('c', '2'), cell('d', '3')] },
  ];
  assert.ok(pagesOf(await made({ report: smallReport({ rows }) })) > 0);
  assert.ok(pagesOf(await made({ report: smallReport({ columns: [''], rows: rows.slice(0, 1) }) })) > 0);
});

test('of nobody, with nothing assumed, there is a document all the same', async () => {
  const report = { ...smallReport(), sections: [], tables: [], notes: [], notYet: ['Not yet.'] };
  assert.ok(pagesOf(await made({ report, cover: { ...cover, questions: [], virtual: undefined } })) > 0);
});
