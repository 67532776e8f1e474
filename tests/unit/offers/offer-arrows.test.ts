import { describe } from 'vitest';
import { declareConflict } from '../../../shared/offers/declare-conflict.ts';
import { offerMachine } from '../../../shared/offers/offer.ts';
import {
  acceptOffer,
  declineOffer,
  lapseOffer,
  type OfferNouns,
  withdrawOffer,
} from '../../../shared/offers/offer-moves.ts';
import { undoAccept, undoDecline } from '../../../shared/offers/undo-offer.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { everyArrowHasAMove } from '../../support/every-arrow.ts';

const pending: OfferNouns<'pending'> = {
  request: aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] }),
  practitioner: aPractitioner({
    pendingOffers: [{ offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
  }),
  offer: anOffer(),
};
const accept = () => {
  const accepted = acceptOffer(pending, { matchId: 'm' }, NOW);
  if (!accepted.ok) throw new Error(accepted.refusal);
  return accepted.value;
};
const undone = (outcome: ReturnType<typeof undoAccept> | ReturnType<typeof undoDecline>) =>
  outcome.ok ? outcome.value.offer.state : outcome.refusal;

describe('every arrow of an offer has a move', () =>
  everyArrowHasAMove(offerMachine, {
    'pending accept': () => accept().offer.state,
    'pending decline': () => declineOffer(pending, { reason: 'too-far' }, NOW).offer.state,
    'pending lapse': () => lapseOffer(pending, NOW).offer.state,
    'pending withdraw': () => withdrawOffer(pending, NOW).offer.state,
    'accepted undo': () => undone(undoAccept(accept(), NOW)),
    'declined undo': () => undone(undoDecline(declineOffer(pending, { reason: 'too-far' }, NOW), NOW)),
  }));

describe('a declared conflict is a decline', () =>
  everyArrowHasAMove(
    { pending: { decline: offerMachine.pending.decline } },
    {
      'pending decline': () => declareConflict(pending, ['line-manager'], NOW).offer.state,
    },
  ));
