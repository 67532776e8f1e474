import { describe } from 'vitest';
import { completeMatch } from '../../../shared/matches/match-moves.ts';
import {
  lapsedRequest,
  pausedRequest,
  refusedRequest,
  resumedRequest,
  withdrawnRequest,
} from '../../../shared/offers/close-request.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { openedRequest } from '../../../shared/requests/create-request.ts';
import { requestMachine, type SupervisionRequest } from '../../../shared/requests/request.ts';
import {
  awaitingSupport,
  awaitingSupportAgain,
  supportedRequest,
} from '../../../shared/requests/support-moves.ts';
import { withSeatFilled, withSeatReoffered, withSeatVacated } from '../../../shared/requests/seat-moves.ts';
import { aMatch, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { everyArrowHasAMove } from '../../support/every-arrow.ts';

const offered = aSeat({ state: 'offered' });
const filled = aSeat({ state: 'filled' });
const noTies = { offers: [], matches: [], practitioners: [] };
const PAST_SIGN_OFF = '2027-01-05';

const withdrawn =
  (state: 'unconfirmed' | 'waiting-for-support' | 'open' | 'paused' | 'matched' | 'lapsed') => () =>
    withdrawnRequest(aRequest({ state }), noTies, 'withdrawn', NOW).request.state;
const refused = (state: 'unconfirmed' | 'waiting-for-support' | 'open') => () =>
  refusedRequest(aRequest({ state }), noTies, NOW).request.state;
const lapsed = (state: 'open' | 'waiting-for-support' | 'paused') => () => {
  const moved = lapsedRequest(aRequest({ state }), noTies, PAST_SIGN_OFF, NOW);
  return moved.ok ? moved.value.request.state : undefined;
};
const erased = (state: SupervisionRequest['state']) => () => erasedRequest(aRequest({ state }), NOW).state;

describe('every arrow of a request has a move', () =>
  everyArrowHasAMove(requestMachine, {
    'unconfirmed confirm-email': () => openedRequest(aRequest({ state: 'unconfirmed' }), NOW).state,
    'unconfirmed withdraw': withdrawn('unconfirmed'),
    'unconfirmed await-support': () => awaitingSupport(aRequest({ state: 'unconfirmed' }), NOW).state,
    'unconfirmed refuse': refused('unconfirmed'),
    'waiting-for-support support': () =>
      supportedRequest(aRequest({ state: 'waiting-for-support' }), NOW).state,
    'waiting-for-support lapse': lapsed('waiting-for-support'),
    'waiting-for-support withdraw': withdrawn('waiting-for-support'),
    'waiting-for-support refuse': refused('waiting-for-support'),
    'waiting-for-support erase': erased('waiting-for-support'),
    'open await-support': () => awaitingSupportAgain(aRequest(), NOW).state,
    'open pause': () => pausedRequest(aRequest(), noTies, NOW).request.state,
    'paused await-support': () => awaitingSupportAgain(aRequest({ state: 'paused' }), NOW).state,
    'paused resume': () => resumedRequest(aRequest({ state: 'paused' }), NOW).state,
    'paused lapse': lapsed('paused'),
    'paused vacate-seat': () =>
      withSeatVacated(aRequest({ state: 'paused', seats: [filled] }), 'seat1', 'match1', NOW)?.state,
    'paused withdraw': withdrawn('paused'),
    'paused erase': erased('paused'),
    'refused erase': erased('refused'),
    'unconfirmed erase': erased('unconfirmed'),
    'open fill-last-seat': () => withSeatFilled(aRequest({ seats: [offered] }), offered, 'match1', NOW).state,
    'open vacate-seat': () =>
      withSeatVacated(aRequest({ seats: [filled, offered] }), 'seat1', 'match1', NOW)?.state,
    'open lapse': lapsed('open'),
    'open refuse': refused('open'),
    'open withdraw': withdrawn('open'),
    'open erase': erased('open'),
    'matched vacate-seat': () =>
      withSeatReoffered(aRequest({ state: 'matched', seats: [filled] }), 'seat1', 'match1', NOW)?.state,
    'matched complete': () => {
      const request = aRequest({ state: 'matched', seats: [filled] });
      return completeMatch({ request, practitioner: aPractitioner(), match: aMatch() }, [], NOW).request
        .state;
    },
    'matched withdraw': withdrawn('matched'),
    'matched erase': erased('matched'),
    'completed erase': erased('completed'),
    'lapsed withdraw': withdrawn('lapsed'),
    'lapsed erase': erased('lapsed'),
    'withdrawn erase': erased('withdrawn'),
  }));
