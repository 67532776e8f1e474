import { loanSchema } from '../../../../shared/borders/loan.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** A place that one system lends to its neighbour. Both systems have a row of it, with the same id. */
export const loanRows = nounRows({
  kind: 'loan',
  schema: loanSchema,
  key: ({ id }) => keys.loan(id),
  list: ({ state, lentAt, id }) => ({ pk: lists.loans(state), sk: `${lentAt}#${id}` }),
  personal: [],
});
