import { systemOfMessage } from '../platform/queues/read-messages.ts';
import { batchFunction } from '../store/batch-function.ts';
import { sendEmails } from './outbox/send-emails.ts';
import { sendingContainerOf } from './sending-container.ts';

export const handler = batchFunction(systemOfMessage, (functionSystem) =>
  sendEmails(sendingContainerOf(functionSystem)),
);
