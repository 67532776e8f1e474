import { backgroundFunction } from '../platform/background-function.ts';
import { sendingContainer } from './sending-container.ts';
import { sweepOutbox } from './outbox/sweep-outbox.ts';

export const handler = backgroundFunction(sendingContainer.log, sweepOutbox(sendingContainer));
