import type { Offer } from '../../shared/domain/offer.ts';
import type { Practitioner } from '../../shared/domain/practitioner.ts';
import type { RequestState, Seat, SupervisionRequest } from '../../shared/domain/request.ts';
import { dayInWords, londonDay } from '../../shared/domain/time.ts';
import { seatRoles } from '../../shared/reference/seat-roles.ts';
import type { SectionProps } from '../../site/src/components/section.tsx';
import type { TagProps } from '../../site/src/components/tag.tsx';

/** A request's state as its requester reads it. */
export const requestTags: Readonly<Record<RequestState, TagProps>> = {
  unconfirmed: { text: 'Address not confirmed', colour: 'grey' },
  open: { text: 'We are looking', colour: 'blue' },
  matched: { text: 'Agreed', colour: 'green' },
  completed: { text: 'Finished', colour: 'green' },
  lapsed: { text: 'The date has passed', colour: 'yellow' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
  erased: { text: 'Erased', colour: 'grey' },
};

/** What is awaited now. */
export const requestNotice = (request: SupervisionRequest): readonly string[] => {
  const by = dayInWords(request.signOffNeededBy);
  switch (request.state) {
    case 'open':
      return [
        ...(request.reopenedAt === undefined
          ? []
          : ['A DPP who had agreed cannot supervise any more. Your request is at the front now.']),
        `We go on until somebody has agreed to every role, or until ${by}.`,
      ];
    case 'matched':
      return ['Everybody you need has agreed. You have each other’s work contact below and by email.'];
    case 'completed':
      return ['Your supervision is finished.'];
    case 'lapsed':
      return [`Nobody had agreed by ${by}. The programme team knows and gets in touch with you.`];
    case 'withdrawn':
      return ['You withdrew this request. Everybody who was asked knows.'];
    case 'unconfirmed':
      return ['Press the link in our first email to confirm your address. The search starts then.'];
    case 'erased':
      return [];
  }
};

const roleWords = (seat: Seat): string => seatRoles.find(({ id }) => id === seat.role)?.words ?? seat.role;

const askedBefore = ({ tried }: Seat): readonly string[] =>
  tried.length === 0
    ? []
    : [
        `${tried.length} ${tried.length === 1 ? 'DPP was' : 'DPPs were'} asked before and could not take it. We do not say who.`,
      ];

const standing = (seat: Seat, offer: Offer | undefined): string => {
  switch (seat.state) {
    case 'vacant':
      return seat.nobodyLeftAt === undefined
        ? 'We are looking for somebody who fits.'
        : 'Nobody who fits has a place now. We try again whenever a DPP joins or has a place, and the programme team knows.';
    case 'offered':
      return offer === undefined
        ? 'We have asked a DPP and wait for the answer.'
        : `We have asked a DPP. They have until ${dayInWords(londonDay(offer.expiresAt))} to answer.`;
    case 'filled':
      return 'Somebody has agreed.';
  }
};

/**
 * One role of a request: how far it is, and who agreed. Whoever declined stays unnamed.
 * @param helps what one change would open, as sentences
 */
export const seatSection = (
  seat: Seat,
  offer: Offer | undefined,
  agreed: Practitioner | undefined,
  helps: readonly string[] = [],
): SectionProps => ({
  heading: `${roleWords(seat)}, ${seat.hours} hours`,
  paragraphs: [
    standing(seat, offer),
    ...(seat.state === 'filled' ? [] : askedBefore(seat)),
    ...(helps.length === 0 ? [] : ['What would open more DPPs to you:']),
  ],
  items: helps,
  ...(agreed === undefined
    ? {}
    : {
        rows: [
          { label: 'Name', value: agreed.name },
          { label: 'Organisation', value: agreed.organisation.name },
          { label: 'Work email address', value: agreed.email },
          ...(agreed.phone === undefined ? [] : [{ label: 'Work phone number', value: agreed.phone }]),
        ],
      }),
});
