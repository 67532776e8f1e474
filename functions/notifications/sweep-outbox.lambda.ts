import { sendingContainer } from './sending-container.ts';
import { sweepOutbox } from './sweep-outbox.ts';

export const handler = sweepOutbox(sendingContainer);
