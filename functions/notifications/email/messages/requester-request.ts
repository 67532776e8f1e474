import { counted } from '../../../../shared/reference/reference-words.ts';
import type { Offer } from '../../../../shared/offers/offer.ts';
import { soughtUntil } from '../../../../shared/offers/offer-clock.ts';
import { takenBackInWords } from '../../../../shared/requests/taken-back.ts';
import { dayInWords } from '../../../../shared/kernel/time.ts';
import { wasNeverOpened } from '../../../../shared/requests/request.ts';
import { learnerName } from '../../../../shared/requests/learner-name.ts';
import { providerWords } from '../../../../shared/requests/provider-words.ts';
import { message, type WantedLink } from '../message.ts';
import { endedForRequester, hoursLeftInWords } from './ended-in-words.ts';
import { subjectOf } from '../subject.ts';
import {
  button,
  facts,
  heading,
  hello,
  learnerWords,
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

/** Occasion of the e-mail about a seat that is vacant because its DPP cannot take the learner's new dates. */
const OTHER_DATES = 'other-dates';

const FOLLOW = 'Follow your request';

/** Says what happens after an offer was declined or has lapsed: its round continues, or the next DPP gets an offer. */
const nextFor = ({ roundId, eligibleCount, rank, role }: Offer) =>
  roundId === undefined
    ? {
        subject: subjectOf(
          `No action needed: we are asking the next ${roleWords(role)}`,
          'No action needed: we are asking somebody else',
        ),
        title: `We are asking the next ${roleWords(role)}`,
        how: `When we sent the offer, ${eligibleCount === 1 ? '1 DPP' : `${eligibleCount} DPPs`} fitted your request, and this one was number ${rank} on the list. We are searching again, to include DPPs who have joined since then.`,
      }
    : {
        subject: subjectOf(
          `No action needed: your round needs another ${roleWords(role)}`,
          'No action needed: your round needs somebody else',
        ),
        title: `We are looking for another ${roleWords(role)} in your round`,
        how: 'You are in a round, which matches all learners of an intake together. We will run the round again for all its learners who have no offer. If you have no DPP when the round ends, we will ask one DPP after another to supervise you.',
      };

/** Messages about a request, to the learner or to the employer who sent it. */
export const requesterRequest = {
  'requester-address-confirm': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'unconfirmed',
    links: (about) => [confirm(about)],
    compose: ({ request }, url) => ({
      subject: 'Confirm your email address to request a DPP',
      blocks: [
        heading('Confirm your email address'),
        hello(request.requesterName),
        paragraph('We will start to look for a DPP when you confirm this email address.'),
        button('Confirm my email address', url('confirm')),
        paragraph('The link works for 7 days. If you did not send a request, ignore this email.'),
      ],
    }),
  }),
  'requester-request-open': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'open' || request.state === 'matched',
    links: (about) => [status(about)],
    compose: ({ request, system: { settings } }, url) => ({
      subject: 'We are looking for a DPP for you',
      blocks: [
        heading('We are looking for a DPP'),
        hello(request.requesterName),
        facts([
          ...(request.group === undefined ? [] : [{ label: 'First learner', value: learnerWords(request) }]),
          ...requestFacts(request),
        ]),
        ...(request.group === undefined
          ? []
          : [
              paragraph(
                `You asked for ${request.group.learners} learners. Each has a search of their own and gets a DPP of their own: our emails say which learner they are about, and your page shows all of them.`,
              ),
            ]),
        heading('What happens next'),
        list([
          `We will ask the DPP who fits your request best. They will have up to ${counted(settings.workingDaysToAnswer, 'working day')} to answer.`,
          'If they decline or do not answer, we will ask the next DPP. You do not need to do anything.',
          'When somebody accepts, we will send each of you the other’s work contact details.',
          `If nobody has accepted by ${dayInWords(request.signOffNeededBy)}, we will tell the programme team.`,
        ]),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  'requester-status-link': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: () => true,
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'Follow your request with this new link',
      blocks: [
        heading('Your new link'),
        hello(request.requesterName),
        paragraph('You asked for a new link to your request. If it was not you, ignore this email.'),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  'requester-asked-again': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state !== 'withdrawn',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'You already have a request for a DPP',
      blocks: [
        heading('You already have a request'),
        hello(request.requesterName),
        paragraph(
          `Somebody asked again for a DPP for ${learnerName(request) ?? 'your learner'}. A learner can have one request at a time, so we did not start a second search. Your first request goes on and keeps its place.`,
        ),
        heading('If it was you'),
        list([
          'Follow your request with the button below.',
          'To ask for something else, withdraw it first and then send a new request.',
          'If the request is for a colleague who shares this mailbox, they need an email address of their own.',
        ]),
        heading('If it was not you'),
        paragraph('You do not need to do anything. Reply to this email if it worries you.'),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  'requester-not-opened': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'unconfirmed',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'We have not started to look for a DPP yet',
      blocks: [
        heading('We have not started to look yet'),
        hello(request.requesterName),
        paragraph(
          'The programme team has to look at your request before we ask a DPP. We have sent it to them, and they will write to you.',
        ),
        list([
          'If you have asked before from another email address, use the link in our emails to that address.',
          'If this is urgent, reply to this email and say who your employer is.',
        ]),
        button('See your request', url('status')),
      ],
    }),
  }),
  'requester-offer-declined': message({
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
              ? `The ${roleWords(offer.role)} we asked cannot take a learner at the moment.`
              : `The ${roleWords(offer.role)} we asked did not answer in time.`,
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
  'requester-offer-taken-back': message({
    to: 'requester',
    needs: ['request', 'offer'],
    stillTrue: ({ request, offer }) => request.state === 'open' && offer.state === 'withdrawn',
    links: (about) => [status(about)],
    compose: ({ request, offer }, url) => {
      const { subject, title, how } = nextFor(offer);
      const takenBack = offer.state === 'withdrawn' ? offer.takenBack : undefined;
      return {
        subject,
        blocks: [
          heading(title),
          hello(request.requesterName),
          paragraph(takenBackInWords[takenBack ?? 'dpp-not-available']),
          paragraph(how),
          paragraph(
            `Your ${roleWords(offer.role)} has to be named by ${dayInWords(request.signOffNeededBy)}.`,
          ),
          button(FOLLOW, url('status')),
        ],
      };
    },
  }),
  'requester-nobody-yet': message({
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
          'No DPP who fits your request has a place that we can ask about at the moment. Your request stays open, and we have told the programme team.',
        ),
        heading('What happens now'),
        list([
          'We will try again each time a DPP joins or offers more places, or a place becomes free.',
          'Your page shows which change to your request would help most, for example more minutes of travel.',
          `If nobody has accepted by ${dayInWords(request.signOffNeededBy)}, the programme team will contact you.`,
        ]),
        button('See what would help', url('status')),
      ],
    }),
  }),
  'requester-deadline-passed': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'lapsed',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: `Talk to your ${providerWords(request)}: no DPP found in time`,
      blocks: [
        heading('We have not found a DPP in time'),
        hello(request.requesterName),
        paragraph(
          wasNeverOpened(request)
            ? `A DPP had to be named by ${dayInWords(request.signOffNeededBy)}. Nobody at your employer had supported your request, so we have not asked any DPP. We have told the programme team, who will contact you.`
            : `A DPP had to be named by ${dayInWords(request.signOffNeededBy)}, and nobody has accepted. We have told the programme team, who will contact you.`,
        ),
        heading('What you can do'),
        list([
          `Ask your ${providerWords(request)} whether it accepts a later date or another intake.`,
          'Tell your employer and your NMP lead that you have no DPP yet.',
          'Send a new request for the next intake: it takes a few minutes.',
        ]),
        button('See your request', url('status')),
      ],
    }),
  }),
  'requester-request-withdrawn': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'withdrawn',
    compose: ({ request, match }) => ({
      subject: 'Your request for a DPP has been withdrawn',
      blocks: [
        heading('Your request has been withdrawn'),
        hello(request.requesterName),
        ...endedForRequester(match).said.map(paragraph),
        paragraph(
          'We have stopped looking for a DPP, and have told every DPP who had been asked or had accepted. If you did not withdraw the request, reply to this email.',
        ),
        paragraph('You can send a new request at any time.'),
      ],
    }),
  }),
  'requester-request-refused': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'refused',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'We cannot look for a DPP for your request',
      blocks: [
        heading('Your request is closed'),
        hello(request.requesterName),
        paragraph(
          'The programme team decided that we cannot look for a DPP for this request. Every DPP who was asked knows that they need not answer.',
        ),
        paragraph('If you think that this is wrong, reply to this email: the programme team will read it.'),
        button('See your request', url('status')),
      ],
    }),
  }),
  'requester-seat-reopened': message({
    to: 'requester',
    needs: ['request', 'seat'],
    stillTrue: ({ request, seat }) => request.state === 'open' && seat.state !== 'filled',
    links: (about) => [status(about)],
    compose: ({ request, seat, match, email }, url) => ({
      subject: subjectOf(
        email.about.occasion === OTHER_DATES
          ? `We are looking again: your ${roleWords(seat.role)} cannot do the new dates`
          : endedForRequester(match).endedByThem
            ? `We are looking again for your ${roleWords(seat.role)}`
            : `We are looking again: your ${roleWords(seat.role)} had to stop`,
        'We are looking again for the new dates',
      ),
      blocks: [
        heading(`We are looking for a new ${roleWords(seat.role)}`),
        hello(request.requesterName),
        ...endedForRequester(match).said.map(paragraph),
        paragraph(
          endedForRequester(match).endedByThem
            ? `Your request is open again and has priority. If your former ${roleWords(seat.role)} named a back-up, we will ask that person first.`
            : `Your ${roleWords(seat.role)} can${email.about.occasion === OTHER_DATES ? 'not supervise you on the new dates' : ' no longer supervise you'}. Your request is open again and has priority. If they named a back-up, we will ask that person first.`,
        ),
        ...hoursLeftInWords(seat).map(paragraph),
        heading('What to do now'),
        list([
          `Tell your ${providerWords(request)} and your employer.`,
          `Keep a record of the hours you have done. Your new ${roleWords(seat.role)} has to be named by ${shortDay(soughtUntil(request))}.`,
        ]),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
};
