import { describe, expect, test } from 'vitest';
import { answerCheckIn } from '../../../shared/capacity/check-in-answer.ts';
import { createPractitioner } from '../../../shared/people/create-practitioner.ts';
import { flagsOf } from '../../../shared/people/practitioner-flags.ts';
import {
  changeDetails,
  changePlaces,
  confirmDetails,
  confirmEmail,
  goStale,
  type Moved,
  offerOf,
  pause,
  checkedPractitioner,
  resume,
  withdraw,
} from '../../../shared/people/practitioner-moves.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';

const before = aPractitioner();
const value = (moved: Moved): Practitioner => {
  if (!moved.ok) throw new Error(moved.refusal.code);
  return moved.value;
};
const inState = (state: Practitioner['state'], changes: Partial<Practitioner> = {}) =>
  aPractitioner({ state, ...changes });

describe('a listing', () => {
  test.each([
    [
      'confirmed',
      confirmEmail(inState('unconfirmed'), false, NOW),
      { state: 'awaiting-check', provisional: false, confirmedAt: NOW },
    ],
    [
      'confirmed from a trusted domain',
      confirmEmail(inState('unconfirmed'), true, NOW),
      { state: 'listed', provisional: true, confirmedAt: NOW },
    ],
    ['paused', pause(before, NOW), { state: 'paused' }],
    ['resumed', resume(inState('paused'), NOW), { state: 'listed', confirmedAt: NOW }],
    ['unconfirmed for too long', goStale(before, NOW), { state: 'stale' }],
    ['confirmed again', confirmDetails(inState('stale'), NOW), { state: 'listed', confirmedAt: NOW }],
    ['withdrawn', withdraw(before, NOW), { state: 'withdrawn' }],
  ] as const)('that is %s changes in that and nothing else', (_, moved, changes) => {
    const { state, confirmedAt, provisional, updatedAt, ...rest } = value(moved);
    const { state: _was, confirmedAt: wasConfirmed, provisional: was, updatedAt: at, ...others } = before;
    expect(rest).toEqual(others);
    expect(updatedAt).toBe(NOW);
    expect(at).not.toBe(NOW);
    expect({ state, confirmedAt, provisional }).toEqual({
      confirmedAt: wasConfirmed,
      provisional: was,
      ...changes,
    });
  });

  test.each([
    ['record-check', checkedPractitioner(inState('withdrawn'), { by: 'T', seen: 's' }, NOW), 'withdrawn'],
    ['pause', pause(inState('paused'), NOW), 'paused'],
    ['resume', resume(before, NOW), 'listed'],
    ['go-stale', goStale(inState('paused'), NOW), 'paused'],
    ['confirm-details', confirmDetails(inState('withdrawn'), NOW), 'withdrawn'],
    ['withdraw', withdraw(inState('withdrawn'), NOW), 'withdrawn'],
    ['confirm-email', confirmEmail(before, false, NOW), 'listed'],
    ['confirm-email-trusted', confirmEmail(before, true, NOW), 'listed'],
  ] as const)('refuses to %s from a state that does not allow it, naming the state', (event, moved, from) => {
    expect(moved).toEqual({ ok: false, refusal: { code: 'not-allowed', event, from } });
  });

  test('is checked for a year', () => {
    const checked = value(
      checkedPractitioner(
        inState('awaiting-check', { provisional: true }),
        { by: 'Tess', seen: 'entry' },
        NOW,
      ),
    );
    expect(checked).toMatchObject({
      state: 'listed',
      provisional: false,
      check: { by: 'Tess', seen: 'entry', at: NOW, dueOn: '2027-11-21' },
    });
  });
});

describe('new details', () => {
  const offer = {
    ...offerOf(before),
    name: 'Amara Newname',
    email: 'other@dpp.example',
    registrationNumber: '2999999',
    profession: 'nurse' as const,
    regulator: 'nmc' as const,
    placesOffered: 4,
  };

  test('replace what the practitioner says, not who they are nor what was agreed', () => {
    const asked = { ...before, checkInAskedAt: '2026-11-10T09:00:00.000Z' };
    const changed = value(changeDetails(asked, offer, NOW));
    expect(changed).toEqual({
      ...asked,
      name: 'Amara Newname',
      recheck: { since: NOW, fields: ['name'] },
      placesOffered: 4,
      flags: ['more-than-two-places'],
      confirmedAt: NOW,
      updatedAt: NOW,
    });
  });

  test('of a listing without a check and without a question asked stay without', () => {
    const { check, ...unchecked } = before;
    expect(check).toBeDefined();
    const changed = value(changeDetails({ ...unchecked, state: 'awaiting-check' }, offer, NOW));
    expect(changed).not.toHaveProperty('check');
    expect(changed).not.toHaveProperty('checkInAskedAt');
  });

  test.each(['unconfirmed', 'withdrawn'] as const)('are refused for a listing that is %s', (state) => {
    expect(changeDetails(inState(state), offer, NOW)).toEqual({
      ok: false,
      refusal: { code: 'not-allowed', event: 'change', from: state },
    });
  });

  test.each(['awaiting-check', 'listed', 'paused', 'stale'] as const)(
    'are taken for one that is %s, which stays so',
    (state) => {
      expect(value(changePlaces(inState(state), 2, NOW))).toMatchObject({ state, placesOffered: 2 });
    },
  );
});

describe('the flags for the team', () => {
  const plain = {
    ...offerOf(before),
    yearsPrescribing: 3,
    placesOffered: 2,
    employerApproval: true,
    fee: 'free' as const,
  };
  test.each([
    [{}, []],
    [{ yearsPrescribing: 2 }, ['under-three-years']],
    [{ placesOffered: 3 }, ['more-than-two-places']],
    [{ employerApproval: false }, ['no-employer-approval']],
    [{ fee: 'ask' as const }, ['payment-interest']],
    [
      { yearsPrescribing: 1, placesOffered: 5, employerApproval: false },
      ['under-three-years', 'more-than-two-places', 'no-employer-approval'],
    ],
  ])('of %o is %o', (changes, flags) => {
    expect(flagsOf({ ...plain, ...changes })).toEqual(flags);
  });
});

test('an unconfirmed registration is not counted', () => {
  const offer = { ...offerOf(before), placesOffered: 3 };
  expect(createPractitioner(offer, 'new', 'publish-1', NOW)).toEqual({
    ...offer,
    id: 'new',
    version: 0,
    state: 'unconfirmed',
    consent: { wording: 'publish-1', at: NOW },
    flags: ['more-than-two-places'],
    provisional: false,
    commitments: [],
    pendingOffers: [],
    createdAt: NOW,
    confirmedAt: NOW,
    updatedAt: NOW,
  });
});

describe('the check-in', () => {
  test('“yes” with a number offers that many and brings a stale listing back', () => {
    const answered = value(
      answerCheckIn(inState('stale', { nextYearReason: 'old' }), { can: 'yes', places: 3 }, NOW),
    );
    expect(answered).toMatchObject({
      state: 'listed',
      placesOffered: 3,
      nextYear: 'yes',
      flags: ['more-than-two-places'],
      confirmedAt: NOW,
    });
    expect(answered).not.toHaveProperty('nextYearReason');
  });

  test('“maybe” keeps the number of places', () => {
    const answered = value(answerCheckIn(inState('listed', { placesOffered: 3 }), { can: 'maybe' }, NOW));
    expect(answered).toMatchObject({
      placesOffered: 3,
      nextYear: 'maybe',
      flags: ['more-than-two-places'],
      confirmedAt: NOW,
    });
    expect(
      value(answerCheckIn(inState('listed', { placesOffered: 0 }), { can: 'maybe' }, NOW)),
    ).toMatchObject({
      placesOffered: 0,
    });
  });

  test('“no” offers no place and has a reason', () => {
    expect(value(answerCheckIn(before, { can: 'no', reason: 'retiring' }, NOW))).toMatchObject({
      placesOffered: 0,
      nextYear: 'no',
      nextYearReason: 'retiring',
    });
  });

  test('of a listing that waits for its check leaves it waiting', () => {
    expect(value(answerCheckIn(inState('awaiting-check'), { can: 'yes', places: 1 }, NOW))).toMatchObject({
      state: 'awaiting-check',
      placesOffered: 1,
    });
    expect(answerCheckIn(inState('withdrawn'), { can: 'maybe' }, NOW)).toMatchObject({
      ok: false,
      refusal: { event: 'confirm-details' },
    });
  });
});
