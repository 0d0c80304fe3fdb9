import type { ReviewCommand } from './review-command.ts';

/**
 * Who may do what in the review of data. An edit check acts by itself, in a role of its own. Whoever enters data answers,
 * and whoever asks closes: nobody settles a query about what they entered themselves.
 */
export const reviewRights: Readonly<Record<string, readonly ReviewCommand['type'][]>> = {
  investigator: ['answer query', 'sign visit', 'sign casebook'],
  coordinator: ['answer query'],
  monitor: ['raise query', 'close query', 'reopen query', 'withdraw query', 'verify items', 'unverify items'],
  'data manager': [
    'raise query',
    'close query',
    'reopen query',
    'withdraw query',
    'code event',
    'freeze visit',
    'unfreeze visit',
  ],
  'edit check': ['raise query', 'close query'],
};
