import type { Facts } from '../facts.ts';
import { message, type UrlOf, type WantedLink } from '../message.ts';
import { button, heading, hello, paragraph } from '../words.ts';

const REPLY =
  'If you did not ask for this, reply to this email at once. A person of the programme team reads it.';

const exported = (name: string, { email }: Facts, url: string) => ({
  subject: 'Your data: what we hold about you',
  blocks: [
    heading('What we hold about you'),
    hello(name),
    paragraph('The programme team was asked for a copy of what we hold about you. You find it on your page.'),
    ...(email.about.occasion === 'file'
      ? [paragraph('The team has also made a file of it, to give to you.')]
      : []),
    button('Go to your page to download it', url),
    paragraph(REPLY),
  ],
});

const erasing = (name: string, what: string) => ({
  subject: 'We are about to erase your data',
  blocks: [
    heading('We are about to erase your data'),
    hello(name),
    paragraph(
      `The programme team was asked to erase ${what} and will do so today or tomorrow. Nothing that identifies you is left after that, and this cannot be undone. People who were matched with you are told that the match has ended.`,
    ),
    paragraph(REPLY),
  ],
});

const manage = (id: string): WantedLink => ({
  kind: 'manage',
  recipient: 'practitioner',
  practitionerId: id,
});
const status = (id: string): WantedLink => ({ kind: 'status', recipient: 'requester', requestId: id });

/** Messages about an export or an erasure that the team carries out for somebody. */
export const onBehalfMessages = {
  'practitioner-data-exported': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: () => true,
    links: ({ practitioner }) => [manage(practitioner.id)],
    compose: (about, url: UrlOf) => exported(about.practitioner.name, about, url('manage')),
  }),
  'requester-data-exported': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: () => true,
    links: ({ request }) => [status(request.id)],
    compose: (about, url: UrlOf) => exported(about.request.requesterName, about, url('status')),
  }),
  'practitioner-erasing': message({
    to: 'practitioner',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.suspension?.reason !== 'died',
    compose: ({ practitioner }) => erasing(practitioner.name, 'your listing as a DPP'),
  }),
  'requester-erasing': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: () => true,
    compose: ({ request }) => erasing(request.requesterName, 'your request for a DPP'),
  }),
};
