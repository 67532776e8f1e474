import { createRequest } from '../../../shared/requests/create-request.ts';
import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import type { StoredRequest } from '../../../shared/requests/request.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { networkHash } from '../../platform/hash.ts';
import type { Clock } from '../../platform/clock.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';
import type { Submit } from '../../web/journeys/journey-handlers.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly limits: ConfirmationLimits;
}

/** Stores a request and sends an e-mail to confirm its address. Idempotent per submission. */
export const request =
  ({ system, knownOrganisations, table, requests, emails, clock, limits }: Deps): Submit =>
  async ({ id, answers, network }) => {
    const now = clock.now();
    const ask = toAskForSupervision(answers, system, await knownOrganisations(), londonDay(now));
    return decideAndCommit<StoredRequest | undefined, 'sent', TooMany | 'busy'>({
      table,
      read: () => requests.find(id),
      decide: (stored) =>
        accepted(
          stored === undefined
            ? {
                value: 'sent',
                changes: [
                  requests.save(createRequest(ask, id, system.consent.request.id, now)),
                  emails.save(
                    causedFrom(
                      emailFor('requester-address-confirm', id, { requestId: id }, now),
                      networkHash(network),
                    ),
                  ),
                  auditRow(`request#${id}`, now, id, 'requester', 'request-sent'),
                ],
                limits: limits(ask.email, network, now),
              }
            : { value: 'sent', changes: [] },
        ),
    });
  };
