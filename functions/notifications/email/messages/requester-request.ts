import type { Offer } from '../../../../shared/offers/offer.ts';
import { dayInWords } from '../../../../shared/kernel/time.ts';
import { type Message, message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import {
  button,
  facts,
  heading,
  hello,
  list,
  paragraph,
  requestFacts,
  roleWords,
  shortDay,
} from '../words.ts';

interface About {
  readonly request: { readonly id: string };
}

const link =
  (kind: 'confirm' | 'status') =>
  ({ request }: About): WantedLink => ({ kind, recipient: 'requester', requestId: request.id });
const confirm = link('confirm');
const status = link('status');

const FOLLOW = 'Follow your request';

/** Words for what follows a declined or lapsed offer: its round continues, or the next DPP is asked. */
const nextFor = ({ roundId, eligibleCount, rank, role }: Offer) =>
  roundId === undefined
    ? {
        subject: subjectOf(
          `No action needed: we are asking the next ${roleWords(role)}`,
          'No action needed: we are asking somebody else',
        ),
        title: `We are asking the next ${roleWords(role)}`,
        how: `When we asked, ${eligibleCount === 1 ? '1 DPP' : `${eligibleCount} DPPs`} fitted your request, and this was number ${rank}. We look again now, so that new DPPs count too.`,
      }
    : {
        subject: subjectOf(
          `No action needed: your round looks for another ${roleWords(role)}`,
          'No action needed: your round looks for somebody else',
        ),
        title: `Your round looks for another ${roleWords(role)}`,
        how: 'You are in a round for a whole intake. Everybody in it who has no offer is matched again together. If you have no DPP when the round is over, we ask DPPs for you one by one.',
      };

/** Messages about a request, to the learner or to the employer who sent it. */
export const requesterRequest: readonly Message[] = [
  message({
    name: 'requester-address-confirm',
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'unconfirmed',
    links: (about) => [confirm(about)],
    compose: ({ request }, url) => ({
      subject: 'Confirm your email address to ask for a DPP',
      blocks: [
        heading('Confirm your email address'),
        hello(request.requesterName),
        paragraph('We look for a DPP as soon as you confirm this email address.'),
        button('Confirm my email address', url('confirm')),
        paragraph('The link works for 7 days. If it was not you who asked, ignore this email.'),
      ],
    }),
  }),
  message({
    name: 'requester-request-open',
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'open' || request.state === 'matched',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'We are looking for a DPP for you',
      blocks: [
        heading('We are looking for a DPP'),
        hello(request.requesterName),
        facts(requestFacts(request)),
        heading('What happens next'),
        list([
          'We ask the DPP who fits best. They have up to 5 working days to answer.',
          'If the answer is no, or there is none, we ask the next one without you doing anything.',
          'As soon as somebody accepts, you both get each other’s work contact.',
          `If nobody has accepted by ${dayInWords(request.signOffNeededBy)}, the programme team is told.`,
        ]),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  message({
    name: 'requester-status-link',
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state !== 'erased',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'Follow your request with this new link',
      blocks: [
        heading('Your new link'),
        hello(request.requesterName),
        paragraph('You, or somebody who knows your email address, asked for a new link to your request.'),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  message({
    name: 'requester-offer-declined',
    to: 'requester',
    needs: ['request', 'offer'],
    stillTrue: ({ request, offer }) =>
      request.state === 'open' && (offer.state === 'declined' || offer.state === 'lapsed'),
    links: (about) => [status(about)],
    compose: ({ request, offer }, url) => {
      const { subject, title, how } = nextFor(offer);
      return {
        subject,
        blocks: [
          heading(title),
          hello(request.requesterName),
          paragraph(
            offer.state === 'declined'
              ? `The ${roleWords(offer.role)} whom we asked cannot take a learner at the moment.`
              : `The ${roleWords(offer.role)} whom we asked did not answer in time.`,
          ),
          paragraph(how),
          paragraph(
            `Your ${roleWords(offer.role)} has to be named by ${dayInWords(request.signOffNeededBy)}.`,
          ),
          button(FOLLOW, url('status')),
        ],
      };
    },
  }),
  message({
    name: 'requester-nobody-yet',
    to: 'requester',
    needs: ['request', 'seat'],
    stillTrue: ({ request, seat }) => request.state === 'open' && seat.state === 'vacant',
    links: (about) => [status(about)],
    compose: ({ request, seat }, url) => ({
      subject: subjectOf(`Widen your request: no ${roleWords(seat.role)} fits it yet`),
      blocks: [
        heading(`No ${roleWords(seat.role)} yet`),
        hello(request.requesterName),
        paragraph(
          'At the moment nobody who fits your request has a free place. Your request stays open, and the programme team knows.',
        ),
        heading('What happens now'),
        list([
          'We try again each time a DPP joins, offers more places or has one free again.',
          'Your page shows which one change would open most, for example a greater distance.',
          `If nothing changes by ${dayInWords(request.signOffNeededBy)}, the programme team will contact you.`,
        ]),
        button('See what would help', url('status')),
      ],
    }),
  }),
  message({
    name: 'requester-deadline-passed',
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'lapsed',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'Talk to your university: no DPP found in time',
      blocks: [
        heading('We have not found a DPP in time'),
        hello(request.requesterName),
        paragraph(
          `A DPP had to be named by ${dayInWords(request.signOffNeededBy)}, and nobody has accepted. The programme team has been told and will contact you.`,
        ),
        heading('What you can do'),
        list([
          'Ask your university whether it accepts a later date or another intake.',
          'Tell your employer and your NMP lead.',
          'Ask again for the next intake: it takes a few minutes.',
        ]),
        button('See your request', url('status')),
      ],
    }),
  }),
  message({
    name: 'requester-request-withdrawn',
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'withdrawn',
    compose: ({ request }) => ({
      subject: 'Your request for a DPP is withdrawn',
      blocks: [
        heading('Your request is withdrawn'),
        hello(request.requesterName),
        paragraph(
          'We have stopped looking, and have told everybody who was asked or had accepted. If it was not you who withdrew it, reply to this email.',
        ),
        paragraph('You can ask again at any time.'),
      ],
    }),
  }),
  message({
    name: 'requester-seat-reopened',
    to: 'requester',
    needs: ['request', 'seat'],
    stillTrue: ({ request, seat }) => request.state === 'open' && seat.state !== 'filled',
    links: (about) => [status(about)],
    compose: ({ request, seat }, url) => ({
      subject: subjectOf(`We are looking again: your ${roleWords(seat.role)} had to stop`),
      blocks: [
        heading(`We are looking for a new ${roleWords(seat.role)}`),
        hello(request.requesterName),
        paragraph(
          `Your ${roleWords(seat.role)} can no longer supervise you. Your request is open again and at the front. Where a back-up was named, we ask them first.`,
        ),
        heading('What to do now'),
        list([
          'Tell your university and your employer.',
          `Keep a note of the hours that you have done. Your ${roleWords(seat.role)} has to be named by ${shortDay(request.signOffNeededBy)}.`,
        ]),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
];
