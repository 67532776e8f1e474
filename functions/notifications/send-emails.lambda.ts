import { sendEmails } from './send-emails.ts';
import { sendingContainer } from './sending-container.ts';

export const handler = sendEmails(sendingContainer);
