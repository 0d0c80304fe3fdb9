/**
 * What a whole rehearsal costs, of a study compiled once. No other program rehearses a trial; the references are floors:
 * writing and hashing the same events, which is the least that logging them can take, and `JSON.parse` of the same log,
 * which is the least that reading them back can take.
 */
import { readFileSync } from 'node:fs';
import { foldParticipants } from '#core/conduct/fold.ts';
import { writeLines } from '#core/record/lines.ts';
import { closeLink } from '#core/record/link.ts';
import { deriveReport } from '#core/reports/trial-report.ts';
import { readStudy } from '#core/study/compile-study.ts';
import { rehearse } from '#hosts/rehearsal/rehearse.ts';
import type { Measurement } from './measurement.ts';

const runs = 5;

/** Milliseconds of the middle one of some runs, each with a number of its own. */
const middle = (run: (index: number) => unknown): number => {
  run(0);
  const times = Array.from({ length: runs }, (_, index) => {
    const start = performance.now();
    run(index + 1);
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
};

const parse = (text: string): number => {
  let events = 0;
  for (const line of text.split('\n').slice(0, -1)) if (JSON.parse(line) !== null) events += 1;
  return events;
};

/** Milliseconds for one rehearsal of forty participants, and for its report from the log. */
export const measure = (): readonly Measurement[] => {
  const { study } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));
  if (study === undefined) throw new Error('the shipped trial does not compile');
  const start = '2026-01-05';
  const seeded = rehearse({ study, seed: 7, start }).log.all();
  const text = writeLines(seeded);
  const floor = { name: 'JSON.parse of the log, a floor', value: middle(() => parse(text)) };
  const links = seeded.map(({ hash: _, ...content }) => content);
  const logging = {
    name: 'the same events written and hashed, a floor',
    value: middle(() => links.map((content) => closeLink(content).hash).length),
  };
  const fold = middle(() => foldParticipants(seeded));
  return [
    {
      what: `rehearsal of 40 people, ${seeded.length} events`,
      unit: 'ms',
      ours: middle((index) => rehearse({ study, seed: index, start })),
      peer: logging,
    },
    {
      what: 'replay: every participant from the events',
      unit: 'ms',
      ours: fold,
      peer: floor,
      note: `${Math.round(seeded.length / fold)} thousand events a second`,
    },
    {
      what: 'its report, all figures, from the events',
      unit: 'ms',
      ours: middle(() => deriveReport(study, foldParticipants(seeded))),
      peer: floor,
    },
  ];
};
