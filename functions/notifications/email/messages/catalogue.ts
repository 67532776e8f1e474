import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';
import { digests } from './digests.ts';
import { matchAgreed } from './match-agreed.ts';
import { matchEnding } from './match-ending.ts';
import { practitionerOffers } from './practitioner-offers.ts';
import { practitionerRegistration } from './practitioner-registration.ts';
import { requesterRequest } from './requester-request.ts';
import { teamMessages } from './team.ts';

/** All messages that the service sends. */
export const messages: readonly Message[] = [
  ...practitionerRegistration,
  ...practitionerOffers,
  ...matchAgreed,
  ...matchEnding,
  ...requesterRequest,
  ...teamMessages,
  ...digests,
];

const byName = new Map(messages.map((message) => [message.name, message]));

/** @throws if no message has this name; a test checks that all names are covered */
export const messageNamed = (name: EmailName): Message => {
  const message = byName.get(name);
  if (message === undefined) throw new Error(`there is no message ${name}`);
  return message;
};
