import { describe, expect, test } from 'vitest';
import { acceptOffer, declineOffer, type OfferNouns } from '../../../shared/offers/offer-moves.ts';
import { undoAccept, undoDecline, undoUntil } from '../../../shared/offers/undo-offer.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';

const pendingOf = (offerId: string) => ({ offerId, from: '2027-02-01', to: '2027-07-31', holdsPlace: false });
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });
const nouns = (): OfferNouns<'pending'> => ({
  request: aRequest({ seats: [aSeat({ id: 'other' }), offered] }),
  practitioner: aPractitioner({
    placesOffered: 2,
    pendingOffers: [pendingOf('offer0'), pendingOf('offer1')],
  }),
  offer: anOffer(),
});

describe('undoing an answer', () => {
  const decline = () => declineOffer(nouns(), { reason: 'no-time', note: 'x' }, NOW);
  const accept = () => {
    const accepted = acceptOffer(nouns(), { matchId: 'm' }, NOW);
    if (!accepted.ok) throw new Error(accepted.refusal);
    return accepted.value;
  };
  const within = addHours(NOW, 0.5);

  test('is possible for an hour after an acceptance or a decline, and after nothing else', () => {
    expect(undoUntil(accept().offer)).toBe(addHours(NOW, 1));
    expect(undoUntil(anOffer())).toBeUndefined();
    expect(undoUntil(anOffer({ state: 'lapsed', decidedAt: NOW }))).toBeUndefined();
    expect(undoAccept(accept(), addHours(NOW, 1))).toEqual({ ok: false, refusal: 'undo-too-late' });
    expect(undoDecline(decline(), addHours(NOW, 1))).toEqual({ ok: false, refusal: 'undo-too-late' });
    expect(
      undoDecline({ ...decline(), offer: { ...decline().offer, declineReason: 'conflict' } }, within),
    ).toEqual({
      ok: false,
      refusal: 'nothing-to-undo',
    });
  });

  test('of an acceptance frees the place, undoes the match and keeps other learners', () => {
    const before = accept();
    const other = {
      matchId: 'x',
      requestId: 'req9',
      seatId: 's',
      from: '2028-02-01',
      to: '2028-07-31',
      university: 'medway',
    };
    const { practitioner } = before;
    const undone = undoAccept(
      { ...before, practitioner: { ...practitioner, commitments: [other, ...practitioner.commitments] } },
      within,
    );
    expect(undone).toMatchObject({
      ok: true,
      value: {
        practitioner: { commitments: [other], pendingOffers: [pendingOf('offer0'), pendingOf('offer1')] },
        match: { state: 'undone', endedAt: within },
        offer: { state: 'pending' },
        request: { seats: [aSeat({ id: 'other' }), offered], updatedAt: within },
      },
    });
    for (const gone of ['decidedAt', 'matchId'])
      expect(undone.ok && undone.value.offer).not.toHaveProperty(gone);
  });

  test('of an acceptance is refused when the match has ended or the request is closed', () => {
    const before = accept();
    const closed = { ok: false, refusal: 'request-closed' };
    expect(undoAccept({ ...before, match: aMatch({ id: 'm', state: 'completed' }) }, within)).toEqual(closed);
    expect(undoAccept({ ...before, request: { ...before.request, state: 'withdrawn' } }, within)).toEqual(
      closed,
    );
  });

  test('of a decline asks again with the same offer', () => {
    const undone = undoDecline(decline(), within);
    expect(undone).toMatchObject({
      ok: true,
      value: {
        outcome: 'asked-again',
        practitioner: nouns().practitioner,
        request: { seats: nouns().request.seats },
      },
    });
    expect(undone.ok && undone.value.offer).toEqual(anOffer());
  });

  test('of a decline asks again a practitioner who already has this learner in another role, as one place', () => {
    const before = decline();
    const commitment = {
      matchId: 'x',
      requestId: before.request.id,
      seatId: 'other',
      from: '2027-02-01',
      to: '2027-07-31',
      university: 'medway',
    };
    const practitioner = {
      ...before.practitioner,
      placesOffered: 1,
      pendingOffers: [],
      commitments: [commitment],
    };
    expect(undoDecline({ ...before, practitioner }, within)).toMatchObject({
      ok: true,
      value: { outcome: 'asked-again' },
    });
    const another = { ...practitioner, commitments: [{ ...commitment, requestId: 'req9' }] };
    expect(undoDecline({ ...before, practitioner: another }, within)).toMatchObject({
      ok: true,
      value: { outcome: 'willing' },
    });
  });

  test('of a decline only records willingness when the practitioner cannot be asked now', () => {
    const before = decline();
    const full = { ...before.practitioner, pendingOffers: ['a', 'b', 'c'].map((id) => pendingOf(id)) };
    const askedAbout = { ...before.practitioner, placesOffered: 1, pendingOffers: [pendingOf('other')] };
    const promised = { ...askedAbout, pendingOffers: [{ ...pendingOf('other'), holdsPlace: true }] };
    const paused = { ...before.practitioner, state: 'paused' as const };
    const matched = { ...before.request, state: 'matched' as const };
    for (const changes of [
      { practitioner: full },
      { practitioner: promised },
      { practitioner: askedAbout },
      { practitioner: paused },
      { request: matched },
    ]) {
      const undone = undoDecline({ ...before, ...changes }, within);
      expect(undone).toMatchObject({ ok: true, value: { outcome: 'willing', offer: before.offer } });
      expect(undone.ok && undone.value.request.seats[1]?.tried).toEqual([]);
    }
    expect(undoDecline({ ...before, request: { ...before.request, state: 'lapsed' } }, within)).toEqual({
      ok: false,
      refusal: 'request-closed',
    });
  });
});
