import { describe } from 'vitest';
import { matchMachine } from '../../../shared/matches/match.ts';
import {
  completeMatch,
  endMatchEarly,
  type MatchNouns,
  startedMatch,
} from '../../../shared/matches/match-moves.ts';
import { undoAccept } from '../../../shared/offers/undo-offer.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { everyArrowHasAMove } from '../../support/every-arrow.ts';

const seats = [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })];
const agreed: MatchNouns<'agreed'> = {
  request: aRequest({ state: 'matched', seats }),
  practitioner: aPractitioner(),
  match: aMatch(),
};
const started: MatchNouns<'started'> = { ...agreed, match: startedMatch(agreed.match) };
const undone = undoAccept({ ...agreed, offer: anOffer({ state: 'accepted', decidedAt: NOW }) }, NOW);

describe('every arrow of a match has a move', () =>
  everyArrowHasAMove(matchMachine, {
    'agreed start': () => started.match.state,
    'agreed complete': () => completeMatch(agreed, [], NOW).match.state,
    'agreed end-early': () => endMatchEarly(agreed, 'other', NOW).match.state,
    'agreed undo': () => (undone.ok ? undone.value.match.state : undone.refusal),
    'started complete': () => completeMatch(started, [], NOW).match.state,
    'started end-early': () => endMatchEarly(started, 'other', NOW).match.state,
  }));
