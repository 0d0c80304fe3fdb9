import type { Decide } from '#core/conduct/decision.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant, StandingItem } from '#core/conduct/participant.ts';
import { isSealedRecord } from '#core/conduct/trial-event.ts';

/** The items that stand at a visit for those who see only the public log. */
export const publicItems = ({ items }: Participant, visit: string): readonly StandingItem[] =>
  [...(items.get(visit)?.values() ?? [])].filter(({ record }) => !isSealedRecord(record));

/** An item is verified while the record that stands is the one that was verified: a correction lets it fall. */
export const isVerified = ({ review }: Participant, { record }: StandingItem): boolean => review.verified.has(record);

interface Named {
  readonly found: readonly StandingItem[];
  /** Names of which nothing stands. */
  readonly absent: readonly string[];
}

const named = (participant: Participant, visit: string, items: 'all' | readonly string[]): Named => {
  const standing = publicItems(participant, visit);
  if (items === 'all') return { found: standing, absent: [] };
  return {
    found: standing.filter(({ item }) => items.includes(item)),
    absent: items.filter((name) => standing.every(({ item }) => item !== name)),
  };
};

const notStanding = (participant: Participant, visit: string, { found, absent }: Named): readonly Objection[] => [
  participant.visits.get(visit)?.on === undefined && { refused: 'visit not held', visit },
  absent[0] !== undefined && { refused: 'value not found', record: `${visit}/${absent[0]}` },
  found.length + absent.length === 0 && { refused: 'value not found', record: `items at ${visit}` },
];

const recordsOf = (items: readonly StandingItem[]): readonly string[] => items.map(({ record }) => record);

/** Compared with the source, and found to be the same: items by name, or all that stand and are not verified yet. */
export const decideVerification: Decide<'verify items'> = ({ visit, items }, participant) => {
  const asked = named(participant, visit, items);
  const fresh = asked.found.filter((item) => !isVerified(participant, item));
  return unless(
    [
      ...notStanding(participant, visit, asked),
      asked.found.length > 0 && fresh.length === 0 && { refused: 'done already', what: `verification of ${visit}` },
    ],
    () => [{ type: 'items verified', visit, records: recordsOf(fresh) }],
  );
};

export const decideUnverification: Decide<'unverify items'> = ({ visit, items, reason }, participant) => {
  const asked = named(participant, visit, items);
  const verified = asked.found.filter((item) => isVerified(participant, item));
  return unless(
    [
      ...notStanding(participant, visit, asked),
      asked.found.length > 0 &&
        verified.length === 0 && { refused: 'value not found', record: `verification of ${visit}` },
      reason.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'verification withdrawn', visit, records: recordsOf(verified) }],
  );
};
