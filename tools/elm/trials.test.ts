import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { compareTrial } from './compare-trial.ts';

/** Ten times as many in `npm run deep`. */
const people = 1000;
/** What has no counterpart: numbers and times, and a factor beyond what Integer holds (mg/L of bilirubin, by its molar mass). */
const constructs: ReadonlySet<string> = new Set(['value', 'time', 'number beyond Integer']);

for (const path of globSync('trials/nct*/study.yaml').toSorted())
  test(`${path}: ${people} people near its limits get the same true, false and null from cql-execution`, async () => {
    const { study, findings } = readStudy(readFileSync(path, 'utf8'));
    assert(study !== undefined, JSON.stringify(findings));
    const found = await compareTrial(study, people);
    assert.deepEqual(found.differences.slice(0, 5), []);
    assert(found.asked > people * 0.98, `${found.unheld} people could not be held`);
    assert.deepEqual(
      found.refused.filter(([, construct]) => !constructs.has(construct)),
      [],
    );
    // Every criterion of the trial is among the statements, and is met true, false and not known.
    for (const { id } of study.criteria) {
      if (found.refused.some(([name]) => name === id)) continue;
      assert(found.statements.includes(id), id);
      for (const truth of ['true', 'false', 'unknown'])
        assert(found.met.has(`${id} ${truth}`), `nobody for whom ${id} is ${truth}`);
    }
  });
