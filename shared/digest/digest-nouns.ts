import type { RoundResult } from '../insights/round-results.ts';
import type { LedgerEntry } from '../matches/ledger.ts';
import type { Match } from '../matches/match.ts';
import type { OfferIn } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';

/** The data from which a digest is computed. */
export interface DigestNouns {
  /** Practitioners whose listing is listed, paused, stale or awaiting a check. */
  readonly practitioners: readonly Practitioner[];
  /** Requests that are open, lapsed, matched or completed. */
  readonly requests: readonly SupervisionRequest[];
  /** Offers declined in the last seven days. */
  readonly declined: readonly OfferIn<'declined'>[];
  /** Matches that are agreed, started or completed. */
  readonly matches: readonly Match[];
  /**
   * Exchanges between organisations. Each exchange has one entry for each of the two organisations; one of
   * these entries is enough here.
   */
  readonly ledger: readonly LedgerEntry[];
  /** Results of recent rounds. */
  readonly rounds?: readonly RoundResult[];
}
