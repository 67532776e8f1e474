import { deadlineInWords } from '../../../../shared/kernel/time-in-words.ts';
import { dayInWords } from '../../../../shared/kernel/time.ts';
import { isLongUndelivered } from '../../../../shared/offers/undelivered-offer.ts';
import { learnerName } from '../../../../shared/requests/learner-name.ts';
import type { SupervisionRequest } from '../../../../shared/requests/request.ts';
import { offeredUntil } from '../../../../shared/requests/requester-reach.ts';
import { message } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { facts, heading, list, paragraph } from '../words.ts';

const learnerNameOf = (request: SupervisionRequest): string =>
  learnerName(request) ?? `the learner of ${request.requesterName}`;

/** Messages to the programme team about people to whom our e-mails are not delivered. */
export const teamDelivery = {
  'team-practitioner-unreachable': message({
    to: 'team',
    needs: ['practitioner'],
    stillTrue: ({ practitioner }) => practitioner.unreachableSince !== undefined,
    compose: ({ practitioner, requests = [], email }) => {
      const agreed = new Set(practitioner.commitments.map(({ requestId }) => requestId));
      const named = (some: readonly SupervisionRequest[]) =>
        list(some.map((request) => `${learnerNameOf(request)} (request ${request.id})`));
      const staying = requests.filter(({ id }) => agreed.has(id));
      const asked = requests.filter(({ id }) => !agreed.has(id));
      return {
        subject: subjectOf(
          `Phone ${practitioner.name}: our emails do not arrive`,
          'Phone a DPP: our emails do not arrive',
        ),
        blocks: [
          heading('A DPP cannot be reached'),
          facts([
            { label: 'DPP', value: practitioner.name },
            { label: 'Email address', value: practitioner.email },
            practitioner.phone === undefined ? undefined : { label: 'Phone', value: practitioner.phone },
            { label: 'Practitioner', value: practitioner.id },
          ]),
          paragraph(
            email.about.occasion === 'complained'
              ? 'An email from us was reported as spam, so we may not write to this address any more.'
              : 'An email came back, because the address does not exist or does not take our emails.',
          ),
          paragraph('The listing is hidden, and we do not ask this DPP about learners.'),
          ...(asked.length === 0
            ? []
            : [heading('We are asking another DPP for these learners'), named(asked)]),
          ...(staying.length === 0
            ? []
            : [heading('These learners have a place with this DPP and keep it'), named(staying)]),
          heading('What you can do'),
          list([
            `If the DPP has another address: npm run programme -- correct ${practitioner.id} --email ADDRESS --by "Your name" --why "What you know". We then ask them to confirm it.`,
            `If the address works again: npm run programme -- lift-suppression ${practitioner.email} --by "Your name" --why "What you know".`,
          ]),
          paragraph('The DPP can also give another address on their page, from a link in any earlier email.'),
        ],
      };
    },
  }),
  'team-requester-unreachable': message({
    to: 'team',
    needs: ['request'],
    stillTrue: ({ request }) => request.unreachableSince !== undefined,
    compose: ({ request, requests = [request], now }) => ({
      subject: subjectOf(
        `Phone ${request.requesterName}: our emails do not arrive`,
        'Phone a learner: our emails do not arrive',
      ),
      blocks: [
        heading('Somebody who asked for a DPP cannot be reached'),
        facts([
          { label: 'Name', value: request.requesterName },
          { label: 'Email address', value: request.email },
          { label: 'Organisation', value: request.organisation.name },
        ]),
        list(requests.map((one) => `${learnerNameOf(one)} (request ${one.id})`)),
        paragraph(
          `Emails to this address come back or were reported as spam, so we have stopped writing to it. We ask DPPs until ${dayInWords(offeredUntil(request.unreachableSince ?? now))} and then nobody new. Agreed places stay.`,
        ),
        heading('What you can do'),
        list([
          `If the address works again: npm run programme -- lift-suppression ${request.email} --by "Your name" --why "What you know".`,
          'If it does not, ask them to withdraw the request with the link in an earlier email, and to send it again from an address that works.',
        ]),
      ],
    }),
  }),
  'team-address-bounced': message({
    to: 'team',
    needs: [],
    stillTrue: () => true,
    compose: ({ request, practitioner, organisation }) => {
      const name = practitioner?.name ?? request?.requesterName ?? organisation?.leadName;
      const address = practitioner?.email ?? request?.email ?? organisation?.leadEmail;
      return {
        subject: subjectOf(
          `Ask ${name ?? 'a reader'} for another address: an email failed`,
          'Find a working address: an email came back',
        ),
        blocks: [
          heading('An email could not be delivered'),
          facts([
            name === undefined ? undefined : { label: 'Name', value: name },
            address === undefined ? undefined : { label: 'Email address', value: address },
            practitioner === undefined ? undefined : { label: 'Practitioner', value: practitioner.id },
            request === undefined ? undefined : { label: 'Request', value: request.id },
            organisation === undefined ? undefined : { label: 'Organisation', value: organisation.name },
          ]),
          paragraph('Ask the person for another email address.'),
          ...(address === undefined
            ? []
            : [
                paragraph(
                  `If this one works again: npm run programme -- lift-suppression ${address} --by "Your name" --why "What you know".`,
                ),
              ]),
        ],
      };
    },
  }),
  'team-offer-not-delivered': message({
    to: 'team',
    needs: ['practitioner', 'offer', 'request'],
    stillTrue: ({ offer, now }) => isLongUndelivered(offer, now),
    compose: ({ practitioner, offer, request }) => ({
      subject: subjectOf(
        `Phone ${practitioner.name}: an offer has not arrived`,
        'Phone a DPP: an offer has not arrived',
      ),
      blocks: [
        heading('An offer has not arrived for a day'),
        facts([
          { label: 'DPP', value: practitioner.name },
          { label: 'Email address', value: practitioner.email },
          practitioner.phone === undefined ? undefined : { label: 'Phone', value: practitioner.phone },
          { label: 'Practitioner', value: practitioner.id },
          { label: 'Learner', value: learnerNameOf(request) },
          { label: 'Request', value: `${request.id}, sent by ${request.requesterName}, ${request.email}` },
          { label: 'Answer needed by', value: deadlineInWords(offer.expiresAt) },
        ]),
        paragraph(
          'The mailbox does not take emails at the moment, for instance because it is full. We keep trying. The offer stays open, and the next DPP is asked when its time is over.',
        ),
        paragraph('Phone the DPP, and ask them to answer on their page or to make room in their mailbox.'),
      ],
    }),
  }),
};
