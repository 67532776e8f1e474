import type { Feedback, OverMatch } from '../../../shared/matches/match.ts';
import type { OfferIn } from '../../../shared/offers/offer.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';

const withoutComment = ({ comment, ...feedback }: Feedback): Feedback => feedback;

/** A match without feedback comments, keeping its ratings; undefined if there are none. */
export const withoutComments = (match: OverMatch): OverMatch | undefined => {
  const { learnerFeedback: learner, practitionerFeedback: practitioner } = match;
  if (learner?.comment === undefined && practitioner?.comment === undefined) return undefined;
  return {
    ...match,
    ...(learner === undefined ? {} : { learnerFeedback: withoutComment(learner) }),
    ...(practitioner === undefined ? {} : { practitionerFeedback: withoutComment(practitioner) }),
  };
};

/** An offer without the note to its answer; undefined if there is none. */
export const withoutNote = ({
  declineNote,
  ...offer
}: OfferIn<'declined'>): OfferIn<'declined'> | undefined => (declineNote === undefined ? undefined : offer);

/** An organisation without its prescribing lead; undefined if it has none. */
export const withoutLead = ({
  leadName,
  leadEmail,
  ...organisation
}: Organisation): Organisation | undefined =>
  leadName === undefined && leadEmail === undefined ? undefined : { ...organisation, digests: false };
