import type { EndReason } from '../../shared/domain/match.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { accepted, refused, type Result } from '../../shared/domain/result.ts';
import { withdrawRequest as withdrawn } from '../../shared/domain/seat-moves-close.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import { aboutMatch, aboutOffer, changesTo, ledgerOf, mail, note } from './changes.ts';
import type { MatchingDeps } from './deps.ts';
import { readTiedRequest, type TiedRequest } from './request-ties.ts';

export type WithdrawRefusal = 'request-unknown' | 'request-already-closed' | 'busy';

/**
 * The requester takes the request back: pending offers are withdrawn, matches end, all places are free, everybody is
 * told. Withdrawing what is withdrawn changes nothing.
 */
export const withdrawRequest =
  ({ table, chance }: MatchingDeps) =>
  (requestId: string, reason: EndReason, now: string): Promise<Result<SupervisionRequest, WithdrawRefusal>> =>
    decideAndCommit<TiedRequest | undefined, SupervisionRequest, WithdrawRefusal>({
      table,
      read: () => readTiedRequest(table, requestId),
      decide: (tied) => {
        if (tied === undefined) return refused('request-unknown');
        if (tied.request.state === 'withdrawn') return accepted({ value: tied.request, changes: [] });
        const moved = withdrawn(tied.request, tied, reason, now);
        if (!moved.ok) return refused('request-already-closed');
        const { request, offers, matches, practitioners } = moved.value;
        return accepted({
          value: request,
          changes: [
            ...changesTo(table, { requests: [request], practitioners, offers, matches }),
            ...ledgerOf(table, matches),
            ...offers.map((offer) =>
              mail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now),
            ),
            ...matches.map((match) =>
              mail(table, 'practitioner-match-ended', match.id, aboutMatch(match), now),
            ),
            mail(table, 'requester-request-withdrawn', requestId, { requestId }, now),
            note({ chance, now, actor: 'requester' }, requestId, 'request-withdrawn', { reason }),
          ],
        });
      },
    });
