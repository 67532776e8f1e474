import { matchSchema } from '../../../../shared/matches/match.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** An agreement that a practitioner supervises a learner. `home` is the learner's employer. */
export const matchRows = nounRows({
  kind: 'match',
  schema: matchSchema,
  key: ({ id }) => keys.match(id),
  list: ({ state, to, id }) => ({ pk: lists.matches(state), sk: `${to}#${id}` }),
  personal: ['home', 'learnerFeedback', 'practitionerFeedback'],
});
