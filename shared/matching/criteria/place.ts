import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import { type WeighedQuery, weight } from '../query/weight.ts';
import { bothSides } from './both-sides.ts';
import { criterion } from './criterion.ts';

const weights = {
  /**
   * Points if the practitioner's place is not the learner's; half of these points (rounded down) if the two
   * places are neighbours.
   */
  otherPlace: weight(40, 'Learners should get to know the services in which they will prescribe.'),
};

const pointsFor = (query: WeighedQuery<typeof weights>, practitioner: Practitioner): number => {
  const theirs = query.nearest(practitioner).site.place;
  const home = query.request.site.place;
  const other = query.policy.otherPlace.value;
  if (theirs === home) return 0;
  return query.context.geography.neighboursOf(home).includes(theirs) ? Math.floor(other / 2) : other;
};

export const place = criterion(weights, {
  name: 'place',
  label: 'Place',
  facts: z.object({ learner: z.string(), practitioner: z.string() }),
  judge: (query, practitioner) => ({
    points: pointsFor(query, practitioner),
    facts: { learner: query.request.site.place, practitioner: query.nearest(practitioner).site.place },
  }),
  atLeast: pointsFor,
  toPractitioner: ({ learner, practitioner }, { placeName }) => {
    if (learner === undefined || practitioner === undefined) return undefined;
    return learner === practitioner
      ? `You are both in ${placeName(learner)}.`
      : `You are in ${placeName(practitioner)} and the learner is in ${placeName(learner)}.`;
  },
  toTeam: ({ learner, practitioner }, { placeName }) => bothSides(practitioner, learner, placeName),
});
