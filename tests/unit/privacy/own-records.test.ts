import { expect, it } from 'vitest';
import { ownRecords } from '../../../functions/privacy/erasure/own-records.ts';
import { matchStates } from '../../../shared/matches/match.ts';
import { offerStates } from '../../../shared/offers/offer.ts';
import { aMatch, anOffer } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

it('the offers of a practitioner are found once each, in every state', async () => {
  const its = registrationService();
  await its.given({
    offers: [
      ...offerStates.map((state) => anOffer({ id: state, state })),
      anOffer({ id: 'other', practitionerId: 'dpp2' }),
    ],
  });
  const { offers } = await ownRecords(its.table, 'practitioner', 'dpp1');
  expect(offers.map(({ id }) => id).toSorted()).toEqual(offerStates.toSorted());
});

it('the matches of a request are found once each, in every state', async () => {
  const its = registrationService();
  await its.given({
    matches: [
      ...matchStates.map((state) => aMatch({ id: state, state })),
      aMatch({ id: 'other', requestId: 'req2' }),
    ],
  });
  const { matches } = await ownRecords(its.table, 'request', 'req1');
  expect(matches.map(({ id }) => id).toSorted()).toEqual(matchStates.toSorted());
});
