import type { RequestTies } from '../../../shared/offers/close-request.ts';
import { isCurrent } from '../../../shared/matches/match.ts';
import { isOfferIn } from '../../../shared/offers/offer.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Table } from '../../store/table/table.ts';
import { readNouns } from '../../store/read-nouns.ts';

export interface TiedRequest extends RequestTies {
  readonly request: SupervisionRequest;
}

/** Reads a request with the pending offers, current matches and practitioners of its seats, in two calls. */
export const readTiedRequest = async (table: Table, requestId: string): Promise<TiedRequest | undefined> => {
  const request = (await readNouns(table, { requests: [requestId] })).requests.get(requestId);
  if (request === undefined) return undefined;
  const present = <Id>(ids: readonly (Id | undefined)[]): readonly Id[] =>
    ids.filter((id): id is Id => id !== undefined);
  const { offers, matches, practitioners } = await readNouns(table, {
    offers: present(request.seats.map(({ offerId }) => offerId)),
    matches: present(request.seats.map(({ matchId }) => matchId)),
    practitioners: present(request.seats.map(({ practitionerId }) => practitionerId)),
  });
  return {
    request,
    offers: [...offers.values()].filter(isOfferIn('pending')),
    matches: [...matches.values()].filter(isCurrent),
    practitioners: [...practitioners.values()],
  };
};
