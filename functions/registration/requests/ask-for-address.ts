import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { networkHash } from '../../platform/hash.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { requestAudit } from '../../store/noun-changes.ts';
import type { Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly limits: ConfirmationLimits;
}

export type AskForAddressRefusal = 'gone' | 'not-allowed' | TooMany | 'busy';

const mayChange = isRequestIn('waiting-for-support', 'open', 'paused', 'matched');

/**
 * Sends an e-mail to another address of the requester, which becomes theirs when they confirm it. Until then, everything
 * still goes to the address that they have.
 * @param network the network from which the form was sent
 */
export const askForAddress =
  ({ table, requests, emails, clock, chance, limits }: Deps) =>
  (
    id: string,
    newEmail: string,
    network: string,
  ): Promise<Result<SupervisionRequest, AskForAddressRefusal>> => {
    const now = clock.now();
    return decideAndCommit<SupervisionRequest | undefined, SupervisionRequest, AskForAddressRefusal>({
      table,
      read: () => requests.findPresent(id),
      decide: (request) => {
        if (request === undefined) return refused('gone');
        if (!mayChange(request)) return refused('not-allowed');
        const asked = { ...request, newEmail, updatedAt: now };
        const occasion = chance.id();
        return accepted({
          value: asked,
          changes: [
            requests.save(asked, [request.state]),
            ...unfiledBy(requests.save(request), requests.save(asked)),
            emails.save(
              causedFrom(
                emailFor('requester-new-address-confirm', `${id}.${occasion}`, { requestId: id }, now),
                networkHash(network),
              ),
            ),
            requestAudit({ chance, now, actor: 'requester' }, id, 'request-address-asked'),
          ],
          limits: limits(newEmail, network, now),
        });
      },
    });
  };
