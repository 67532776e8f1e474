import { beingCheckedInWords, confirmedWords, type Listing } from '../../../shared/directory/listing.ts';
import { type Day, dayInWords } from '../../../shared/kernel/time.ts';
import type { ProfileViewProps } from '../../../site/src/views/profile-view.tsx';
import { siteWords } from './listing-words.ts';

const freeFromRow = ({ from }: Listing['availability'], today: Day) =>
  from === undefined || from <= today ? [] : [{ label: 'Place free from', value: dayInWords(from) }];

/** Makes the content of a listing's page. */
export const profilePage = (listing: Listing, today: Day): ProfileViewProps => ({
  name: listing.name,
  roleWords: `${listing.profession.words} at ${listing.organisation}`,
  availability: listing.availability.id,
  availabilityWords: listing.availability.words,
  rows: [
    ...freeFromRow(listing.availability, today),
    { label: 'Role', value: listing.roles },
    { label: 'Where', value: siteWords(listing) },
    { label: 'Setting', value: listing.setting.words },
    { label: 'Clinical areas', value: listing.areas.map(({ words }) => words) },
    { label: 'Supervises', value: listing.supervises.professions.map(({ words }) => words) },
    { label: 'Kinds of learner', value: listing.supervises.learnerTypes.map(({ words }) => words) },
    { label: 'How they supervise', value: listing.mode.words },
    { label: 'Fee', value: listing.fee.words },
  ],
  confirmedWords: confirmedWords(listing, today),
  checkWords: listing.checked
    ? beingCheckedInWords(listing)
    : 'Not yet checked: the programme team has not yet looked this DPP up in the public register.',
  askHref: '/request-a-dpp/',
});
