import type { ServiceSystem } from '../systems/service-system.ts';
import { type Listing, listingOf } from '../directory/listing.ts';
import { isPublic } from '../directory/is-public.ts';
import type { LedgerEntry } from '../matches/ledger.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import type { ShownSwap } from './counted-organisations.ts';
import { type HostingBalance, hostingBalances } from './hosting-balances.ts';
import { supplyAndDemand, type SupplyTally } from './supply-and-demand.ts';

/**
 * Exchange with another organisation: the other organisation's learners hosted here, and this organisation's
 * learners placed there.
 */
interface Partner {
  readonly name: string;
  readonly hostedForThem: number;
  readonly placedWithThem: number;
}

/** Figures for an organisation's lead about their own organisation, without the identity of learners. */
export interface OrganisationFigures {
  readonly organisationId: string;
  /**
   * Name of the organisation, from its listed DPPs, its open requests or its ledger; undefined if it has none
   * of these.
   */
  readonly name: string | undefined;
  readonly totals: SupplyTally;
  readonly dpps: readonly Listing[];
  /** Open requests, nearest sign-off date first. */
  readonly requests: readonly SupervisionRequest[];
  readonly hostingBalance: HostingBalance | undefined;
  readonly partners: readonly Partner[];
  /** Possible swaps with other organisations, each of which would place learners of both organisations. */
  readonly swaps: readonly ShownSwap[];
}

const partnersOf = (employerId: string, entries: readonly LedgerEntry[]): readonly Partner[] =>
  hostingBalances(entries)
    .filter((row) => row.organisationId !== employerId)
    .map(({ name, hosted, placed }) => ({ name, hostedForThem: placed, placedWithThem: hosted }))
    .toSorted(
      (a, b) =>
        b.hostedForThem + b.placedWithThem - (a.hostedForThem + a.placedWithThem) ||
        (a.name < b.name ? -1 : 1),
    );

/** Computes the supply and demand of one organisation, and the exchanges of its employer with others. */
export const organisationFigures = (
  { id: organisationId, employerId }: { readonly id: string; readonly employerId: string },
  facts: {
    /** Its DPPs and requests. Those of other organisations are left out. */
    readonly practitioners: readonly Practitioner[];
    readonly requests: readonly SupervisionRequest[];
    /** Ledger entries of its employer. */
    readonly ledger: readonly LedgerEntry[];
    /** Possible swaps of its employer. */
    readonly swaps: readonly ShownSwap[];
  },
  today: Day,
  system: ServiceSystem,
): OrganisationFigures => {
  const own = <Noun extends { readonly organisation: { readonly id: string } }>(nouns: readonly Noun[]) =>
    nouns.filter(({ organisation }) => organisation.id === organisationId);
  const practitioners = own(facts.practitioners).filter((practitioner) =>
    isPublic(practitioner, today, system.settings),
  );
  const requests = own(facts.requests).filter(({ state }) => state === 'open');
  const exchange = hostingBalances(facts.ledger).find((row) => row.organisationId === employerId);
  return {
    organisationId,
    name: practitioners[0]?.organisation.name ?? requests[0]?.organisation.name ?? exchange?.name,
    totals: supplyAndDemand(practitioners, requests, today, system).totals,
    dpps: practitioners.map((practitioner) => listingOf(practitioner, today, system.geography)),
    requests: requests.toSorted((a, b) => (a.signOffNeededBy < b.signOffNeededBy ? -1 : 1)),
    hostingBalance: exchange,
    partners: partnersOf(employerId, facts.ledger),
    swaps: facts.swaps,
  };
};
