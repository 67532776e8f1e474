import type { RequestTies } from '../../../shared/offers/close-request.ts';
import { isCurrent } from '../../../shared/matches/match.ts';
import { isOfferIn } from '../../../shared/offers/offer.ts';
import { isSeatIn, isTaken, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Table } from '../../store/table/table.ts';
import { readNouns } from '../../store/read-nouns.ts';

export interface TiedRequest extends RequestTies {
  readonly request: SupervisionRequest;
}

/**
 * Reads a request with the pending offers, current matches and practitioners of its seats, in two calls to the table.
 */
export const readTiedRequest = async (table: Table, requestId: string): Promise<TiedRequest | undefined> => {
  const request = (await readNouns(table, { requests: [requestId] })).requests.get(requestId);
  if (request === undefined) return undefined;
  const taken = request.seats.filter(isTaken);
  const { offers, matches, practitioners } = await readNouns(table, {
    offers: taken.map(({ offerId }) => offerId),
    matches: taken.filter(isSeatIn('filled')).map(({ matchId }) => matchId),
    practitioners: taken.map(({ practitionerId }) => practitionerId),
  });
  return {
    request,
    offers: [...offers.values()].filter(isOfferIn('pending')),
    matches: [...matches.values()].filter(isCurrent),
    practitioners: [...practitioners.values()],
  };
};
