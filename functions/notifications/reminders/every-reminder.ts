import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { checkDue, checkIn, checkInReminder, listingGoneStale } from './listings.ts';
import { matchesEnding, matchStarting } from './matches.ts';
import { offerReminder } from './offers.ts';
import type { Reminder } from './reminder.ts';
import { signOffNear } from './requests.ts';

interface Repositories {
  readonly practitioners: PractitionerRepository;
  readonly requests: RequestRepository;
  readonly offers: OfferRepository;
  readonly matches: MatchRepository;
}

/**
 * All daily reminders in running order. Listings are hidden before check-ins are sent, so that no check-in is sent
 * for a listing hidden today.
 */
export const everyReminder = ({
  practitioners,
  requests,
  offers,
  matches,
}: Repositories): readonly Reminder[] => [
  offerReminder(offers),
  listingGoneStale(practitioners),
  checkInReminder(practitioners),
  checkIn(practitioners),
  signOffNear(requests),
  checkDue(practitioners),
  matchStarting(matches),
  matchesEnding(matches),
];
