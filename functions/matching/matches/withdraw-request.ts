import type { EndReason } from '../../../shared/matches/match.ts';
import type { Withdrawal } from '../../../shared/requests/withdrawal.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { type EndedBySide, withdrawnRequest } from '../../../shared/offers/close-request.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import {
  aboutMatch,
  aboutOffer,
  nounChanges,
  ledgerChanges,
  outboxEmail,
  requestAudit,
} from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { emailsAboutEnding } from './emails-about-ending.ts';
import { readTiedRequest, type TiedRequest } from './request-ties.ts';

export type WithdrawRefusal = 'request-unknown' | 'request-already-closed' | 'busy';

const isWithdrawable = isRequestIn(
  'unconfirmed',
  'waiting-for-support',
  'open',
  'paused',
  'matched',
  'lapsed',
);

/**
 * Withdraws a request: withdraws its pending offers, ends its matches early and sends an e-mail to everybody
 * concerned. Idempotent: does not change a request that is already withdrawn.
 * `ended`: the match with whose end the request ends, and what a side said about it.
 * `withdrawal`: what the requester said about it.
 */
export const withdrawRequest =
  ({ table, chance }: WriteDeps) =>
  (
    requestId: string,
    reason: EndReason,
    now: string,
    { ended, withdrawal = {} }: { readonly ended?: EndedBySide; readonly withdrawal?: Withdrawal } = {},
  ): Promise<Result<SupervisionRequest, WithdrawRefusal>> =>
    decideAndCommit<TiedRequest | undefined, SupervisionRequest, WithdrawRefusal>({
      table,
      read: () => readTiedRequest(table, requestId),
      decide: (tied) => {
        if (tied === undefined) return refused('request-unknown');
        if (tied.request.state === 'withdrawn') return accepted({ value: tied.request, changes: [] });
        if (!isWithdrawable(tied.request)) return refused('request-already-closed');
        const { request: closed, ...others } = withdrawnRequest(tied.request, tied, reason, now, ended);
        const { offers, matches, practitioners } = others;
        const request = Object.keys(withdrawal).length === 0 ? closed : { ...closed, withdrawal };
        return accepted({
          value: request,
          changes: [
            ...nounChanges(table, { requests: [request], practitioners, offers, matches }),
            ...ledgerChanges(table, matches),
            ...offers.map((offer) =>
              outboxEmail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now),
            ),
            ...matches
              .filter(({ id }) => id !== ended?.matchId || ended.ending.by !== 'practitioner')
              .map((match) =>
                outboxEmail(table, 'practitioner-match-ended', match.id, aboutMatch(match), now),
              ),
            ...matches.flatMap((match) => emailsAboutEnding(table, tied.request, match, now)),
            outboxEmail(
              table,
              'requester-request-withdrawn',
              requestId,
              { requestId, ...(ended === undefined ? {} : { matchId: ended.matchId }) },
              now,
            ),
            requestAudit(
              { chance, now, actor: ended?.ending.by ?? 'requester' },
              requestId,
              'request-withdrawn',
              {
                reason,
                ...(ended === undefined ? {} : { match: ended.matchId, cause: ended.ending.cause }),
                ...(withdrawal.reason === undefined ? {} : { because: withdrawal.reason }),
              },
            ),
          ],
        });
      },
    });
