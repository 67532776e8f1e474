import { isCurrent, type Match } from '../matches/match.ts';
import type { Offer } from './offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import { seatOf } from '../requests/seat-moves.ts';

/** Kinds of difference. Each code names the record that exists, then the record that should exist with it. */
export const differenceCodes = [
  'commitment-without-match',
  'match-without-commitment',
  'match-without-seat',
  'match-without-accepted-offer',
  'filled-seat-without-match',
  'pending-offer-unknown-to-practitioner',
  'pending-offer-unknown-to-seat',
  'practitioner-waits-for-no-offer',
  'seat-waits-for-no-offer',
  'request-not-counted',
] as const;
export type DifferenceCode = (typeof differenceCodes)[number];

/** One difference, with ids only. */
export interface Difference {
  readonly code: DifferenceCode;
  readonly practitionerId?: string;
  readonly requestId?: string;
  readonly offerId?: string;
  readonly matchId?: string;
}

/** All records that must be consistent with each other. */
export interface Books {
  readonly practitioners: readonly Practitioner[];
  readonly requests: readonly SupervisionRequest[];
  /** Pending and accepted offers. */
  readonly offers: readonly Offer[];
  /** Agreed, started and completed matches. */
  readonly matches: readonly Match[];
  /** Whether this request is included in its requester's count of open requests. */
  readonly isCounted: (requestId: string) => boolean;
}

const byId = <Noun extends { readonly id: string }>(nouns: readonly Noun[]): ReadonlyMap<string, Noun> =>
  new Map(nouns.map((noun) => [noun.id, noun]));

const ofMatch = ({
  practitioners,
  requests,
  offers,
}: Pick<Books, 'practitioners' | 'requests' | 'offers'>) => {
  const [people, asked, made] = [byId(practitioners), byId(requests), byId(offers)];
  return (match: Match): readonly DifferenceCode[] => {
    const request = asked.get(match.requestId);
    const seat = request === undefined ? undefined : seatOf(request, match.seatId);
    const offer = made.get(match.offerId);
    const committed = people
      .get(match.practitionerId)
      ?.commitments.some(({ matchId }) => matchId === match.id);
    return [
      ...(committed === true ? [] : (['match-without-commitment'] as const)),
      ...(seat?.state === 'filled' && seat.matchId === match.id ? [] : (['match-without-seat'] as const)),
      ...(offer?.state === 'accepted' && offer.matchId === match.id
        ? []
        : (['match-without-accepted-offer'] as const)),
    ];
  };
};

/** Finds what is missing for each match that goes on, among the people, requests and offers that it names. */
export const matchDifferences = (
  books: Pick<Books, 'matches' | 'practitioners' | 'requests' | 'offers'>,
): readonly Difference[] => {
  const judge = ofMatch(books);
  return books.matches.filter(isCurrent).flatMap((match) =>
    judge(match).map((code) => ({
      code,
      matchId: match.id,
      practitionerId: match.practitionerId,
      requestId: match.requestId,
    })),
  );
};

/** Finds the pending offers that their practitioner or seat does not know. */
export const offerDifferences = ({
  offers,
  practitioners,
  requests,
}: Pick<Books, 'offers' | 'practitioners' | 'requests'>): readonly Difference[] => {
  const [people, asked] = [byId(practitioners), byId(requests)];
  return offers
    .filter(({ state }) => state === 'pending')
    .flatMap(({ id, practitionerId, requestId, seatId }) => {
      const waits = people.get(practitionerId)?.pendingOffers.some(({ offerId }) => offerId === id);
      const request = asked.get(requestId);
      const seat = request === undefined ? undefined : seatOf(request, seatId);
      const about = { offerId: id, practitionerId, requestId };
      return [
        ...(waits === true ? [] : [{ code: 'pending-offer-unknown-to-practitioner' as const, ...about }]),
        ...(seat?.state === 'offered' && seat.offerId === id && seat.practitionerId === practitionerId
          ? []
          : [{ code: 'pending-offer-unknown-to-seat' as const, ...about }]),
      ];
    });
};

/** Finds the places that practitioners keep for matches and offers that are not there. */
export const practitionerDifferences = ({
  practitioners,
  matches,
  offers,
}: Pick<Books, 'practitioners' | 'matches' | 'offers'>): readonly Difference[] => {
  const [agreed, made] = [byId(matches), byId(offers)];
  return practitioners.flatMap(({ id, commitments, pendingOffers }) => [
    ...commitments.flatMap(({ matchId }): readonly Difference[] => {
      const match = agreed.get(matchId);
      return match !== undefined && isCurrent(match) && match.practitionerId === id
        ? []
        : [{ code: 'commitment-without-match', practitionerId: id, matchId }];
    }),
    ...pendingOffers.flatMap(({ offerId }): readonly Difference[] => {
      const offer = made.get(offerId);
      return offer?.state === 'pending' && offer.practitionerId === id
        ? []
        : [{ code: 'practitioner-waits-for-no-offer', practitionerId: id, offerId }];
    }),
  ]);
};

const goesOn = ({ state }: SupervisionRequest): boolean => state === 'open' || state === 'matched';

/** Finds the seats that wait for offers or are filled by matches that are not there, and requests that are not counted. */
export const requestDifferences = ({
  requests,
  matches,
  offers,
  isCounted,
}: Pick<Books, 'requests' | 'matches' | 'offers' | 'isCounted'>): readonly Difference[] => {
  const [agreed, made] = [byId(matches), byId(offers)];
  return requests.filter(goesOn).flatMap(({ id, seats }) => [
    ...(isCounted(id) ? [] : [{ code: 'request-not-counted' as const, requestId: id }]),
    ...seats.flatMap((seat): readonly Difference[] => {
      if (seat.state === 'filled' && agreed.get(seat.matchId)?.seatId !== seat.id)
        return [{ code: 'filled-seat-without-match', requestId: id, matchId: seat.matchId }];
      if (seat.state === 'offered' && made.get(seat.offerId)?.state !== 'pending')
        return [{ code: 'seat-waits-for-no-offer', requestId: id, offerId: seat.offerId }];
      return [];
    }),
  ]);
};

/**
 * Finds differences between places in use, agreed matches, accepted offers and filled seats; between the
 * three records of pending offers; and between open requests and their requesters' counters. Corrects
 * nothing, because only a person can decide which side is right.
 * @returns the differences, as ids
 */
export const differencesIn = (books: Books): readonly Difference[] => [
  ...matchDifferences(books),
  ...offerDifferences(books),
  ...practitionerDifferences(books),
  ...requestDifferences(books),
];
