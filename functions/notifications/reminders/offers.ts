import { emailFor } from '../../../shared/notifications/email.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { Reminder } from './reminder.ts';

/** Reminds a DPP once, when half of the time to answer has passed. */
export const offerReminder = (offers: Pick<OfferRepository, 'pending' | 'save'>): Reminder => ({
  name: 'offer-reminded',
  due: async ({ now }) =>
    (await offers.pending())
      .filter((offer) => offer.remindedAt === undefined && offer.remindAt <= now && now < offer.expiresAt)
      .map((offer) => ({
        subject: `offer#${offer.id}`,
        changes: [offers.save({ ...offer, remindedAt: now }, ['pending'])],
        emails: [
          emailFor(
            'practitioner-offer-reminder',
            offer.id,
            { offerId: offer.id, practitionerId: offer.practitionerId, requestId: offer.requestId },
            now,
          ),
        ],
      })),
});
