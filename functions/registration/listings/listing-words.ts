import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { agoInWords, type Day, dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import type { TagProps } from '../../../site/src/components/tag.tsx';

/** Labels of a listing's states, as shown to its owner. */
export const listingTags: Readonly<Record<Practitioner['state'], TagProps>> = {
  unconfirmed: { text: 'Address not confirmed', colour: 'grey' },
  'awaiting-check': { text: 'Waiting for the register check', colour: 'yellow' },
  listed: { text: 'Listed', colour: 'green' },
  paused: { text: 'Paused', colour: 'grey' },
  stale: { text: 'Hidden until you confirm', colour: 'yellow' },
  withdrawn: { text: 'You have left', colour: 'grey' },
};

/** Describes the listing's current status in one or two sentences. */
export const listingNotice = (practitioner: Practitioner, today: Day): readonly string[] => {
  const confirmed = `You confirmed your details ${agoInWords(londonDay(practitioner.confirmedAt), today)}.`;
  switch (practitioner.state) {
    case 'awaiting-check':
      return [
        'The programme team will look you up in the public register of your regulator, then list you and email you.',
      ];
    case 'listed':
      return practitioner.provisional
        ? [`${confirmed} You are listed and marked “not yet checked”.`]
        : [confirmed];
    case 'paused':
      return ['We will not show your listing or send you offers until you resume your listing.'];
    case 'stale':
      return [
        `${confirmed} That was too long ago, so we have hidden your listing. Confirm your details to bring it back.`,
      ];
    case 'withdrawn':
      return ['Your listing is closed. You can still download or erase what we hold about you.'];
    case 'unconfirmed':
      return [];
  }
};

/** A DPP's current learners, for their own page. */
export const learnersInWords = ({ commitments, placesOffered }: Practitioner): readonly string[] => [
  `You offer ${placesOffered} ${placesOffered === 1 ? 'place' : 'places'}.`,
  ...(commitments.length === 0
    ? ['No learner has agreed a place with you at the moment.']
    : commitments.map(({ from, to }) => `One place is taken from ${dayInWords(from)} to ${dayInWords(to)}.`)),
];
