import { readFileSync } from 'node:fs';
import test from 'node:test';
import { expectInSections } from './given.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const visits = 'screening | baseline | week 4 | week 8 | week 12 | week 16 | week 20 | week 24';
const points = `consent | screening | randomisation | first dose | ${visits.slice('screening | '.length)}`;

test('adverse events are collected from a point to a later one', () => {
  const span = (from: string, to: string): string => `safety: { adverse events: { from: ${from}, to: ${to} } }\n`;
  const at = 'safety.adverse events';
  expectInSections(text, [
    [span('consent', 'week 24')],
    [span('first dose', 'week 24')],
    [span('first dos', 'week 24'), `${at}.from: "first dos" is no point; ${points} (first dose)`],
    [span('week 24', 'first dose'), `${at}.to: first dose is not after week 24; a later point`],
    [span('week 24', 'week 24'), `${at}.to: week 24 is not after week 24; a later point`],
  ]);
});

test('events of special interest are concepts, within a span of time', () => {
  const interest = (concept: string, within: string): string =>
    `safety: { special interest: [{ id: X1, title: Reaction, concept: ${concept}, within: ${within} }] }\n`;
  const at = 'safety.special interest[0]';
  expectInSections(text, [
    [interest('infusion-reaction', '24 hours')],
    [interest('infection', '7 days')],
    [
      interest('infusion-reactions', '24 hours'),
      `${at}.concept: "infusion-reactions" is no concept; a concept (infusion-reaction)`,
    ],
    [interest('infection', 'a day'), `${at}.within: "a day" is no span of time; 24 hours | 7 days`],
    [interest('infection', '0 days'), `${at}.within: "0 days" is no span of time; 24 hours | 7 days`],
  ]);
});

test('what is expected is an adverse event of a product that is given, in regions that each stand once', () => {
  const entry = (product: string, concept: string): string =>
    `safety: { reference: [{ product: ${product}, concept: ${concept} }] }\n`;
  const at = 'safety.reference[0]';
  const events =
    'adverse-event | infusion-reaction | infection-event | injection-site-reaction | significant-laboratory-change | significant-vital-sign-change';
  expectInSections(text, [
    [entry('interleukin-2', 'injection-site-reaction')],
    ['safety: { reference: [{ concept: injection-site-reaction, grade at most: 2 }] }\n'],
    [
      entry('interleukin', 'injection-site-reaction'),
      `${at}.product: "interleukin" is no product; umbilical cord mesenchymal stem cells | interleukin-2 (interleukin-2)`,
    ],
    [
      entry('interleukin-2', 'infection-events'),
      `${at}.concept: "infection-events" is no adverse event; ${events} (infection-event)`,
    ],
    ['safety: { regions: [European Union, United States] }\n'],
    [
      'safety: { regions: [European Union, European Union] }\n',
      'safety.regions[1]: "European Union" stands twice; each region once',
    ],
  ]);
});

const rule = (written: string, more = ''): string =>
  `safety: { rules: [{ id: S1, title: Kidney, rule: ${written}, action: stop treatment${more} }] }\n`;

test('a rule is a sentence: at visits it leaves its points open, without them it names them', () => {
  const at = 'safety.rules[0]';
  expectInSections(text, [
    [rule('creatinine > 3 mg/dL', ', at: [week 4, week 8]')],
    [rule('creatinine at week 4 > 3 mg/dL')],
    [rule('creatinine > 3 mg/dL'), `${at}.rule: no point in time; at screening or another visit`],
    [
      rule('creatinine > 3 g/24h', ', at: [week 4]'),
      `${at}.rule: g/24h cannot be compared with mg/dL; a unit that converts to mg/dL`,
    ],
    [rule('creatinine > 3 mg/dL', ', at: [week 5]'), `${at}.at[0]: "week 5" is no visit; ${visits} (week 4)`],
    [
      rule('weight < 40 kg', ', at: [baseline, week 4]'),
      `${at}.at: weight is not scheduled at week 4, where S1 asks for it; an activity with it there`,
    ],
    [
      rule('creatinine at week 4 > 3 mg/dL').replace(
        ' }] }',
        ' }, { id: S1, title: More, rule: pregnant at screening, action: review }] }',
      ),
      'safety.rules[1].id: "S1" stands twice; an id of its own',
    ],
  ]);
});

const stopping = (event: string, more: string): string =>
  `safety: { stopping: [{ id: T1, title: Infections, event: ${event}, action: pause recruitment, ${more} }] }\n`;

test('a rule for the trial counts participants with an event, among those of whom there are enough', () => {
  const at = 'safety.stopping[0]';
  const infected = 'had infection where (severe) from first dose to week 24';
  expectInSections(text, [
    [stopping(infected, 'participants: 3, of: 10')],
    [stopping(infected, 'participants: 3')],
    [stopping(infected, 'participants: 4, of: 3'), `${at}.of: 4 of the first 3 can never be; at least 4`],
    [stopping('creatinine > 3 mg/dL', 'participants: 3, at: week 4')],
    [
      stopping('creatinine > 3 mg/dL', 'participants: 3'),
      `${at}.event: no point in time; at screening or another visit`,
    ],
    [
      stopping('creatinine > 3 mg/dL', 'participants: 3, at: week 5'),
      `${at}.at: "week 5" is no visit; ${visits} (week 4)`,
    ],
    [
      stopping('weight < 40 kg', 'participants: 3, at: week 4'),
      `${at}.at: weight is not scheduled at week 4, where T1 asks for it; an activity with it there`,
    ],
  ]);
});

test('treatments are concepts, and none is both allowed and prohibited', () => {
  expectInSections(text, [
    ['treatments: { allowed: [prednisone], prohibited: [rituximab], rescue: [cyclophosphamide], background: care }\n'],
    [
      'treatments: { allowed: [prednison] }\n',
      'treatments.allowed[0]: "prednison" is no concept; a concept (prednisone)',
    ],
    [
      'treatments: { allowed: [rituximab], prohibited: [tacrolimus, rituximab] }\n',
      'treatments.prohibited[1]: "rituximab" is allowed and prohibited; one of them',
    ],
    [
      'duties:\n  - { id: D1, title: A, of: men, until: week 24 }\n  - { id: D1, title: B, of: women, until: week 24 }\n',
      'duties[1].id: "D1" stands twice; an id of its own',
    ],
  ]);
});
