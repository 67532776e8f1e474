import { batchFunction } from '../store/batch-function.ts';
import { systemOfRecord } from '../store/system-of-record.ts';
import { sendEmails } from './outbox/send-emails.ts';
import { sendingContainerOf } from './sending-container.ts';

export const handler = batchFunction(systemOfRecord, (functionSystem) =>
  sendEmails(sendingContainerOf(functionSystem)),
);
