import { acceptSection } from './decide-visits.ts';
import type { Decide } from './decision.ts';
import { isSealedAt } from './sealed-items.ts';

/** Results of a section that would tell the arm; what is not sealed belongs on the form. */
export const decideSealedResults: Decide<'record sealed results'> = (command, participant, setting) => {
  const open = command.items.find(({ item }) => !isSealedAt(setting.study, command.visit, item));
  const refused =
    open !== undefined && ({ refused: 'name unknown', kind: 'item', name: open.item, nearest: undefined } as const);
  return acceptSection(command, participant, setting, refused);
};
