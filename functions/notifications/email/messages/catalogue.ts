import { vouchingMessages } from './vouching.ts';
import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { digests } from './digests.ts';
import { matchAgreed } from './match-agreed.ts';
import { matchEnding } from './match-ending.ts';
import { practitionerOffers } from './practitioner-offers.ts';
import { practitionerRegistration } from './practitioner-registration.ts';
import { practitionerStanding } from './practitioner-standing.ts';
import { requesterRequest } from './requester-request.ts';
import { onBehalfMessages } from './on-behalf.ts';
import { namedMessages } from './named.ts';
import { leadMessages } from './leads.ts';
import { supportMessages } from './support.ts';
import { teamDelivery } from './team-delivery.ts';
import { teamTies } from './team-ties.ts';
import { teamMessages } from './team.ts';

/** All messages that the service sends. Does not compile while a name has no message. */
export const messages: Readonly<Record<EmailName, Message>> = {
  ...practitionerRegistration,
  ...practitionerStanding,
  ...practitionerOffers,
  ...matchAgreed,
  ...matchEnding,
  ...requesterRequest,
  ...supportMessages,
  ...vouchingMessages,
  ...onBehalfMessages,
  ...namedMessages,
  ...teamDelivery,
  ...teamTies,
  ...leadMessages,
  ...teamMessages,
  ...digests,
};
