import { roundSchema } from '../../../../shared/rounds/round.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** A cohort that is matched as a whole. The personal fields name members of the programme team. */
export const roundRows = nounRows({
  kind: 'round',
  schema: roundSchema,
  key: ({ id }) => keys.round(id),
  list: ({ createdAt, id }) => ({ pk: lists.rounds, sk: `${createdAt}#${id}` }),
  personal: ['createdBy', 'confirmedBy'],
});
