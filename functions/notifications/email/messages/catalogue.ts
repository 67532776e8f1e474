import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { forOthers } from './for-others.ts';
import { forPractitioners } from './for-practitioners.ts';
import { forRequesters } from './for-requesters.ts';
import { forTheTeam } from './for-the-team.ts';

/** All messages that the service sends. */
export const messages: Readonly<Record<EmailName, Message>> = {
  ...forPractitioners,
  ...forRequesters,
  ...forTheTeam,
  ...forOthers,
};
