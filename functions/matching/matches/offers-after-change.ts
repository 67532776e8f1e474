import { withdrawOffer } from '../../../shared/offers/offer-moves.ts';
import type { OfferIn } from '../../../shared/offers/offer.ts';
import { judgedAgain } from '../../../shared/matching/judge-again.ts';
import type { Policy } from '../../../shared/matching/policy.ts';
import type { JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isStillWanted, withSeatsWanted } from '../../../shared/requests/change-seats.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { TiedRequest } from './request-ties.ts';

/** A changed request, and what became of its live offers. */
interface OffersAfterChange {
  readonly request: SupervisionRequest;
  readonly practitioners: readonly Practitioner[];
  /** Offers that still fit. */
  readonly kept: readonly OfferIn<'pending'>[];
  readonly takenBack: readonly OfferIn<'withdrawn'>[];
}

/**
 * Judges the live offers of a request again after its answers changed, and takes back those that no longer fit. Then gives
 * the request the seats that it wants now.
 * @param answered the request with the new answers and the seats of before
 * @param takesAllBack whether nobody may be asked any more, whatever fits
 */
export const offersAfterChange = (
  tied: TiedRequest,
  answered: SupervisionRequest,
  takesAllBack: boolean,
  judging: { readonly policy: Policy; readonly context: JudgeContext },
  now: string,
): OffersAfterChange => {
  const people = new Map(tied.practitioners.map((practitioner) => [practitioner.id, practitioner]));
  const wanted = withSeatsWanted(answered);
  const kept: OfferIn<'pending'>[] = [];
  const takenBack: OfferIn<'withdrawn'>[] = [];
  let request = answered;
  for (const offer of tied.offers) {
    const practitioner = people.get(offer.practitionerId);
    if (practitioner === undefined) continue;
    const fits =
      takesAllBack || !isStillWanted(answered, offer)
        ? undefined
        : judgedAgain({ request: answered, practitioner, offer }, tied.request, wanted, judging, now);
    if (fits === undefined) {
      const moved = withdrawOffer({ request, practitioner, offer }, now);
      request = moved.request;
      people.set(practitioner.id, moved.practitioner);
      takenBack.push(moved.offer);
    } else {
      people.set(practitioner.id, fits.practitioner);
      kept.push(fits.offer);
    }
  }
  return {
    request: withSeatsWanted(request),
    practitioners: [...people.values()].filter((one) => !tied.practitioners.includes(one)),
    kept,
    takenBack,
  };
};
