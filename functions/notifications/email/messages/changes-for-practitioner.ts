import { learnerAcrossInWords } from '../../../../shared/borders/border-words.ts';
import { deadlineInWords } from '../../../../shared/kernel/time-in-words.ts';
import { isMoving } from '../../../../shared/matches/move-dates.ts';
import { whyYou } from '../../../../shared/matching/explain/explain-to-practitioner.ts';
import { seatOf } from '../../../../shared/requests/seat-moves.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import {
  button,
  facts,
  heading,
  hello,
  learnerWords,
  list,
  paragraph,
  periodWords,
  requestFacts,
  roleWords,
} from '../words.ts';

/** Messages to a DPP about changes that a requester makes after the request was sent. */
export const changesForPractitioner = {
  'practitioner-offer-changed': message({
    to: 'practitioner',
    needs: ['practitioner', 'offer', 'request'],
    stillTrue: ({ offer, now }) => offer.state === 'pending' && now < offer.expiresAt,
    links: ({ offer }) => [
      {
        kind: 'offer',
        recipient: 'practitioner',
        practitionerId: offer.practitionerId,
        requestId: offer.requestId,
        offerId: offer.id,
      },
    ],
    compose: ({ system, practitioner, offer, request }, url) => ({
      subject: subjectOf(`Read again: ${learnerWords(request)} has changed the request`),
      blocks: [
        heading('The request that we asked you about has changed'),
        hello(practitioner.name),
        ...learnerAcrossInWords(practitioner, system).map(paragraph),
        paragraph('You still fit it, so the offer is still yours to answer. This is what it says now.'),
        facts([
          { label: 'First name', value: learnerWords(request) },
          { label: 'Your role', value: roleWords(offer.role) },
          ...requestFacts(request),
          { label: 'Hours with you', value: String(seatOf(request, offer.seatId)?.hours ?? request.hours) },
        ]),
        heading('Why you'),
        list(whyYou(offer, system.geography)),
        button('Read more, then accept or decline', url('offer')),
        paragraph(`Answer by ${deadlineInWords(offer.expiresAt)}.`),
      ],
    }),
  }),
  'practitioner-dates-asked': message({
    to: 'practitioner',
    needs: ['practitioner', 'request', 'match'],
    stillTrue: ({ match }) => isMoving(match),
    links: ({ match }) => [
      {
        kind: 'dates',
        recipient: 'practitioner',
        practitionerId: match.practitionerId,
        requestId: match.requestId,
        matchId: match.id,
      },
    ],
    compose: ({ practitioner, request, match }, url) => ({
      subject: subjectOf(`Say yes or no: ${learnerWords(request)} needs other dates`),
      blocks: [
        heading('Are the new dates still possible?'),
        hello(practitioner.name),
        paragraph(
          `You agreed to be the ${roleWords(match.role)} of ${learnerWords(request)}. Their course dates have changed.`,
        ),
        facts([
          { label: 'Dates until now', value: periodWords(match) },
          ...(match.move === undefined ? [] : [{ label: 'New dates', value: periodWords(match.move) }]),
          { label: 'Hours with you', value: String(match.hours) },
        ]),
        button('Say whether it is still possible', url('dates')),
        paragraph(
          'If it is, your place moves to the new dates. If not, we look for another DPP for this learner, and your place is free again. Until you answer, nothing changes for you.',
        ),
      ],
    }),
  }),
};
