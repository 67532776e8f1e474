import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { withLeadNamed } from '../../../shared/requests/support-moves.ts';
import { epochOf } from '../../../shared/kernel/time.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { networkHash } from '../../platform/hash.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { requestAudit } from '../../store/noun-changes.ts';
import { keys } from '../../store/table/keys.ts';
import type { Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit, type Limit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly requests: RequestRepository;
  readonly emails: EmailRepository;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly limits: ConfirmationLimits;
}

export type NameLeadRefusal = 'gone' | 'not-allowed' | 'too-many-leads' | TooMany | 'busy';

const isWaiting = isRequestIn('waiting-for-support');

/** Maximum number of leads whom one request may name after the first. */
const LEADS = 5;
const DAYS_KEPT = 400;

const leadsOf = (requestId: string, now: string): Limit<'too-many-leads'> => ({
  change: {
    do: 'count',
    key: keys.counter(`leads#${requestId}`),
    by: 1,
    atMost: LEADS,
    sweepAt: Math.floor(epochOf(now) / 1_000) + DAYS_KEPT * 86_400,
  },
  refusal: 'too-many-leads',
});

/**
 * Names another prescribing lead for a request that waits for support, and asks them. The former lead's link ends. Naming
 * the same one again changes nothing.
 * @param network the network from which the form was sent
 */
export const nameLead =
  ({ table, requests, emails, clock, chance, limits }: Deps) =>
  (
    id: string,
    lead: { readonly name: string; readonly email: string },
    network: string,
  ): Promise<Result<SupervisionRequest, NameLeadRefusal>> => {
    const now = clock.now();
    return decideAndCommit<SupervisionRequest | undefined, SupervisionRequest, NameLeadRefusal>({
      table,
      read: () => requests.findPresent(id),
      decide: (request) => {
        if (request === undefined) return refused('gone');
        if (!isWaiting(request)) return refused('not-allowed');
        if (request.nmpLeadName === lead.name && request.nmpLeadEmail === lead.email)
          return accepted({ value: request, changes: [] });
        const named = withLeadNamed(request, lead, now);
        const occasion = chance.id();
        return accepted({
          value: named,
          changes: [
            requests.save(named, ['waiting-for-support']),
            ...unfiledBy(requests.save(request), requests.save(named)),
            emails.save(
              causedFrom(
                emailFor('lead-support-asked', `${id}.${occasion}`, { requestId: id }, now),
                networkHash(network),
              ),
            ),
            requestAudit({ chance, now, actor: 'requester' }, id, 'request-lead-named'),
          ],
          limits: [...limits(lead.email, network, now), leadsOf(id, now)],
        });
      },
    });
  };
