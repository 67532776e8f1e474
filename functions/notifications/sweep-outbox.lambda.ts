import { quietly } from '../platform/quietly.ts';
import { sendingContainer } from './sending-container.ts';
import { sweepOutbox } from './sweep-outbox.ts';

export const handler = quietly(sendingContainer.log, sweepOutbox(sendingContainer));
