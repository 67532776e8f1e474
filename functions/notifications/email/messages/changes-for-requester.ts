import { isCurrent } from '../../../../shared/matches/match.ts';
import { message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, facts, heading, hello, matchFacts, paragraph, requestFacts, roleWords } from '../words.ts';

const status = ({ request }: { readonly request: { readonly id: string } }): WantedLink => ({
  kind: 'status',
  recipient: 'requester',
  requestId: request.id,
});

const FOLLOW = 'Follow your request';

/** Says what a change means for the people who were asked or have agreed, by the e-mail's occasion. */
const afterChange = (occasion: string | undefined): readonly string[] => {
  switch (occasion) {
    case 'waits':
      return [
        'Your employer’s prescribing lead supported something else, so your request waits for their support again. Until then we ask nobody. An offer that waited for an answer is withdrawn.',
      ];
    case 'dates':
      return [
        'We have asked the DPP who agreed whether the new dates are possible. If they are, the place moves with you. If not, we look for another DPP, and your request is at the front.',
      ];
    case 'taken-back':
      return ['The DPP whom we had asked no longer fits, so we have withdrawn the offer and look again.'];
    case 'kept':
      return ['The DPP whom we had asked still fits. They still have the offer, and know what has changed.'];
    default:
      return [];
  }
};

/** Messages to a requester about changes that they make after the request was sent. */
export const changesForRequester = {
  'requester-dates-agreed': message({
    to: 'requester',
    needs: ['request', 'match'],
    stillTrue: ({ match }) => isCurrent(match),
    links: (about) => [status(about)],
    compose: ({ request, match }, url) => ({
      subject: subjectOf(`Your ${roleWords(match.role)} agrees to the new dates`),
      blocks: [
        heading('Your place has moved with you'),
        hello(request.requesterName),
        paragraph(`Your ${roleWords(match.role)} has said that the new dates are possible.`),
        facts(matchFacts(match, request)),
        paragraph('Tell your university and your employer the new dates if they do not know them yet.'),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  'requester-request-changed': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state !== 'withdrawn' && request.state !== 'refused',
    links: (about) => [status(about)],
    compose: ({ request, email }, url) => ({
      subject: 'Your request has been changed and keeps its place',
      blocks: [
        heading('Your request has been changed'),
        hello(request.requesterName),
        facts(requestFacts(request)),
        ...afterChange(email.about.occasion).map(paragraph),
        paragraph('It keeps its place in the queue. If you did not change it, reply to this email.'),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
  'requester-request-paused': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'paused',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'Your request is paused',
      blocks: [
        heading('Your request is paused'),
        hello(request.requesterName),
        paragraph(
          'We ask nobody until you go on, and have told the DPP who was asked that no answer is needed. Your request keeps its place in the queue.',
        ),
        paragraph('If you did not pause it, open your page and press “Go on with the search”.'),
        button('Go on with the search', url('status')),
      ],
    }),
  }),
  'requester-request-resumed': message({
    to: 'requester',
    needs: ['request'],
    stillTrue: ({ request }) => request.state === 'open' || request.state === 'matched',
    links: (about) => [status(about)],
    compose: ({ request }, url) => ({
      subject: 'We are looking for a DPP again',
      blocks: [
        heading('Your request goes on'),
        hello(request.requesterName),
        facts(requestFacts(request)),
        paragraph('We are looking for a DPP again. Your request kept its place in the queue.'),
        button(FOLLOW, url('status')),
      ],
    }),
  }),
};
