import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { agoInWords, type Day, dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import { askedAgainOn } from '../../../shared/people/silence.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { TagProps } from '../../../site/src/components/tag.tsx';

/** Labels of a listing's states, as shown to its owner. */
export const listingTags: Readonly<Record<Practitioner['state'], TagProps>> = {
  unconfirmed: { text: 'Address not confirmed', colour: 'grey' },
  'awaiting-check': { text: 'Waiting for the register check', colour: 'yellow' },
  'awaiting-proof': { text: 'Checked, waiting for a proof', colour: 'yellow' },
  listed: { text: 'Listed', colour: 'green' },
  paused: { text: 'Paused', colour: 'grey' },
  unlisted: { text: 'Hidden by the programme team', colour: 'grey' },
  suspended: { text: 'Suspended', colour: 'red' },
  refused: { text: 'Not accepted', colour: 'grey' },
  merged: { text: 'Closed: you have another listing', colour: 'grey' },
  stale: { text: 'Hidden until you confirm', colour: 'yellow' },
  withdrawn: { text: 'You have left', colour: 'grey' },
};

/** Says that no offers are sent to somebody who did not answer the last ones, and how to get offers again. */
const silenceNotice = (practitioner: Practitioner, today: Day): readonly string[] => {
  const again = askedAgainOn(practitioner);
  if (again === undefined) return [];
  const until =
    again > today
      ? `We will send you no offers until ${dayInWords(again)}, and then only if nobody else fits.`
      : 'We will send you offers only if nobody else fits.';
  return [`Our last offers to you had no answer. ${until} To be asked as before, confirm your details.`];
};

const changedWords = {
  name: 'your name',
  registrationNumber: 'your registration number',
  profession: 'your profession',
} as const;

/** Describes the listing's current status in one or two sentences. */
export const listingNotice = (practitioner: Practitioner, today: Day): readonly string[] => {
  if (practitioner.unreachableSince !== undefined)
    return [
      `Our emails to ${practitioner.email} come back or were reported as spam. We have hidden your listing and do not send you offers. Your agreed learners stay with you.`,
      'Give us another address, or tell the programme team that this one works again.',
      ...(practitioner.newEmail === undefined
        ? []
        : [`We have emailed a link to ${practitioner.newEmail}. Open it to confirm that address.`]),
    ];
  const confirmed = `You confirmed your details ${agoInWords(londonDay(practitioner.confirmedAt), today)}.`;
  switch (practitioner.state) {
    case 'awaiting-check':
      return [
        'The programme team will look you up in the public register of your regulator, then list you and email you.',
      ];
    case 'listed':
      if (practitioner.recheck !== undefined)
        return [
          `You are listed and marked “being checked”, because you changed what the programme team had checked (${practitioner.recheck.fields.map((field) => changedWords[field]).join(', ')}). Until the team has looked at it, we do not ask you about new learners. Your agreed learners stay with you.`,
        ];
      return [
        practitioner.provisional ? `${confirmed} You are listed and marked “not yet checked”.` : confirmed,
        ...silenceNotice(practitioner, today),
      ];
    case 'awaiting-proof':
      return [
        'The programme team has found you in the public register of your regulator. You are not listed yet, because nothing shows yet that you work at the organisation you named.',
        'Somebody there whom the team knows has to say yes. If nobody there is known to the team yet, ask a person in charge to reply to our email.',
      ];
    case 'unlisted':
      return [
        'The programme team has hidden your listing, and only they can show it again. We do not send you offers. Your agreed learners stay with you.',
      ];
    case 'suspended':
      return [
        'The programme team has suspended your listing. We do not show it or send you offers. Reply to our email if you have questions.',
      ];
    case 'refused':
      return [
        'The programme team could not accept your registration. Reply to our email if you think that this is wrong.',
      ];
    case 'merged':
      return ['This listing is closed, because you have another one. We have emailed you about it.'];
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

/** Lists the places of a DPP that are lent to neighbouring boards, each for one learner's period. */
export const lentPlacesOf = (
  { lentPlaces = [] }: Pick<Practitioner, 'lentPlaces'>,
  { neighbouringServices }: Pick<ServiceSystem, 'neighbouringServices'>,
) =>
  lentPlaces.map(({ borrower, from, to }) => ({
    board: neighbouringServices.find(({ id }) => id === borrower)?.boardName ?? 'a neighbouring board',
    from,
    to,
  }));

/** A DPP's places and how many are taken, for their own page, with those lent to neighbouring boards. */
export const placesInWords = (
  practitioner: Practitioner,
  system: Pick<ServiceSystem, 'neighbouringServices'>,
): readonly string[] => {
  const { commitments, placesOffered } = practitioner;
  const lent = lentPlacesOf(practitioner, system);
  return [
    `You offer ${placesOffered} ${placesOffered === 1 ? 'place' : 'places'}.`,
    ...(commitments.length + lent.length === 0
      ? ['No learner has agreed a place with you at the moment.']
      : commitments.map(
          ({ from, to }) => `One place is taken from ${dayInWords(from)} to ${dayInWords(to)}.`,
        )),
    ...lent.map(
      ({ board, from, to }) =>
        `One place is kept from ${dayInWords(from)} to ${dayInWords(to)} for a learner of ${board}, whose service emailed you about them.`,
    ),
  ];
};
