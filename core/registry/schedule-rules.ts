import { contentsOf, ofKinds, passagesIn, passagesOf } from './passages.ts';
import { patternRule, type RecordPattern } from './pattern-rule.ts';
import type { RecordRule } from './record-finding.ts';

const listed = /\d+(?:\s*(?:,\s*and|,|and)\s*\d+){3,}/;

/** The points of a time frame in its own unit, from zero where it starts at baseline. */
const pointsIn = (text: string): readonly number[] => {
  const points = (listed.exec(text)?.[0].match(/\d+/g) ?? []).map(Number);
  return /\bbaseline\b|\bpre-|\bday 0\b/i.test(text) && points[0] !== 0 && points.length > 0 ? [0, ...points] : points;
};

/**
 * Points that a regular schedule jumps over: at least two thirds of the steps are the smallest one, a longer step is a
 * multiple of it, and the schedule returns to it afterwards. A schedule that only widens towards its end has no gap.
 */
const gapsIn = (points: readonly number[]): readonly number[] => {
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  const shortest = Math.min(...steps);
  const regular = steps.filter((step) => step === shortest).length;
  if (shortest <= 0 || regular * 3 < steps.length * 2 || steps.some((step) => step % shortest !== 0)) return [];
  const last = steps.lastIndexOf(shortest);
  return steps.flatMap((step, index) => {
    const missed = index < last ? step / shortest - 1 : 0;
    return Array.from({ length: missed }, (_, nth) => (points[index] ?? 0) + shortest * (nth + 1));
  });
};

const gridGap: RecordRule = {
  id: 'gap-in-the-schedule',
  severity: 'error',
  find: (record) => {
    const frames = ofKinds(passagesOf(record), ['time frame']).map((frame) => ({
      ...frame,
      gaps: gapsIn(pointsIn(frame.text)).join(', '),
    }));
    return [...new Set(frames.map(({ gaps }) => gaps))]
      .filter((gaps) => gaps !== '')
      .map((gaps) => {
        const same = frames.filter((frame) => frame.gaps === gaps);
        const unit = /\b(week|month|day|year)/i.exec(same[0]?.text ?? '')?.[0].toLowerCase() ?? 'point';
        const places = same.map(({ place, text }) => ({ place, quote: listed.exec(text)?.[0] }));
        const what = `The schedule is regular but for ${unit} ${gaps}.`;
        return {
          places,
          what,
          question: `Is there a visit at ${unit} ${gaps}?`,
          reading: `a visit at ${unit} ${gaps}`,
        };
      });
  },
};

const patterns: readonly RecordPattern[] = [
  {
    id: 'schedule-inside-an-outcome',
    severity: 'warning',
    kinds: ['time frame'],
    pattern: /\((?:for|except|only|but)\b[^()]*\)/gi,
    what: 'One component of an outcome has a schedule of its own.',
    question: 'At which visits is each component measured?',
    reading: 'the component as its brackets say, the others as the time frame says',
  },
  {
    id: 'average-as-time-point',
    severity: 'error',
    kinds: ['time frame'],
    pattern: /\ban average of [\d.]+ \w+/gi,
    what: 'An average length of follow-up stands for a time point.',
    question: 'At which visits is it measured, and when does follow-up end for each participant?',
    reading: 'every visit until the end of follow-up',
  },
];

const spanning = /^\d+\s*[-–]\s*\d+ \w+$|\bup to \d+ \w+/i;
/** What is counted or gathered over a period, or already says its point, needs no point in its time frame. */
const gathered =
  /\badverse\b|\bevents?\b|\bsafety\b|\btoxicit|\bincidence\b|\bmortality\b|\bsurvival\b|\bprogression\b|\b(?:OS|PFS|AEs?)\b|\btime to\b|\bduration\b|\bcumulative\b|\bnumber of\b|\boccurrence\b|\brecurrence\b|\bat (?:week|month|day|each)\b/i;

const byOrAt: RecordRule = {
  id: 'by-or-at',
  severity: 'error',
  find: (record) => {
    const places = contentsOf(record)
      .filter(({ kind }) => kind !== 'publication')
      .flatMap(passagesIn)
      .flatMap(({ kind, place, text }, index, all) => {
        const measure = all[index - 1]?.text ?? '';
        const quote = kind === 'time frame' && !gathered.test(measure) ? spanning.exec(text)?.[0] : undefined;
        return quote === undefined ? [] : [{ place, quote }];
      });
    if (places.length === 0) return [];
    const what = 'The time frame is a span, and the outcome is judged at one time.';
    return [{ places, what, question: 'At its end, or ever by its end?', reading: 'at its end' }];
  },
};

const frameMissing: RecordRule = {
  id: 'time-frame-missing',
  severity: 'error',
  find: (record) => {
    const places = [
      ...record['primary outcomes'].map((outcome, index) => ({ outcome, place: `primary[${index + 1}]` })),
      ...record['secondary outcomes'].map((outcome, index) => ({ outcome, place: `secondary[${index + 1}]` })),
    ]
      .filter(({ outcome }) => outcome['time frame'] === undefined)
      .map(({ outcome, place }) => ({ place: `${place}.measure`, quote: outcome.measure }));
    if (places.length === 0) return [];
    return [{ places, what: 'An outcome has no time frame.', question: 'When is it measured?', reading: undefined }];
  },
};

export const scheduleRules: readonly RecordRule[] = [gridGap, ...patterns.map(patternRule), byOrAt, frameMissing];
