import { describe, expect, it } from 'vitest';
import { answerCheckIn } from '../../../shared/capacity/check-in-answer.ts';
import { declareConflict } from '../../../shared/offers/declare-conflict.ts';
import { acceptOffer, declineOffer, lapseOffer } from '../../../shared/offers/offer-moves.ts';
import {
  changeDetails,
  changePlaces,
  confirmDetails,
  offerOf,
  pause,
  resume,
} from '../../../shared/people/practitioner-moves.ts';
import { askedAgainOn, isSilent, needsCheckIn, withLapse } from '../../../shared/people/silence.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';

const pending = { offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };
const request = aRequest({ seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' })] });
const silent = aPractitioner({ pendingOffers: [pending], silence: { lapses: 2, since: NOW } });
const nouns = { request, practitioner: silent, offer: anOffer() };

describe('offers in a row without an answer', () => {
  it('are counted by each lapse; after the second the check-in is sent, once', () => {
    const { silence: _, ...first } = silent;
    const once = lapseOffer({ ...nouns, practitioner: first }, NOW).practitioner;
    expect(once.silence).toEqual({ lapses: 1, since: NOW });
    expect([isSilent(once), needsCheckIn(once)]).toEqual([false, false]);
    const twice = withLapse(once, NOW);
    expect([isSilent(twice), needsCheckIn(twice)]).toEqual([true, true]);
    const thrice = withLapse(twice, NOW);
    expect([isSilent(thrice), needsCheckIn(thrice)]).toEqual([true, false]);
  });

  it('keep new offers away for 30 days from the last one', () => {
    expect(askedAgainOn(aPractitioner())).toBeUndefined();
    expect(askedAgainOn(aPractitioner({ silence: { lapses: 1, since: NOW } }))).toBeUndefined();
    expect(askedAgainOn(silent)).toBe('2026-12-21');
  });

  const moves = {
    'an acceptance': () => {
      const accepted = acceptOffer(nouns, { matchId: 'm' }, NOW);
      return accepted.ok ? accepted.value.practitioner : undefined;
    },
    'a decline': () => declineOffer(nouns, { reason: 'no-time' }, NOW).practitioner,
    'a conflict of interest': () => declareConflict(nouns, ['line-manager'], NOW).practitioner,
    'a check-in': () => {
      const answered = answerCheckIn(silent, { can: 'maybe' }, NOW);
      return answered.ok ? answered.value : undefined;
    },
    'confirmed details': () => {
      const confirmed = confirmDetails(silent, NOW);
      return confirmed.ok ? confirmed.value : undefined;
    },
    'changed details': () => {
      const changed = changeDetails(silent, offerOf(silent), NOW);
      return changed.ok ? changed.value : undefined;
    },
    'a changed number of places': () => {
      const changed = changePlaces(silent, 2, NOW);
      return changed.ok ? changed.value : undefined;
    },
    'a listing that is resumed': () => {
      const paused = pause(silent, NOW);
      const resumed = paused.ok ? resume(paused.value, NOW) : undefined;
      return resumed?.ok === true ? resumed.value : undefined;
    },
  };
  it.each(Object.entries(moves))('are forgotten with %s', (_, move) => {
    const after = move();
    expect(after).toBeDefined();
    expect(after).not.toHaveProperty('silence');
  });
});
