import type { Feedback, OverMatch } from '../../../shared/matches/match.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { organisationRows } from '../../store/table/rows/organisation-rows.ts';
import { withoutPersonal } from '../erasure/without-personal.ts';

const withoutComment = ({ comment, ...feedback }: Feedback): Feedback => feedback;

/** Returns a match whose feedback keeps its ratings but not its comments; undefined if there are no comments. */
export const withoutComments = (match: OverMatch): OverMatch | undefined => {
  const { learnerFeedback: learner, practitionerFeedback: practitioner } = match;
  if (learner?.comment === undefined && practitioner?.comment === undefined) return undefined;
  return {
    ...match,
    ...(learner === undefined ? {} : { learnerFeedback: withoutComment(learner) }),
    ...(practitioner === undefined ? {} : { practitionerFeedback: withoutComment(practitioner) }),
  };
};

/** Returns an organisation without its prescribing lead; undefined if it has none. */
export const withoutLead = (organisation: Organisation): Organisation | undefined => {
  const without = withoutPersonal(organisationRows, organisation);
  return without === undefined ? undefined : { ...without, digests: false };
};
