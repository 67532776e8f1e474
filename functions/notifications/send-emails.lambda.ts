import { batchFunction } from '../store/batch-function.ts';
import { sendEmails } from './outbox/send-emails.ts';
import { sendingContainerOf } from './sending-container.ts';

export const handler = batchFunction(
  () => undefined,
  (functionSystem) => sendEmails(sendingContainerOf(functionSystem)),
);
