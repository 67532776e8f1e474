import { scheduledFunction } from '../store/scheduled-function.ts';
import { sendingContainerOf } from './sending-container.ts';
import { sweepOutbox } from './outbox/sweep-outbox.ts';

export const handler = scheduledFunction((functionSystem) => sweepOutbox(sendingContainerOf(functionSystem)));
