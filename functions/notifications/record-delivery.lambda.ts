import { batchFunction } from '../store/batch-function.ts';
import { containerOf } from './container.ts';
import { losePractitioner } from '../matching/matches/lose-practitioner.ts';
import { loseRequester } from '../matching/matches/lose-requester.ts';
import { ownerOfAddressHash } from '../store/unique-claims.ts';
import { systemOfMailRecord } from './delivery/system-of-mail-record.ts';
import { eventRecorder } from './delivery/record-event.ts';
import { recordDelivery } from './delivery/record-delivery.ts';

export const handler = batchFunction(systemOfMailRecord, (functionSystem) => {
  const container = containerOf(functionSystem);
  const { suppressions } = container;
  const record = eventRecorder({
    ...container,
    suppress: (...stop) => suppressions.suppress(...stop),
    ownerOf: (fingerprint) => ownerOfAddressHash(container.table, fingerprint),
    losePractitioner: losePractitioner(container),
    loseRequester: loseRequester(container),
  });
  return recordDelivery({ ...container, record });
});
