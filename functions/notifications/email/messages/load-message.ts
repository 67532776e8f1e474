import type { EmailName } from '../../../../shared/notifications/email.ts';
import type { Message } from '../message.ts';

type To<Recipient extends string> = `${Recipient}-${string}`;

const isTo = <Recipient extends string>(
  recipient: Recipient,
  name: EmailName,
): name is Extract<EmailName, To<Recipient>> => name.startsWith(`${recipient}-`);

/**
 * Loads a message by its name. Loads only the messages to the same kind of recipient, so that a function starts without
 * those that it does not send.
 */
export const loadMessage = async (name: EmailName): Promise<Message> => {
  if (isTo('practitioner', name)) return (await import('./for-practitioners.ts')).forPractitioners[name];
  if (isTo('requester', name)) return (await import('./for-requesters.ts')).forRequesters[name];
  if (isTo('team', name)) return (await import('./for-the-team.ts')).forTheTeam[name];
  return (await import('./for-others.ts')).forOthers[name];
};
