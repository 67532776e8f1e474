import { createRequest } from '../../shared/domain/create-request.ts';
import { emailFor } from '../../shared/domain/email.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { accepted } from '../../shared/domain/result.ts';
import { londonDay } from '../../shared/domain/time.ts';
import { toAskForSupervision } from '../../shared/journeys/to-ask-for-supervision.ts';
import { currentWordings } from '../../shared/reference/consent-wordings.ts';
import type { Clock } from '../platform/clock.ts';
import { auditRow } from '../platform/storage/audit.ts';
import type { EmailRepository } from '../platform/storage/email-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Table } from '../platform/storage/table.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import type { ConfirmationLimits } from './confirmation-limits.ts';
import type { Submit } from './journey-handlers.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly limits: ConfirmationLimits;
}

/** Stores a request and asks for its address to be confirmed. Sending the same submission twice is once. */
export const request =
  ({ table, requests, emails, clock, limits }: Deps): Submit =>
  ({ id, answers, network }) => {
    const now = clock.now();
    const ask = toAskForSupervision(answers, londonDay(now));
    return decideAndCommit<SupervisionRequest | undefined, 'sent', 'too-many' | 'busy'>({
      table,
      read: () => requests.find(id),
      decide: (stored) =>
        accepted(
          stored === undefined
            ? {
                value: 'sent',
                changes: [
                  requests.save(createRequest(ask, id, currentWordings.request, now)),
                  emails.save(emailFor('requester-address-confirm', id, { requestId: id }, now)),
                  auditRow(`request#${id}`, now, id, 'requester', 'request-sent'),
                ],
                limits: limits(ask.email, network, now),
              }
            : { value: 'sent', changes: [] },
        ),
    });
  };
