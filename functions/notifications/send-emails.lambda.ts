import { backgroundFunction } from '../platform/background-function.ts';
import { sendEmails } from './outbox/send-emails.ts';
import { sendingContainer } from './sending-container.ts';

export const handler = backgroundFunction(sendingContainer.log, sendEmails(sendingContainer));
