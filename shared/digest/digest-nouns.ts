import type { RoundResult } from '../insights/round-results.ts';
import type { LedgerEntry } from '../matches/ledger.ts';
import type { Match } from '../matches/match.ts';
import type { OfferIn } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';

/** The data from which a digest is computed. */
export interface DigestNouns {
  /** Listed, paused, stale and awaiting a check. */
  readonly practitioners: readonly Practitioner[];
  /** Open, lapsed, matched and completed. */
  readonly requests: readonly SupervisionRequest[];
  /** Offers declined in the last seven days. */
  readonly declined: readonly OfferIn<'declined'>[];
  /** Agreed, started and completed. */
  readonly matches: readonly Match[];
  /** Exchanges between organisations; one of the two entries of each is enough. */
  readonly ledger: readonly LedgerEntry[];
  /** Results of recent rounds. */
  readonly rounds?: readonly RoundResult[];
}
