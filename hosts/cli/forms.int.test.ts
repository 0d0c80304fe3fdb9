import assert from 'node:assert/strict';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { formsOf } from './forms.ts';
import { mustBeCalm, readTrialFile, tell } from './given.ts';

const trials = ['nct03580291', 'nct04318600', 'nct05631717', 'nct03673748', 'nct01741857'];

interface ToldItem {
  readonly id: string;
  readonly label: string;
  readonly answer: { readonly type: string; readonly units?: readonly string[]; readonly levels?: readonly string[] };
}
interface ToldForms {
  readonly visit: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly ToldItem[] }[];
  readonly judged: readonly string[];
}

const formsIn = async (...argv: readonly string[]): Promise<readonly ToldForms[]> =>
  JSON.parse((await tell(['forms', ...argv, '--json'])).out).visits;

for (const trial of trials) {
  test(`${trial}: every item of every form is defined`, async () => {
    const items = (await formsIn(trial)).flatMap(({ sections }) => sections.flatMap((section) => section.items));
    assert.ok(items.length > 10);
    for (const { id, label, answer } of items) {
      assert.ok(id !== '' && label !== '', id);
      const takes = answer.units ?? answer.levels;
      if (answer.type === 'quantity' || answer.type.startsWith('level')) assert.ok((takes ?? []).length > 0, id);
    }
  });
  test(`${trial}: as text, calmly`, async () => {
    const told = await tell(['forms', trial]);
    assert.equal(told.code, 0);
    mustBeCalm(told);
    assert.match(told.out, /Every item also takes "not done"\.\n$/);
  });
}

test('sections come in the order of the schedule, with units, levels, codes and what is judged', async () => {
  const { out } = await tell(['forms', 'nct05631717', '--visit', 'screening']);
  const lines = out.split('\n');
  const found = [
    'screening (day ',
    '  Classification of systemic lupus erythematosus',
    '    each of 11: present or absent',
    '  Fertility, pregnancy and lactation',
    '  Kidney function and proteinuria',
    '    creatinine: Serum creatinine; mg/dL or umol/L; plausible 0.1 to 20 mg/dL; LOINC 2160-0',
    '  Disease activity',
    "    PGA: Physician's global assessment, 0 to 3; number 0 to 3, at most 1 decimal",
    '  Judged by the investigator, yes or no',
    '    able and willing to comply with the study',
  ].map((line) => lines.findIndex((each) => each.startsWith(line)));
  assert.ok(!found.includes(-1), found.join(' '));
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
  );
  assert.ok(!out.includes('baseline'));
});

test('one visit only, or the visits that there are', async () => {
  assert.deepEqual(
    (await formsIn('nct05631717', '--visit', 'week 24')).map(({ visit }) => visit),
    ['week 24'],
  );
  const told = await tell(['forms', 'nct05631717', '--visit', 'week24']);
  assert.equal(told.code, 2);
  assert.match(told.err, /^there is no visit "week24"; did you mean week 24\?\nIts visits: screening, baseline, /);
});

test('the forms of a study are those of its activities, item by item', () => {
  const { study } = readStudy(readTrialFile('study.yaml'));
  assert.ok(study);
  const forms = formsOf(study);
  assert.deepEqual(
    forms.map(({ visit }) => visit),
    study.definition.visits.map(({ id }) => id),
  );
  for (const { visit, sections } of forms)
    assert.deepEqual(
      sections.map(({ section }) => section),
      study.definition.activities.filter(({ visits }) => visits.includes(visit)).map(({ id }) => id),
    );
});

test('a trial that is not there', async () => {
  const told = await tell(['forms', 'nct0']);
  assert.equal(told.code, 2);
  mustBeCalm(told);
});
