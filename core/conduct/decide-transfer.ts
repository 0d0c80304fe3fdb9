import { pastDay, sinceConsent, sinceStart } from './dates.ts';
import type { Decide } from './decision.ts';
import { type Objection, unless } from './first-refusal.ts';
import type { Participant } from './participant.ts';

const notAsked = ({ id = '', moving }: Participant): Objection =>
  moving === undefined && { refused: 'value not found', record: `a transfer of ${id}` };

/** The site at which somebody is asks another to take them over; until that accepts, nothing changes. */
export const decideTransferRequest: Decide<'ask transfer'> = ({ to, on, reason }, participant, setting) =>
  unless(
    [
      !setting.study.definition.sites.some(({ id }) => id === to) && { refused: 'site unknown', site: to },
      participant.consentedOn === undefined && { refused: 'consent missing' },
      participant.site === to && { refused: 'done already', what: `transfer to ${to}` },
      participant.moving !== undefined && { refused: 'done already', what: `transfer to ${participant.moving.to}` },
      pastDay(on, setting),
      sinceConsent(on, participant),
      reason.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'transfer asked', to, on }],
  );

/** Takes back what was asked and not accepted yet. */
export const decideTransferWithdrawal: Decide<'withdraw transfer'> = ({ reason }, participant) =>
  unless([notAsked(participant), reason.trim() === '' && { refused: 'reason missing' }], () => [
    { type: 'transfer withdrawn' },
  ]);

/** The other site takes somebody over, who keeps their id: from then on its staff act, under the version in force there. */
export const decideTransfer: Decide<'accept transfer'> = ({ on }, participant, setting) => {
  const { moving, site = '' } = participant;
  return unless([notAsked(participant), pastDay(on, setting), moving !== undefined && sinceStart(on, moving.on)], () =>
    moving === undefined ? [] : [{ type: 'participant transferred', from: site, to: moving.to, on }],
  );
};

/** The site at which somebody was on a day: the one that they left later, or else where they are. */
export const siteOn = ({ site, moves }: Participant, day: string): string | undefined =>
  moves.find(({ on }) => day < on)?.from ?? site;
