import { quietly } from '../platform/quietly.ts';
import { container } from './container.ts';
import { eventRecorder } from './delivery/record-event.ts';
import { recordDelivery } from './record-delivery.ts';

const { suppressions } = container;
const record = eventRecorder({ ...container, suppress: (...stop) => suppressions.suppress(...stop) });

export const handler = quietly(container.log, recordDelivery({ ...container, record }));
