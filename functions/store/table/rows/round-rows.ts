import { roundSchema } from '../../../../shared/rounds/round.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/**
 * A round, in which a cohort of learners is matched as a whole. Its personal fields name members of the programme
 * team.
 */
export const roundRows = nounRows({
  kind: 'round',
  schema: roundSchema,
  key: ({ id }) => keys.round(id),
  list: ({ createdAt, id }) => ({ pk: lists.rounds, sk: `${createdAt}#${id}` }),
  personal: ['createdBy', 'confirmedBy'],
});
