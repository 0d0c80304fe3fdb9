import type { Ask } from '#core/criteria/ask.ts';
import type { AskValue } from '#core/criteria/compile-value.ts';
import type { Lexicon } from '#core/criteria/lexicon.ts';
import type { Classification, Condition, FirstPoint, Value } from '#core/criteria/syntax.ts';
import type { StudyDefinition } from './schema.ts';
import type { PerProtocolDefinition } from './schema-analyses.ts';
import type { EndpointDefinition, IntercurrentDefinition } from './schema-endpoints.ts';

/** A criterion of eligibility: an inclusion must hold, an exclusion must not. */
export interface Criterion {
  readonly kind: 'include' | 'exclude';
  readonly id: string;
  readonly title: string;
  readonly condition: Condition;
  readonly ask: Ask;
  readonly from: string | undefined;
  readonly assumes: readonly string[];
}

/** One ordered result of several conditions, best first: CR, then PR, then none. */
export interface OrderedResponse {
  readonly id: string;
  readonly title: string;
  readonly levels: readonly { readonly id: string; readonly ask: Ask }[];
}

export type Endpoint =
  | {
      readonly kind: 'response';
      readonly of: Extract<EndpointDefinition, { kind: 'response' }>;
      readonly response: OrderedResponse;
    }
  | {
      readonly kind: 'condition';
      readonly of: Extract<EndpointDefinition, { kind: 'condition' }>;
      readonly condition: Condition;
      readonly ask: Ask;
    }
  | {
      readonly kind: 'value';
      readonly of: Extract<EndpointDefinition, { kind: 'value' }>;
      readonly value: Value;
      readonly ask: AskValue;
    }
  | {
      readonly kind: 'class';
      readonly of: Extract<EndpointDefinition, { kind: 'class' }>;
      readonly classification: Classification;
      readonly classes: readonly { readonly label: string; readonly ask: Ask }[];
    }
  | {
      readonly kind: 'time';
      readonly of: Extract<EndpointDefinition, { kind: 'time' }>;
      readonly time: FirstPoint;
      readonly ask: Ask;
    };

/** A question for the investigator that a sentence asks in quotes, and the visits at which the form asks it. */
export interface JudgementItem {
  readonly text: string;
  readonly visits: readonly string[];
}

/** What parts participants in two: those who meet the condition and those who do not. */
export interface StratumRule {
  readonly id: string;
  readonly title: string;
  readonly condition: Condition;
  readonly ask: Ask;
}

type SafetyDefinition = NonNullable<StudyDefinition['safety']>;

/** A rule on one participant; asked at its visits, or, without any, of points that it names itself. */
export interface SafetyRule {
  readonly of: NonNullable<SafetyDefinition['rules']>[number];
  readonly condition: Condition;
  readonly ask: Ask;
}

/** A rule on the trial: so many participants with an event. */
export interface StoppingRule {
  readonly of: NonNullable<SafetyDefinition['stopping']>[number];
  readonly condition: Condition;
  readonly ask: Ask;
}

/** What may come between treatment and an endpoint, and its sentence where it is found by one. */
export interface IntercurrentEvent {
  readonly of: IntercurrentDefinition;
  readonly ask: Ask | undefined;
}

/** A sentence that keeps those of whom it holds from the population per protocol. */
export interface PerProtocolCondition {
  readonly of: NonNullable<PerProtocolDefinition['conditions']>[number];
  readonly ask: Ask;
}

/** A study definition that has been checked and compiled: everything that conduct, endpoints and reports ask of it. */
export interface Study {
  readonly definition: StudyDefinition;
  /** SHA-256 of the canonical text of the definition: the version in force is named by it. */
  readonly hash: string;
  readonly lexicon: Lexicon;
  readonly criteria: readonly Criterion[];
  readonly definitions: ReadonlyMap<string, Condition>;
  readonly responses: ReadonlyMap<string, OrderedResponse>;
  readonly endpoints: readonly Endpoint[];
  readonly strata: readonly StratumRule[];
  readonly safetyRules: readonly SafetyRule[];
  readonly stoppingRules: readonly StoppingRule[];
  /** By the id of the endpoint; in the order of its estimand. */
  readonly intercurrent: ReadonlyMap<string, readonly IntercurrentEvent[]>;
  readonly perProtocol: readonly PerProtocolCondition[];
  readonly judgements: readonly JudgementItem[];
  /** Measures scheduled at a visit, in the order of the activities. */
  readonly scheduledAt: (visit: string) => readonly string[];
}

/** Moments that are not visits: each participant has at most one of each. */
export const milestones = ['consent', 'randomisation', 'first dose'] as const;

/** Open questions of severity error: with one of these a study can be rehearsed and not opened. */
export const blockingQuestions = (definition: StudyDefinition): readonly string[] =>
  definition.questions
    .filter((question) => question.severity === 'error' && question.answer === undefined)
    .map((question) => question.id);
