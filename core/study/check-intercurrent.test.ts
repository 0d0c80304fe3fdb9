import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from './compile-study.ts';
import { edited, expectFindings, type PlantedFault } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const stop = '- { event: discontinuation of treatment, kinds: [treatment discontinued], strategy: treatment policy }';
const at = 'endpoints[0].estimand.intercurrent events[0]';
const event = (written: string): string => `- { event: e, ${written} }`;
const kinds =
  'kinds: [rescue medicine, prohibited medicine, treatment discontinued, dose missed, dose changed, death, withdrawal, loss to follow-up, code broken, pregnancy]';

/** A list of rescue medicines, in the section before the events. */
const listed = (written: string): PlantedFault => [
  stop,
  event(written),
  `${at}.kinds[0]: the study lists no rescue medicine; treatments: with it`,
];

test('an event is found by kinds or by a sentence, and not by words alone', () => {
  const rows: readonly PlantedFault[] = [
    [stop, event('kinds: [death, withdrawal], strategy: composite')],
    [stop, event('rule: received rituximab from baseline to this visit, strategy: hypothetical')],
    [
      stop,
      event('strategy: composite'),
      `${at}: "e" stands in words alone and is not found; ${kinds} | rule: a sentence`,
    ],
    [
      stop,
      event('kinds: [death], rule: received rituximab from baseline to this visit, strategy: composite'),
      `${at}.rule: found by kinds and by a sentence; kinds or rule`,
    ],
    [
      stop,
      event('kinds: [death], medicines: [rituximab], strategy: composite'),
      `${at}.medicines: medicines of an event that is none; rescue medicine`,
    ],
    listed('kinds: [rescue medicine], strategy: composite'),
  ];
  expectFindings(text, rows);
});

test('a sentence is read and checked where it stands', () => {
  expectFindings(text, [
    [
      stop,
      event('rule: received rituximab form baseline to this visit, strategy: composite'),
      `${at}.rule: found "form"; within | at least | from … to … | since | at | ever`,
    ],
  ]);
});

test('what a sentence asks is measured where the endpoint is asked, and what it judges stands on the form there', () => {
  expectFindings(text, [
    [stop, event('rule: PGA > 2.5, strategy: composite')],
    [
      stop,
      event('rule: weight > 90 kg, strategy: composite'),
      'endpoints[0].at: weight is not scheduled at week 24, where response asks for it; an activity with it there',
    ],
  ]);
  const { study } = readStudy(edited(text, stop, event('rule: judged "rescue was needed", strategy: composite')));
  assert.deepEqual(study?.judgements.find((each) => each.text === 'rescue was needed')?.visits, ['week 24']);
});

test('what a composite counts as is something that the endpoint can be', () => {
  const counted = (strategy: string): string => event(`kinds: [death], strategy: ${strategy}`);
  const rows: readonly PlantedFault[] = [
    [stop, counted('composite, counts as: PR')],
    [stop, counted('composite, counts as: none')],
    [
      stop,
      counted('composite, counts as: met'),
      `${at}.counts as: "met" is nothing that response can be; none | CR | PR`,
    ],
    [stop, counted('hypothetical, counts as: PR'), `${at}.counts as: hypothetical counts as nothing; composite`],
  ];
  expectFindings(text, rows);
});

const estimand = (written: string): string =>
  `    estimand: { population: a, treatment: b, variable: c, summary: d, intercurrent events: [{ event: e, kinds: [death], ${written} }] }\n`;
const value = '    from: secondary[4]\n    missing: unknown\n';
const claim = '    from: secondary[1]\n    missing: unknown\n';
const responder = '    from: secondary[3]\n    missing: non-responder\n';
const time = '    from: secondary[2]\n    missing: unknown\n';

test('where no usual count exists it must be said', () => {
  const here = (index: number): string => `endpoints[${index}].estimand.intercurrent events[0]`;
  const silent = 'a composite does not say what it counts as';
  const rows: readonly PlantedFault[] = [
    [value, value + estimand('strategy: composite'), `${here(4)}: ${silent}; a number`],
    [value, value + estimand('strategy: composite, counts as: "28"')],
    [
      value,
      value + estimand('strategy: composite, counts as: worst'),
      `${here(4)}.counts as: "worst" is nothing that sledai-change can be; a number`,
    ],
    [claim, claim + estimand('strategy: composite'), `${here(7)}: ${silent}; met | not met`],
    [claim, claim + estimand('strategy: composite, counts as: met')],
    [responder, responder + estimand('strategy: composite')],
    [time, time + estimand('strategy: composite')],
  ];
  expectFindings(text, rows);
});

test('a principal stratum is refused where there are several arms, and let through where there is one', () => {
  const stratum = event('kinds: [death], strategy: principal stratum');
  expectFindings(text, [
    [
      stop,
      stratum,
      `${at}.strategy: a principal stratum is not computable where there are several arms: nobody is seen under each; treatment policy | composite | hypothetical | while on treatment`,
    ],
  ]);
  const single = readFileSync(new URL('../../trials/nct01741857/study.yaml', import.meta.url), 'utf8');
  expectFindings(single, [['strategy: principal stratum, assumes: [A-20]', 'strategy: principal stratum']]);
});
