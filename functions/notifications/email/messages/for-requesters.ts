import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { changesForRequester } from './changes-for-requester.ts';
import { matchAgreed } from './match-agreed.ts';
import { matchEnding } from './match-ending.ts';
import { onBehalfMessages } from './on-behalf.ts';
import { requesterRequest } from './requester-request.ts';
import { supportMessages } from './support.ts';

/** Messages to those who request a DPP. Does not compile while a name has no message. */
export const forRequesters: Readonly<Record<Extract<EmailName, `requester-${string}`>, Message>> = {
  ...requesterRequest,
  ...supportMessages,
  ...matchAgreed,
  ...matchEnding,
  ...onBehalfMessages,
  ...changesForRequester,
};
