import { type EndReason, isCurrent } from '../../../shared/matches/match.ts';
import { isOfferIn } from '../../../shared/offers/offer.ts';
import { releaseTies } from '../../../shared/offers/release-ties.ts';
import type { Ties } from '../../../shared/offers/take-back.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { withdraw } from '../../../shared/people/practitioner-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Change, Table } from '../../store/table/table.ts';
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
import { readNouns } from '../../store/read-nouns.ts';

export type LeaveRefusal = 'practitioner-unknown' | 'not-allowed' | 'busy';

interface Deps extends WriteDeps {
  /** Returns further changes for the commit that withdraws the listing. */
  readonly alongside?: (practitioner: Practitioner) => Promise<readonly Change[]>;
  /** Whether the listing may be withdrawn. Checked again for each commit; if this is omitted, it may. */
  readonly mayLeave?: (practitioner: Practitioner) => boolean;
}

export interface Tied extends Ties {
  readonly practitioner: Practitioner;
}

/** Reads a practitioner with their pending offers, their current matches and the requests of both. */
export const readTied = async (table: Table, practitionerId: string): Promise<Tied | undefined> => {
  const found = await readNouns(table, { practitioners: [practitionerId] });
  const practitioner = found.practitioners.get(practitionerId);
  if (practitioner === undefined) return undefined;
  const { offers, matches, requests } = await readNouns(table, {
    offers: practitioner.pendingOffers.map(({ offerId }) => offerId),
    matches: practitioner.commitments.map(({ matchId }) => matchId),
    requests: practitioner.commitments.map(({ requestId }) => requestId),
  });
  const asked = [...offers.values()].filter(({ requestId }) => !requests.has(requestId));
  const more = await readNouns(table, { requests: asked.map(({ requestId }) => requestId) });
  return {
    practitioner,
    offers: [...offers.values()].filter(isOfferIn('pending')),
    matches: [...matches.values()].filter(isCurrent),
    requests: [...requests.values(), ...more.requests.values()],
  };
};

/**
 * Withdraws the listing of a practitioner who leaves, and ends their pending offers and matches. The requests
 * concerned are open again, at the front of the queue. Their vacant seats are offered to the practitioner's back-up
 * first. Idempotent.
 */
export const releasePractitioner =
  ({ table, chance, alongside = () => Promise.resolve([]), mayLeave = () => true }: Deps) =>
  (practitionerId: string, reason: EndReason, now: string): Promise<Result<Practitioner, LeaveRefusal>> =>
    decideAndCommit<(Tied & { readonly besides: readonly Change[] }) | undefined, Practitioner, LeaveRefusal>(
      {
        table,
        read: async () => {
          const tied = await readTied(table, practitionerId);
          return tied && { ...tied, besides: await alongside(tied.practitioner) };
        },
        decide: (tied) => {
          if (tied === undefined) return refused('practitioner-unknown');
          if (tied.practitioner.state === 'withdrawn')
            return accepted({ value: tied.practitioner, changes: [] });
          if (!mayLeave(tied.practitioner)) return refused('not-allowed');
          const released = releaseTies(tied.practitioner, tied, reason, now);
          const left = withdraw(released.practitioner, now);
          if (!left.ok) return refused('not-allowed');
          const { requests, offers, matches, reopened } = released;
          return accepted({
            value: left.value,
            changes: [
              ...nounChanges(table, { practitioners: [left.value], requests, offers, matches }),
              ...ledgerChanges(table, matches),
              ...tied.besides,
              ...offers.map((offer) =>
                outboxEmail(table, 'requester-offer-taken-back', offer.id, aboutOffer(offer), now),
              ),
              ...reopened.map((match) =>
                outboxEmail(table, 'requester-seat-reopened', match.id, aboutMatch(match), now),
              ),
              ...requests.map(({ id }) =>
                requestAudit({ chance, now, actor: 'practitioner' }, id, 'practitioner-left', {
                  practitioner: practitionerId,
                  reason,
                }),
              ),
            ],
          });
        },
      },
    );
