import type { Link } from '../../../shared/notifications/link.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import { erasureRow } from '../../store/repositories/erasure-log.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { unfiled } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly clock: Clock;
}

/**
 * States from which a registration or request is deleted. It was unconfirmed when the page was shown. If it has been
 * withdrawn since then, it still contains the address, so it is deleted too.
 */
const forgotten = ['unconfirmed', 'withdrawn'] as const;
const isForgotten = (state: string): boolean => forgotten.some((one) => one === state);

/**
 * Deletes a registration or request that somebody else sent with this person's e-mail address. Keeps it if it has
 * been confirmed meanwhile.
 * @throws after repeated write conflicts, so that the page does not claim that it was deleted
 */
export const disownAddress =
  ({ table, practitioners, requests, clock }: Deps) =>
  async ({ practitionerId, requestId }: Link): Promise<void> => {
    const now = clock.now();
    const outcomes = [
      await decideAndCommit<Practitioner | undefined, undefined, never>({
        table,
        read: () =>
          practitionerId === undefined
            ? Promise.resolve(undefined)
            : practitioners.findPresent(practitionerId),
        decide: (practitioner) => {
          if (practitioner === undefined || !isForgotten(practitioner.state))
            return accepted({ value: undefined, changes: [] });
          const { id } = practitioner;
          return accepted({
            value: undefined,
            changes: [
              practitioners.save(erasedPractitioner(practitioner, now), forgotten),
              ...unfiled(practitioners.save(practitioner)),
              auditRow(`practitioner#${id}`, now, 'disowned', 'practitioner', 'practitioner-erased'),
              erasureRow('practitioner', id, now),
            ],
          });
        },
      }),
      await decideAndCommit<SupervisionRequest | undefined, undefined, never>({
        table,
        read: () => (requestId === undefined ? Promise.resolve(undefined) : requests.findPresent(requestId)),
        decide: (asked) => {
          if (asked === undefined || !isForgotten(asked.state))
            return accepted({ value: undefined, changes: [] });
          const { id } = asked;
          return accepted({
            value: undefined,
            changes: [
              requests.save(erasedRequest(asked, now), forgotten),
              ...unfiled(requests.save(asked)),
              auditRow(`request#${id}`, now, 'disowned', 'requester', 'request-erased'),
              erasureRow('request', id, now),
            ],
          });
        },
      }),
    ];
    if (!outcomes.every(({ ok }) => ok)) throw new Error('repeated write conflicts');
  };
