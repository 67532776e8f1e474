import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import {
  type Books,
  type Difference,
  matchDifferences,
  offerDifferences,
  practitionerDifferences,
  requestDifferences,
} from '../../../shared/offers/reconcile.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Wanted } from '../../store/read-nouns.ts';
import { keys } from '../../store/table/keys.ts';
import { type ListPage, pagesOf } from '../../store/table/list-page.ts';
import type { RowsOfKind } from '../../store/table/rows-of-kind.ts';
import { matchRows } from '../../store/table/rows/match-rows.ts';
import { offerRows } from '../../store/table/rows/offer-rows.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import { requestRows } from '../../store/table/rows/request-rows.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Key, Table } from '../../store/table/table.ts';
import type { OpenRequests } from '../../store/open-requests.ts';

interface Deps {
  readonly table: Pick<Table, 'get' | 'setAside'>;
  readonly practitioners: Pick<PractitionerRepository, 'page'>;
  readonly requests: Pick<RequestRepository, 'page'>;
  readonly offers: Pick<OfferRepository, 'pendingPage'>;
  readonly matches: Pick<MatchRepository, 'page'>;
  readonly openRequests: Pick<OpenRequests, 'notCounted'>;
}

/**
 * Compares one page of a list with the records that its entities name, which are read by key. The list may lag.
 * @param after position in the list after which to read; from its start if undefined
 */
export type ComparedList = (after: string | undefined) => Promise<ListPage<Difference>>;

/** Number of rows that the run reads at once. */
const PAGE_SIZE = 100;

/** Maximum number of keys per call. */
const KEYS_AT_ONCE = 100;

const distinct = (ids: readonly (string | undefined)[] = []): readonly string[] => [
  ...new Set(ids.filter((id): id is string => id !== undefined)),
];

const wasKept = ({ state }: Match): boolean => state !== 'undone' && state !== 'ended-early';

const byId = <Noun extends { readonly id: string }>(nouns: readonly Noun[]): readonly Noun[] => [
  ...new Map(nouns.map((noun) => [noun.id, noun])).values(),
];

/**
 * Reads the data to be compared in pages: the entities of a page from their list, the records that they name by key.
 */
export const reconcileBooks = ({ table, practitioners, requests, offers, matches, openRequests }: Deps) => {
  const readAll = async <Noun>({ parseAll }: RowsOfKind<Noun>, wanted: readonly Key[]): Promise<Noun[]> => {
    const found: Noun[] = [];
    for (let start = 0; start < wanted.length; start += KEYS_AT_ONCE)
      found.push(...parseAll(table, await table.get(wanted.slice(start, start + KEYS_AT_ONCE))));
    return found;
  };

  /**
   * Reads entities by key, with strong consistency. Leaves out erased ones and matches that were given up, and sets
   * unreadable rows aside.
   */
  const read = async (wanted: Wanted): Promise<Omit<Books, 'isCounted'>> => ({
    practitioners: (
      await readAll(practitionerRows, distinct(wanted.practitioners).map(keys.practitioner))
    ).filter((one) => !isErased(one)),
    requests: (await readAll(requestRows, distinct(wanted.requests).map(keys.request))).filter(
      (one) => !isErased(one),
    ),
    offers: await readAll(offerRows, distinct(wanted.offers).map(keys.offer)),
    matches: (await readAll(matchRows, distinct(wanted.matches).map(keys.match))).filter(wasKept),
  });

  const counted = async (asked: Books['requests']): Promise<Books['isCounted']> => {
    const live = asked.filter(({ state }) => state === 'open' || state === 'matched');
    const missing = new Set(await openRequests.notCounted(live));
    return (id) => !missing.has(id);
  };

  /** Makes the list of what a page of entities shows to be different. */
  const compared =
    <Noun>(
      page: (after: string | undefined) => Promise<ListPage<Noun>>,
      compare: (found: readonly Noun[]) => Promise<readonly Difference[]>,
    ): ComparedList =>
    async (after) => {
      const { found, ...rest } = await page(after);
      return { ...rest, found: found.length === 0 ? [] : await compare(found) };
    };

  const ofPractitioners = async (found: readonly Practitioner[]): Promise<readonly Difference[]> => {
    const named = await read({
      matches: found.flatMap(({ commitments }) => commitments.map(({ matchId }) => matchId)),
      offers: found.flatMap(({ pendingOffers }) => pendingOffers.map(({ offerId }) => offerId)),
    });
    return practitionerDifferences({ ...named, practitioners: found });
  };

  const ofRequests = async (found: readonly SupervisionRequest[]): Promise<readonly Difference[]> => {
    const seats = found.flatMap((request) => request.seats);
    const named = await read({
      matches: seats.flatMap((seat) => (seat.state === 'filled' ? [seat.matchId] : [])),
      offers: seats.flatMap((seat) => (seat.state === 'offered' ? [seat.offerId] : [])),
    });
    return requestDifferences({ ...named, requests: found, isCounted: await counted(found) });
  };

  const ofOffers = async (found: readonly Offer[]): Promise<readonly Difference[]> => {
    const named = await read({
      practitioners: found.map(({ practitionerId }) => practitionerId),
      requests: found.map(({ requestId }) => requestId),
    });
    return offerDifferences({ ...named, offers: found });
  };

  const ofMatches = async (found: readonly Match[]): Promise<readonly Difference[]> => {
    const named = await read({
      practitioners: found.map(({ practitionerId }) => practitionerId),
      requests: found.map(({ requestId }) => requestId),
      offers: found.map(({ offerId }) => offerId),
    });
    return matchDifferences({ ...named, matches: found });
  };

  const size = PAGE_SIZE;
  const lists: readonly ComparedList[] = [
    ...(['awaiting-check', 'listed', 'paused', 'stale', 'withdrawn'] as const).map((state) =>
      compared((after) => practitioners.page(state, { after, size }), ofPractitioners),
    ),
    ...(['open', 'matched'] as const).map((state) =>
      compared((after) => requests.page(state, { after, size }), ofRequests),
    ),
    compared((after) => offers.pendingPage({ after, size }), ofOffers),
    ...(['agreed', 'started'] as const).map((state) =>
      compared((after) => matches.page(state, { after, size }), ofMatches),
    ),
  ];

  /**
   * Reads the records that these differences name, with strong consistency. The result is incomplete, so ignore any
   * further differences that it shows.
   */
  const readAgain = async (differences: readonly Difference[]): Promise<Books> => {
    const named = await read({
      practitioners: distinct(differences.map(({ practitionerId }) => practitionerId)),
      requests: distinct(differences.map(({ requestId }) => requestId)),
      offers: distinct(differences.map(({ offerId }) => offerId)),
      matches: distinct(differences.map(({ matchId }) => matchId)),
    });
    const ties = await read({
      offers: named.matches.map(({ offerId }) => offerId),
      practitioners: [...named.matches, ...named.offers].map(({ practitionerId }) => practitionerId),
      requests: [...named.matches, ...named.offers].map(({ requestId }) => requestId),
    });
    const asked = byId([...named.requests, ...ties.requests]);
    return {
      practitioners: byId([...named.practitioners, ...ties.practitioners]),
      requests: asked,
      offers: byId([...named.offers, ...ties.offers]),
      matches: named.matches,
      isCounted: await counted(asked),
    };
  };

  return { lists, readAgain };
};

/** Reads all lists to their end, and returns the differences. */
export const everyDifference = async (lists: readonly ComparedList[]): Promise<readonly Difference[]> => {
  const all: Difference[] = [];
  for (const list of lists)
    for await (const found of pagesOf(({ after }) => list(after), { size: PAGE_SIZE })) all.push(...found);
  return all;
};
