import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { makeOffer, type OfferNouns } from '../../../shared/offers/offer-moves.ts';
import type { Contribution } from '../../../shared/offers/offer.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { seatOf } from '../../../shared/requests/seat-moves.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import { judge, sumOf } from '../../../shared/matching/judge.ts';
import type { Policy } from '../../../shared/matching/policy.ts';
import type { Chance } from '../../platform/chance.ts';
import { suppressionRepository } from '../../store/repositories/suppression-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import { type Nouns, readNouns } from '../../store/read-nouns.ts';

interface Deps {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
  readonly policy: Policy;
  readonly system: Pick<ServiceSystem, 'settings'>;
}

/**
 * A practitioner whom the ranking proposes for a seat. `extra` lists further contributions to the cost of the
 * pair, for instance because the practitioner is scarce or is the back-up.
 */
export interface Proposal {
  readonly requestId: string;
  readonly seatId: string;
  readonly practitionerId: string;
  readonly rank: number;
  readonly eligibleCount: number;
  readonly extra: readonly Contribution[];
  /**
   * The round and the offer's id; given only for an offer of a round. Such an offer holds a place with the
   * practitioner.
   */
  readonly round?: { readonly roundId: string; readonly offerId: string };
}

/** Rows that an offer is decided from. */
type Facts = Pick<Nouns, 'requests' | 'practitioners'>;

/**
 * `seat-taken`: the seat is no longer vacant. `not-eligible`: the practitioner has changed since the ranking.
 * `address-suppressed`: nothing may be sent to the practitioner's address, so they would never read of the offer.
 */
export type SeatOfferRefusal = 'seat-taken' | 'not-eligible' | 'address-suppressed' | 'busy';

/**
 * Offers a seat to one practitioner. First reads the seat and the practitioner again, with strong consistency, unless
 * the caller has just done so, and checks that the practitioner is still eligible. Commits the offer, the seat, the practitioner's pending
 * offers, the e-mail and the audit row together.
 */
export const makeSeatOffer =
  ({ system, table, chance, policy }: Deps) =>
  (
    proposal: Proposal,
    context: JudgeContext,
    now: string,
    known?: Facts,
  ): Promise<Result<OfferNouns, SeatOfferRefusal>> => {
    let facts = known;
    return decideAndCommit<Facts & { readonly isSuppressed: boolean }, OfferNouns, SeatOfferRefusal>({
      table,
      read: async () => {
        const read =
          facts ??
          (await readNouns(table, {
            requests: [proposal.requestId],
            practitioners: [proposal.practitionerId],
          }));
        facts = undefined;
        const address = read.practitioners.get(proposal.practitionerId)?.email;
        const held = address === undefined ? undefined : await suppressionRepository(table).held(address);
        return { ...read, isSuppressed: held === 'everything' };
      },
      decide: ({ requests, practitioners, isSuppressed }) => {
        const request = requests.get(proposal.requestId);
        const practitioner = practitioners.get(proposal.practitionerId);
        const seat = request && seatOf(request, proposal.seatId);
        if (request?.state !== 'open' || seat?.state !== 'vacant') return refused('seat-taken');
        if (practitioner === undefined) return refused('not-eligible');
        const judgement = judge(request, seat, practitioner, policy, londonDay(now), context);
        if (!judgement.eligible) return refused('not-eligible');
        if (isSuppressed) return refused('address-suppressed');
        const contributions = [...judgement.contributions, ...proposal.extra];
        const { rank, eligibleCount, seatId } = proposal;
        const judged = {
          rank,
          eligibleCount,
          contributions,
          cost: sumOf(contributions),
          policy: policy.version,
        };
        const holding =
          proposal.round === undefined ? { offerId: chance.id() } : { ...proposal.round, holdsPlace: true };
        const made = makeOffer(
          { request, practitioner },
          { ...holding, seatId, judged, daysToAnswer: system.settings.workingDaysToAnswer },
          now,
        );
        if (!made.ok) return refused('not-eligible');
        const { offer } = made.value;
        return accepted({
          value: made.value,
          changes: [
            ...nounChanges(table, {
              requests: [made.value.request],
              practitioners: [made.value.practitioner],
              offers: [offer],
            }),
            outboxEmail(table, 'practitioner-offer-made', offer.id, aboutOffer(offer), now),
            requestAudit({ chance, now, actor: 'matcher' }, request.id, 'offer-made', {
              offer: offer.id,
              seat: seatId,
              practitioner: practitioner.id,
              rank,
              cost: offer.cost,
            }),
          ],
        });
      },
    });
  };
