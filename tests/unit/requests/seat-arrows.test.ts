import { describe } from 'vitest';
import { type Seat, seatMachine, type SupervisionRequest } from '../../../shared/requests/request.ts';
import {
  withSeatFilled,
  withSeatOffered,
  withSeatReleased,
  withSeatReoffered,
  withSeatVacated,
} from '../../../shared/requests/seat-moves.ts';
import { aRequest, aSeat, NOW } from '../../support/builders.ts';
import { everyArrowHasAMove } from '../../support/every-arrow.ts';

const vacant = aSeat();
const offered = aSeat({ state: 'offered' });
const filled = aSeat({ state: 'filled' });
const having = (seat: Seat) => aRequest({ seats: [seat] });
const stateAfter = (request: SupervisionRequest | undefined) => request?.seats[0]?.state;
const to = { offerId: 'offer1', practitionerId: 'dpp1' };

describe('every arrow of a seat has a move', () =>
  everyArrowHasAMove(seatMachine, {
    'vacant offer': () => stateAfter(withSeatOffered(having(vacant), vacant, to, NOW)),
    'offered accept': () => stateAfter(withSeatFilled(having(offered), offered, 'match1', NOW)),
    'offered release': () => stateAfter(withSeatReleased(having(offered), 'seat1', 'offer1', NOW)),
    'filled release': () => stateAfter(withSeatVacated(having(filled), 'seat1', 'match1', NOW)),
    'filled undo-accept': () => stateAfter(withSeatReoffered(having(filled), 'seat1', 'match1', NOW)),
  }));
