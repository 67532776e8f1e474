import { backgroundFunction } from '../platform/background-function.ts';
import { container } from './container.ts';
import { eventRecorder } from './delivery/record-event.ts';
import { recordDelivery } from './delivery/record-delivery.ts';

const { suppressions } = container;
const record = eventRecorder({ ...container, suppress: (...stop) => suppressions.suppress(...stop) });

export const handler = backgroundFunction(container.log, recordDelivery({ ...container, record }));
