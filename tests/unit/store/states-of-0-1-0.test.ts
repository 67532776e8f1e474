import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presentPractitionerStates, storedPractitionerSchema } from '../../../shared/people/practitioner.ts';
import { erasedRequest } from '../../../shared/privacy/erase-request.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { withUnknownKeys } from '../../../shared/kernel/unknown-keys.ts';
import { emailFor, emailSchema, type EmailState } from '../../../shared/notifications/email.ts';
import { type Match, matchSchema, type MatchState } from '../../../shared/matches/match.ts';
import { completeMatch, endMatchEarly, startedMatch } from '../../../shared/matches/match-moves.ts';
import { extendMatch, matchWithFeedback } from '../../../shared/matches/match-feedback.ts';
import { declareConflict } from '../../../shared/offers/declare-conflict.ts';
import { offerSchema, type OfferState } from '../../../shared/offers/offer.ts';
import {
  acceptOffer,
  declineOffer,
  lapseOffer,
  makeOffer,
  type OfferNouns,
  withdrawOffer,
} from '../../../shared/offers/offer-moves.ts';
import { undoAccept, undoDecline } from '../../../shared/offers/undo-offer.ts';
import {
  type Seat,
  seatSchema,
  type SeatState,
  storedRequestSchema,
  type SupervisionRequest,
} from '../../../shared/requests/request.ts';
import {
  aMatch,
  anOffer,
  aPractitioner,
  aRequest,
  aSeat,
  conflictWith,
  NOW,
} from '../../support/builders.ts';
import {
  flatEmail,
  flatMatch,
  flatOffer,
  flatPractitioner,
  flatRequest,
  flatSeat,
} from '../../support/nouns-of-0-1-0.ts';

type Written = Readonly<Record<string, { readonly always: object; readonly sometimes: object }>>;

/**
 * Every record that a move of version 0.1.0 may have left: each state with each selection of its optional fields.
 */
const recordsOf = (common: object, written: Written): readonly object[] =>
  Object.entries(written).flatMap(([state, { always, sometimes }]) => {
    let records: readonly object[] = [{ ...common, ...always, state }];
    for (const [field, value] of Object.entries<unknown>({ ...sometimes }))
      records = records.flatMap((record) => [record, { ...record, [field]: value }]);
    return records;
  });

const feedback = { at: NOW, rating: 4, wouldAgain: true, comment: 'Patient' };
const reminded = { remindedAt: NOW, roundId: 'round1' };
const over = { endingAskedAt: NOW, learnerFeedback: feedback, practitionerFeedback: feedback };
const { state: _pending, ...offerFields } = anOffer();
const { state: _agreed, ...matchFields } = aMatch();
const { state: _waiting, ...emailFields } = emailFor('team-nobody-left', 'req1', {}, NOW);
const { state: _vacant, ...seatFields } = aSeat();

const offers = recordsOf(offerFields, {
  pending: { always: {}, sometimes: reminded },
  accepted: { always: { decidedAt: NOW, matchId: 'm' }, sometimes: reminded },
  declined: {
    always: { decidedAt: NOW, declineReason: 'too-far' },
    sometimes: { ...reminded, declineNote: 'On leave' },
  },
  lapsed: { always: { decidedAt: NOW }, sometimes: reminded },
  withdrawn: { always: { decidedAt: NOW }, sometimes: reminded },
} satisfies Record<OfferState, unknown>);
const taken = { offerId: 'o', practitionerId: 'p' };
const seats = recordsOf(seatFields, {
  vacant: { always: {}, sometimes: { nobodyLeftAt: NOW } },
  offered: { always: taken, sometimes: {} },
  filled: { always: { ...taken, matchId: 'm' }, sometimes: {} },
} satisfies Record<SeatState, unknown>);
const matches = recordsOf(matchFields, {
  agreed: { always: {}, sometimes: {} },
  started: { always: {}, sometimes: { endingAskedAt: NOW } },
  completed: { always: { endedAt: NOW }, sometimes: over },
  'ended-early': { always: { endedAt: NOW, endReason: 'employer' }, sometimes: over },
  undone: { always: { endedAt: NOW }, sometimes: {} },
} satisfies Record<MatchState, unknown>);
const emails = recordsOf(emailFields, {
  pending: { always: {}, sometimes: {} },
  leased: { always: { leasedUntil: NOW }, sometimes: {} },
  sent: { always: { sentAt: NOW, messageId: 'ses-1' }, sometimes: { delivery: 'bounced' } },
  suppressed: { always: {}, sometimes: {} },
  'not-needed': { always: {}, sometimes: {} },
  failed: { always: {}, sometimes: { sentAt: NOW, messageId: 'ses-1', delivery: 'delivered' } },
} satisfies Record<EmailState, unknown>);

describe('what 0.1.0 wrote', () => {
  test.each([
    ['offers', offers, flatOffer, offerSchema],
    ['seats', seats, flatSeat, seatSchema],
    ['matches', matches, flatMatch, matchSchema],
    ['outbox rows', emails, flatEmail, emailSchema],
  ] as const)(
    '%s are read unchanged, in every state and with every optional field',
    (_, records, flat, schema) => {
      for (const record of records) {
        expect(flat.parse(record)).toEqual(record);
        expect(schema.parse(record)).toEqual(record);
      }
    },
  );
});

interface Story extends OfferNouns {
  readonly match?: Match;
}

/**
 * Checks that version 0.1.0 can read all records that a story of events leaves, and that this version then reads the
 * same values.
 */
const readBy010 = ({ offer, request, match }: Story): void => {
  expect(offerSchema.parse(flatOffer.parse(offer))).toEqual(offer);
  for (const seat of request.seats) expect(seatSchema.parse(flatSeat.parse(seat))).toEqual(seat);
  if (match !== undefined) expect(matchSchema.parse(flatMatch.parse(match))).toEqual(match);
};

const making = {
  offerId: 'offer1',
  seatId: 'seat1',
  judged: { rank: 1, eligibleCount: 1, cost: 0, contributions: [], policy: 'p' },
  daysToAnswer: 5,
};

const asked = (seat: Seat, roundId: string | undefined): OfferNouns<'pending'> => {
  const made = makeOffer(
    // 0.1.0 cannot read a match for a part of its seat's hours.
    { request: aRequest({ namedDppHours: 0, seats: [seat] }), practitioner: aPractitioner() },
    { ...making, holdsPlace: roundId !== undefined, ...(roundId === undefined ? {} : { roundId }) },
    NOW,
  );
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
};

/** Events that may happen to a pending offer. After an undo, the offer is pending again. */
const happenings = [
  'accept',
  'accept and undo',
  'decline',
  'decline and undo',
  'conflict',
  'lapse',
  'withdraw',
] as const;

const happen = (
  nouns: OfferNouns<'pending'>,
  what: (typeof happenings)[number],
): { readonly left: Story; readonly again?: OfferNouns<'pending'> } => {
  switch (what) {
    case 'accept':
    case 'accept and undo': {
      const accepted = acceptOffer(nouns, { matchId: 'm' }, NOW);
      if (!accepted.ok) throw new Error(accepted.refusal);
      if (what === 'accept') return { left: accepted.value };
      const undone = undoAccept(accepted.value, NOW);
      if (!undone.ok) throw new Error(undone.refusal);
      return { left: undone.value, again: undone.value };
    }
    case 'decline':
      return { left: declineOffer(nouns, { reason: 'too-far', note: 'On leave' }, NOW) };
    case 'decline and undo': {
      const undone = undoDecline(declineOffer(nouns, { reason: 'no-time', note: 'x' }, NOW), NOW);
      if (!undone.ok || undone.value.outcome !== 'asked-again') throw new Error('not asked again');
      return { left: undone.value, again: undone.value };
    }
    case 'conflict':
      return { left: declareConflict(nouns, ['line-manager'], NOW) };
    case 'lapse':
      return { left: lapseOffer(nouns, NOW) };
    case 'withdraw':
      return { left: withdrawOffer(nouns, NOW) };
  }
};

describe('an erased practitioner', () => {
  const erased = erasedPractitioner(aPractitioner({ phone: '07700900123', backUpName: 'Bea Example' }), NOW);

  test('is stored as 0.1.0 stored one', () => {
    expect(flatPractitioner.parse(erased)).toEqual(erased);
    expect(withUnknownKeys(storedPractitionerSchema, 'kept').parse(erased)).toEqual(erased);
  });

  test.each(
    presentPractitionerStates.filter((state) => flatPractitioner.shape.state.safeParse(state).success),
  )('is the only one with placeholders; one who is %s has all that they stated', (state) => {
    const practitioner = aPractitioner({ state });
    expect(flatPractitioner.parse(practitioner)).toEqual(practitioner);
    expect(storedPractitionerSchema.parse(practitioner)).toEqual(practitioner);
    const { email: _, ...nameless } = practitioner;
    expect(storedPractitionerSchema.safeParse(nameless).success).toBe(false);
  });
});

describe('an erased request', () => {
  /** A request as version 0.1.0 stored it: with a limit of miles only. */
  const askedBefore = (changes: Partial<SupervisionRequest>): SupervisionRequest => {
    const { maxMinutes: _, ...request } = aRequest(changes);
    return request;
  };
  const erased = erasedRequest(
    askedBefore({ nmpLeadName: 'Nina Lead', conflicts: [conflictWith('Dana')] }),
    NOW,
  );

  test('is stored as 0.1.0 stored one', () => {
    expect(flatRequest.parse(erased)).toEqual(erased);
    expect(withUnknownKeys(storedRequestSchema, 'kept').parse(erased)).toEqual(erased);
  });

  test.each(['unconfirmed', 'open', 'matched', 'completed', 'lapsed', 'withdrawn'] as const)(
    'is the only one with placeholders; one that is %s has all that the requester stated',
    (state) => {
      const request = askedBefore({ state });
      expect(flatRequest.parse(request)).toEqual(request);
      expect(storedRequestSchema.parse(request)).toEqual(request);
      for (const field of ['requesterName', 'email', 'organisation', 'site', 'scope', 'conflicts'])
        expect(storedRequestSchema.safeParse({ ...request, [field]: undefined }).success).toBe(false);
    },
  );
});

describe('what this version writes', () => {
  test('0.1.0 can read after any story of an offer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...happenings), { minLength: 1, maxLength: 6 }),
        fc.option(fc.constant('round1'), { nil: undefined }),
        fc.boolean(),
        (story, roundId, reminded) => {
          const first = asked(aSeat({ nobodyLeftAt: NOW }), roundId);
          let nouns = reminded ? { ...first, offer: { ...first.offer, remindedAt: NOW } } : first;
          for (const what of story) {
            const { left, again } = happen(nouns, what);
            readBy010(left);
            if (again === undefined) return;
            nouns = again;
          }
        },
      ),
    );
  });

  test('0.1.0 can read after any story of a match', () => {
    const seats = [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })];
    const { from, to, id: matchId, requestId, seatId } = aMatch();
    const commitments = [{ matchId, requestId, seatId, from, to, university: 'medway' }];
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (starts, asks, longer, early) => {
        const agreed = aMatch();
        const started = starts
          ? { ...startedMatch(agreed), ...(asks ? { endingAskedAt: NOW } : {}) }
          : agreed;
        const practitioner = aPractitioner({ commitments });
        const extended = longer ? extendMatch({ match: started, practitioner }, '2027-09-30') : undefined;
        const match = extended?.ok === true ? extended.value.match : started;
        const nouns = { request: aRequest({ state: 'matched', seats }), practitioner, match };
        const ended = early ? endMatchEarly(nouns, 'employer', NOW) : completeMatch(nouns, [], NOW);
        const said = matchWithFeedback(ended.match, 'requester', { rating: 5, wouldAgain: true }, NOW);
        const offer = anOffer({ state: 'accepted' });
        for (const one of [match, ended.match, said]) readBy010({ ...ended, offer, match: one });
      }),
    );
  });
});
