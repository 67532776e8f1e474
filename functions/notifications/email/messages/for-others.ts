import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { digests } from './digests.ts';
import { leadNews } from './lead-news.ts';
import { leadMessages } from './leads.ts';
import { namedMessages } from './named.ts';
import { matchEnded } from './match-ended.ts';
import { supportMessages } from './support.ts';
import { vouchingMessages } from './vouching.ts';

type NameForOthers = Exclude<EmailName, `${'practitioner' | 'requester' | 'team'}-${string}`>;

/** Messages to leads, vouchers and others who are named, and digests. Does not compile while a name has no message. */
export const forOthers: Readonly<Record<NameForOthers, Message>> = {
  ...supportMessages,
  ...vouchingMessages,
  ...namedMessages,
  ...leadMessages,
  ...leadNews,
  ...matchEnded,
  ...digests,
};
