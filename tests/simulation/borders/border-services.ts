import { borrowPlaces } from '../../../functions/borders/borrow-places.ts';
import { sharingNeighbours } from '../../../functions/borders/neighbours.ts';
import { tendLoans } from '../../../functions/borders/tend-loans.ts';
import { endMatch } from '../../../functions/matching/matches/end-match.ts';
import { leaveListing } from '../../../functions/matching/matches/leave-listing.ts';
import { lapseRequests } from '../../../functions/matching/matches/lapse-requests.ts';
import { takeBackRequest } from '../../../functions/matching/matches/take-back-request.ts';
import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { lapseOffers } from '../../../functions/matching/offers/lapse-offers.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { supplyOfRows } from '../../../functions/matching/seats/matching-supply.ts';
import type { Chance } from '../../../functions/platform/chance.ts';
import type { Clock } from '../../../functions/platform/clock.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { changeListing } from '../../../functions/store/change-listing.ts';
import type { FunctionSystem } from '../../../functions/store/function-system.ts';
import { judgeContextOf } from '../../../functions/store/judge-context.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { SIDES, type Side } from './border-world.ts';

interface Ports {
  readonly systemOf: (side: Side) => FunctionSystem;
  readonly clock: Clock;
  readonly chance: Chance;
}

const quiet = { event: () => undefined, surprise: () => undefined };

/** Creates the use cases of both systems over the ports of one run. */
export const borderServices = ({ systemOf, clock, chance }: Ports) => {
  const systems = {
    find: (id: string | undefined) => {
      const side = SIDES.find((one) => one === id);
      return Promise.resolve(side && systemOf(side));
    },
  };
  return (side: Side) => {
    const own = systemOf(side);
    const { table, system } = own;
    const memory = judgeContextOf({ system, ledger: ledgerRepository(table), clock, policy });
    const deps = {
      ...own,
      own,
      systems,
      clock,
      chance,
      policy,
      log: quiet,
      memory,
      practitioners: practitionerRepository(table),
      requests: requestRepository(table),
      offers: offerRepository(table),
      matches: matchRepository(table),
    };
    return {
      tend: tendLoans(deps),
      borrow: borrowPlaces({
        ...deps,
        neighbours: () => sharingNeighbours(systems, own),
        heldBack: () => Promise.resolve(() => false),
      }),
      matchSeats: matchSeats({ ...deps, supply: supplyOfRows({ table, clock, memory }) }),
      decide: decideOffer(deps),
      lapse: lapseOffers(deps),
      lapseRequests: lapseRequests(deps),
      endMatch: endMatch(deps),
      takeBack: takeBackRequest(deps),
      changeListing: changeListing(deps),
      leave: leaveListing(deps),
      erase: eraseListing(deps),
      requests: deps.requests,
      practitioners: deps.practitioners,
      table,
    };
  };
};

export type BorderServices = ReturnType<typeof borderServices>;
