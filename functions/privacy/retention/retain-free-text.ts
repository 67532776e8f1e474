import type { Feedback, OverMatch } from '../../../shared/matches/match.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { organisationRows } from '../../store/table/rows/organisation-rows.ts';
import { withoutPersonal } from '../erasure/without-personal.ts';

const withoutComment = ({ comment, ...feedback }: Feedback): Feedback => feedback;

/** Returns a copy of the match with the comments removed from its feedback; undefined if there are none. */
export const withoutComments = (match: OverMatch): OverMatch | undefined => {
  const { learnerFeedback: learner, practitionerFeedback: practitioner } = match;
  if (learner?.comment === undefined && practitioner?.comment === undefined) return undefined;
  return {
    ...match,
    ...(learner === undefined ? {} : { learnerFeedback: withoutComment(learner) }),
    ...(practitioner === undefined ? {} : { practitionerFeedback: withoutComment(practitioner) }),
  };
};

/** Returns a copy of the organisation with its prescribing lead removed; undefined if there is none. */
export const withoutLead = (organisation: Organisation): Organisation | undefined => {
  const without = withoutPersonal(organisationRows, organisation);
  return without === undefined ? undefined : { ...without, digests: false };
};
