import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import { checkDue, checkIn, checkInReminder, listingGoneStale } from './listings.ts';
import { datesUnanswered } from './dates.ts';
import { matchesEnding, matchStarting } from './matches.ts';
import { offerReminder } from './offers.ts';
import { proofAwaited } from './proofs.ts';
import type { Reminder } from './reminder.ts';
import { signOffNear, supportOverdue, supportReminder } from './requests.ts';

interface Deps {
  readonly system: Pick<ServiceSystem, 'settings'>;
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly offers: OfferRepository;
  readonly matches: MatchRepository;
  readonly vouches: Pick<VouchRepository, 'of'>;
}

/**
 * All daily reminders in running order. Listings are hidden before check-ins are sent, so that no check-in is sent
 * for a listing hidden today.
 */
export const everyReminder = ({
  system: { settings },
  practitioners,
  requests,
  offers,
  matches,
  vouches,
}: Deps): readonly Reminder[] => [
  offerReminder(offers),
  listingGoneStale(practitioners, settings),
  checkInReminder(practitioners, settings),
  checkIn(practitioners, settings),
  supportReminder(requests),
  supportOverdue(requests),
  signOffNear(requests),
  checkDue(practitioners),
  proofAwaited(practitioners, vouches),
  matchStarting(matches),
  datesUnanswered(matches),
  matchesEnding(matches),
];
