import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ReportChart } from '#core/reports/chart.ts';
import type { Cover } from '#core/reports/cover.ts';
import type { Report, ReportSection, Table } from '#core/reports/figure.ts';
import { kindOfReport, sayCut } from '#hosts/render/html/front-part.ts';

/** What a printed report is made from. */
export interface PrintedParts {
  readonly cover: Cover;
  readonly report: Report;
  readonly flow: string | undefined;
  readonly drawChart: (chart: ReportChart) => string;
}

/** Only who wants paper waits for what lays it out. It reads its own fonts, and nothing else from disk or net. */
const openPrinter = async () => {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  pdfmake.setFonts({
    Roboto: {
      normal: join(fonts, 'Roboto-Regular.ttf'),
      bold: join(fonts, 'Roboto-Medium.ttf'),
      italics: join(fonts, 'Roboto-Italic.ttf'),
      bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(fonts));
  return pdfmake;
};

/** A4 less its margins, in points. */
const [margin, textWidth, textHeight] = [42, 511, 640];

const ruled = {
  hLineWidth: (row: number, { table }: ContentTable) => {
    if (row === 0) return 0;
    return row === (table.headerRows ?? 0) ? 0.8 : 0.25;
  },
  vLineWidth: () => 0,
  hLineColor: () => '#999999',
  paddingLeft: () => 0,
  paddingRight: () => 6,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

/** Words stand to the left; what is short and has a digit is a number and stands to the right. */
const cellContent = (text: string, wide: number): Content => ({
  text,
  alignment: text.length > 60 ? 'left' : 'right',
  noWrap: wide <= 4 && text.length <= 40,
});

const tableContent = ({ title, columns, rows, notes = [] }: Table): Content => {
  const wide = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  const hasHead = columns.some((column) => column !== '');
  const filled = (cells: readonly TableCell[]): TableCell[] => [
    ...cells,
    ...Array.from({ length: wide + 1 - cells.length }, () => ''),
  ];
  const head = filled(['', ...columns.map((text): Content => ({ text, bold: true, alignment: 'right' }))]);
  const body = rows.map(({ label, cells }) => filled([label, ...cells.map(({ value }) => cellContent(value, wide))]));
  const named = filled([{ text: title, bold: true, colSpan: wide + 1, margin: [0, 0, 0, 2] }]);
  return [
    {
      table: {
        headerRows: hasHead ? 2 : 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: ['*', ...Array.from({ length: wide }, () => 'auto' as const)],
        body: [named, ...(hasHead ? [head] : []), ...body],
      },
      layout: ruled,
      fontSize: wide > 5 ? 7 : 8,
      margin: [0, 10, 0, 0],
    },
    ...notes.map((text): Content => ({ text, fontSize: 7.5, color: '#444444', margin: [0, 2, 0, 0] })),
  ];
};

/** The width and height that a picture names for itself. */
const sizeOf = (svg: string): readonly [number, number] => {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return [Number(width ?? textWidth), Number(height ?? textHeight)];
};

/** A picture says its own title and notes; it is made smaller where the page asks for it, and never larger. */
const pictureContent = (svg: string): Content => {
  const [width, height] = sizeOf(svg);
  const scale = Math.min(1, textWidth / width, textHeight / height);
  return { svg, width: width * scale, height: height * scale, margin: [0, 12, 0, 0] };
};

const sectionContent = (section: ReportSection, { flow, drawChart }: PrintedParts): Content => {
  const isFlow = section.id === 'flow' && flow !== undefined;
  const heading = { text: section.title, style: 'heading', tocItem: true, headlineLevel: 1 };
  return [
    isFlow ? [{ ...heading, pageBreak: 'before' }, pictureContent(flow)] : heading,
    ...section.tables.filter(({ rows }) => rows.length > 0).map(tableContent),
    ...section.charts.map((chart) => pictureContent(drawChart(chart))),
  ];
};

/** A heading this far down the page goes to the next: nothing of what it heads would follow. */
const lowest = 0.85;

const warning = (virtual: string | undefined): Content[] =>
  virtual === undefined
    ? []
    : [{ text: [{ text: 'No real person is in these data. ', bold: true }, virtual], margin: [0, 0, 0, 8] }];

const coverContent = ({ kind, trial, title, virtual, version, study, cut }: Cover): Content => [
  { text: kindOfReport[kind], color: '#444444' },
  { text: `${trial}: ${title}`, fontSize: 17, bold: true, margin: [0, 2, 0, 8] },
  ...warning(virtual),
  { text: `Definition: version ${version}, ${study}`, fontSize: 8 },
  { text: `Data: ${cut.events} events to ${cut.through ?? 'the beginning'}, last hash ${cut.head}`, fontSize: 8 },
  { toc: { title: { text: 'Contents', bold: true, margin: [0, 14, 0, 4] } } },
];

const notYet = ({ notYet: planned }: Report): Content[] =>
  planned.length === 0
    ? []
    : [
        { text: 'Planned and not computed yet', bold: true, margin: [0, 8, 0, 2] },
        { ul: [...planned], fontSize: 8 },
      ];

const assumedContent = ({ cover, report }: PrintedParts): Content => [
  { text: 'Assumptions and open questions', style: 'heading', tocItem: true },
  {
    table: {
      headerRows: 1,
      widths: ['auto', 'auto', '*', 'auto'],
      body: [
        ['question', 'how grave', 'asked', 'assumption'].map((text) => ({ text, bold: true })),
        ...cover.questions.map(({ id, severity, ask, assumption }) => [id, severity, ask, assumption ?? 'none']),
      ],
    },
    layout: ruled,
    fontSize: 8,
  },
  { ul: [...report.notes], fontSize: 8, margin: [0, 10, 0, 0] },
  ...notYet(report),
];

/** The moment that the document bears: the end of the last day of its data, so that the same data give the same bytes. */
const madeOf = ({ cut }: Cover): Date => new Date(`${cut.through ?? '1970-01-01'}T00:00:00Z`);

const definition = (parts: PrintedParts): TDocumentDefinitions => {
  const { cover, report } = parts;
  const sections = report.sections.filter(
    ({ tables, charts }) => charts.length > 0 || tables.some(({ rows }) => rows.length > 0),
  );
  return {
    pageSize: 'A4',
    pageMargins: [margin, 56, margin, 50],
    language: 'en',
    info: {
      title: `${cover.trial}: ${kindOfReport[cover.kind]}`,
      creator: 'Trialwright',
      producer: 'Trialwright',
      creationDate: madeOf(cover),
    },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    styles: { heading: { fontSize: 13, bold: true, margin: [0, 18, 0, 4] } },
    header: {
      text: `${cover.trial} · ${kindOfReport[cover.kind]}`,
      fontSize: 7.5,
      color: '#444444',
      margin: [margin, 28, margin, 0],
    },
    footer: (page: number, pages: number) => ({
      columns: [{ text: sayCut(cover) }, { text: `${page} of ${pages}`, alignment: 'right', width: 'auto' }],
      fontSize: 7.5,
      color: '#444444',
      margin: [margin, 14, margin, 0],
    }),
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && startPosition.verticalRatio > lowest,
    content: [coverContent(cover), assumedContent(parts), ...sections.map((section) => sectionContent(section, parts))],
  };
};

/** The same report for paper. The same data give the same bytes. */
export const reportPdf = async (parts: PrintedParts): Promise<Uint8Array> => {
  const printer = await openPrinter();
  return printer.createPdf(definition(parts)).getBuffer();
};
