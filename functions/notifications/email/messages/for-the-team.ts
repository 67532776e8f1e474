import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { leadMessages } from './leads.ts';
import { matchEnded } from './match-ended.ts';
import { supportMessages } from './support.ts';
import { teamDelivery } from './team-delivery.ts';
import { teamTies } from './team-ties.ts';
import { teamMessages } from './team.ts';
import { vouchingMessages } from './vouching.ts';

/** Messages to the programme team. Does not compile while a name has no message. */
export const forTheTeam: Readonly<Record<Extract<EmailName, `team-${string}`>, Message>> = {
  ...supportMessages,
  ...vouchingMessages,
  ...teamDelivery,
  ...teamTies,
  ...leadMessages,
  ...matchEnded,
  ...teamMessages,
};
