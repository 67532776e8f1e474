import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { changesForPractitioner } from './changes-for-practitioner.ts';
import { matchAgreed } from './match-agreed.ts';
import { matchEnding } from './match-ending.ts';
import { namedMessages } from './named.ts';
import { onBehalfMessages } from './on-behalf.ts';
import { practitionerOffers } from './practitioner-offers.ts';
import { practitionerRegistration } from './practitioner-registration.ts';
import { practitionerStanding } from './practitioner-standing.ts';
import { vouchingMessages } from './vouching.ts';

/** Messages to DPPs. Does not compile while a name has no message. */
export const forPractitioners: Readonly<Record<Extract<EmailName, `practitioner-${string}`>, Message>> = {
  ...practitionerRegistration,
  ...practitionerStanding,
  ...practitionerOffers,
  ...matchAgreed,
  ...matchEnding,
  ...vouchingMessages,
  ...onBehalfMessages,
  ...namedMessages,
  ...changesForPractitioner,
};
