import type { Link } from '../../shared/domain/link.ts';
import { erasePractitioner } from '../../shared/domain/erase-practitioner.ts';
import { eraseRequest } from '../../shared/domain/erase-request.ts';
import type { Clock } from '../platform/clock.ts';
import { auditRow } from '../platform/storage/audit.ts';
import { erasureRow } from '../platform/storage/erasure-log.ts';
import type { PractitionerRepository } from '../platform/storage/practitioner-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Table } from '../platform/storage/table.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly clock: Clock;
}

/** Forgets a registration or a request whose address belongs to somebody who did not send it. */
export const disown =
  ({ table, practitioners, requests, clock }: Deps) =>
  async ({ practitionerId, requestId }: Link): Promise<void> => {
    const now = clock.now();
    const practitioner = practitionerId === undefined ? undefined : await practitioners.find(practitionerId);
    if (practitioner?.state === 'unconfirmed') {
      const erased = erasePractitioner(practitioner, now);
      if (erased.ok)
        await table.commit([
          practitioners.save(erased.value, ['unconfirmed']),
          auditRow(`practitioner#${practitioner.id}`, now, 'disowned', 'practitioner', 'practitioner-erased'),
          erasureRow('practitioner', practitioner.id, now),
        ]);
    }
    const asked = requestId === undefined ? undefined : await requests.find(requestId);
    if (asked?.state === 'unconfirmed') {
      const erased = eraseRequest(asked, now);
      if (erased.ok)
        await table.commit([
          requests.save(erased.value, ['unconfirmed']),
          auditRow(`request#${asked.id}`, now, 'disowned', 'requester', 'request-erased'),
          erasureRow('request', asked.id, now),
        ]);
    }
  };
