import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offerDocument, offerPage } from '../../../functions/matching/offers/offer-page.ts';
import { seatSection } from '../../../functions/registration/requests/status-words.ts';
import { addMinutes, dayInWords, isWorkingDay, londonDay, londonTime } from '../../../shared/kernel/time.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { makeOffer } from '../../../shared/offers/offer-moves.ts';
import { learnerTypes } from '../../../shared/reference/professions.ts';
import { seatRoles } from '../../../shared/reference/seat-roles.ts';
import { aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { renderSample, sampleFacts } from '../../support/email-samples.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const judged = { rank: 1, eligibleCount: 1, cost: 0, contributions: [], policy: 'p' };

const kinds = fc.record({
  minutes: fc.integer({ min: 0, max: 30 * 24 * 60 }),
  learnerType: fc.constantFrom(...learnerTypes.map(({ id }) => id)),
  role: fc.constantFrom(...seatRoles.map(({ id }) => id)),
  requestedBy: fc.constantFrom('learner', 'employer'),
  requesterName: fc.constantFrom('Lee Learner', 'SMITH, Jane (A TRUST)', 'Bartholomew-Maximilian Example'),
  courseStart: fc.constantFrom('2026-09-14', '2027-01-25', '2027-02-01', '2027-07-26'),
  isReopened: fc.boolean(),
  daysToAnswer: fc.integer({ min: 1, max: 10 }),
});

/** Texts with the deadline of an offer, by the place where somebody reads them. */
const saidOf = async (offer: Offer, request: ReturnType<typeof aRequest>) => {
  const practitioner = aPractitioner();
  const seat = aSeat({
    state: 'offered',
    offerId: offer.id,
    practitionerId: practitioner.id,
    role: offer.role,
  });
  const facts = { offer, request, practitioner };
  const now = offer.madeAt;
  const mails = await Promise.all(
    (['practitioner-offer-made', 'practitioner-offer-reminder'] as const).map((name) =>
      renderSample({ ...sampleFacts(name, { offer, request }), now }),
    ),
  );
  return {
    mails: mails.map((sample) => sample?.mail),
    page: JSON.stringify(offerPage(facts, kentAndMedway, '/offers/t')),
    json: offerDocument(facts, kentAndMedway).answerBy,
    status: JSON.stringify(
      seatSection(seat, { hours: 90, inAll: 90 }, offer, undefined, undefined, [], [], false, now, undefined),
    ),
  };
};

describe('the deadline of an offer', () => {
  test('is 5pm on a working day, and the same in subject, e-mail, page, status and JSON', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, async ({ minutes, role, isReopened, daysToAnswer, ...changes }) => {
        const now = addMinutes('2026-11-20T00:00:00.000Z', minutes);
        const request = aRequest({
          ...changes,
          seats: [aSeat({ role })],
          courseEnd: '2027-12-31',
          ...(isReopened ? { reopenedAt: now } : {}),
        });
        const made = makeOffer(
          { request, practitioner: aPractitioner() },
          { offerId: 'offer1', seatId: 'seat1', judged, daysToAnswer },
          now,
        );
        if (!made.ok) throw new Error(made.refusal);
        const { offer } = made.value;
        const day = londonDay(offer.expiresAt);
        expect(londonTime(offer.expiresAt)).toBe('17:00');
        expect(isWorkingDay(day)).toBe(true);
        const words = `5pm on ${dayInWords(day)}`;
        const said = await saidOf(offer, request);
        for (const mail of said.mails) {
          expect(mail?.subject).toContain(words.replace(/ \d{4}$/, ''));
          for (const body of [mail?.text, mail?.html]) expect(body?.replaceAll('\n', ' ')).toContain(words);
        }
        expect(said.page).toContain(`Answer by ${words}`);
        expect(said.json).toBe(offer.expiresAt);
        expect(said.status).toContain(`until ${words} to answer`);
      }),
      { numRuns: cases(500, 30) },
    );
  });
});
