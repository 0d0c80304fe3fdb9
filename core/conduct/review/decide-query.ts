import type { Setting } from '#core/conduct/command.ts';
import type { Decide } from '#core/conduct/decision.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { findByRule } from './find-queries.ts';
import { isThere, queryKey } from './query.ts';
import type { QueryAbout, QueryRule, QueryStatus, ReviewEvent } from './review-event.ts';
import type { Query } from './review-state.ts';

const notThere = (participant: Participant, about: QueryAbout): Objection => {
  if (isThere(participant, about)) return false;
  return about.kind === 'visit'
    ? { refused: 'visit not held', visit: about.visit }
    : { refused: 'value not found', record: about.record };
};

const blank = (text: string, accepted: string): Objection =>
  text.trim() === '' && { refused: 'value not accepted', item: 'text', value: text, accepted };

/** Whether an edit check finds now what a query of its rule asks. */
const holdsNow = (rule: QueryRule, about: QueryAbout, participant: Participant, { study, at }: Setting): boolean =>
  findByRule(rule, study, participant, at.date).some(
    (each) => queryKey(each.rule, each.about) === queryKey(rule, about),
  );

/** A rule asks once about a record, and only what it finds. */
const notByRule = (
  rule: QueryRule | undefined,
  about: QueryAbout,
  participant: Participant,
  setting: Setting,
): readonly Objection[] => {
  if (rule === undefined)
    return [setting.actor.role === 'edit check' && { refused: 'role may not', role: 'edit check', act: 'raise query' }];
  const key = queryKey(rule, about);
  const isRaised = participant.review.queries.some((each) => each.rule === rule && queryKey(rule, each.about) === key);
  return [
    isRaised && { refused: 'done already', what: `query of the rule "${rule}"` },
    !holdsNow(rule, about, participant, setting) && {
      refused: 'value not accepted',
      item: 'rule',
      value: rule,
      accepted: 'a rule that finds something there',
    },
  ];
};

export const decideRaising: Decide<'raise query'> = ({ about, text, rule }, participant, setting) => {
  const wrong = notThere(participant, about);
  return unless(
    // A rule is asked only about what is there.
    [wrong, blank(text, 'what is asked'), ...(wrong === false ? notByRule(rule, about, participant, setting) : [])],
    () => [
      {
        type: 'query raised',
        query: `Q${participant.review.queries.length + 1}`,
        about,
        text,
        ...(rule === undefined ? {} : { rule }),
      },
    ],
  );
};

type Settling = (query: Query) => readonly ReviewEvent[];

/** Does something about a query that stands in one of these ways. */
const onQuery = (
  id: string,
  { review }: Participant,
  stands: readonly QueryStatus[],
  objections: readonly Objection[],
  settle: Settling,
): readonly ReviewEvent[] | Refusal => {
  const query = review.queries.find((each) => each.id === id);
  if (query === undefined)
    return { refused: 'name unknown', kind: 'query', name: id, nearest: review.queries.at(-1)?.id };
  return unless(
    [
      !stands.includes(query.status) && { refused: 'query stands otherwise', query: id, stands: query.status },
      ...objections,
    ],
    () => settle(query),
  );
};

export const decideAnswer: Decide<'answer query'> = ({ query, text }, participant) =>
  onQuery(query, participant, ['open'], [blank(text, 'an answer')], () => [{ type: 'query answered', query, text }]);

/** Closed once it is answered; one that a rule raised also as soon as the rule finds nothing any more. */
export const decideClosing: Decide<'close query'> = ({ query: id }, participant, setting) => {
  const query = participant.review.queries.find((each) => each.id === id);
  const isGone =
    query?.rule !== undefined && query.status === 'open' && !holdsNow(query.rule, query.about, participant, setting);
  return onQuery(id, participant, isGone ? ['open'] : ['answered'], [], () => [{ type: 'query closed', query: id }]);
};

const withReason = (reason: string): Objection => reason.trim() === '' && { refused: 'reason missing' };

/** Opened again where the answer does not do, or where what was settled comes up once more. */
export const decideReopening: Decide<'reopen query'> = ({ query, reason }, participant) =>
  onQuery(query, participant, ['answered', 'closed'], [withReason(reason)], () => [{ type: 'query reopened', query }]);

/** Withdrawn where it should not have been raised. */
export const decideWithdrawal: Decide<'withdraw query'> = ({ query, reason }, participant) =>
  onQuery(query, participant, ['open', 'answered'], [withReason(reason)], () => [{ type: 'query withdrawn', query }]);
