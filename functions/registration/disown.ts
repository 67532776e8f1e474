import type { Link } from '../../shared/domain/link.ts';
import { erasePractitioner } from '../../shared/domain/erase-practitioner.ts';
import { eraseRequest } from '../../shared/domain/erase-request.ts';
import type { Practitioner } from '../../shared/domain/practitioner.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { accepted } from '../../shared/domain/result.ts';
import type { Clock } from '../platform/clock.ts';
import { auditRow } from '../platform/storage/audit.ts';
import { erasureRow } from '../platform/storage/erasure-log.ts';
import type { PractitionerRepository } from '../platform/storage/practitioner-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Table } from '../platform/storage/table.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly clock: Clock;
}

/**
 * Whoever presses was shown something unconfirmed. What was withdrawn since then still holds their address: they are told
 * that it is deleted, and so it is.
 */
const forgotten = ['unconfirmed', 'withdrawn'] as const;
const isForgotten = (state: string): boolean => forgotten.some((one) => one === state);

/**
 * Forgets a registration or a request whose address belongs to somebody who did not send it. What was confirmed in the
 * meantime stays.
 * @throws when others were quicker every time: nobody may be told that it is deleted then
 */
export const disown =
  ({ table, practitioners, requests, clock }: Deps) =>
  async ({ practitionerId, requestId }: Link): Promise<void> => {
    const now = clock.now();
    const outcomes = [
      await decideAndCommit<Practitioner | undefined, undefined, never>({
        table,
        read: () =>
          practitionerId === undefined ? Promise.resolve(undefined) : practitioners.find(practitionerId),
        decide: (practitioner) => {
          const erased =
            practitioner !== undefined && isForgotten(practitioner.state)
              ? erasePractitioner(practitioner, now)
              : undefined;
          if (erased?.ok !== true) return accepted({ value: undefined, changes: [] });
          const { id } = erased.value;
          return accepted({
            value: undefined,
            changes: [
              practitioners.save(erased.value, forgotten),
              auditRow(`practitioner#${id}`, now, 'disowned', 'practitioner', 'practitioner-erased'),
              erasureRow('practitioner', id, now),
            ],
          });
        },
      }),
      await decideAndCommit<SupervisionRequest | undefined, undefined, never>({
        table,
        read: () => (requestId === undefined ? Promise.resolve(undefined) : requests.find(requestId)),
        decide: (asked) => {
          const erased =
            asked !== undefined && isForgotten(asked.state) ? eraseRequest(asked, now) : undefined;
          if (erased?.ok !== true) return accepted({ value: undefined, changes: [] });
          const { id } = erased.value;
          return accepted({
            value: undefined,
            changes: [
              requests.save(erased.value, forgotten),
              auditRow(`request#${id}`, now, 'disowned', 'requester', 'request-erased'),
              erasureRow('request', id, now),
            ],
          });
        },
      }),
    ];
    if (!outcomes.every(({ ok }) => ok)) throw new Error('others were quicker every time');
  };
