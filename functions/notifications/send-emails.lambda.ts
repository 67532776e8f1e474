import { quietly } from '../platform/quietly.ts';
import { sendEmails } from './send-emails.ts';
import { sendingContainer } from './sending-container.ts';

export const handler = quietly(sendingContainer.log, sendEmails(sendingContainer));
