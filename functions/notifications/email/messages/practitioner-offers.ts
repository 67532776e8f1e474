import { learnerAcrossInWords } from '../../../../shared/borders/border-words.ts';
import type { PlaceNames } from '../../../../shared/geography/geography.ts';
import { deadlineInWords } from '../../../../shared/kernel/time-in-words.ts';
import { dayInWords, londonDay } from '../../../../shared/kernel/time.ts';
import type { Offer } from '../../../../shared/offers/offer.ts';
import type { SupervisionRequest } from '../../../../shared/requests/request.ts';
import { whyYou } from '../../../../shared/matching/explain/explain-to-practitioner.ts';
import { withinSentence } from '../../../../shared/reference/reference-words.ts';
import type { Block } from '../block.ts';
import type { Facts } from '../facts.ts';
import { isAgain } from '../../../../shared/notifications/sent-again.ts';
import { message, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import {
  areaWords,
  button,
  facts,
  heading,
  hello,
  learnerWords,
  list,
  paragraph,
  requestFacts,
  roleWords,
  shortDeadline,
} from '../words.ts';
import { seatHoursInWords } from '../../../../shared/requests/hours-with.ts';

const offerLink = ({ offer }: { readonly offer: Offer }): WantedLink => ({
  kind: 'offer',
  recipient: 'practitioner',
  practitionerId: offer.practitionerId,
  requestId: offer.requestId,
  offerId: offer.id,
});

const open = ({ offer, now }: Pick<Facts, 'now'> & { readonly offer: Offer }): boolean =>
  offer.state === 'pending' && now < offer.expiresAt;

const theRequest = (offer: Offer, request: SupervisionRequest, { placeName }: PlaceNames): Block =>
  facts([
    { label: 'First name', value: learnerWords(request) },
    { label: 'Your role', value: roleWords(offer.role) },
    ...requestFacts(request),
    { label: 'Hours with you', value: seatHoursInWords(request, offer.seatId) },
    { label: 'Where the learner works', value: placeName(request.site.place) },
  ]);

/** Explains to the DPP, if an offer belongs to a round, that the places of other learners depend on the answer. */
const fromRound = ({ roundId }: Offer): readonly Block[] =>
  roundId === undefined
    ? []
    : [
        paragraph(
          'This offer comes from a round: we match all learners of an intake together, so that as many learners as possible have a DPP. We will keep your place for this learner until you answer.',
        ),
      ];

/**
 * Subject of an offer e-mail. If the line is too long for a phone, "Accept or decline" becomes "Answer", then the role is
 * shortened to its last word ("assessor"). If that is still too long, the role is left out.
 */
const offerSubject = ({ expiresAt }: Offer, who: string, role: string): string => {
  const last = role.split(' ').at(-1) ?? role;
  const what = `Answer by ${shortDeadline(expiresAt)}`;
  return subjectOf(
    `Accept or decline by ${shortDeadline(expiresAt)}: ${who} needs a ${role}`,
    `${what}: ${who} needs a ${role}`,
    `${what}: ${who} needs ${last === 'assessor' ? 'an' : 'a'} ${last}`,
    `${what}: ${who} needs you`,
    `${what}: a learner needs you`,
  );
};

/** Tells the practitioner why an offer needs no answer any more. */
const whyWithdrawn = (offer: Offer, occasion: string | undefined): string => {
  if (occasion === 'border-closed')
    return 'This place is no longer offered to learners of a neighbouring board, so we have withdrawn the offer. You do not need to do anything.';
  if (occasion === 'request-changed')
    return 'The learner has changed the request and now needs something else, so we have withdrawn the offer. You do not need to do anything.';
  if (occasion === 'request-paused')
    return 'The learner has paused the search, so we have withdrawn the offer. We may ask you again when it goes on. You do not need to do anything.';
  const takenBack = offer.state === 'withdrawn' ? offer.takenBack : undefined;
  switch (takenBack ?? (occasion === 'place-filled' ? 'dpp-full' : undefined)) {
    case 'dpp-full':
      return 'You have no place left for this learner, so we are asking another DPP.';
    case 'dpp-not-available':
      return 'We are not asking you about learners at the moment, so we are asking another DPP. Your page says why.';
    case 'dpp-unreachable':
      return 'Our emails to you did not arrive, so we are asking another DPP.';
    case 'team':
      return 'The programme team has taken back the offer. You do not need to do anything.';
    case undefined:
      return 'The learner no longer needs an answer, so we have withdrawn the offer. You do not need to do anything.';
  }
};

/** Messages to a DPP about an offer. They cannot be stopped, because a learner waits for the answer. */
export const practitionerOffers = {
  'practitioner-offer-made': message({
    to: 'practitioner',
    needs: ['practitioner', 'offer', 'request'],
    // A repetition is dropped if an earlier one has arrived after all.
    stillTrue: (about) =>
      open(about) && (!isAgain(about.email) || about.offer.notDeliveredSince !== undefined),
    links: (about) => [offerLink(about)],
    compose: ({ system, practitioner, offer, request }, url) => ({
      subject: offerSubject(offer, learnerWords(request), roleWords(offer.role)),
      blocks: [
        heading(`${learnerWords(request)} needs a ${roleWords(offer.role)}: can you help?`),
        hello(practitioner.name),
        ...learnerAcrossInWords(practitioner, system).map(paragraph),
        theRequest(offer, request, system.geography),
        heading('Why you'),
        list(whyYou(offer, system.geography)),
        ...fromRound(offer),
        button('Read more, then accept or decline', url('offer')),
        paragraph(
          `Answer by ${deadlineInWords(offer.expiresAt)}. After that, we will look for another DPP. If you decline, we will not tell the learner who you are.`,
        ),
      ],
    }),
  }),
  'practitioner-offer-reminder': message({
    to: 'practitioner',
    needs: ['practitioner', 'offer', 'request'],
    stillTrue: open,
    links: (about) => [offerLink(about)],
    compose: ({ system, practitioner, offer, request }, url) => ({
      subject: subjectOf(
        `Answer by ${shortDeadline(offer.expiresAt)}: ${learnerWords(request)} is waiting`,
        `Answer by ${shortDeadline(offer.expiresAt)}: a learner waits`,
      ),
      blocks: [
        heading(`${learnerWords(request)} is waiting for your answer`),
        hello(practitioner.name),
        ...learnerAcrossInWords(practitioner, system).map(paragraph),
        theRequest(offer, request, system.geography),
        heading('Why you'),
        list(whyYou(offer, system.geography)),
        ...fromRound(offer),
        button('Read more, then accept or decline', url('offer')),
        paragraph(
          `Answer by ${deadlineInWords(offer.expiresAt)}. If you decline, that helps too: we can look for another DPP sooner.`,
        ),
      ],
    }),
  }),
  'practitioner-offer-lapsed': message({
    to: 'practitioner',
    needs: ['practitioner', 'offer', 'request'],
    stillTrue: ({ offer }) => offer.state === 'lapsed',
    links: ({ practitioner }) => [
      { kind: 'manage', recipient: 'practitioner', practitionerId: practitioner.id },
    ],
    compose: ({ practitioner, offer, request }, url) => ({
      subject: 'No answer needed now: we are asking somebody else',
      blocks: [
        heading('The time to answer has passed'),
        hello(practitioner.name),
        paragraph(
          `We asked you on ${dayInWords(londonDay(offer.madeAt))} to be the ${roleWords(offer.role)} of a learner in ${withinSentence(areaWords(request.leadArea))}. We have had no answer, so we are asking somebody else.`,
        ),
        paragraph(
          'If you cannot take learners for a while, pause your listing so that no learner has to wait for your answer.',
        ),
        button('Pause or change your listing', url('manage')),
      ],
    }),
  }),
  'practitioner-offer-withdrawn': message({
    to: 'practitioner',
    needs: ['practitioner', 'offer', 'storedRequest'],
    stillTrue: ({ offer }) => offer.state === 'withdrawn',
    compose: ({ practitioner, offer, storedRequest, email }) => ({
      subject: 'No answer needed: an offer was withdrawn',
      blocks: [
        heading('You no longer need to answer'),
        hello(practitioner.name),
        paragraph(
          `We asked you on ${dayInWords(londonDay(offer.madeAt))} to be the ${roleWords(offer.role)} of a learner in ${withinSentence(areaWords(storedRequest.leadArea))}.`,
        ),
        paragraph(whyWithdrawn(offer, email.about.occasion)),
      ],
    }),
  }),
};
