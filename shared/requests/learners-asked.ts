import type { RequestIn, SupervisionRequest } from './request.ts';
import { seatsWanted } from './seats-wanted.ts';

/** Largest number of learners for whom an employer can ask with one form. */
export const MOST_LEARNERS = 20;

type Asked = Pick<SupervisionRequest, 'id' | 'learners' | 'group'>;

/** Returns the id of the request of one learner of a group, counted from 1. The first keeps the id of the form. */
const idOfLearner = (firstId: string, learner: number): string =>
  learner === 1 ? firstId : `${firstId}-learner-${learner}`;

const idsFrom = (firstId: string, learners: number): readonly string[] =>
  Array.from({ length: learners }, (_, index) => idOfLearner(firstId, index + 1));

/** Lists the ids of the requests that a request becomes when it opens: one for each learner whom it asks for. */
export const idsWhenOpened = ({ id, learners, group }: Asked): readonly string[] =>
  group === undefined ? idsFrom(id, learners ?? 1) : [id];

/** Lists the ids of the requests that were asked for together with this one, in order; only its own without a group. */
export const idsOfGroup = ({ id, group }: Pick<Asked, 'id' | 'group'>): readonly string[] =>
  group === undefined ? [id] : idsFrom(group.firstId, group.learners);

/**
 * Describes each learner of a request that asks for several: with the details of the list, if it has one, and otherwise
 * all alike. Returns the request itself if it is for one.
 */
export const learnersOf = (request: SupervisionRequest): readonly SupervisionRequest[] => {
  const { listed, ...alike } = request;
  const ids = idsWhenOpened(request);
  if (ids.length === 1) return [request];
  return ids.map((id, index) => ({
    ...alike,
    ...listed?.[index],
    id,
    group: { firstId: request.id, learner: index + 1, learners: ids.length },
  }));
};

/** Makes one request for each learner of an opened request, each with seats of its own. */
export const requestsOfLearners = (opened: RequestIn<'open'>): readonly RequestIn<'open'>[] =>
  opened.group !== undefined || (opened.learners ?? 1) === 1
    ? [opened]
    : learnersOf(opened).map((one, index) => ({
        ...one,
        state: opened.state,
        version: index === 0 ? opened.version : 0,
        seats: seatsWanted(one, one.id),
      }));

/** Names a learner of a group whom nobody has named yet: "learner 3 of 10". Undefined for one who was asked for alone. */
export const learnerOfGroup = ({ group }: Pick<SupervisionRequest, 'group'>): string | undefined =>
  group === undefined ? undefined : `learner ${group.learner} of ${group.learners}`;
