import { emailFor } from '../../../shared/notifications/email.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import { type Reminder, reminderOf } from './reminder.ts';

/** Reminds a DPP once, when half of the time to answer has passed. */
export const offerReminder = (offers: Pick<OfferRepository, 'pendingPage' | 'save'>): Reminder =>
  reminderOf({
    name: 'offer-reminded',
    states: ['pending'],
    read: (_, page) => offers.pendingPage(page),
    due: (offer, { now }) =>
      offer.state !== 'pending' ||
      offer.remindedAt !== undefined ||
      offer.remindAt > now ||
      now >= offer.expiresAt
        ? undefined
        : {
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
          },
  });
