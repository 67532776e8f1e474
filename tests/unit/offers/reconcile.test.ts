import { describe, expect, test } from 'vitest';
import { type Books, differencesIn } from '../../../shared/offers/reconcile.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';

const period = { from: '2027-02-01', to: '2027-07-31' };
const commitment = { matchId: 'match1', requestId: 'req1', seatId: 'seat1', ...period, university: 'medway' };
const pending = { offerId: 'offer1', ...period, holdsPlace: false };
const filled = aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' });
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });

const agreed = (changes: Partial<Books> = {}): Books => ({
  practitioners: [aPractitioner({ commitments: [commitment] })],
  requests: [aRequest({ state: 'matched', seats: [filled] })],
  offers: [anOffer({ state: 'accepted', matchId: 'match1' })],
  matches: [aMatch()],
  isCounted: () => true,
  ...changes,
});
const waiting = (changes: Partial<Books> = {}): Books => ({
  practitioners: [aPractitioner({ pendingOffers: [pending] })],
  requests: [aRequest({ seats: [offered] })],
  offers: [anOffer()],
  matches: [],
  isCounted: () => true,
  ...changes,
});

const ofMatch = { matchId: 'match1', practitionerId: 'dpp1', requestId: 'req1' };
const ofOffer = { offerId: 'offer1', practitionerId: 'dpp1', requestId: 'req1' };
const other = { ...filled, id: 'seat2', matchId: 'match2' };
const noCommitment = { code: 'match-without-commitment', ...ofMatch };
const noSeat = { code: 'match-without-seat', ...ofMatch };
const noAcceptedOffer = { code: 'match-without-accepted-offer', ...ofMatch };
const noMatch = { code: 'commitment-without-match', practitionerId: 'dpp1', matchId: 'match1' };
const emptySeat = { code: 'filled-seat-without-match', requestId: 'req1', matchId: 'match1' };

describe('the records of an agreed match', () => {
  test.each(['agreed', 'started'] as const)('agree while it is %s', (state) => {
    expect(differencesIn(agreed({ matches: [aMatch({ state })] }))).toEqual([]);
  });

  test.each(['completed', 'ended-early', 'undone'] as const)('owe nothing once it is %s', (state) => {
    const over = { practitioners: [aPractitioner()], requests: [], offers: [], matches: [aMatch({ state })] };
    expect(differencesIn(agreed(over))).toEqual([]);
  });

  test.each<[string, Partial<Books>, readonly object[]]>([
    ['nobody is committed', { practitioners: [aPractitioner()] }, [noCommitment]],
    ['somebody unknown is committed', { practitioners: [] }, [noCommitment]],
    [
      'the commitment is to another match',
      { practitioners: [aPractitioner({ commitments: [{ ...commitment, matchId: 'match2' }] })] },
      [noCommitment, { ...noMatch, matchId: 'match2' }],
    ],
    ['the request is gone', { requests: [] }, [noSeat]],
    ['the seat is vacant', { requests: [aRequest({ seats: [aSeat()] })] }, [noSeat]],
    [
      'the seat is another',
      { requests: [aRequest({ seats: [{ ...filled, id: 'seat2' }] })] },
      [noSeat, emptySeat],
    ],
    [
      'the seat has another match',
      { requests: [aRequest({ seats: [{ ...filled, matchId: 'match2' }] })] },
      [noSeat, { ...emptySeat, matchId: 'match2' }],
    ],
    ['the offer is gone', { offers: [] }, [noAcceptedOffer]],
    [
      'the offer was for another match',
      { offers: [anOffer({ state: 'accepted', matchId: 'match2' })] },
      [noAcceptedOffer],
    ],
    ['the match is gone', { matches: [] }, [noMatch, emptySeat]],
    ['the match is over', { matches: [aMatch({ state: 'completed' })] }, [noMatch]],
    [
      'the match is somebody else’s',
      { matches: [aMatch({ practitionerId: 'dpp2' })] },
      [{ ...noCommitment, practitionerId: 'dpp2' }, noMatch],
    ],
  ])('differ where %s', (_, changes, differences) => {
    expect(differencesIn(agreed(changes))).toStrictEqual(differences);
  });

  test('are not compared for the seats of a request that is over', () => {
    const over = aRequest({ state: 'completed', seats: [other] });
    expect(differencesIn(agreed({ requests: [over], matches: [], practitioners: [], offers: [] }))).toEqual(
      [],
    );
  });
});

const notAtDpp = { code: 'pending-offer-unknown-to-practitioner', ...ofOffer };
const notAtSeat = { code: 'pending-offer-unknown-to-seat', ...ofOffer };
const dppWaits = { code: 'practitioner-waits-for-no-offer', practitionerId: 'dpp1', offerId: 'offer1' };
const seatWaits = { code: 'seat-waits-for-no-offer', requestId: 'req1', offerId: 'offer1' };

describe('the records of a pending offer', () => {
  test('agree', () => {
    expect(differencesIn(waiting())).toEqual([]);
  });

  test.each<[string, Partial<Books>, readonly object[]]>([
    ['the DPP knows nothing', { practitioners: [aPractitioner()] }, [notAtDpp]],
    ['the DPP is gone', { practitioners: [] }, [notAtDpp]],
    [
      'the DPP waits for another',
      { practitioners: [aPractitioner({ pendingOffers: [{ ...pending, offerId: 'offer2' }] })] },
      [notAtDpp, { ...dppWaits, offerId: 'offer2' }],
    ],
    ['the request is gone', { requests: [] }, [notAtSeat]],
    ['the seat is vacant', { requests: [aRequest({ seats: [aSeat()] })] }, [notAtSeat]],
    ['the seat is another', { requests: [aRequest({ seats: [{ ...offered, id: 'seat2' }] })] }, [notAtSeat]],
    [
      'the seat waits for another offer',
      { requests: [aRequest({ seats: [{ ...offered, offerId: 'offer2' }] })] },
      [notAtSeat, { ...seatWaits, offerId: 'offer2' }],
    ],
    [
      'the seat waits for somebody else',
      { requests: [aRequest({ seats: [{ ...offered, practitionerId: 'dpp2' }] })] },
      [notAtSeat],
    ],
    ['the offer is gone', { offers: [] }, [dppWaits, seatWaits]],
    ['the offer has lapsed', { offers: [anOffer({ state: 'lapsed' })] }, [dppWaits, seatWaits]],
    [
      'the offer is somebody else’s',
      { offers: [anOffer({ practitionerId: 'dpp2' })] },
      [{ ...notAtDpp, practitionerId: 'dpp2' }, { ...notAtSeat, practitionerId: 'dpp2' }, dppWaits],
    ],
    [
      'nobody counts the request',
      { isCounted: () => false },
      [{ code: 'request-not-counted', requestId: 'req1' }],
    ],
  ])('differ where %s', (_, changes, differences) => {
    expect(differencesIn(waiting(changes))).toStrictEqual(differences);
  });
});
