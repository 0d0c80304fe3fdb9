/** Writes docs/measures: a page for each measure or family of measures, and their index. Run: node tools/measure-pages.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '#core/measures/catalogue.ts';
import { groupOf, measureGroups, pageOf } from '#core/measures/guide-of.ts';
import type { Measure } from '#core/measures/measure.ts';
import { openBibliography } from '#hosts/cli/bibliography.ts';
import { sayMeasureKind } from '#hosts/cli/say-item.ts';
import { writeFamilyPage, writeMeasurePage } from './measure-page.ts';

export const measurePagesFolder = 'docs/measures';

const indexRow = (measure: Measure): string =>
  `| [\`${measure.id}\`](${pageOf(measure)}.md) | ${measure.title} | ${sayMeasureKind(measure.value)} | \`${measure.source}\` |`;

const tableOf = (group: string): readonly string[] => [
  `## ${group.charAt(0).toUpperCase()}${group.slice(1)}`,
  '',
  '| measure | what | gives | source |',
  '| --- | --- | --- | --- |',
  ...catalogue.filter((measure) => groupOf(measure) === group).map(indexRow),
  '',
];

/** How a table and a file of persons are scored, as a person would try it first. */
const howTo = `A measure is named by its id in the criterion language, and can be used by itself.

\`\`\`console
$ npx trialwright score SLEDAI-2K docs/measures/people.csv
P-001  10  SLEDAI-2K 10: haematuria 4, proteinuria 4, low-complement 2
P-002  4..8  partial  SLEDAI-2K 4 to 8: proteinuria 4
    missing SLEDAI-2K.pyuria (not done)
P-003  not evaluable  SLEDAI-2K not known
    missing SLEDAI-2K
P-004  refused

4 people: 1 ok, 1 partial, 1 not evaluable, 1 refused.
Missing, and for how many: SLEDAI-2K 1, SLEDAI-2K.pyuria (not done) 1.
Not read: creatinine.
docs/measures/people.csv:5:36 error: "yes" is not accepted for SLEDAI-2K.proteinuria; expected present, absent [SLEDAI-2K.proteinuria]
$ npx trialwright score eGFR docs/measures/people.csv
P-001  92.715115476  Estimated GFR, CKD-EPI 2021 from creatinine 92.7151 mL/min/1.73m2
…
$ npx trialwright measure PGA-100mm
PGA-100mm  Physician's global assessment, marked on 100 mm, as 0 to 3
…
\`\`\`

The table has a header: \`id, date, born, sex\` where they are known, and a column for each item, by its id
(\`SLEDAI-2K.proteinuria\`) or within the form of the measure by its short name (\`proteinuria\`). A unit stands in the header
(\`creatinine [mg/dL]\`) or in the cell (\`1.2 mg/dL\`). An empty cell was not recorded; \`not done\` is an answer; a column \`others\`
fills the rest of the form. A person can also be a file, or a list of persons:

\`\`\`yaml
- id: P-001
  date: 2026-05-18
  born: 1992-06-14
  sex: female
  items:
    SLEDAI-2K: { proteinuria: present, haematuria: present, others: absent }
    creatinine: 0.92 mg/dL
  medication:
    complete through: 2026-05-18
    records:
      - { concept: prednisone, from: 2026-01-10, dose: 30 mg }
\`\`\`

What is missing leaves bounds, or nothing known; it is never zero. What cannot be read refuses that person and nobody else.
\`--out scores.csv\` or \`--out scores.json\` writes a row for each. The exit code is 0 where every value is known, 3 where some are
not, 1 where somebody was refused.
`;

const index = (): string => ['# Measures', '', howTo, ...measureGroups.flatMap(tableOf)].join('\n');

/** Every page by its file name, as it should stand in docs/measures. */
export const measurePages = (): ReadonlyMap<string, string> => {
  const cite = openBibliography();
  const pages = [...Map.groupBy(catalogue, pageOf)].map(([page, measures]): [string, string] => {
    const [first, ...others] = measures;
    if (first === undefined) throw new Error(`nothing is on the page ${page}`);
    const isOwn = others.length === 0 && page === first.id.toLowerCase();
    return [`${page}.md`, isOwn ? writeMeasurePage(first, cite) : writeFamilyPage(page, measures, cite)];
  });
  return new Map([['index.md', index()], ...pages]);
};

if (import.meta.main) {
  mkdirSync(measurePagesFolder, { recursive: true });
  for (const [name, text] of measurePages()) writeFileSync(join(measurePagesFolder, name), text);
  console.log(`${measurePages().size} pages written to ${measurePagesFolder}`);
}
