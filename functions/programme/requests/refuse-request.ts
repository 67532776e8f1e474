import { refusedRequest } from '../../../shared/offers/close-request.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutMatch, aboutOffer, ledgerChanges, nounChanges, outboxEmail } from '../../store/noun-changes.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { readTiedRequest, type TiedRequest } from '../../matching/matches/request-ties.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

export type RefuseRefusal = 'unknown-request' | 'request-already-closed' | 'busy';

const isRefusable = isRequestIn('unconfirmed', 'waiting-for-support', 'open');

/**
 * Refuses a request for the programme team, with a reason that the team keeps and the requester is not told. Withdraws
 * its pending offers, ends its matches and writes to everybody concerned. Idempotent.
 */
export const refuseRequest =
  ({ table, clock, chance }: Deps) =>
  (id: string, by: string, why: string): Promise<Result<SupervisionRequest, RefuseRefusal>> => {
    const now = clock.now();
    return decideAndCommit<TiedRequest | undefined, SupervisionRequest, RefuseRefusal>({
      table,
      read: () => readTiedRequest(table, id),
      decide: (tied) => {
        if (tied === undefined) return refused('unknown-request');
        if (tied.request.state === 'refused') return accepted({ value: tied.request, changes: [] });
        if (!isRefusable(tied.request)) return refused('request-already-closed');
        const closed = refusedRequest(tied.request, tied, now);
        const { offers, matches, practitioners } = closed;
        const request = { ...closed.request, decision: { by, why, at: now } };
        return accepted({
          value: request,
          changes: [
            ...nounChanges(table, { requests: [request], practitioners, offers, matches }),
            ...ledgerChanges(table, matches),
            ...offers.map((offer) =>
              outboxEmail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now),
            ),
            ...matches.map((match) =>
              outboxEmail(table, 'practitioner-match-ended', match.id, aboutMatch(match), now),
            ),
            ...(tied.request.confirmedAt === undefined
              ? []
              : [outboxEmail(table, 'requester-request-refused', id, { requestId: id }, now)]),
            ...teamDecisionRows(`request#${id}`, now, chance.id(), { by, why }, 'request-refused'),
          ],
        });
      },
    });
  };
